"""Candidates that tell of several events at once: talks with each of several people, the stops of a tour."""

from __future__ import annotations

from dataclasses import replace

from dragoman.facts.candidate import Candidate
from dragoman.facts.units import units_of
from dragoman.mentions.spots import PageReferents


def split(page: PageReferents, candidate: Candidate) -> list[Candidate]:
    """ "Talks with the minister and with the chief of staff": the visitor met each, if both are of one state."""
    if candidate.frame.abroad:
        return _stops(page, candidate)
    if candidate.frame.cross == "no" or candidate.open or any(s.part != "side" for s in candidate.sides):
        return [candidate]
    others = [
        s for s in candidate.sides if s.filler.role in ("companion", "patient") and s.filler.prep in ("with", None)
    ]
    rest = [s for s in candidate.sides if s not in others]
    people = [s for s in others if page.referents[s.referent].kind == "person" or s.filler.how.endswith("people of")]
    if (
        len(others) < 2
        or len(people) < len(others)
        or len(rest) != 1
        or len(units_of(page, [s.referent for s in others])) != 1
    ):
        return [candidate]
    if units_of(page, [rest[0].referent]) == units_of(page, [others[0].referent]):
        return [candidate]
    return [
        replace(
            candidate, sides=[*rest, other], open=[], places=list(candidate.places), features=list(candidate.features)
        )
        for other in others
    ]


def _stops(page: PageReferents, candidate: Candidate) -> list[Candidate]:
    """ "Heading for Thailand and Indonesia": every state visited is a visit."""
    goals = [p for p in candidate.places if p.role in ("goal", "patient")]
    states = {
        code
        for p in goals
        if (place := page.referents[p.referent].place) is not None and (code := place.country) is not None
    }
    if len(states) < 2 or len(goals) != len(states):
        return [candidate]
    return [
        replace(candidate, places=[goal], sides=list(candidate.sides), features=list(candidate.features))
        for goal in goals
    ]
