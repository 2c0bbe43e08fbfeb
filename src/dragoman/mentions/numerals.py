"""Numbers in running text, in digits and in words, with what is said of how sure they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.knowledge import overlay

# Numbers with their groups; words with inner full stops and apostrophes ("U.S", "dollars'"); every other sign alone.
_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[.’'][^\W\d_]+)*|[^\s\w]|_")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
# A longer row of digits is no count of anything.
_MOST_DIGITS = 15
_DASHES = ("-", "–", "—", "‑")

Number = int | float


@dataclass(frozen=True, slots=True)
class Piece:
    """A number, a word or a sign of a text."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """What knowledge/amounts.yaml says of numbers."""

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    money_scales: Mapping[str, int]
    groups: Mapping[str, int]
    vague: frozenset[str]
    bounds: tuple[tuple[tuple[str, ...], str], ...]  # words and what they say, the longest first
    between: frozenset[str]
    units: frozenset[str]
    measures: Mapping[str, str]
    months: frozenset[str]
    before_years: frozenset[str]


@overlay.once
def words() -> Words:
    """The packaged words for numbers."""
    data = overlay.data("amounts.yaml")
    bounds = [(tuple(phrase.split()), bound) for bound, phrases in data["bounds"].items() for phrase in phrases]
    return Words(
        data["ones"],
        data["tens"],
        data["scales"],
        data["money_scales"],
        data["groups"],
        frozenset(data["vague"]),
        tuple(sorted(bounds, key=lambda b: (-len(b[0]), b))),
        frozenset(data["between"]),
        frozenset(data["units"]),
        {form: measure for measure, forms in data["measures"].items() for form in forms},
        frozenset(data["months"]),
        frozenset(data["before_years"]),
    )


def pieces(text: str, start: int = 0, end: int | None = None) -> list[Piece]:
    """The pieces of `text[start:end]`; offsets count from the beginning of `text`."""
    found = _PIECE.finditer(text, start, len(text) if end is None else end)
    return [Piece(m.group(), m.group().lower().replace("’", "'"), m.start(), m.end()) for m in found]


def digits(text: str) -> Number | None:
    """The number that a row of digits writes, None where it writes none ("1.2.3")."""
    if len(text) > _MOST_DIGITS + 5:
        return None
    if _PLAIN.fullmatch(text):
        return _plain(float(text)) if "." in text else int(text)
    if _GROUPED.fullmatch(text):
        return digits(text.replace(",", ""))
    if _DECIMAL_COMMA.fullmatch(text):
        return _plain(float(text.replace(",", ".")))
    if _DOTTED.fullmatch(text):
        return int(text.replace(".", ""))
    return None


def number_at(row: Sequence[Piece], i: int, money: bool = False) -> tuple[Number, bool, int] | None:
    """The number that begins at a piece: its value, whether a scale word multiplied it, and the next piece's index.

    `money` admits the letters that multiply sums only ("700m").
    """
    known = words()
    start = i
    half = False
    if row[i].low == "half" and i + 1 < len(row):
        half = True
        i += 1 + (row[i + 1].low in ("a", "an"))
    elif (
        row[i].low in ("a", "an")
        and i + 1 < len(row)
        and (row[i + 1].low in known.groups or row[i + 1].low in known.scales)
    ):
        i += 1
        value: Number = 1
        return _scaled(row, i, value, money, known)
    if i >= len(row):
        return None
    if half:
        found = _scaled(row, i, 1, money, known)
        return (_plain(found[0] / 2), True, found[2]) if found is not None and found[1] else None
    if row[i].text[0].isdecimal():
        if not _free(row, i):
            return None
        read = digits(row[i].text)
        return None if read is None else _scaled(row, i + 1, read, money, known)
    small = _small(row, i, known)
    if small is None:
        return None
    value, i = small
    found = _scaled(row, i, value, money, known)
    if found is None:
        return None
    value, scaled, i = found
    # "two hundred and fifty", "one million two hundred thousand"
    for _ in range(4):
        j = i + 1 if i + 1 < len(row) and row[i].low == "and" else i
        if not scaled or j >= len(row):
            break
        more = _small(row, j, known)
        if more is None:
            break
        rest = _scaled(row, more[1], more[0], money, known)
        if rest is None or rest[0] >= value:
            break
        value, i = value + rest[0], rest[2]
    return (value, scaled, i) if i > start else None


def bound_before(row: Sequence[Piece], i: int) -> tuple[str, int]:
    """What the words before a piece say of the number there, and the index where those words begin.

    `exact` where they say nothing; one of `about`, `at least`, `up to` otherwise.
    """
    for phrase, bound in words().bounds:
        first = i - len(phrase)
        if first >= 0 and all(p.low == w for p, w in zip(row[first:i], phrase, strict=True)):
            return bound, first
    return "exact", i


def dash(piece: Piece) -> bool:
    """True of a hyphen or dash."""
    return piece.text in _DASHES


def _small(row: Sequence[Piece], i: int, known: Words) -> tuple[int, int] | None:
    low = row[i].low
    if low in known.ones:
        return known.ones[low], i + 1
    if low in known.tens:
        value, i = known.tens[low], i + 1
        j = i + 1 if i < len(row) and dash(row[i]) else i
        if j < len(row) and 0 < known.ones.get(row[j].low, 0) < 10:
            return value + known.ones[row[j].low], j + 1
        return value, i
    return None


def _scaled(row: Sequence[Piece], i: int, value: Number, money: bool, known: Words) -> tuple[Number, bool, int] | None:
    """A number with the scale words after it: "59,000 crore", "two hundred thousand", "414-million", "4bn"."""
    scaled = False
    for _ in range(3):
        j = i + 1 if i + 1 < len(row) and dash(row[i]) and row[i + 1].start == row[i].end else i
        if j >= len(row):
            break
        low = row[j].low
        factor = known.scales.get(low) or known.groups.get(low) or (known.money_scales.get(low) if money else None)
        if factor is None and low.endswith("s") and low[:-1] in ("million", "billion", "crore", "lakh"):
            factor = known.scales[low[:-1]]  # "4 billions"
        if factor is None:
            break
        if low in known.money_scales and j > 0 and row[j].start != row[j - 1].end and scaled:
            break
        value, i, scaled = _plain(value * factor), j + 1, True
    if not scaled and i < len(row) and row[i].start == row[i - 1].end and row[i].text[0].isalpha():
        return None  # "5th", "3D", "400s"
    return value, scaled, i


def _free(row: Sequence[Piece], i: int) -> bool:
    """True of digits that are no part of a name: not "S-400", "F16", "Mk.2"."""
    if i == 0:
        return True
    before = row[i - 1]
    if before.end != row[i].start:
        return True
    if before.text[0].isalpha() or before.text == "_":
        return (
            before.low in ("rs", "usd", "eur", "gbp", "us", "a", "c", "s", "nt", "hk", "nz", "r")
            and before.text[0].isupper()
        )
    if dash(before) and i > 1 and row[i - 2].end == before.start:
        return (
            not row[i - 2].text[0].isalpha()
            or row[i - 2].low in words().money_scales
            or row[i - 2].low in words().scales
        )
    return True


def _plain(value: Number) -> Number:
    """A whole number as int; others with no more digits than were meant."""
    value = round(value, 6)
    return int(value) if value == int(value) else value
