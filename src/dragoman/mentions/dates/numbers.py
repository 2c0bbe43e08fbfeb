"""Numbers as news writes them, in digits and in words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from dragoman.mentions.dates import lexicon

_ONE = ("a", "an", "one")


def count_of(words: Sequence[str]) -> Fraction | None:
    """The number that a sequence of words says; None where it says only "several"."""
    lowered = [word.lower() for word in words if word not in ("-", "–")]
    half = Fraction(0)
    if "half" in lowered:
        if "and" in lowered:
            half = Fraction(1, 2)
            lowered = lowered[: lowered.index("and")]
        else:
            return Fraction(1, 2)
    if "couple" in lowered:
        return Fraction(2)
    if "dozen" in lowered:
        return Fraction(12)
    if len(lowered) == 4 and lowered[2] == "/" and all(lowered[index].isdecimal() for index in (0, 1, 3)):
        whole, part, parts = int(lowered[0]), int(lowered[1]), int(lowered[3])
        return whole + Fraction(part, parts) if parts else None
    if lowered[:1] in (["a"], ["an"]) and len(lowered) > 1:
        lowered = lowered[1:]
    total = Fraction(0)
    seen = False
    for word in lowered:
        value = _value(word)
        if value is None:
            if word in ("the", "of"):
                continue
            # "Two to three" and "five or six" leave the number open.
            return None
        if value >= 100 and seen and total > 0:
            total *= value
        else:
            total += value
        seen = True
    return total + half if seen else None


def _value(word: str) -> Fraction | None:
    if word in _ONE:
        return Fraction(1)
    spelled = lexicon.load().value("NUMWORD", word)
    if spelled is not None:
        return Fraction(spelled)
    digits = word.replace(",", "")
    if len(digits) > 12 or not all(part.isdecimal() for part in digits.split(".", 1)):
        return None
    return Fraction("".join(str(int(char)) if char.isdecimal() else char for char in digits))


def ordinal_of(words: Sequence[str]) -> int | None:
    """The place that an ordinal names: 14th, fourteenth, twenty-first."""
    total = 0
    for word in words:
        lowered = word.lower()
        value = lexicon.load().value("ORDWORD", lowered) or lexicon.load().value("NUMWORD", lowered)
        if value is None and lowered[:-2].isdecimal():
            value = int(lowered[:-2])
        total += value or 0
    return total or None


def spelled_year(words: Sequence[str]) -> int | None:
    """The year in "nineteen ninety-six" or "two thousand five"; None where the words make none."""
    values = [lexicon.load().value("NUMWORD", word.lower()) for word in words if word not in ("-", "and")]
    numbers = [value for value in values if value is not None]
    if len(numbers) < 2:
        return None
    if numbers[:2] == [2, 1000]:
        year = 2000 + sum(numbers[2:])
    elif numbers[0] in (19, 20) and 10 <= numbers[1] < 100:
        year = numbers[0] * 100 + sum(numbers[1:])
    else:
        return None
    return year if 1900 <= year <= 2100 else None
