"""The timeline: events in order of time, as a user filters them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from dragoman.mentions.spelling import fold
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.between import Between
from dragoman.views.seek import Sought, seek


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events to show; None leaves a field open.

    `since` and `until` are dates as coarse as one likes; an event counts where it can lie
    between them, and one whose year is not known never does.
    """

    who: str | None = None
    with_: str | None = None
    where: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    aside: bool = False  # show what is kept aside for review, too


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


def timeline(store: Store, wanted: Filter) -> Iterator[Row]:
    """The events that pass the filter; undated ones come last. Raises DragomanError for a date that is none."""
    between = Between.of(wanted.since, wanted.until)
    who = seek(store, wanted.who) if wanted.who else None
    with_ = seek(store, wanted.with_) if wanted.with_ else None
    where = seek(store, wanted.where).countries if wanted.where else frozenset[str]()
    e = schema.events.c
    query = select(e.body).order_by(e.sort, e.id)
    if wanted.type:
        query = query.where(e.type == wanted.type)
    if not wanted.aside:
        query = query.where(~e.aside)
    for record in store.rows(query):
        row = _row(record.body)
        if (
            _sides_pass(row, who, with_)
            and (not wanted.where or _place_passes(row, wanted.where, where))
            and between.has(row.start, row.end)
        ):
            yield row


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


def _sides_pass(row: Row, who: Sought | None, with_: Sought | None) -> bool:
    ours = {i for i, s in enumerate(row.sides) if who is None or _is(s, who)}
    theirs = {i for i, s in enumerate(row.sides) if with_ is None or _is(s, with_)}
    if who is not None and with_ is not None:
        return any(i != j for i in ours for j in theirs) or _hosted(row, who, with_)
    if who is not None:
        return bool(ours) or row.host in who.countries
    return with_ is None or bool(theirs) or row.host in with_.countries


def _hosted(row: Row, who: Sought, with_: Sought) -> bool:
    """Whether one of the two is the state that hosts the other."""
    return (row.host in who.countries and any(_is(s, with_) for s in row.sides)) or (
        row.host in with_.countries and any(_is(s, who) for s in row.sides)
    )


def _is(side: Side, sought: Sought) -> bool:
    return side.actor in sought.actors or (side.country is not None and side.country in sought.countries)


def _place_passes(row: Row, word: str, countries: frozenset[str]) -> bool:
    named = row.place is not None and f" {fold(word)} " in f" {fold(row.place)} "
    codes = countries | {word.upper()}
    return named or (row.country is not None and row.country in codes) or (row.host is not None and row.host in codes)
