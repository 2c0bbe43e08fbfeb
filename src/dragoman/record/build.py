"""Making the record: actors, events and statements anew from the readings, in one transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from dragoman import __version__
from dragoman.mentions.spelling import fold
from dragoman.record import dates, shape
from dragoman.record.actors import actor_of, actors
from dragoman.record.copies import family_of
from dragoman.record.events import same_events
from dragoman.record.reports import Report, ReportKey, facts_of, reports
from dragoman.record.resolve import resolve
from dragoman.record.resolved import About, Actor, Event
from dragoman.record.sightings import Key, Sighting, is_actor, sightings
from dragoman.record.statements import statements
from dragoman.record.support import Told
from dragoman.store import schema
from dragoman.store.store import Rebuild, Store
from dragoman.types import Reading

RULES = 3  # raised when actors or events are put together by other rules, so that records are made anew
_HELD = 64  # readings held decoded at a time
_HEARD = 3  # sources of a role that an actor's brief keeps


@dataclass(frozen=True, slots=True)
class Built:
    """How much the record holds now."""

    articles: int
    actors: int
    events: int
    aside: int
    statements: int


def builder(threshold: float) -> str:
    """The fingerprint of what makes the derived tables: its program, rules and threshold."""
    return f"{__version__}/{RULES}/{threshold}"


def refresh(store: Store, threshold: float) -> bool:
    """Makes the derived tables anew where they must be; says whether a read had been broken off."""
    broken_off = store.was_broken_off()
    if store.is_stale(builder(threshold)):
        build(store, threshold)
    return broken_off


def build(store: Store, threshold: float) -> Built:
    """Replaces every derived table by what follows from the readings.

    No text and no reading is held longer than it takes to put it away, save a few.
    """
    about = abouts(store)
    with store.rebuilding(builder(threshold)) as tables:
        tables.add(
            schema.article_standing,
            [
                {"article": a.id, "copy_of": a.copy_of, "version": a.version, "superseded_by": a.superseded_by}
                for a in about.values()
            ],
        )
        found, who, talkative = _actors(store)
        _put_actors(tables, found, about)
        groups = same_events(_reports(store, who, threshold))
        spans: dict[str, list[tuple[str, tuple[int, int]]]] = defaultdict(list)
        count = aside = 0
        for event in _events(store, groups, who, about, threshold):
            _put_event(tables, event, about)
            count += not event.aside
            aside += event.aside
            for trace in event.trace:
                if trace.field == "type":
                    spans[trace.article].append((event.id, (trace.start, trace.end)))
        said = 0
        for article in talkative:
            rows = statements(store.reading(article), who, spans.get(article, ()))
            said += len(rows)
            tables.add(schema.statements, [_statement_row(row) for row in rows])
    return Built(len(about), len(found), count, aside, said)


def abouts(store: Store) -> dict[str, About]:
    """What is known of each article apart from its text, and the family of copies that it is in."""
    found = family_of(store.articles(), lambda id: store.article(id))
    a = schema.articles.c
    out = {}
    for row in store.rows(select(a.id, a.url, a.publisher, a.published).order_by(a.id)):
        member = found[row.id]
        copy_of = member.lead if member.lead != row.id else None
        out[row.id] = About(
            row.id, row.url, row.publisher, row.published, copy_of, member.superseded_by, member.version
        )
    return out


def _actors(store: Store) -> tuple[tuple[Actor, ...], dict[Key, Actor], list[str]]:
    """The actors; which of them each referent is; and the articles that hold statements.

    A referent that is no actor itself may act for one: "the delegation" for its state.
    """
    found: list[Sighting] = []
    acts_for: list[tuple[Key, Key]] = []
    talkative: list[str] = []
    for reading in store.readings():
        id = reading.article.id
        found.extend(sightings(reading))
        acts_for += [
            (Key(id, r.id), Key(id, r.acts_for))
            for r in reading.referents
            if r.acts_for is not None and not is_actor(r)
        ]
        if reading.statements:
            talkative.append(id)
    made = actors(found)
    who = dict(actor_of(made))
    who.update({key: who[other] for key, other in acts_for if other in who})
    return made, who, talkative


def _reports(store: Store, who: Mapping[Key, Actor], threshold: float) -> Iterator[Report]:
    for reading in store.readings():
        yield from reports(reading, who, threshold)


def _events(
    store: Store,
    groups: Sequence[Sequence[ReportKey]],
    who: Mapping[Key, Actor],
    about: Mapping[str, About],
    threshold: float,
) -> Iterator[Event]:
    @lru_cache(maxsize=_HELD)
    def reading_of(article: str) -> Reading:
        found = store.reading(article)
        return replace(found, article=replace(found.article, copies_of=about[article].copy_of))

    for group in groups:
        told: list[Told] = []
        for key in group:
            reading = reading_of(key.article)
            taken_back = about[key.article].superseded_by is not None
            told.extend(Told(reading.article, fact, taken_back) for fact in facts_of(reading, threshold)[key])
        yield resolve(told, who, aside=group[0].aside)


def _put_actors(tables: Rebuild, found: Sequence[Actor], about: Mapping[str, About]) -> None:
    for actors_ in _batched(found):
        tables.add(schema.actors, [_actor_row(actor, about) for actor in actors_])
        tables.add(schema.actor_names, [row for actor in actors_ for row in _name_rows(actor)])
        tables.add(
            schema.actor_words,
            [{"id": a.id, "names": "\n".join(dict.fromkeys((a.name, *(n for n, _ in a.names))))} for a in actors_],
        )
        tables.add(
            schema.actor_mentions,
            [{"actor": a.id, "article": key.article, "referent": key.referent} for a in actors_ for key in a.members],
        )


def _batched(found: Sequence[Actor]) -> Iterator[Sequence[Actor]]:
    """The actors, so many at a time."""
    for i in range(0, len(found), _HELD):
        yield found[i : i + _HELD]


def _actor_row(actor: Actor, about: Mapping[str, About]) -> dict[str, Any]:
    body = shape.actor(actor, about)
    brief = body | {"sources": [], "roles": [role | {"sources": role["sources"][:_HEARD]} for role in body["roles"]]}
    return {
        "id": actor.id, "kind": actor.kind, "name": actor.name, "country": actor.country, "pages": len(actor.sources),
        "brief": _json(brief), "body": _json(body),
    }


def _name_rows(actor: Actor) -> list[dict[str, Any]]:
    counts = {actor.name: 0} | dict(actor.names)  # a name that no page has in full is a name all the same
    return [{"actor": actor.id, "name": n, "folded": fold(n), "count": c} for n, c in sorted(counts.items())]


def _put_event(tables: Rebuild, event: Event, about: Mapping[str, About]) -> None:
    tables.add(schema.events, [_event_row(event, about)])
    tables.add(schema.event_words, [{"id": event.id, "words": " ".join(_words(event))}])
    tables.add(
        schema.event_participants,
        [
            {"event": event.id, "position": i, "actor": s.actor, "slot": s.slot, "kind": s.kind, "country": s.country}
            for i, s in enumerate(event.sides)
        ],
    )
    tables.add(
        schema.event_sources,
        [
            {"event": event.id, "position": i, "article": s.article, "start": s.start, "end": s.end}
            for i, s in enumerate(event.sources)
        ],
    )
    tables.add(
        schema.event_evidence,
        [
            {
                "event": event.id, "position": i, "field": t.field, "value": t.value, "article": t.article,
                "start": t.start, "end": t.end, "sentence_start": t.sentence_start, "sentence_end": t.sentence_end,
                "rule": t.rule, "inferred": t.inferred, "trail": t.trail, "chosen": t.chosen,
            }
            for i, t in enumerate(event.trace)
        ],
    )


def _event_row(event: Event, about: Mapping[str, About]) -> dict[str, Any]:
    place = event.place
    when = dates.period(event.start, event.end)
    days = when.days(0) if when is not None and when.start.year else (None, None)
    return {
        "id": event.id, "type": event.type, "status": event.status, "start": event.start, "end": event.end,
        "sort": dates.sort_key(event.start), "first_day": days[0], "last_day": days[1],
        "place": place.name if place else None, "place_country": place.country if place else None,
        "lat": place.lat if place else None, "lon": place.lon if place else None, "host": event.host,
        "pages": len({s.article for s in event.sources}), "conflicts": len(event.conflicts),
        "confidence": event.confidence, "aside": event.aside, "body": _json(shape.event(event, about)),
    }


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


def _statement_row(row: dict[str, Any]) -> dict[str, Any]:
    kept = {name: row[name] for name in ("id", "article", "speaker", "start", "end")}
    return kept | {"body": _json(row)}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
