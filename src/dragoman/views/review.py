"""What a person should look at: events or persons that may be one, events kept aside; the most telling first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import select

from dragoman.record.ledger import verdicts_of
from dragoman.record.likeness import Likeness, likeness
from dragoman.record.reports import Report
from dragoman.store import codec, schema
from dragoman.store.store import Store


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question: whether two events, or persons, are one, or whether an event that was kept aside stands."""

    kind: Literal["same?", "same person?", "stands?"]
    ids: tuple[str, ...]  # of the events or persons
    weight: float  # the larger, the more the answer tells
    features: tuple[str, ...]


def doubts(store: Store) -> list[Doubt]:
    """The questions that nobody has answered yet, the most telling first.

    Pairs of events come first, then pairs of persons: the likelier they are one, and the more pages their answer moves,
    the earlier. Then what lies under the threshold, the surest first.
    """
    e = schema.events.c
    pages = {row.id: row.pages for row in store.rows(select(e.id, e.pages))}
    best: dict[tuple[str, ...], Doubt] = {}
    for a, b, found in _pairs(store):
        events = (a, b) if a < b else (b, a)
        weight = found.score + min(pages[a] + pages[b], 10)
        if events not in best or best[events].weight < weight:
            best[events] = Doubt("same?", events, weight, _features(found))
    aside = [
        Doubt("stands?", (row.id,), row.confidence, (f"confidence {row.confidence:.2f}",))
        for row in store.rows(select(e.id, e.confidence, e.body).where(e.aside))
        if not json.loads(row.body)["decisions"]
    ]
    parts = (list(best.values()), _persons(store), aside)
    return [doubt for part in parts for doubt in sorted(part, key=lambda d: (-d.weight, d.ids))]


def bodies(store: Store, doubt: Doubt) -> list[dict[str, Any]]:
    """The events of a question, as exports have them; persons without their pages, which may be very many."""
    e, a = schema.events.c, schema.actors.c
    query = select(a.id, a.brief) if doubt.kind == "same person?" else select(e.id, e.body)
    id = a.id if doubt.kind == "same person?" else e.id
    found = {row[0]: json.loads(row[1]) for row in map(tuple, store.rows(query.where(id.in_(doubt.ids))))}
    return [found[id] for id in doubt.ids if id in found]


def _persons(store: Store) -> list[Doubt]:
    """The pairs of persons that nobody has decided on: what was decided leaves no doubt behind."""
    d, one, other = schema.doubtful_pairs.c, schema.actors.alias(), schema.actors.alias()
    query = (
        select(d.a, d.b, d.sum, (one.c.pages + other.c.pages).label("pages"))
        .join(one, one.c.id == d.a)
        .join(other, other.c.id == d.b)
    )
    return [
        Doubt("same person?", (row.a, row.b), row.sum + min(row.pages, 10), (f"names and pages {row.sum:+.2f}",))
        for row in store.rows(query)
    ]


def _pairs(store: Store) -> Iterator[tuple[str, str, Likeness]]:
    """Pairs of reports of two pages that may be one event, do not contradict each other, and are not one."""
    r, e = schema.reports.c, schema.event_reports.c
    query = select(r.block, r.body, e.event).join(schema.event_reports, e.report == r.id).where(r.block != "")
    apart = verdicts_of(store).bonds.apart
    rows = store.rows(query.order_by(r.block, r.first, r.id))
    for _, group in groupby(rows, key=lambda row: str(row.block)):
        ahead: list[tuple[Report, str]] = []
        for row in group:
            report = codec.loads(Report, row.body)
            ahead = [(other, event) for other, event in ahead if other.span[1] >= report.span[0]]
            for other, event in ahead:
                if event == row.event or other.key.article == report.key.article:
                    continue
                if (other.id, report.id) in apart or (report.id, other.id) in apart:
                    continue
                found = likeness(report, other)
                if not found.contradicts:
                    yield event, row.event, found
            ahead.append((report, row.event))


def _features(found: Likeness) -> tuple[str, ...]:
    out = [f"sides {found.sides}", f"date {found.when}", f"place {found.where}", f"persons {found.persons}"]
    if found.deal != "no":
        out.append(f"deal {found.deal}")
    if found.story != "no":
        out.append(f"story {found.story}")
    return (*out, *(("published close",) if found.close else ()))
