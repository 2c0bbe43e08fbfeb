"""What the map shows: places where events took place, and the ways of arms and travellers between states."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, case, func, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.filter import Filter, conditions

_E = schema.events.c


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with how many events took place there; `foreign` are those in which its own state has no side."""

    name: str
    country: str | None
    lat: float
    lon: float
    events: int
    foreign: int


@dataclass(frozen=True, slots=True)
class Way:
    """From one state to another: arms that it supplies, or visits that its people pay."""

    kind: str  # arms, visits
    source: str
    target: str
    events: int


def spots(store: Store, wanted: Filter, most: int = 400) -> tuple[Spot, ...]:
    """The places of events that pass the filter, those with most events first."""
    where = [*conditions(store, wanted), _E.place.is_not(None), _E.lat.is_not(None), _E.lon.is_not(None)]
    grouped = (_E.place, _E.place_country)
    p = schema.event_participants.c
    at_home = select(p.event).where(p.event == _E.id, p.country == _E.place_country).exists()
    query = (
        select(
            *grouped,
            func.min(_E.lat).label("lat"),
            func.min(_E.lon).label("lon"),
            func.count().label("events"),
            func.sum(case((at_home, 0), else_=1)).label("foreign"),
        )
        .where(*where)
        .group_by(*grouped)
        .order_by(func.count().desc(), *grouped)
        .limit(most)
    )
    return tuple(Spot(r.place, r.place_country, r.lat, r.lon, r.events, r.foreign) for r in store.rows(query))


def ways(store: Store, wanted: Filter, most: int = 150) -> tuple[Way, ...]:
    """Arms from suppliers to recipients, and visits from a visitor's state to the host, the busiest first."""
    where = conditions(store, wanted)
    gives, takes = schema.event_participants.alias("gives"), schema.event_participants.alias("takes")
    arms = (
        select(gives.c.country.label("source"), takes.c.country.label("target"), func.count().label("n"))
        .select_from(schema.events)
        .join(gives, and_(gives.c.event == _E.id, gives.c.slot == "supplier"))
        .join(takes, and_(takes.c.event == _E.id, takes.c.slot == "recipient"))
        .where(*where, _E.type == "arms_transfer", gives.c.country != takes.c.country)
        .group_by(gives.c.country, takes.c.country)
        .order_by(func.count().desc(), gives.c.country, takes.c.country)
        .limit(most)
    )
    comes = schema.event_participants.alias("comes")
    visits = (
        select(comes.c.country.label("source"), _E.host.label("target"), func.count(_E.id.distinct()).label("n"))
        .select_from(schema.events)
        .join(comes, and_(comes.c.event == _E.id, comes.c.slot == "visitor"))
        .where(*where, _E.type == "visit", comes.c.country != _E.host)
        .group_by(comes.c.country, _E.host)
        .order_by(func.count(_E.id.distinct()).desc(), comes.c.country, _E.host)
        .limit(most)
    )
    both = (("arms", arms), ("visits", visits))
    return tuple(Way(kind, r.source, r.target, r.n) for kind, query in both for r in store.rows(query))
