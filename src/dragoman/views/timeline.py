"""The timeline: events in order of time, as a user filters them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal_column, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.filter import Filter, conditions

__all__ = ["ORDERS", "Filter", "Page", "Row", "Side", "events", "page", "timeline", "types"]

_E = schema.events.c


@dataclass(frozen=True, slots=True)
class Side:
    """One participant of a row."""

    actor: str
    name: str
    kind: str
    country: str | None
    slot: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One event of the timeline."""

    id: str
    type: str
    status: str
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    host: str | None
    sides: tuple[Side, ...]
    pages: int
    conflicts: tuple[str, ...]  # fields on which sources disagree
    confidence: float
    aside: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the events that pass a filter, and how many pass it in all."""

    rows: tuple[Row, ...]
    total: int


# Oldest first; newest first, undated ones last; most reported first; disputed on most fields first.
_ALL = Filter()
ORDERS = ("time", "latest", "pages", "disputed")


def timeline(store: Store, wanted: Filter) -> Iterator[Row]:
    """The events that pass the filter; undated ones come last. Raises DragomanError for a date that is none."""
    query = select(_E.body).where(*conditions(store, wanted)).order_by(_E.sort, _E.id)
    for record in store.rows(query):
        yield _row(record.body)


def page(
    store: Store, wanted: Filter, first: int = 0, count: int = 100, order: str = "time", dated: bool = False
) -> Page:
    """`count` events from the `first` on, in one of ORDERS; raises DragomanError for a date that is none.

    `dated` leaves out those whose year is not known.
    """
    where = conditions(store, wanted)
    if dated:
        where.append(_E.first_day.is_not(None))
    total = next(iter(store.rows(select(func.count()).select_from(schema.events).where(*where))))[0]
    # Ids first: they come from an index, and only the bodies of this page are opened.
    chosen = select(_E.id).where(*where).order_by(*_order(order, wanted != _ALL)).limit(count).offset(first)
    ids = [row.id for row in store.rows(chosen)]
    found = {row.id: row.body for row in store.rows(select(_E.id, _E.body).where(_E.id.in_(ids)))}
    return Page(tuple(_row(found[id]) for id in ids if id in found), total)


def events(store: Store, ids: Sequence[str]) -> list[Row]:
    """The events of these ids, in their order; an id that the record does not hold is passed over."""
    found = {row.id: row.body for row in store.rows(select(_E.id, _E.body).where(_E.id.in_(ids)))}
    return [_row(found[id]) for id in ids if id in found]


def _order(name: str, narrowed: bool) -> list[ColumnElement[Any]]:
    if name == "latest":
        return [case((_E.sort >= "~", 1), else_=0), _E.sort.desc(), _E.id]
    if name == "time" and narrowed:
        # Not by the index of that order: SQLite would open event after event on its way to the few that pass.
        return [literal_column("+events.sort"), _E.id]
    if name == "pages":
        return [_E.pages.desc(), _E.sort, _E.id]
    if name == "disputed":
        return [_E.conflicts.desc(), _E.pages.desc(), _E.sort, _E.id]
    return [_E.sort, _E.id]


def types(store: Store) -> list[str]:
    """The types of event that the record holds."""
    return [row.type for row in store.rows(select(schema.events.c.type).distinct().order_by(schema.events.c.type))]


def _row(body: str) -> Row:
    event = json.loads(body)
    place = event["place"] or {}
    return Row(
        id=event["id"],
        type=event["type"],
        status=event["status"],
        start=event["start"],
        end=event["end"],
        place=place.get("name"),
        country=place.get("country"),
        host=event["host"],
        sides=tuple(Side(p["actor"], p["name"], p["kind"], p["country"], p["as"]) for p in event["participants"]),
        pages=len({s["article"] for s in event["sources"]}),
        conflicts=tuple(c["field"] for c in event["conflicts"]),
        confidence=event["confidence"],
        aside=event["aside"],
    )
