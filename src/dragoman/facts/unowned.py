"""Whose soldiers and posts those are of which a report does not say it: "two soldiers died", "a police station"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.people import groups
from dragoman.mentions.spots import PageReferents
from dragoman.types import Place, Predicate, Token


def own_by_speaker(
    page: PageReferents, candidate: Candidate, tokens: Sequence[Token], predicates: Mapping[int, Predicate]
) -> None:
    """ "One soldier was killed, the US military said": an army speaks of its own soldiers.

    Only of soldiers: an army reports attacks on other people's police stations.
    """
    for part, argument in list(candidate.unowned):
        if candidate.frame.hosted or candidate.trigger.effect is False or any(s.part == part for s in candidate.sides):
            continue
        for token in candidate.scope.sources:
            speech = predicates.get(token)
            agents = [a for a in speech.arguments if a.role == "agent"] if speech is not None else []
            for a in agents:
                if not any(t.text.lower() in groups()["militaries"] for t in tokens[a.first : a.last]):
                    continue
                owner = next((f for f in fill(page, candidate.sentence, a) if isinstance(f, Filler)), None)
                if owner is not None and page.referents[owner.referent].country is not None:
                    at = Filler(owner.referent, candidate.sentence, argument.first, argument.last, "whose they are")
                    candidate.sides.append(Side(owner.referent, part, at, "the army that reports it"))
                    return


def own_by_place(page: PageReferents, candidate: Candidate, place: Place | None) -> None:
    """ "Insurgents attacked a police station in Mosul": it is that of the state in which Mosul lies."""
    if place is None or place.country is None or candidate.frame.hosted:
        return  # troops that are sent somewhere are not those of that state
    of_it = [r for r in page.referents if r.country == place.country and r.kind in ("state", "body")]
    state = min(of_it, key=lambda r: (r.kind != "state", r.id)).id if of_it else None
    if state is None:
        return
    for part, argument in candidate.unowned:
        taken = any(s.part == part or s.referent == state for s in candidate.sides)
        if not taken and all(page.referents[s.referent].country != place.country for s in candidate.sides):
            at = Filler(state, candidate.sentence, argument.first, argument.last, "whose they are")
            candidate.sides.append(Side(state, part, at, "the state in which they were"))
