"""Dates as coarse as texts have them, and whether two of them can be one."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Agreement = Literal["day", "month", "year", "near", "apart"]

_LEAP = 2000  # stands in for an unknown year: a leap year, so that --02-29 is a day


class Partial(NamedTuple):
    """A date of which year, month or day may be unknown; 0 stands for unknown."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def grain(self) -> Literal["day", "month", "year"]:
        """The finest unit that is known."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def fineness(self) -> tuple[int, int]:
        """Larger for what says more: a day before a month, a known year before an unknown one."""
        return (2 if self.day else 1 if self.month else 0, 1 if self.year else 0)

    def in_year(self, year: int) -> str | None:
        """This month and day of a year as ISO text; None where that year has no such day."""
        text = f"{year:04d}-{self.month:02d}-{self.day:02d}"
        return text if partial(text) is not None else None

    def agrees(self, other: Partial) -> bool:
        """Whether the two can be one date: all that both know is equal."""
        return all(a == b or not a or not b for a, b in zip(self, other, strict=True))

    def ends_by(self, last: Partial | None) -> bool:
        """Whether what began on this day may have ended on that one: both days, with or without a year, in order."""
        if last is None or self.grain != "day" or last.grain != "day" or bool(self.year) != bool(last.year):
            return False
        return self < last


class Period(NamedTuple):
    """A stretch of time from the first day of `start` to the last of `end`."""

    start: Partial
    end: Partial

    @property
    def grain(self) -> Literal["day", "month", "year"]:
        """How exactly its beginning is known."""
        return self.start.grain

    def days(self, year: int) -> tuple[int, int]:
        """First and last day as ordinals; `year` stands in where the year is not known."""
        return _days(self, year)


@lru_cache(maxsize=65536)
def partial(text: str | None) -> Partial | None:
    """The date that ISO text gives: `2017`, `2017-02`, `2017-02-16`, `--02`, `--02-16`; None for anything else."""
    if not text:
        return None
    head = text[:10] if re.match(r"\d{4}-\d{2}-\d{2}T", text) else text
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?", head)
    if found is None:
        return None
    y, m, d, bare_m, bare_d = (int(x) if x else 0 for x in found.groups())
    out = Partial(y, m or bare_m, d or bare_d)
    if out.month > 12 or (out.day and out.day > calendar.monthrange(out.year or _LEAP, out.month)[1]):
        return None
    return out


@lru_cache(maxsize=65536)
def period(start: str | None, end: str | None) -> Period | None:
    """The period of a start and an optional end; None where the start is not a date."""
    first = partial(start)
    if first is None:
        return None
    return Period(first, partial(end) or first)


def in_year_of(start: str | None, bare_start: str | None, bare_end: str | None) -> str | None:
    """The end of days told without their year, where the first is the day `start`; None where that is not so."""
    known, first, last = partial(start), partial(bare_start), partial(bare_end)
    if known is None or first is None or last is None or not (known.year and first.day and last.day):
        return None
    if first.year or last.year or first != known._replace(year=0):
        return None
    return last.in_year(known.year + (last < first))


def agreement(a: Period, b: Period) -> Agreement:
    """How well two periods agree: to the day, month or year; `near` when a day apart; `apart` otherwise."""
    known = a.start.year or b.start.year
    years = (a.start.year and b.start.year) or 0
    x, y = (a.days(a.start.year), b.days(b.start.year)) if years else (_bare(a, known), _bare(b, known))
    gap = max(x[0], y[0]) - min(x[1], y[1])
    if gap <= 0:
        grains = {a.grain, b.grain}
        return "year" if "year" in grains else "month" if "month" in grains else "day"
    return "near" if gap == 1 and a.grain == b.grain == "day" else "apart"


def _bare(p: Period, year: int) -> tuple[int, int]:
    if not p.start.month:  # only a year is known, and the other knows none: any day of it
        return p.days(p.start.year)
    return p.days(p.start.year or year or _LEAP)


@lru_cache(maxsize=65536)
def _days(p: Period, year: int) -> tuple[int, int]:
    first, last = _first(p.start, year), _last(p.end, year)
    if last < first:  # a year's end inside a period without a year
        last = _last(p.end, year + 1)
    return first, max(first, last)


def _first(p: Partial, year: int) -> int:
    y = p.year or year or _LEAP
    return date(y, p.month or 1, _day(y, p.month or 1, p.day or 1)).toordinal()


def _last(p: Partial, year: int) -> int:
    y = p.year or year or _LEAP
    month = p.month or 12
    return date(y, month, _day(y, month, p.day or 31)).toordinal()


def _day(year: int, month: int, day: int) -> int:
    return min(day, calendar.monthrange(year, month)[1])


def sort_key(start: str | None) -> str:
    """Puts dates in time order as text; those without a year after all others, unknown ones last."""
    when = partial(start)
    if when is None:
        return "~~"
    return start if when.year and start else f"~{start}"
