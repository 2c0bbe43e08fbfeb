"""Actors as exports and the desk show them, put together from their sightings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from dragoman.record import shape
from dragoman.record.actors import actor_from
from dragoman.record.sightings import Sighting
from dragoman.record.told import abouts
from dragoman.store import codec, schema
from dragoman.store.rebuild import chunks
from dragoman.store.store import Store


def names_of(store: Store, ids: Sequence[str]) -> dict[str, str]:
    """What the record calls some actors, by id; without those that it does not hold."""
    a = schema.actors.c
    return {row.id: row.name for some in chunks(ids) for row in store.rows(select(a.id, a.name).where(a.id.in_(some)))}


def actor_body(store: Store, id: str) -> dict[str, Any]:
    """One actor as CONTRACT.md has it; raises KeyError where the record has none of that id."""
    s, m = schema.sightings.c, schema.actor_mentions.c
    query = select(s.body).join(
        schema.actor_mentions, (m.article == s.article) & (m.referent == s.referent)
    )
    rows = store.rows(query.where(m.actor == id).order_by(s.article, s.referent))
    seen = [codec.loads(Sighting, row.body) for row in rows]
    if not seen:
        raise KeyError(id)
    actor = actor_from(id, seen)
    return shape.actor(actor, abouts(store, sorted({s.key.article for s in seen})))


def actor_bodies(store: Store) -> Iterator[dict[str, Any]]:
    """All actors, by kind and name."""
    a = schema.actors.c
    for row in list(store.rows(select(a.id).order_by(a.kind, a.name, a.id))):
        yield actor_body(store, row.id)
