"""Who reported it and who did not: the outlets of each country, how soon they told of an event, and their silence."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median
from typing import Any

from sqlalchemy import select

from dragoman.errors import DragomanError
from dragoman.reading.outlets import Outlet, outlets
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.timeline import Filter, timeline

WITHIN = 7  # days after an event in which an outlet that published anything might have reported it
UNKNOWN = "?"  # the country of an outlet that is on no list


@dataclass(frozen=True, slots=True)
class Reported:
    """One outlet and one event; `after` is in days, None where either day is not known."""

    event: str
    outlet: str
    country: str
    ownership: str | None
    published: str | None
    after: int | None
    cited_by: str | None = None  # the outlet through which alone it is known that this one reported it


@dataclass(frozen=True, slots=True)
class Country:
    """How the outlets of one country covered some events."""

    country: str
    reported: int  # events
    of: int
    soonest: int | None  # days
    typical: float | None  # median days of the first report of each event
    outlets: tuple[str, ...]  # that reported one of them
    silent: tuple[str, ...]  # that published in those days and reported none
    missed: tuple[str, ...]  # events that no outlet of the country reported


@dataclass(frozen=True, slots=True)
class Coverage:
    """The reports of some events, and what they come to by country."""

    events: tuple[str, ...]
    reports: tuple[Reported, ...]
    countries: tuple[Country, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """When an outlet published a page."""

    outlet: str
    country: str
    published: str | None


def of_event(store: Store, id: str, within: int = WITHIN) -> Coverage:
    """Who reported one event; raises DragomanError for what is no event."""
    e = schema.events.c
    bodies = [json.loads(row.body) for row in store.rows(select(e.body).where(e.id == id))]
    if not bodies:
        raise DragomanError(id, "is no event of the record", "dragoman timeline lists the ids of events")
    return _coverage(store, bodies, within)


def of_pair(store: Store, one: str, other: str, within: int = WITHIN) -> Coverage:
    """Who reported the events between two states, or any two that take part in events."""
    wanted = {row.id for row in timeline(store, Filter(who=one, with_=other))}
    e = schema.events.c
    query = select(e.id, e.body).order_by(e.sort, e.id)
    return _coverage(store, [json.loads(row.body) for row in store.rows(query) if row.id in wanted], within)


def _coverage(store: Store, events: Sequence[Mapping[str, Any]], within: int) -> Coverage:
    pages = _pages(store)
    reports = [r for event in events for r in _reports(event, pages)]
    return Coverage(
        tuple(event["id"] for event in events),
        tuple(reports),
        tuple(_countries(events, reports, pages.values(), within)),
    )


def _pages(store: Store) -> dict[str, _Page]:
    a = schema.articles.c
    out = {}
    for row in store.rows(select(a.id, a.publisher, a.country, a.published).order_by(a.id)):
        if row.publisher is not None:
            known = outlets().named(row.publisher)
            country = row.country or (known.country if known is not None else UNKNOWN)
            out[row.id] = _Page(known.name if known is not None else row.publisher, country, row.published)
    return out


def _reports(event: Mapping[str, Any], pages: Mapping[str, _Page]) -> list[Reported]:
    """The first report of the event by each outlet, the soonest first; those only cited after the rest."""
    began = _day(event["start"])
    found: dict[str, Reported] = {}
    for source in event["sources"]:
        page = pages.get(source["article"])
        after = _between(began, _day(source["published"]))
        if page is not None:
            known = outlets().named(page.outlet)
            own = known.ownership if known is not None else None
            _first(found, Reported(event["id"], page.outlet, page.country, own, page.published, after))
        for name in source["attributed_to"]:
            cited = outlets().named(name)
            if cited is not None and (page is None or cited.name != page.outlet):
                by = page.outlet if page is not None else source["article"]
                _first(found, _of_cited(event["id"], cited, source["published"], after, by))
    return sorted(found.values(), key=lambda r: (r.published is None, r.published or "", r.outlet))


def _of_cited(event: str, cited: Outlet, published: str | None, after: int | None, by: str) -> Reported:
    return Reported(event, cited.name, cited.country, cited.ownership, published, after, by)


def _first(found: dict[str, Reported], report: Reported) -> None:
    """Keeps the earlier report of an outlet; its own page before its name on another's."""
    held = found.get(report.outlet)
    if held is None or _rank(report) < _rank(held):
        found[report.outlet] = report
    elif held.cited_by is not None and report.cited_by is None:
        found[report.outlet] = replace(report)


def _rank(report: Reported) -> tuple[bool, bool, str]:
    return (report.cited_by is not None, report.published is None, report.published or "")


def _countries(
    events: Sequence[Mapping[str, Any]], reports: Sequence[Reported], pages: Iterable[_Page], within: int
) -> list[Country]:
    windows = [w for event in events if (w := _window(event, within)) is not None]
    there: dict[str, set[str]] = defaultdict(set)  # outlets by country that published in those days
    for page in pages:
        day = _day(page.published)
        if day is not None and any(first <= day <= last for first, last in windows):
            there[page.country].add(page.outlet)
    for r in reports:
        there[r.country].add(r.outlet)
    out = []
    for country in there:
        own = [r for r in reports if r.country == country]
        told = {r.event for r in own}
        first = [min(days) for event in sorted(told) if (days := _days(own, event))]
        out.append(
            Country(
                country,
                len(told),
                len(events),
                min(first, default=None),
                float(median(first)) if first else None,
                tuple(sorted({r.outlet for r in own})),
                tuple(sorted(there[country] - {r.outlet for r in own})),
                tuple(event["id"] for event in events if event["id"] not in told),
            )
        )
    return sorted(out, key=lambda c: (-c.reported, c.typical is None, c.typical or 0.0, c.country))


def _days(reports: Sequence[Reported], event: str) -> list[int]:
    return [r.after for r in reports if r.event == event and r.after is not None]


def _window(event: Mapping[str, Any], within: int) -> tuple[date, date] | None:
    """The days in which an event was news: from its day, or else its first report, and so many days on."""
    dates = [d for s in event["sources"] if (d := _day(s["published"])) is not None]
    began = _day(event["start"]) or min(dates, default=None)
    if began is None:
        return None
    first = min([began, *dates])
    return first, max([began, *dates[:1]]) + timedelta(days=within)


def _day(value: str | None) -> date | None:
    """A day that is known to the day; None of what is coarser."""
    if value is None or len(value) != 10:
        return None
    return date.fromisoformat(value)


def _between(began: date | None, published: date | None) -> int | None:
    return (published - began).days if began is not None and published is not None else None
