"""The filter that every view shares: which events to show, as conditions that the record's indexes answer."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, false, func, literal, literal_column, or_, select
from sqlalchemy.sql.selectable import FromClause

from dragoman.mentions.spelling import fold
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.between import Between
from dragoman.views.remembered import remembered
from dragoman.views.seek import Sought, seek

_E, _P = schema.events.c, schema.event_participants.c


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events to show; None leaves a field open.

    `since` and `until` are dates as coarse as one likes; an event counts where it can lie
    between them, and one whose year is not known never does. `type` and `status` may name
    several, with commas between them.
    """

    who: str | None = None
    with_: str | None = None
    where: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    aside: bool = False  # show what is kept aside for review, too
    status: str | None = None
    outlet: str | None = None  # a publisher, as the record has it


# What is kept aside too, or not. Both values are named, for an index that begins with the column is then of use.
ASIDE: dict[bool, ColumnElement[bool]] = {True: _E.aside.in_([False, True]), False: _E.aside.is_(False)}
_FEW = 3_000  # events that a filter may choose and still be named one by one


def conditions(store: Store, wanted: Filter) -> list[ColumnElement[bool]]:
    """Conditions on the table of events that all must hold; raises DragomanError for a date that is none.

    A view asks for one filter in several queries: where it chooses few events, they are
    looked up once and named from then on, which the record answers from its keys.
    """
    few = remembered(store, ("few", wanted), lambda: _few(store, wanted))
    if few is None:
        return _stated(store, wanted)
    named: Select[tuple[str]] = select(literal_column("value")).select_from(func.json_each(few))
    return [_E.id.in_(named)]


def passing(store: Store, wanted: Filter) -> list[str]:
    """The ids of all events that pass a filter, in no order; raises DragomanError for a date that is none."""
    return [id for (id,) in store.at_once(select(_E.id).where(*conditions(store, wanted)))]


def _few(store: Store, wanted: Filter) -> str | None:
    """The ids of the events that a filter chooses, as JSON; None where it need not choose few."""
    stated = _stated(store, wanted)
    if not (wanted.who or wanted.with_ or wanted.where or wanted.outlet):
        return None
    ids = [id for (id,) in store.at_once(select(_E.id).where(*stated).limit(_FEW + 1))]
    return json.dumps(ids) if len(ids) <= _FEW else None


def _stated(store: Store, wanted: Filter) -> list[ColumnElement[bool]]:
    out: list[ColumnElement[bool]] = [ASIDE[wanted.aside]]
    if wanted.type:
        out.append(_E.type.in_(_several(wanted.type)))
    if wanted.status:
        out.append(_E.status.in_(_several(wanted.status)))
    who = seek(store, wanted.who) if wanted.who else None
    with_ = seek(store, wanted.with_) if wanted.with_ else None
    if who is not None and with_ is not None:
        out.append(_both(who, with_))
    elif who is not None or with_ is not None:
        out.append(_takes_part(who or with_ or Sought(frozenset(), frozenset())))
    if wanted.where:
        out.append(_in_place(store, wanted.where))
    out += _dated(Between.of(wanted.since, wanted.until))
    if wanted.outlet:
        s, a = schema.event_sources.c, schema.articles.c
        told = select(s.event).join(schema.articles, a.id == s.article).where(a.publisher == wanted.outlet)
        out.append(_E.id.in_(told))
    return out


def _several(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _takes_part(sought: Sought) -> ColumnElement[bool]:
    return or_(_E.id.in_(select(_P.event).where(_is(schema.event_participants, sought))), _hosts(sought))


def _both(who: Sought, with_: Sought) -> ColumnElement[bool]:
    """Two different sides are the two, or one of them is the state that hosts the other."""
    ours, theirs = schema.event_participants.alias("ours"), schema.event_participants.alias("theirs")
    met = (
        select(ours.c.event)
        .join(theirs, and_(theirs.c.event == ours.c.event, theirs.c.position != ours.c.position))
        .where(_is(ours, who), _is(theirs, with_))
    )
    return or_(
        _E.id.in_(met),
        and_(_hosts(who), _E.id.in_(select(_P.event).where(_is(schema.event_participants, with_)))),
        and_(_hosts(with_), _E.id.in_(select(_P.event).where(_is(schema.event_participants, who)))),
    )


def _is(sides: FromClause, sought: Sought) -> ColumnElement[bool]:
    either: list[ColumnElement[bool]] = [false()]
    if sought.actors:
        either.append(sides.c.actor.in_(sorted(sought.actors)))
    if sought.countries:
        either.append(sides.c.country.in_(sorted(sought.countries)))
    return or_(*either)


def _hosts(sought: Sought) -> ColumnElement[bool]:
    return _E.host.in_(sorted(sought.countries)) if sought.countries else false()


def _in_place(store: Store, word: str) -> ColumnElement[bool]:
    """The place is named by the word, or lies in the state that it names, or that state is the host."""
    wanted = fold(word)
    named = [place for place, folded in remembered(store, "places", lambda: _places(store)) if f" {wanted} " in folded]
    codes = sorted(seek(store, word).countries | {word.upper()})
    return or_(
        _E.place.in_(named) if named else literal(False), _E.place_country.in_(codes), _E.host.in_(codes)
    )


def _places(store: Store) -> list[tuple[str, str]]:
    """The places of all events, each with its name folded."""
    rows = store.rows(select(_E.place).where(_E.aside.in_([False, True])).distinct())
    return [(row.place, f" {fold(row.place)} ") for row in rows if row.place is not None]


def _dated(between: Between) -> list[ColumnElement[bool]]:
    out: list[ColumnElement[bool]] = []
    if (first := between.first_day) is not None:
        out.append(_E.last_day >= first)
    if (last := between.last_day) is not None:
        out.append(_E.first_day <= last)
    return out
