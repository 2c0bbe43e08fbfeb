"""What waits for a person: events kept aside, and pairs of events that may be one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, func, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.remembered import remembered
from dragoman.views.timeline import Row, events

_E = schema.events.c
_LOOKED_AT = 60  # undated events whose likes are looked for at a time


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events of one kind with two sides in common, one of them without a date: they may be one."""

    one: Row
    other: Row
    shared: int


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, the surest first, and how many are kept aside in all."""

    aside: tuple[Row, ...]
    total: int
    pairs: tuple[Pair, ...]


def queue(store: Store, first: int = 0, count: int = 20) -> Queue:
    """Some of what waits for review."""
    where = _E.aside.is_(True)
    total = next(iter(store.rows(select(func.count()).select_from(schema.events).where(where))))[0]
    query = select(_E.id).where(where).order_by(_E.confidence.desc(), _E.sort, _E.id).limit(count).offset(first)
    ids = [row.id for row in store.rows(query)]
    return Queue(tuple(events(store, ids)), total, remembered(store, ("pairs", count), lambda: _pairs(store, count)))


def _pairs(store: Store, count: int) -> tuple[Pair, ...]:
    undated = (
        select(_E.id, _E.type)
        .where(_E.aside.is_(False), _E.first_day.is_(None))
        .order_by(_E.pages.desc(), _E.id)
        .limit(_LOOKED_AT)
        .subquery()
    )
    own, theirs = schema.event_participants.alias("own"), schema.event_participants.alias("theirs")
    shared = func.count(theirs.c.actor.distinct())
    query = (
        select(undated.c.id.label("one"), _E.id.label("other"), shared.label("n"))
        .select_from(undated)
        .join(own, own.c.event == undated.c.id)
        .join(theirs, and_(theirs.c.actor == own.c.actor, theirs.c.event != own.c.event))
        .join(schema.events, and_(_E.id == theirs.c.event, _E.type == undated.c.type, _E.aside.is_(False)))
        # A pair of undated ones is taken once.
        .where((_E.first_day.is_not(None)) | (undated.c.id < _E.id))
        .group_by(undated.c.id, _E.id)
        .having(shared >= 2)
        .order_by(shared.desc(), undated.c.id, _E.id)
        .limit(count)
    )
    found = list(store.rows(query))
    known = {row.id: row for row in events(store, sorted({id for r in found for id in (r.one, r.other)}))}
    return tuple(Pair(known[r.one], known[r.other], r.n) for r in found)
