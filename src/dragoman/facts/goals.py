"""Where a journey went of which its sentence does not say it, and who the traveller was."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.events import Event, said_place
from dragoman.facts.fillers import Filler
from dragoman.facts.units import unit_of, units_of
from dragoman.mentions.spots import PageReferents
from dragoman.types import Place

_REACH = 3  # sentences


def understood_goal(
    page: PageReferents, events: Sequence[Event], candidate: Candidate
) -> tuple[Place, Filler, str] | None:
    """The goal of "arrived here" and "came as well", where it stands, and why it is thought so."""
    travellers = {s.referent for s in candidate.sides}
    if not candidate.frame.abroad or not travellers:
        return None
    tokens = page.annotated.sentences[candidate.sentence].tokens
    here = next((t for t in tokens if t.text.lower() == "here" and t.head == candidate.predicate.token), None)
    for event in reversed(events):
        if candidate.sentence - event.reports[-1].candidate.sentence > _REACH:
            break
        if here is not None and not event.frame.abroad:
            other = _other_state(page, event, travellers)
            if other is not None:
                place = page.referents[other].place
                at = Filler(other, candidate.sentence, here.i, here.i + 1, "here")
                return (place, at, "here: in the state of the other side") if place is not None else None
        if candidate.additive and event.frame.abroad and not travellers & {s.referent for s in event.sides()}:
            place, filler = said_place(event)
            if place is not None and filler is not None and place.country not in units_of(page, travellers):
                return place, filler, "where the other went too"
    return None


def _other_state(page: PageReferents, event: Event, travellers: set[int]) -> int | None:
    """The state of the one side that is not the travellers' own."""
    home = units_of(page, travellers)
    others = units_of(page, [s.referent for s in event.sides()]) - home
    if len(others) != 1 or not home & units_of(page, [s.referent for s in event.sides()]):
        return None
    code = next(iter(others))
    return next((r.id for r in page.referents if r.kind == "state" and r.country == code), None)


def guest_not_host(page: PageReferents, candidate: Candidate, place: Place | None) -> None:
    """ "The minister received General X during his visit": a visitor of the state visited is taken for its guest."""
    if not candidate.frame.abroad or place is None or place.country is None or not candidate.sides:
        return
    if {unit_of(page, s.referent) for s in candidate.sides} != {place.country}:
        return
    tokens = page.annotated.sentences[candidate.sentence].tokens
    if not any(tokens[s.filler.first].tag == "PRP$" for s in candidate.sides):
        return
    guests = [
        s
        for s in page.spots[candidate.sentence]
        if len(s.referents) == 1
        and s.form in ("name", "title", "role")
        and page.referents[s.referents[0]].kind == "person"
        and page.referents[s.referents[0]].country not in (None, place.country)
    ]
    if len({s.referents[0] for s in guests}) == 1:
        side, guest = candidate.sides[0], guests[0]
        filler = Filler(guest.referents[0], candidate.sentence, guest.first, guest.last, "guest")
        candidate.sides = [Side(guest.referents[0], side.part, filler, "the only stranger in the sentence")]
