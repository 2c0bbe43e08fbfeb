"""The table of bounds: between which days articles without a date were written, as far as their events tell."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import or_, select

from dragoman.record.bounds import SEVERAL, Bounds, bounds, settled
from dragoman.record.dates import Partial
from dragoman.record.outlines import telling
from dragoman.record.reports import Report, ReportKey, facts_of
from dragoman.store import codec, schema
from dragoman.store.rebuild import Rebuild, Rows, chunks
from dragoman.store.store import Store


def update_bounds(tables: Rebuild, store: Store, threshold: float, articles: Collection[str] | None = None) -> set[str]:
    """Works out the bounds of some articles anew, or of all; gives those whose bounds are others than before.

    Their events must be up to date, save that they need not know of the bounds.
    """
    before = bounds_of(tables, articles)
    after = _found(tables, store, threshold, articles)
    changed = {id for id in {*before, *after} if before.get(id) != after.get(id)}
    tables.drop(schema.article_bounds, schema.article_bounds.c.article, changed)
    tables.add(
        schema.article_bounds,
        [
            {"article": id, **after[id]._asdict(), "through": codec.dumps(after[id].through)}
            for id in sorted(changed & set(after))
        ],
    )
    return changed


def bounds_of(tables: Rows, articles: Collection[str] | None = None) -> dict[str, Bounds]:
    """The bounds of those of some articles, or of all, that have any."""
    b = schema.article_bounds
    queries = [select(b)] if articles is None else [select(b).where(b.c.article.in_(s)) for s in chunks(articles)]
    return {
        row.article: Bounds(row.after, row.before, codec.loads_many(str, row.through), row.first_day, row.last_day)
        for query in queries
        for row in tables.rows(query)
    }


def _found(
    tables: Rebuild, store: Store, threshold: float, articles: Collection[str] | None
) -> dict[str, Bounds]:
    a = schema.articles.c
    undated = select(a.id).where(or_(a.published.is_(None), a.published < "0")).order_by(a.id)
    queries = [undated] if articles is None else [undated.where(a.id.in_(some)) for some in chunks(articles)]
    out = {}
    for some in chunks((row.id for query in queries for row in tables.rows(query)), 200):
        told = {id: starts for id, starts in _starts(tables, some).items() if len(starts) >= SEVERAL}
        facts = {row.id: facts_of(row.id, telling(row.body).facts, threshold) for row in store.bodies_of(sorted(told))}
        for article in store.articles_of(sorted(facts)):
            here, starts = facts[article.id], told[article.id]
            found = (settled(f, event, start) for key, (event, start) in starts.items() for f in here[key])
            known = bounds(article, {one for one in found if one is not None})
            if known is not None:
                out[article.id] = known
    return out


def _starts(tables: Rebuild, articles: Collection[str]) -> dict[str, dict[ReportKey, tuple[str, str]]]:
    """What some articles report of which others tell the day: each with its event and that day.

    As reports and decisions have it, and not as the events show it: those may show what bounds add to them.
    """
    r, e, v = schema.reports.c, schema.event_reports.c, schema.events.c
    query = (
        select(r.article, r.number, r.type, r.aside, v.id, v.start, v.body)
        .join(schema.event_reports, e.report == r.id)
        .join(schema.events, v.id == e.event)
        .where(r.article.in_(articles), v.first_day.is_not(None), v.pages > 1, ~v.aside)
    )
    rows = list(tables.rows(query))
    told = _told(tables, {row.id for row in rows})
    out: dict[str, dict[ReportKey, tuple[str, str]]] = defaultdict(dict)
    for row in rows:
        corrected = any(d["field"] == "start" for d in json.loads(row.body)["decisions"])
        start = row.start if corrected else _agreed(told[row.id], row.article)
        if start is not None:
            out[row.article][ReportKey(row.article, row.number, row.type, bool(row.aside))] = (row.id, start)
    return out


def _agreed(told: Collection[tuple[str, Partial]], article: str) -> str | None:
    """The day that other articles give an event, if nobody gives it another."""
    days = {when for other, when in told if other != article and when.year and when.day}
    if len(days) != 1 or not all(when.agrees(day) for day in days for _, when in told):
        return None
    day = days.pop()
    return day.in_year(day.year)


def _told(tables: Rebuild, events: Collection[str]) -> dict[str, list[tuple[str, Partial]]]:
    """When some events began, as each report of them has it; with its article."""
    r, e = schema.reports.c, schema.event_reports.c
    query = select(e.event, r.article, r.body).join(schema.event_reports, e.report == r.id)
    out: dict[str, list[tuple[str, Partial]]] = defaultdict(list)
    for some in chunks(sorted(events)):
        for row in tables.rows(query.where(e.event.in_(some))):
            out[row.event] += [(row.article, when.start) for when in codec.loads(Report, row.body).when]
    return out
