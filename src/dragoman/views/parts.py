"""The links between an event and what it is part of, worked out for all events or those around one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, literal, literal_column, or_, select, union

from dragoman.record.parts import Whole, holds, parts
from dragoman.store import schema
from dragoman.store.store import Store

_HELD = ("visit", "meeting", "agreement")  # what holds others, or is held, beside deals


def all_parts(store: Store) -> dict[str, str]:
    """For each event that is part of another the id of that other; what is kept aside is left out."""
    e = schema.events.c
    rows = store.rows(select(e.body, e.first_day, e.last_day).where(~e.aside))
    return parts(_whole(json.loads(row.body), row.first_day, row.last_day) for row in rows)


def parts_around(store: Store, id: str) -> dict[str, str]:
    """The links among an event, those that may hold it or be part of it, and those that may hold these; enough to
    know its own."""
    known = _near(store, [id])
    own = known.get(id)
    if own is None:
        return {}
    inside = [other.id for other in known.values() if holds(own, other)]
    # What may be part of it may yet be closer to another.
    return parts((known | _near(store, inside)).values())


def _near(store: Store, ids: Sequence[str]) -> dict[str, Whole]:
    """Events, and those that share a side with one and either lie in its days, stand on a page with it, or are deals
    in its item."""
    found: dict[str, Whole] = {}
    for id in ids:
        for row in store.rows(_around(store, id)):
            if row.id not in found:
                found[row.id] = _whole(json.loads(row.body), row.first_day, row.last_day)
    return found


def _around(store: Store, id: str) -> Select[Any]:
    e, p, s = schema.events.c, schema.event_participants.c, schema.event_sources.c
    sides = list(store.rows(select(p.country, p.actor).where(p.event == id)))
    codes = sorted({row.country for row in sides if row.country})
    actors = sorted({row.actor for row in sides})
    own = next(iter(store.rows(select(e.type, e.first_day, e.last_day, schema.TRANSFER["item"].label("item"))
                               .where(e.id == id))), None)  # fmt: skip
    # Few are near in time or told on the same pages: these are looked up first, by indexes that hold all that is asked.
    near: list[Select[Any]] = [select(literal(id).label("id"))]
    if own is not None and own.type == "arms_transfer":
        deals = e.type == literal_column("'arms_transfer'")  # as the index of deals has it
        near.append(select(e.id).where(deals, schema.TRANSFER["item"] == own.item))
    elif own is not None:
        pages = select(s.article).where(s.event == id)
        near.append(select(s.event).where(s.article.in_(pages)))
        if own.first_day is not None:
            while_it_lasts = (e.first_day <= own.last_day, e.last_day >= own.first_day)
            near.append(select(e.id).where(e.aside.is_(False), e.type.in_(_HELD), *while_it_lasts))
    shares = select(p.event).where(p.event == e.id, or_(p.country.in_(codes), p.actor.in_(actors))).exists()
    return select(e.id, e.body, e.first_day, e.last_day).where(e.aside.is_(False), e.id.in_(union(*near)), shares)


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
