"""The dossier of a place: where it lies, what took place there, who came, and who met there as on neutral ground."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import func, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.atlas import Spot, spots
from dragoman.views.filter import Filter, conditions
from dragoman.views.overview import Kind, Year, kinds, years
from dragoman.views.venues import Venue, venues

_E, _P, _A = schema.events.c, schema.event_participants.c, schema.actors.c
_DONE = ("occurred", "ongoing")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who took part in events there that took place, and is not of there."""

    id: str
    name: str
    kind: str
    country: str | None
    events: int


@dataclass(frozen=True, slots=True)
class PlaceDossier:
    """A city, or a state as a place; everything counts the events that pass the filter."""

    state: str | None  # code of the state that the word names
    actor: str | None  # id of that state as an actor
    spots: tuple[Spot, ...]  # the city itself, or the cities of the state
    kinds: tuple[Kind, ...]
    years: tuple[Year, ...]
    guests: tuple[Guest, ...]
    venues: tuple[Venue, ...]  # where meetings were held there on neutral ground


def place_dossier(store: Store, wanted: Filter, state: str | None, shown: int = 12) -> PlaceDossier:
    """The dossier of the place that `where` names; `state` is its code where it is a state."""
    spots_ = spots(store, wanted, 400 if state else 4)
    home = {state} if state else {s.country for s in spots_ if s.country}
    # Those with neutral ground come first, and only what is shown is written out.
    found = islice(venues(store, replace(wanted, status=None, type=None)), shown)
    return PlaceDossier(
        state,
        _state(store, state) if state else None,
        spots_,
        kinds(store, wanted),
        years(store, wanted),
        _guests(store, wanted, home, shown),
        tuple(venue for venue in found if venue.neutral),
    )


def _guests(store: Store, wanted: Filter, home: set[str], shown: int) -> tuple[Guest, ...]:
    """The persons who were there most often; of the place's own state nobody."""
    count = func.count(_P.event.distinct())
    inside = select(_E.id).where(*conditions(store, wanted), _E.status.in_(_DONE))
    often = (
        select(_P.actor, count.label("n"))
        .where(_P.event.in_(inside), _P.kind == "person", _P.country.not_in(sorted(home)))
        .group_by(_P.actor)
        .order_by(count.desc(), _P.actor)
        .limit(shown)
        .subquery()
    )
    query = select(_A.id, _A.name, _A.kind, _A.country, often.c.n).join(often, often.c.actor == _A.id)
    rows = store.rows(query.order_by(often.c.n.desc(), _A.name, _A.id))
    return tuple(Guest(r.id, r.name, r.kind, r.country, r.n) for r in rows)


def _state(store: Store, code: str) -> str | None:
    """The actor that is the state of a code."""
    query = select(_A.id).where(_A.country == code, _A.kind == "state").order_by(_A.pages.desc(), _A.id).limit(1)
    return next((row.id for row in store.rows(query)), None)
