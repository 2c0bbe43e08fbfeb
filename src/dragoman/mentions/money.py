"""Sums of money in text: value, currency, and how sure they are said to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge import overlay
from dragoman.mentions.numerals import Number, Piece, bound_before, dash, number_at, pieces, words

# Currency words that also are other words: a sum in them needs a scale ("400 billion won") or a qualifier.
_DOUBTFUL = frozenset(
    {"won", "pound", "real", "rand", "crown", "buck", "som", "lev", "dram", "dong", "taka", "lei", "peso"}
)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum; `value` is text where only an order of magnitude is given, `high` the other end of a range."""

    start: int
    end: int
    value: Number | str
    currency: str | None
    bound: str  # exact, about, at least, up to
    high: Number | None = None
    converted: bool = False  # the sum before it in another currency: "5.2 billion euros ($5.9 billion)"


@dataclass(frozen=True, slots=True)
class _Currencies:
    signs: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]  # the default first
    owners: Mapping[str, Mapping[str, str]]  # word -> whose -> code
    codes: frozenset[str]


@overlay.once
def _currencies() -> _Currencies:
    data = overlay.data("money.yaml")
    signs: dict[str, str] = {}
    of_word: dict[str, list[str]] = {}
    owners: dict[str, dict[str, str]] = {}
    for code, entry in data.items():
        for sign in entry["signs"]:
            signs.setdefault(sign, code)
        for word in entry["words"]:
            of_word.setdefault(word, []).append(code)
            for owner in entry["of"]:
                owners.setdefault(word, {})[owner] = code
    return _Currencies(signs, {w: tuple(c) for w, c in of_word.items()}, owners, frozenset(data))


def find(text: str, start: int = 0, end: int | None = None) -> list[Money]:
    """The sums of money in `text[start:end]`, in order, never overlapping; offsets are those of `text`."""
    row = pieces(text, start, end)
    out: list[Money] = []
    i = 0
    while i < len(row):
        found = _sum_at(row, i) or _order_at(row, i)
        if found is None:
            i += 1
            continue
        money, after, currency_from = found
        bound, first = bound_before(row, currency_from)
        between = first > 0 and row[first - 1].low in ("between", "from") and money.high is not None
        if bound != "exact":
            money = replace(money, bound=bound, start=row[first].start)
        elif between:
            money = replace(money, start=row[first - 1].start)
        if out and _in_brackets(row, currency_from, after) and out[-1].end >= row[max(0, currency_from - 3)].start:
            money = replace(money, converted=money.currency != out[-1].currency)
        out.append(money)
        i = after
    return out


def _in_brackets(row: Sequence[Piece], first: int, after: int) -> bool:
    return any(p.text in "([" for p in row[max(0, first - 2) : first]) or (first > 1 and row[first - 1].low == "or")


def _sign_at(row: Sequence[Piece], i: int) -> tuple[str, int] | None:
    """A currency's sign or code before a sum, and the next piece's index: "$", "US$", "Rs.", "USD"."""
    known = _currencies()
    for width in (3, 2, 1):
        part = row[i : i + width]
        if len(part) < width or any(a.end != b.start for a, b in zip(part, part[1:], strict=False)):
            continue
        text = "".join(p.text for p in part)
        if text in known.signs:
            return known.signs[text], i + width
    if row[i].text in known.codes and len(row[i].text) == 3:
        j = i + 1
        if j < len(row) and row[j].text in known.signs and row[j].start == row[i].end:
            j += 1
        return row[i].text, j
    return None


def _word_at(row: Sequence[Piece], i: int, scaled: bool) -> tuple[str, int] | None:
    """A currency's word, sign or code after a sum: "euros", "US dollars", "-dollar", "USD", "€"."""
    known = _currencies()
    if i < len(row) and dash(row[i]) and i + 1 < len(row) and row[i].start == row[i - 1].end:
        i += 1
    owner = ""
    for _ in range(3):
        if i >= len(row):
            return None
        low = row[i].low.removesuffix("'")
        for width in (2, 1):
            phrase = " ".join(p.low for p in row[i : i + width]).removesuffix("'").removesuffix("'s")
            stem = _stem(phrase, known)
            if stem is None or i + width > len(row):
                continue
            code = known.owners.get(stem, {}).get(owner.strip()) or known.words[stem][0]
            if stem in _DOUBTFUL and not scaled and not owner:
                return None
            return code, i + width
        if not owner and (row[i].text in known.signs or row[i].text in known.codes):
            return known.signs.get(row[i].text, row[i].text), i + 1
        owner = f"{owner} {low}"
        if not any(
            o == owner.strip() or o.startswith(f"{owner.strip()} ") for table in known.owners.values() for o in table
        ):
            return None
        i += 1
        if i < len(row) and row[i].text == ".":  # "U.S. dollars"
            i += 1
    return None


def _stem(word: str, known: _Currencies) -> str | None:
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in known.words:
            return form
    return None


def _sum_at(row: Sequence[Piece], i: int) -> tuple[Money, int, int] | None:
    """A sum that begins at a piece, the index after it, and the index where it begins."""
    sign = _sign_at(row, i)
    at = sign[1] if sign is not None else i
    # "a combined", "US $5bn": nothing may stand between the sign and the number.
    read = number_at(row, at, money=True) if at < len(row) else None
    if read is None:
        return None
    if sign is None and at > 0 and row[at - 1].end == row[at].start and row[at - 1].text[0].isalnum():
        return None
    low_value, scaled, j = read
    currency = sign[0] if sign is not None else None
    high, other, k = _upper(row, j)
    if high is not None:
        value, upper_scaled = high
        if currency is None and other is None:
            word = _word_at(row, k, upper_scaled)
            if word is None:
                high = None
            else:
                currency, k = word
        elif currency is None:
            high = None
        if high is not None:
            if not scaled and upper_scaled:
                low_value = _like(low_value, value, row, j, k)
            if low_value <= value:
                word = _word_at(row, k, True) if sign is not None else None
                if word is not None and word[0] != currency and row[word[1] - 1].text[0].isalpha():
                    currency, k = word
                return Money(row[i].start, row[k - 1].end, low_value, currency, "at least", value), k, i
            high = None
    word = _word_at(row, j, scaled)
    if word is not None:
        # "$1 trillion won": the word is what was meant.
        if sign is None or (word[0] != currency and row[word[1] - 1].text[0].isalpha() and scaled):
            currency = word[0]
            j = word[1]
        elif word[0] == currency:
            j = word[1]
    if currency is None:
        return None
    return Money(row[i].start, row[j - 1].end, low_value, currency, "exact"), j, i


def _upper(row: Sequence[Piece], j: int) -> tuple[tuple[Number, bool] | None, str | None, int]:
    """The upper end of a range: value and whether scaled, its own currency sign, and the index after it."""
    if j + 1 >= len(row) or not (dash(row[j]) or row[j].low in ("to", "and", "or")):
        return None, None, j
    k = j + 1
    sign = _sign_at(row, k)
    if sign is not None:
        k = sign[1]
    if k >= len(row) or (row[j].low == "and" and sign is None and row[k - 1].low != "and"):
        return None, None, j
    read = number_at(row, k, money=True)
    if read is None:
        return None, None, j
    if row[j].low in ("and", "or") and sign is None and not read[1]:
        return None, None, j
    return (read[0], read[1]), sign[0] if sign is not None else None, read[2]


def _like(value: Number, upper: Number, row: Sequence[Piece], j: int, k: int) -> Number:
    """The lower end in the scale of the upper: "$2-3 billion" begins at two billion."""
    for factor in sorted({*words().scales.values(), *words().money_scales.values()}, reverse=True):
        if upper >= factor and value * factor <= upper:
            return value * factor
    return value


def _order_at(row: Sequence[Piece], i: int) -> tuple[Money, int, int] | None:
    """ "Hundreds of millions of dollars", "billions of euros", "multi-million-dollar": an order of magnitude."""
    known = words()
    low = row[i].low
    j = i
    said: list[str] = []
    if low in known.vague or low in ("multimillion", "multibillion"):
        said.append({"multimillion": "millions", "multibillion": "billions"}.get(low, low))
        j += 1
        while j + 1 < len(row) and row[j].low == "of" and row[j + 1].low in known.vague:
            said += ["of", row[j + 1].low]
            j += 2
        if j < len(row) and row[j].low in ("million", "billion", "thousand") and said == ["several"]:
            said.append(row[j].low)
            j += 1
    elif low == "multi" and i + 2 < len(row) and dash(row[i + 1]) and row[i + 2].low in ("million", "billion"):
        said.append(row[i + 2].low + "s")
        j += 3
    else:
        return None
    if j < len(row) and row[j].low == "of":
        j += 1
    word = _word_at(row, j, True) if j < len(row) else None
    if word is None:
        return None
    return Money(row[i].start, row[word[1] - 1].end, " ".join(said), word[0], "about"), word[1], i
