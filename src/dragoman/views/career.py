"""What an actor has been, where it was and when it was last seen, as pages tell it and as public data has it."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, select

from dragoman.knowledge import pack
from dragoman.knowledge.entries import Office
from dragoman.record.sightings import Sighting, telling_words
from dragoman.store import codec, schema
from dragoman.store.store import Store
from dragoman.views.evidence import Mark, around

_E, _P, _M = schema.events.c, schema.event_participants.c, schema.actor_mentions.c
LOOKED_AT = 5_000  # pages of an actor that are searched for offices
Source = tuple[str, int, int]  # article, start, end


@dataclass(frozen=True, slots=True)
class Term:
    """An office as pages state it: between which pages, and on how many; `first` is None where none is dated."""

    title: str
    org: str | None
    country: str | None
    former: bool
    first: str | None
    last: str | None
    pages: int
    sources: tuple[Mark, ...]  # the first and the last page that state it


@dataclass(frozen=True, slots=True)
class Stay:
    """A place where events were in which the actor took part."""

    place: str
    country: str | None
    events: int
    last: str | None  # start of the latest
    event: str  # id of the latest


@dataclass(frozen=True, slots=True)
class Meeting:
    """Another that took part in the same events: in how many, and the latest of them."""

    id: str
    name: str
    kind: str
    country: str | None
    events: int
    type: str
    last: str | None
    place: str | None
    event: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The latest event that took place, by its date, and the latest page that names the actor."""

    event: str | None
    type: str | None
    start: str | None
    place: str | None
    page: str | None
    published: str | None


def terms(store: Store, id: str) -> tuple[Term, ...]:
    """The offices of an actor in order of the first page that states them, those without a date last."""
    found: dict[tuple[frozenset[str], str, bool], list[tuple[str, str, str | None, str | None, Source]]]
    found = defaultdict(list)
    s, a = schema.sightings.c, schema.articles.c
    query = (
        select(s.body, a.published)
        .join(schema.actor_mentions, and_(_M.article == s.article, _M.referent == s.referent))
        .join(schema.articles, a.id == s.article)
        .where(_M.actor == id)
        .order_by(s.article, s.referent)
        .limit(LOOKED_AT)
    )
    for row in store.rows(query):
        sighting = codec.loads(Sighting, row.body)
        for role in sighting.roles:
            key = (telling_words(role.title), role.country or "", role.former)
            where = (sighting.key.article, role.start, role.end)
            # A date without a year says nothing of before and after.
            when = row.published if row.published and not row.published.startswith("--") else "~"
            found[key].append((when, role.title, role.org, role.country, where))
    out = [_term(store, key[2], sorted(items, key=lambda i: (i[0], i[4]))) for key, items in found.items()]
    return tuple(sorted(out, key=lambda t: (t.first or "~", t.title, t.country or "", t.former)))


def _term(
    store: Store, former: bool, items: list[tuple[str, str, str | None, str | None, Source]]
) -> Term:
    dated = [item for item in items if item[0] != "~"]
    ends = [dated[0], dated[-1]] if dated else [items[0]]
    titles = sorted({title for _, title, _, _, _ in items}, key=lambda t: (-sum(i[1] == t for i in items), t))
    orgs = [org for _, _, org, _, _ in items if org]
    sources = tuple(_mark(store, where) for where in dict.fromkeys(item[4] for item in ends))
    return Term(
        titles[0], orgs[0] if orgs else None, items[0][3], former,
        dated[0][0] if dated else None, dated[-1][0] if dated else None,
        len({item[4][0] for item in items}), sources,
    )  # fmt: skip


def stays(store: Store, id: str, shown: int = 10) -> tuple[Stay, ...]:
    """The places of the events that the actor took part in, the most frequent first; what is kept aside is left out."""
    took_part = (_P.actor == id, _E.aside.is_(False), _E.place.is_not(None), _E.status.in_(_DONE))
    count = func.count(_E.id.distinct())
    often = (
        select(_E.place, _E.place_country, count.label("n"))
        .join(schema.event_participants, _P.event == _E.id)
        .where(*took_part)
        .group_by(_E.place, _E.place_country)
        .order_by(count.desc(), _E.place, _E.place_country)
        .limit(shown)
    )
    out = []
    for row in list(store.rows(often)):
        there = (*took_part, _E.place == row.place, _E.place_country.is_not_distinct_from(row.place_country))
        last = _latest(store, *there)
        out.append(Stay(row.place, row.place_country, row.n, last.start, last.id))
    return tuple(out)


def meetings(store: Store, id: str, shown: int = 10) -> tuple[Meeting, ...]:
    """Those with whom the actor took part in events that took place, persons before states, the most frequent first."""
    own = schema.event_participants.alias("own")
    count = func.count(_P.event.distinct())
    a = schema.actors.c
    often = (
        select(_P.actor, _P.kind, count.label("n"))
        .join(own, and_(own.c.event == _P.event, own.c.actor == id))
        .join(schema.events, and_(_E.id == _P.event, _E.aside.is_(False), _E.status.in_(_DONE)))
        .where(_P.actor != id)
        .group_by(_P.actor, _P.kind)
        .order_by((_P.kind != "person"), count.desc(), _P.actor)
        .limit(shown)
    )
    out = []
    for row in list(store.rows(often)):
        shared = (_P.actor == row.actor, _E.id.in_(_events_of(id)))
        last = _latest(store, *shared, _E.aside.is_(False), _E.status.in_(_DONE))
        other = next(iter(store.rows(select(a.name, a.country).where(a.id == row.actor))))
        out.append(
            Meeting(row.actor, other.name, row.kind, other.country, row.n, last.type, last.start, last.place, last.id)
        )
    return tuple(out)


def _events_of(id: str) -> Select[Any]:
    own = schema.event_participants.alias("theirs")
    return select(own.c.event).where(own.c.actor == id)


def _latest(store: Store, *where: ColumnElement[bool]) -> Row[Any]:
    """The latest of some events, of which there is one; those without a year come last."""
    query = (
        select(_E.id, _E.type, _E.start, _E.place)
        .join(schema.event_participants, _P.event == _E.id)
        .where(*where)
        .order_by(_E.first_day.is_(None), _E.first_day.desc(), _E.id)
        .limit(1)
    )
    return next(iter(store.rows(query)))


def last_seen(store: Store, id: str) -> Seen:
    """When the actor was last seen: the latest event that took place, and the latest page."""
    a = schema.articles.c
    events = (
        select(_E.id, _E.type, _E.start, _E.place)
        .join(schema.event_participants, _P.event == _E.id)
        .where(_P.actor == id, _E.aside.is_(False), _E.status.in_(_DONE), _E.first_day.is_not(None))
        .order_by(_E.first_day.desc(), _E.id)
        .limit(1)
    )
    pages = (
        select(a.id, a.published)
        .join(schema.actor_mentions, _M.article == a.id)
        .where(_M.actor == id, a.published.is_not(None))
        .order_by(a.published.desc(), a.id)
        .limit(1)
    )
    event = next(iter(store.rows(events)), None)
    page = next(iter(store.rows(pages)), None)
    return Seen(
        event.id if event else None, event.type if event else None, event.start if event else None,
        event.place if event else None, page.id if page else None, page.published if page else None,
    )  # fmt: skip


_DONE = ("occurred", "ongoing")


def offices(store: Store, id: str) -> tuple[Office, ...]:
    """The terms of office that public data has of the person, earliest first; none where none is linked."""
    a = schema.actors.c
    row = next(iter(store.rows(select(a.brief).where(a.id == id))), None)
    item = json.loads(row.brief)["links"].get("wikidata") if row else None
    if item is None:
        return ()
    return tuple(sorted((o for o in pack.load().offices if o.wikidata == item), key=lambda o: (o.start, o.title)))


def _mark(store: Store, source: Source) -> Mark:
    a = schema.articles.c
    article, start, end = source
    row = next(iter(store.rows(select(a.text, a.publisher, a.published).where(a.id == article))))
    passage, mark = around(row.text, start, end)
    return Mark(article, row.publisher, row.published, passage, mark, start)
