"""Whether two dates, each as coarse as its text, can be of one event."""

from __future__ import annotations

from datetime import date

from dragoman.types import DateValue

# How many days a visit told by its first day may last after it.
_VISIT_DAYS = 3
# For how many days what happened is news.
_NEWS_DAYS = 4
# How many days what is told by its first day and by its last may go on.
_LASTS_DAYS = 31
# Stands in where no year is told: a leap year, so that --02-29 is a day.
_ANY_YEAR = "2000"


def agree(a: DateValue, b: DateValue) -> bool:
    """True where two dates can be of one event, each as coarse as its text."""
    mine, theirs = _bounds(a), _bounds(b)
    if mine is None or theirs is None:
        return True
    if (a.start is None) != (b.start is None) and _until(*((a, b) if a.start is None else (b, a))):
        return True
    (a1, a2), (b1, b2) = mine, theirs
    if a1[0] == "-" or b1[0] == "-":
        # A year is missing on one side: compare month and day alone.
        a1, a2, b1, b2 = (_yearless(x) for x in (a1, a2, b1, b2))
        if not a1 or not b1:
            return True
    width = min(len(a1), len(b1))
    return a1[:width] <= b2[:width] and b1[:width] <= a2[:width]


def slip(a: DateValue, b: DateValue) -> bool:
    """True of two days that differ in the month alone, or in the year alone: one of them may be a slip of the pen."""
    if a.start is None or b.start is None or len(a.start) != len(b.start) or len(a.start.lstrip("-")) not in (5, 10):
        return False
    one, other = a.start.rsplit("-", 2), b.start.rsplit("-", 2)
    return one[2] == other[2] and (one[0] == other[0]) != (one[1] == other[1])


def _until(last: DateValue, other: DateValue) -> bool:
    """True where what ends on a day may have begun on the other."""
    began, ended = _day(other.start, last.end), _day(last.end, other.start)
    return began is not None and ended is not None and 0 <= (ended - began).days <= _LASTS_DAYS


def within(inner: DateValue, outer: DateValue) -> bool:
    """True where the first date can fall inside the second, of which the start alone may be told."""
    if agree(inner, outer):
        return True
    began, day = _day(outer.start, inner.start), _day(inner.start or inner.end, outer.start)
    if outer.end is not None or began is None or day is None:
        return False
    return 0 <= (day - began).days <= _VISIT_DAYS


def lately(date: DateValue, today: str) -> bool:
    """True of what was on a day within which it is still news."""
    day, now = _day(date.start, today), _day(today, date.start)
    return day is not None and now is not None and 0 <= (now - day).days <= _NEWS_DAYS


def spanned(first: DateValue, last: DateValue) -> DateValue:
    """The period from one date to the end of another; the first alone where that lies before it."""
    start, end = first.start or first.end, last.end
    if start is None or end is None or start[0] != end[0] or len(start) != len(end) or end <= start:
        return first
    at = min(first.text_start, last.text_start), max(first.text_end, last.text_end)
    return DateValue(first.start, end, *at, f"{first.trail}; until: {last.trail}")


def finer(a: DateValue, b: DateValue) -> bool:
    """True where the first date is told more finely than the second."""
    return len((a.start or "").strip("-")) > len((b.start or "").strip("-"))


def _day(text: str | None, other: str | None) -> date | None:
    """The day that ISO text gives, in the year of another date where it gives none; None where it is coarser."""
    if text is not None and text.startswith("--"):
        year = other[:4] if other is not None and other[0] != "-" else _ANY_YEAR
        text = year + text[1:]
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _bounds(d: DateValue) -> tuple[str, str] | None:
    start = d.start or d.end
    end = d.end or d.start
    if start is None or end is None:
        return None
    return start, end


def _yearless(text: str) -> str:
    return text[2:] if text.startswith("--") else text[5:]
