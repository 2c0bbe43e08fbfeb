"""When an article that has no date was written, as far as other articles tell of when its events were.

A day that it gives without a year may be told with its year of the same event by another article. One such event may
be another of the same day in another year: several must agree. An article that looks back on an event is then not older
than it, one that announces it not younger; and the other days that it gives without a year are of those months, too.
Its weekdays stay open: they count from a day, and not from a year.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from dragoman.record.dates import in_year_of, partial, period
from dragoman.store.twins import replaced
from dragoman.types import Article, Fact

APART = 183  # days: of the days that one article gives without a year none is further from another
SEVERAL = 2  # events that must agree


class Settled(NamedTuple):
    """An event of an article that is told with its year elsewhere: the days that the article gives it, completed."""

    event: str
    first: str
    last: str
    status: str


class Bounds(NamedTuple):
    """The days between which an article was written, as far as known, and the events that tell."""

    after: str | None
    before: str | None
    through: tuple[str, ...]
    first_day: int  # the earliest and the latest day of these events, as ordinals
    last_day: int


def settled(fact: Fact, event: str, start: str) -> Settled | None:
    """What the full start of an event tells of the days that a fact gives without their year; None where nothing."""
    if fact.date is None or in_year_of(start, fact.date.value.start, fact.date.value.start) != start:
        return None
    value = fact.date.value
    last = in_year_of(start, value.start, value.end) if value.end else start
    return Settled(event, start, last, fact.status) if last is not None else None


def bounds(article: Article, found: Collection[Settled]) -> Bounds | None:
    """Between which days an article without a date was written; None where its events do not tell, or not agree."""
    days = sorted(_first(s.first) for s in found)
    if len({s.event for s in found}) < SEVERAL or days[-1] - days[0] > APART:
        return None
    after = max((s.last for s in found if s.status == "occurred"), default=None)
    before = min((s.first for s in found if s.status == "planned"), default=None)
    after = max(filter(None, (after, article.published_after)), default=None)
    before = min(filter(None, (before, article.published_before)), default=None)
    earliest = _first(after) if after is not None else days[0] - APART
    latest = _last(before) if before is not None else days[-1] + APART
    if earliest > latest:
        return None
    if article.published is not None:  # a day without its year: it is one of those between
        own = _between(article.published, earliest, latest)
        if own is None:
            return None
        after = before = own
    return Bounds(after, before, tuple(sorted({s.event for s in found})), days[0], days[-1])


def completed(facts: Iterable[Fact], known: Bounds) -> tuple[Fact, ...]:
    """The facts of an article with the year of days that it gives without one, where those of its events leave one."""
    return tuple(_completed(fact, known) for fact in facts)


def _completed(fact: Fact, known: Bounds) -> Fact:
    if fact.date is None or fact.date.value.start is None:
        return fact
    value = fact.date.value
    start = _between(fact.date.value.start, known.last_day - APART, known.first_day + APART)
    if start is None:
        return fact
    if fact.status == "occurred" and known.before is not None and _first(start) > _last(known.before):
        return fact  # what it looks back on lies after the article
    if fact.status == "planned" and known.after is not None and _last(start) < _first(known.after):
        return fact
    end = in_year_of(start, value.start, value.end) if value.end is not None else None
    why = f"its year, {start[:4]}, by what other pages tell of {', '.join(known.through)}"
    trail = f"{value.trail}; {why}" if value.trail else why
    return replaced(fact, date=replaced(fact.date, value=replaced(value, start=start, end=end, trail=trail)))


def _between(bare: str, earliest: int, latest: int) -> str | None:
    """The one day between two that has no year in a text; None where there is none, or several, or it has its year."""
    told = partial(bare)
    if told is None or told.year or not told.day:
        return None
    years = range(date.fromordinal(earliest).year, date.fromordinal(latest).year + 1)
    days = [day for year in years if (day := told.in_year(year)) is not None and earliest <= _first(day) <= latest]
    return days[0] if len(days) == 1 else None


def _first(day: str) -> int:
    return _days(day)[0]


def _last(day: str) -> int:
    return _days(day)[1]


def _days(day: str) -> tuple[int, int]:
    when = period(day, None)
    assert when is not None  # all that comes here is a date with its year
    return when.days(0)
