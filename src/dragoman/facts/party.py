"""A party: one side of a deal in arms, as the code of its state, its body or its armed group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.facts.candidate import Side
from dragoman.facts.fillers import Filler
from dragoman.facts.transfer_words import transfer_words
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Evidence, Sentence


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a deal; `code` is the state's or body's, the name where there is none."""

    code: str
    evidence: Evidence
    referent: int | None
    first: int
    last: int
    how: str
    title: str | None = None
    inferred: bool = False


def code_of(page: PageReferents, referent: int) -> str | None:
    """The code of whom somebody acts for, the name of an armed group, None for anybody else without a state."""
    r = page.referents[referent]
    if r.country is not None:
        return r.country
    if r.acts_for is not None and r.acts_for != referent:
        return code_of(page, r.acts_for)
    ours = transfer_words().services.isdisjoint(r.name.lower().split())  # "the Air Force" is some state's, not a side
    return r.name if r.kind == "force" and r.name[:1].isupper() and ours else None


def known_parties(page: PageReferents, sides: Sequence[Side]) -> list[Party]:
    """The parties that participants of an event are; those of no known state or group are none."""
    return [p for s in sides if (p := of_filler(page, s.filler, s.referent)) is not None]


def of_filler(page: PageReferents, filler: Filler, referent: int) -> Party | None:
    """The party that a referent is where it fills a slot; None where it acts for nobody known."""
    code = code_of(page, referent)
    if code is None:
        return None
    tokens = page.annotated.sentences[filler.sentence].tokens
    at = Evidence(tokens[filler.first].start, tokens[filler.last - 1].end, filler.how)
    return Party(code, at, referent, filler.first, filler.last, filler.how, filler.title)


def of_spot(page: PageReferents, sentence: Sentence, spot: Spot, how: str) -> Party | None:
    """The party that a name in a sentence means; `how` says why it is one."""
    tokens = sentence.tokens
    referent = spot.referents[0]
    r, code = page.referents[referent], code_of(page, referent)
    if code is None:
        return None
    at = Evidence(tokens[spot.first].start, tokens[spot.last - 1].end, how)
    who: int | None = referent if r.kind != "place" else r.acts_for
    return Party(code, at, who, spot.first, spot.last, how)
