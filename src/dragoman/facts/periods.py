"""Whether two dates, each as coarse as its text, can be of one event."""

from __future__ import annotations

from dragoman.types import DateValue


def agree(a: DateValue, b: DateValue) -> bool:
    """True where two dates can be of one event, each as coarse as its text."""
    spans = (_bounds(a), _bounds(b))
    if spans[0] is None or spans[1] is None:
        return True
    (a1, a2), (b1, b2) = spans
    if a1[0] == "-" or b1[0] == "-":
        # A year is missing on one side: compare month and day alone.
        a1, a2, b1, b2 = (_yearless(x) for x in (a1, a2, b1, b2))
        if not a1 or not b1:
            return True
    width = min(len(a1), len(b1))
    return a1[:width] <= b2[:width] and b1[:width] <= a2[:width]


def within(inner: DateValue, outer: DateValue) -> bool:
    """True where the first date can fall inside the second, of which the start alone may be told."""
    if agree(inner, outer):
        return True
    spans = (_bounds(inner), _bounds(outer))
    if spans[0] is None or spans[1] is None or outer.end is not None:
        return False
    (a1, _), (b1, _) = spans
    if a1[0] == "-" or b1[0] == "-":
        a1, b1 = _yearless(a1), _yearless(b1)
    # A visit told by its first day lasts a few days.
    return len(a1) == len(b1) and a1[:-2] == b1[:-2] and a1[-2:].isdigit() and 0 <= int(a1[-2:]) - int(b1[-2:]) <= 3


def finer(a: DateValue, b: DateValue) -> bool:
    """True where the first date is told more finely than the second."""
    return len((a.start or "").strip("-")) > len((b.start or "").strip("-"))


def _bounds(d: DateValue) -> tuple[str, str] | None:
    start = d.start or d.end
    end = d.end or d.start
    if start is None or end is None:
        return None
    return start, end


def _yearless(text: str) -> str:
    return text[2:] if text.startswith("--") else text[5:]
