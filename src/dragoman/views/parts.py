"""The links between an event and what it is part of, worked out for all events or those around one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from dragoman.record.parts import Whole, parts
from dragoman.store import schema
from dragoman.store.store import Store


def all_parts(store: Store) -> dict[str, str]:
    """For each event that is part of another the id of that other; what is kept aside is left out."""
    e = schema.events.c
    rows = store.rows(select(e.body, e.first_day, e.last_day).where(~e.aside))
    return parts(_whole(json.loads(row.body), row.first_day, row.last_day) for row in rows)


def parts_around(store: Store, id: str) -> dict[str, str]:
    """The links among the events that share a side with one; enough to know its own."""
    e, p = schema.events.c, schema.event_participants.c
    sides = list(store.rows(select(p.country, p.actor).where(p.event == id)))
    codes = sorted({row.country for row in sides if row.country})
    actors = sorted({row.actor for row in sides})
    near = select(p.event).where(p.country.in_(codes) | p.actor.in_(actors))
    rows = store.rows(select(e.body, e.first_day, e.last_day).where(e.id.in_(near), ~e.aside))
    return parts(_whole(json.loads(row.body), row.first_day, row.last_day) for row in rows)


def _whole(event: Mapping[str, Any], first: int | None, last: int | None) -> Whole:
    place = event["place"] or {}
    transfer = event["transfer"] or {}
    taking_part = [p for p in event["participants"] if not (event["type"] == "visit" and p["as"] == "host")]
    return Whole(
        event["id"], event["type"],
        frozenset(p["country"] or p["actor"] for p in taking_part),
        frozenset(p["actor"] for p in taking_part if p["kind"] == "person"),
        event["host"], place.get("name"), place.get("country") or event["host"], first, last,
        frozenset(s["article"] for s in event["sources"]), transfer.get("item"), transfer.get("stage"),
    )  # fmt: skip
