"""What the page implies: the place and the host of an event, taken from one told before."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.candidate import Side
from dragoman.facts.events import Event, said_place
from dragoman.facts.periods import within
from dragoman.facts.standing import known_units
from dragoman.facts.units import units_of
from dragoman.mentions.spots import PageReferents

# How many sentences back the talks may look for the visit during which they were held.
_VISIT_REACH = 4


def inherit(page: PageReferents, events: Sequence[Event]) -> None:
    """Gives each event what those told before imply for it; every such value says so."""
    visits = [e for e in events if e.frame.abroad and e.place() is not None]
    for event in events:
        if event.frame.in_person and event.place() is None:
            _held_during(page, event, visits)
    for event in events:
        _add_host(page, event)


def _add_host(page: PageReferents, event: Event) -> None:
    """Who signs or talks alone in another state does so with that state."""
    sides, place = event.sides(), event.place()
    crosses = event.frame.in_person and event.frame.cross != "no"
    if not crosses or len(sides) != 1 or place is None or place.country is None:
        return
    first = event.reports[0]
    if sides[0].filler.plural or first.place is None or place.country in known_units(page, {sides[0].referent}):
        return
    host = next((r.id for r in page.referents if r.kind == "state" and r.country == place.country), None)
    told = any(r.candidate.trigger.need and r.candidate.predicate.pos == "verb" for r in event.reports)
    if host is not None and first.place_at is not None and told:
        first.candidate.sides.append(Side(host, sides[0].part, first.place_at, "the state in which the other side was"))


def _held_during(page: PageReferents, event: Event, visits: Sequence[Event]) -> None:
    """The talks of a traveller, told right after the visit, were held where the traveller was."""
    first = event.reports[0]
    sides = {s.referent for s in event.sides()}
    units = units_of(page, sides)
    best: tuple[tuple[int, int], Event] | None = None
    for visit in visits:
        place = visit.place()
        travellers = {s.referent for s in visit.sides()}
        if place is None or not travellers & sides:
            continue
        behind = [first.candidate.sentence - r.candidate.sentence for r in visit.reports]
        distance = min((d for d in behind if d >= 0), default=_VISIT_REACH + 1)
        if distance > _VISIT_REACH:
            continue
        mine, theirs = event.date(), visit.date()
        if mine is not None and theirs is not None and not within(mine, theirs):
            continue
        if first.candidate.scope.status == "occurred" and visit.reports[0].candidate.scope.status == "denied":
            continue
        # A host from the state visited speaks for it more than mere nearness.
        at_home = int(place.country in units)
        rank = (at_home, -distance)
        if best is None or rank > best[0]:
            best = (rank, visit)
    if best is not None and (best[0][0] or best[0][1] == 0 or -best[0][1] <= 1):
        place, filler = said_place(best[1])
        if place is not None:
            first.place, first.place_at, first.place_why = place, filler, "held during the visit told before"
