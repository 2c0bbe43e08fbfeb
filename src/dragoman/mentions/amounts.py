"""Counts in text: how many, how sure, and in which measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.mentions.numerals import Number, Piece, bound_before, dash, number_at, pieces, words

_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Amount:
    """A count; `value` is text where only an order of magnitude is given, `high` the other end of a range."""

    start: int
    end: int  # of the number itself; "more" and "of the" after it stay outside
    value: Number | str
    bound: str  # exact, about, at least, up to
    high: Number | None = None
    measure: str | None = None  # hectare, kilometre, ...: what is measured rather than counted


def find(text: str, start: int = 0, end: int | None = None) -> list[Amount]:
    """The counts in `text[start:end]`, in order; dates, sums of money, shares and numbers in names are left out."""
    row = pieces(text, start, end)
    known = words()
    out: list[Amount] = []
    i = 0
    while i < len(row):
        if row[i].low in known.vague:
            amount, i = _vague(row, i)
            out.append(amount)
            continue
        read = number_at(row, i)
        if read is None or not _counts(row, i, read[2], read[0]):
            i = i + 1 if read is None else read[2]
            continue
        value, _, after = read
        high, after = _range(row, value, after)
        if after < len(row) and row[after].text == "%":
            i = after + 1
            continue
        bound, first = bound_before(row, i)
        if high is not None and bound == "exact":
            bound = "at least"
        measure, stop = _measure(row, after)
        out.append(Amount(row[first].start, row[stop - 1].end, value, bound, high, measure))
        i = stop
    return out


def _vague(row: Sequence[Piece], i: int) -> tuple[Amount, int]:
    j = i + 1
    while j + 1 < len(row) and row[j].low == "of" and row[j + 1].low in words().vague:
        j += 2
    text = " ".join(p.low for p in row[i:j])
    return Amount(row[i].start, row[j - 1].end, text, "about"), j


def _range(row: Sequence[Piece], value: Number, after: int) -> tuple[Number | None, int]:
    """ "10 to 12", "10-12", "between 10 and 12"."""
    if after + 1 >= len(row) or not (dash(row[after]) or row[after].low in ("to", "or", "and")):
        return None, after
    if row[after].low == "and" and not any(p.low == "between" for p in row[max(0, after - 4) : after]):
        return None, after
    read = number_at(row, after + 1)
    if read is None or read[0] <= value:
        return None, after
    return read[0], read[2]


def _measure(row: Sequence[Piece], after: int) -> tuple[str | None, int]:
    j = after + 1 if after < len(row) and dash(row[after]) else after
    if j < len(row):
        low = row[j].low
        for form in (low, low.removesuffix("s")):
            if form in words().measures:
                return words().measures[form], j + 1
    return None, after


def _counts(row: Sequence[Piece], i: int, after: int, value: Number) -> bool:
    """True unless the number is a date, a time, a sum of money, a share, or part of a name."""
    before = row[i - 1] if i else None
    following = row[after] if after < len(row) else None
    if before is not None:
        if before.text in "$€£¥₹₽#№" or before.text in (":", "/") and before.end == row[i].start:
            return False
        if before.low.rstrip(".") in words().months and value <= _LAST_YEAR:
            return False
    if following is not None:
        if following.low in ("%", "percent", "per") and following.low != "per":
            return False
        if following.text in (":", "/") and after + 1 < len(row) and row[after + 1].text[0].isdecimal():
            return False
        if following.low in words().months and isinstance(value, int) and value <= 31 and following.text[0].isupper():
            return False
        if dash(following) and after + 1 < len(row) and _glued_word(row, after + 1):
            return False
        if following.low in (
            "years",
            "year",
            "months",
            "month",
            "days",
            "day",
            "weeks",
            "week",
            "hours",
            "hour",
            "minutes",
            "seconds",
            "am",
            "pm",
        ):
            return False
    if row[i].text.isdecimal() and after == i + 1 and len(row[i].text) == 4 and _FIRST_YEAR <= value < _LAST_YEAR:
        return before is not None and before.low not in words().before_years and bound_before(row, i)[0] != "exact"
    return True


def _glued_word(row: Sequence[Piece], i: int) -> bool:
    """ "Two-seater", "five-year": the number describes; but "800,000-hectare" measures."""
    word = row[i]
    if row[i - 1].end != word.start or row[i - 1].start != row[i - 2].end or not word.text[0].isalpha():
        return False
    return word.low not in words().measures and word.low not in words().units
