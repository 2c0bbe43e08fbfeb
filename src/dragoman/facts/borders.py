"""Whose border it is: who fought where two states meet, and whose troops are sent there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.facts.bystanders import NEAR, nearest_units
from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.people import groups
from dragoman.facts.units import units_of
from dragoman.mentions.spots import Border, PageReferents
from dragoman.types import Predicate

_THEIRS = "one of the two whose border it is"
_OWN = "whose border it is"
_SAYS = "who says that they are sent"


def two_of_border(page: PageReferents, candidate: Candidate) -> None:
    """ "Three soldiers died in a clash on the Peruvian-Chilean border": a clash of Peru and Chile.

    So is one of Peruvians "on the border with Chile". Unless the sentence names others, or speaks of rebels and the
    like.
    """
    fight = candidate.frame.hostile and not candidate.frame.mutual
    if not fight or candidate.scope.status == "possible" or "told as a habit" in candidate.features:
        return
    place, border = next(((p, b) for p, b in _borders(page, candidate) if b.states), (None, None))
    fills = {f.slot for f in candidate.trigger.fill}
    parts = {s.part for s in candidate.frame.slots if s.name in fills} - {None}
    if place is None or border is None or parts <= {"target"} or _of_others(page, candidate, border):
        return
    told = units_of(page, (s.referent for s in candidate.sides))
    part = "side"
    if candidate.sides and "side" not in {s.part for s in candidate.sides}:
        part = "attacker" if candidate.sides[0].part == "target" else "target"
    missing = [r for r in border.states if page.referents[r].country not in told]
    for state in missing:
        at = Filler(state, candidate.sentence, place.first, place.last, _THEIRS)
        candidate.sides.append(Side(state, part, at, _THEIRS))
    if missing:
        candidate.features.append(NEAR)


def own_troops(page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate]) -> None:
    """ "300 marines will be sent to the frontier, Peru's minister said": Peru's, as are those at "Peru's frontier"."""
    unowned = [argument for part, argument in candidate.unowned if part == "side"]
    if not candidate.frame.hosted or candidate.sides or not unowned:
        return
    borders = [b for _, b in _borders(page, candidate)]
    owner, why = next((b.own for b in borders if b.own is not None), None), _OWN
    if owner is None:
        ahead = candidate.scope.status == "planned"
        for state in _speaking(page, candidate, predicates):
            if ahead or any(b.states and page.referents[state].country not in _codes(page, b) for b in borders):
                owner, why = state, _SAYS
    if owner is not None:
        at = Filler(owner, candidate.sentence, unowned[0].first, unowned[0].last, why)
        candidate.sides.append(Side(owner, "side", at, why))


def _borders(page: PageReferents, candidate: Candidate) -> Iterator[tuple[Filler, Border]]:
    for place in candidate.places:
        border = page.borders.get(place.referent)
        if border is not None:
            yield place, border


def _codes(page: PageReferents, border: Border) -> set[str | None]:
    return {page.referents[r].country for r in border.states}


def _of_others(page: PageReferents, candidate: Candidate, border: Border) -> bool:
    """True where somebody besides the two may have fought."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    codes = _codes(page, border)
    slot = next(s for s in candidate.frame.slots if s.part == "side")
    named = nearest_units(page, candidate, slot.kinds).keys() | units_of(page, (s.referent for s in candidate.sides))
    beyond = named - codes
    one_named = len(codes) == 1 and len(beyond) == 1  # "Peruvians fell on the border with Chile": the two of it
    known = one_named or len(codes) == 2 and not beyond
    return not known or any(t.lemma in groups()["armed_groups"] | groups()["outlaws"] for t in tokens)


def _speaking(page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate]) -> Iterator[int]:
    """The states, or else the bodies, of those in whose words it is told."""
    for token in candidate.scope.sources:
        speech = predicates.get(token)
        for a in speech.arguments if speech is not None else ():
            for f in fill(page, candidate.sentence, a) if a.role == "agent" else ():
                speaker = page.referents[f.referent] if isinstance(f, Filler) else None
                if speaker is None or speaker.country is None:
                    continue
                state = next((r.id for r in page.referents if r.kind == "state" and r.country == speaker.country), None)
                if state is not None or speaker.kind == "body":
                    yield speaker.id if state is None else state
