"""Which places host whose meetings, and for whom each is neutral ground."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations

from sqlalchemy import Select, func, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.filter import Filter, conditions

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


def venues(store: Store, wanted: Filter = _ALL) -> list[Venue]:
    """Venues of the meetings that pass, those with most neutral ones first; raises DragomanError for what is no date.

    Where the filter names no kind or status, these are meetings and agreements that took place.
    """
    e, p = schema.events.c, schema.event_participants.c
    wanted = replace(wanted, type=wanted.type or _TYPES, status=wanted.status or "occurred,ongoing")
    where = [*conditions(store, wanted), e.place_country.is_not(None)]
    states = select(func.group_concat(p.country.distinct())).where(p.event == e.id).scalar_subquery().label("states")
    names = {row.country: row.name for row in store.rows(_states())}
    found: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    sides: dict[str, str] = {}
    for row in store.rows(select(e.id, e.place, e.place_country, states).where(*where).order_by(e.sort, e.id)):
        city = row.place if row.place != names.get(row.place_country) else None
        found[city, row.place_country].append(row.id)
        if row.states:
            sides[row.id] = row.states
    out = []
    for (place, country), ids in found.items():
        neutral = [id for id in ids if id in sides and country not in sides[id].split(",")]
        pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id in neutral:
            for a, b in combinations(sorted(sides[id].split(",")), 2):
                pairs[a, b].append(id)
        met = sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0]))
        out.append(Venue(place, country, tuple(ids), tuple(neutral), tuple((a, b, tuple(x)) for (a, b), x in met)))
    return sorted(out, key=lambda v: (-len(v.neutral), -len(v.events), v.country, v.place or ""))


def _states() -> Select[tuple[str, str]]:
    a = schema.actors.c
    return select(a.country, a.name).where(a.kind == "state", a.country.is_not(None))
