"""Which places host whose meetings, and for whom each is neutral ground."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from sqlalchemy import Select, func, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.columns import Flags, Groups, Lazy, Numbers, Order, columns
from dragoman.views.filter import Filter, passing
from dragoman.views.remembered import remembered

_TYPES = "meeting,agreement"
_ALL = Filter()


@dataclass(frozen=True, slots=True)
class Venue:
    """A place where others met; each figure is the ids of the events that it counts."""

    place: str | None  # None: the state as a whole, where no page names the city
    country: str
    events: tuple[str, ...]  # all that were held there
    neutral: tuple[str, ...]  # of these, those to which its own state was no party
    pairs: tuple[tuple[str, str, tuple[str, ...]], ...]  # two states that met there, itself no party; most often first


@dataclass(frozen=True, slots=True)
class _Held:
    """The events whose place is known, as columns."""

    order: Order
    places: tuple[tuple[str | None, str], ...]  # city and country, in order of country and city
    codes: tuple[str, ...]
    # Of each event.
    place: Numbers
    is_neutral: Flags
    # Of each two states that met on neutral ground.
    event: Numbers
    pair: Numbers  # the smaller code times the number of codes, plus the larger


def venues(store: Store, wanted: Filter = _ALL) -> Venues:
    """Venues of the meetings that pass, those with most neutral ones first; raises DragomanError for what is no date.

    Where the filter names no kind or status, these are meetings and agreements that took place.
    """
    wanted = replace(wanted, type=wanted.type or _TYPES, status=wanted.status or "occurred,ongoing")
    return Venues(remembered(store, "held", lambda: _held(store), stale=True), passing(store, wanted))


class Venues(Lazy[Venue]):
    """Venues, each written out when it is looked at."""

    def __init__(self, held: _Held, ids: Iterable[str]) -> None:
        self._held = held
        passes = held.order.flags(ids)
        self._events = Groups.by(held.place[passes], np.flatnonzero(passes))
        own = passes & held.is_neutral
        self._neutral = Groups.by(held.place[own], np.flatnonzero(own))
        rows = np.flatnonzero(passes[held.event])
        self._met = Groups.by(held.place[held.event[rows]], rows)
        every = np.arange(len(held.places))
        self._found = np.lexsort((every, -self._events.counts(every), -self._neutral.counts(every)))
        self._found = self._found[self._events.counts(self._found) > 0]
        super().__init__(len(self._found), self._made)

    @property
    def meetings(self) -> int:
        """How many events were held at them all."""
        return len(self._events.rows)

    @property
    def neutral(self) -> int:
        """How many of these on neutral ground."""
        return len(self._neutral.rows)

    def of(self, place: str, country: str) -> Venue | None:
        """The venue of a place, "" for the state as a whole; None where nothing that passes was held there."""
        for at, found in enumerate(self._found.tolist()):
            if self._held.places[found] == (place or None, country):
                return self[at]
        return None

    def _made(self, at: int) -> Venue:
        held, place = self._held, int(self._found[at])
        met = self._met.of(place)
        pairs = []
        for pair, events in Groups.by(held.pair[met], held.event[met]):
            a, b = divmod(pair, len(held.codes))
            pairs.append((held.codes[a], held.codes[b], held.order.named(events)))
        return Venue(
            *held.places[place],
            held.order.named(self._events.of(place)),
            held.order.named(self._neutral.of(place)),
            tuple(sorted(pairs, key=lambda x: (-len(x[2]), x[:2]))),
        )


def _held(store: Store) -> _Held:
    e, p = schema.events.c, schema.event_participants.c
    states = select(func.group_concat(p.country.distinct())).where(p.event == e.id).scalar_subquery().label("states")
    names = {row.country: row.name for row in store.rows(_states())}
    query = select(e.sort, e.id, e.place, e.place_country, states).where(e.aside.in_([False, True]))
    ids: list[str] = []
    places: list[tuple[str | None, str]] = []
    is_neutral: list[bool] = []
    met: list[tuple[int, str, str]] = []
    for _, id, city, country, states_ in sorted(store.at_once(query.where(e.place_country.is_not(None)))):
        sides = states_.split(",") if states_ else []
        is_neutral.append(bool(sides) and country not in sides)
        if is_neutral[-1]:
            met += [(len(ids), a, b) for a, b in combinations(sorted(sides), 2)]
        ids.append(id)
        places.append((city if city != names.get(country) else None, country))
    known = sorted(set(places), key=lambda x: (x[1], x[0] or ""))
    codes = sorted({code for _, a, b in met for code in (a, b)})
    place, number = {x: i for i, x in enumerate(known)}, {code: i for i, code in enumerate(codes)}
    event, pair = columns([(n, number[a] * len(codes) + number[b]) for n, a, b in met], 2)
    at = np.array([place[x] for x in places], np.int64)
    return _Held(Order.of(ids), tuple(known), tuple(codes), at, np.array(is_neutral, bool), event, pair)


def _states() -> Select[tuple[str, str]]:
    a = schema.actors.c
    return select(a.country, a.name).where(a.kind == "state", a.country.is_not(None))
