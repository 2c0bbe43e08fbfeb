"""The tables of events: reports put together, resolved, and written with their sides and sources."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import select

from dragoman.record import dates, shape
from dragoman.record.bonds import Bonds
from dragoman.record.decisions import Verdicts
from dragoman.record.events import parts, settle
from dragoman.record.making import reports as made
from dragoman.record.making.actors import known_actors
from dragoman.record.reports import ReportKey
from dragoman.record.resolved import Actor, Event
from dragoman.record.statements import statements
from dragoman.record.told import Loader
from dragoman.store import codec, schema
from dragoman.store.rebuild import Rebuild, chunks
from dragoman.store.store import Store

Told = tuple[str, ReportKey]  # a report: its id, and which event of which page it tells
Group = list[Told]


def make_events(tables: Rebuild, store: Store, verdicts: Verdicts, threshold: float) -> None:
    """Puts all reports together."""
    by_lead: dict[str, list[Group]] = defaultdict(list)
    inside: set[str] = set()
    for group in parts_of(tables, None, verdicts.bonds):
        if len(group) > 1:
            by_lead[group[0][1].article].append(group)
            inside.update(id for id, _ in group)
    r = schema.reports.c
    articles = [row.article for row in tables.rows(select(r.article).distinct().order_by(r.article))]
    actors: dict[str, Actor] = {}
    for some in chunks(articles, 100):
        rows = tables.rows(select(r.id, r.article, r.number, r.type, r.aside).where(r.article.in_(some)).order_by(r.id))
        single = [
            [(row.id, ReportKey(row.article, row.number, row.type, bool(row.aside)))]
            for row in rows
            if row.id not in inside
        ]
        groups = [*single, *(group for article in some for group in by_lead.get(article, ()))]
        _write(tables, store, groups, threshold, verdicts, actors)


def update_events(
    tables: Rebuild, store: Store, verdicts: Verdicts, threshold: float, seeds: Collection[str],
    articles: Collection[str],
) -> set[str]:
    """Puts together anew what some reports are linked with; gives the articles of all events that were written.

    `articles` are those whose events must be written anew whatever reports they consist of: an actor's name or a
    family of copies has changed.
    """
    r, e = schema.reports.c, schema.event_reports.c
    pages = {
        row.id for some in chunks(sorted(articles)) for row in tables.rows(select(r.id).where(r.article.in_(some)))
    }
    wanted = _companions(tables, {*seeds, *pages})
    groups = list(parts_of(tables, wanted, verdicts.bonds))
    ids = {id for group in groups for id, _ in group} | wanted
    old = {
        row.event for some in chunks(sorted(ids)) for row in tables.rows(select(e.event).where(e.report.in_(some)))
    }
    v = schema.events.c
    rows = (row for some in chunks(sorted(old)) for row in tables.rows(select(v.id, v.first_day).where(v.id.in_(some))))
    words = [schema.words_row(row.id, row.first_day) for row in rows]
    tables.drop(schema.event_words, schema.event_words.c.rowid, words)
    tables.drop(schema.events, schema.events.c.id, old)
    for table in (schema.event_reports, schema.event_participants, schema.event_sources):
        tables.drop(table, table.c.event, old)
    for some in chunks(groups, 100):
        _write(tables, store, some, threshold, verdicts)
    return {key.article for group in groups for _, key in group}


def parts_of(tables: Rebuild, wanted: Collection[str] | None, bonds: Bonds) -> Iterator[Group]:
    """The events that some reports, or all, make with what they are linked with; the earliest report leads each."""
    if wanted is None:
        pairs = set(made.all_pairs(tables))
        ids = {id for pair in pairs for id in pair} | bonds.touched()
    else:
        ids, pairs = _reach(tables, wanted, bonds)
    there = made.existing(tables, ids)
    pairs = {pair for pair in pairs if pair[0] in there and pair[1] in there}
    for some in chunks(parts(sorted(there), pairs, bonds), 100):
        known = made.loaded(tables, (id for part in some for id in part))
        for part in some:
            for group in settle([known[id] for id in part], bonds):
                yield [(report.id, report.key) for report in sorted(group, key=lambda report: report.order)]


def _reach(tables: Rebuild, wanted: Collection[str], bonds: Bonds) -> tuple[set[str], set[tuple[str, str]]]:
    """All reports that links or decisions lead to from some, and the links."""
    bound: dict[str, set[str]] = defaultdict(set)
    for ids in bonds.together:
        for id in ids:
            bound[id].update(ids)
    seen: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    new = set(wanted)
    while new:
        seen |= new
        found = made.neighbours(tables, new)
        pairs |= found
        new = ({id for pair in found for id in pair} | {id for n in new for id in bound.get(n, ())}) - seen
    return seen, pairs


def _companions(tables: Rebuild, ids: set[str]) -> set[str]:
    """Reports with all that stood in one event with them."""
    e = schema.event_reports.c
    events = {
        row.event for some in chunks(sorted(ids)) for row in tables.rows(select(e.event).where(e.report.in_(some)))
    }
    return ids | {
        row.report for some in chunks(sorted(events)) for row in tables.rows(select(e.report).where(e.event.in_(some)))
    }


def _write(
    tables: Rebuild, store: Store, groups: Sequence[Group], threshold: float, verdicts: Verdicts,
    actors: dict[str, Actor] | None = None,
) -> None:  # fmt: skip
    articles = {key.article for group in groups for _, key in group}
    loader = Loader(tables, store, articles, threshold, verdicts, actors)
    events = [(group, loader.event(group, traced=False)) for group in groups]
    about = loader.about
    tables.add(schema.events, [_event_row(event, shape.event(event, about)) for _, event in events])
    words = [
        {"rowid": schema.words_row(e.id, _days(e)[0]), "id": e.id, "words": " ".join(_words(e))} for _, e in events
    ]
    # In order: the index keeps what comes so in memory, and puts what it holds away at every step back.
    tables.add(schema.event_words, sorted(words, key=itemgetter("rowid")))
    tables.add(schema.event_reports, [{"report": id, "event": event.id} for group, event in events for id, _ in group])
    tables.add(
        schema.event_participants,
        [
            {
                "event": event.id, "position": i, "actor": side.actor, "slot": side.slot, "kind": side.kind,
                "country": side.country,
            }
            for _, event in events
            for i, side in enumerate(event.sides)
        ],
    )
    tables.add(
        schema.event_sources,
        [
            {"event": event.id, "position": i, "article": s.article, "start": s.start, "end": s.end}
            for _, event in events
            for i, s in enumerate(event.sources)
        ],
    )


def _event_row(event: Event, body: Mapping[str, Any]) -> dict[str, Any]:
    place = event.place
    return {
        "id": event.id, "type": event.type, "status": event.status, "start": event.start, "end": event.end,
        "sort": dates.sort_key(event.start), "first_day": _days(event)[0], "last_day": _days(event)[1],
        "place": place.name if place else None, "place_country": place.country if place else None,
        "lat": place.lat if place else None, "lon": place.lon if place else None, "host": event.host,
        "pages": len({s.article for s in event.sources}), "conflicts": len(event.conflicts),
        "confidence": event.confidence, "aside": event.aside, "body": codec.written(body),
    }


def _days(event: Event) -> tuple[int, int] | tuple[None, None]:
    when = dates.period(event.start, event.end)
    return when.days(0) if when is not None and when.start.year else (None, None)


def _words(event: Event) -> Iterator[str]:
    """What an event is searched by: what it is, who, where, when, about what."""
    yield event.type.replace("_", " ")
    for side in event.sides:
        yield side.name
        yield side.role or ""
    yield event.place.name if event.place else ""
    yield event.start or ""
    yield from event.topics
    yield from (str(value) for name, value in event.transfer if name in ("item", "terms") and value is not None)


def put_statements(tables: Rebuild, store: Store, articles: Iterable[str], threshold: float) -> None:
    """Writes the statements of some articles, with the events that they are about."""
    r, e = schema.reports.c, schema.event_reports.c
    for some in chunks(sorted(articles), 100):
        readings = {id: reading for id, reading in store.readings_of(some).items() if reading.statements}
        if not readings:
            continue
        who = made.everyone(
            {id: reading.referents for id, reading in readings.items()}, known_actors(tables, sorted(readings))
        )
        query = select(r.article, r.number, r.type, r.aside, e.event).join(schema.event_reports, e.report == r.id)
        events = {
            (row.article, row.number, row.type, bool(row.aside)): row.event
            for row in tables.rows(query.where(r.article.in_(sorted(readings))))
        }
        for id, reading in sorted(readings.items()):
            spans = [
                (event, (fact.trigger.start, fact.trigger.end))
                for fact in reading.facts
                if (event := events.get((id, fact.event, fact.type, fact.confidence < threshold))) is not None
            ]
            rows = statements(reading, who, spans)
            tables.add(schema.statements, [_statement_row(row) for row in rows])


def _statement_row(row: dict[str, Any]) -> dict[str, Any]:
    kept = {name: row[name] for name in ("id", "article", "speaker", "start", "end")}
    return kept | {"body": _json(row)}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
