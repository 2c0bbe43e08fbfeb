"""Likely sides: who took part in an act whose own arguments name too few, judged by the company that it keeps.

Each of those whom the sentence names is weighed by how it stands to the act (facts.vicinity), then the act itself by
how it is told and by how well its best two sides would do. The weights are data (`side_weights.yaml`), fitted by
`python -m evaluation.sides` to acts that people had marked; both figures are probabilities.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.errors import KnowledgeError
from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.fillers import Filler
from dragoman.facts.frame_types import Frame
from dragoman.facts.people import as_actor
from dragoman.facts.scope_words import words
from dragoman.facts.units import international, unit_of
from dragoman.facts.vicinity import stands_to, tells
from dragoman.knowledge.files import PACKAGED, mapping
from dragoman.knowledge.pack import load
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Predicate

WEIGHTS_FILE = "side_weights.yaml"
WHY = "likely, by how it stands to the act"
# From here on one who is named is taken for a side, a second of one state for another side, and an act for told.
A_SIDE, _ONE_MORE, _TOLD = 0.5, 0.7, 0.7
_BINS = ((0.3, "none"), (0.5, "weak"), (0.7, "fair"), (0.85, "good"), (1.01, "sure"))


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to the log-odds, and what they are with no sign at all."""

    start: float
    of: Mapping[str, float]

    def likely(self, signs: Iterable[str]) -> float:
        """The probability, from 0 to 1, with these signs; a sign without a weight adds nothing."""
        odds = self.start + sum(self.of.get(s, 0.0) for s in set(signs))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@dataclass(frozen=True, slots=True)
class Named:
    """One whom the sentence names, its signs, and how likely it takes part."""

    referent: int
    spot: Spot
    signs: tuple[str, ...]
    likely: float


@dataclass(frozen=True, slots=True)
class Judged:
    """How likely an act is told, and the sides that its arguments lack; none where it is not likely enough."""

    told: float
    sides: tuple[Side, ...]

    @property
    def stands(self) -> bool:
        """Whether it is more than likely told."""
        return self.told >= _TOLD


@cache
def weights(of: str) -> Weights:
    """The packaged weights of "sides" or of "telling"; raises KnowledgeError where the file is malformed."""
    try:
        data = mapping(PACKAGED / WEIGHTS_FILE)[of]
        return Weights(float(data["start"]), {str(k): float(v) for k, v in data["weights"].items()})
    except (TypeError, KeyError, AttributeError, ValueError) as fault:
        raise KnowledgeError(
            WEIGHTS_FILE, f"{of} has no start and weights by sign ({fault})", "fit it anew with evaluation.sides"
        ) from None


def judged(page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate]) -> Judged:
    """Whether a candidate likely tells of an act, and who likely took part in it beside its sides.

    `predicates` are those of its sentence by token.
    """
    ranked = named(page, candidate, predicates)
    told = weights("telling").likely(telling_signs(page, candidate, ranked))
    return Judged(told, tuple(_chosen(page, candidate, ranked)) if told >= _TOLD else ())


def named(page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate]) -> list[Named]:
    """All whom the sentence names that the kind takes as sides, the likeliest first."""
    kinds = frozenset(k for s in candidate.frame.slots if s.part is not None for k in s.kinds)
    found: dict[int, Named] = {}
    for spot in page.spots[candidate.sentence]:
        if _discussed(candidate, spot):
            continue
        for own in spot.referents:
            referent = as_actor(page.referents, own, kinds)
            if referent is None:
                continue
            signs = tuple(stands_to(page, candidate, predicates, spot, own))
            likely = weights("sides").likely(signs)
            if referent not in found or likely > found[referent].likely:
                found[referent] = Named(referent, spot, signs, likely)
    return sorted(found.values(), key=lambda n: (-n.likely, n.spot.first, n.referent))


def _discussed(candidate: Candidate, spot: Spot) -> bool:
    """True of NATO in "discussed the future of NATO": what is talked about does not talk."""
    predicate = candidate.predicate
    spoken = predicate.pos == "verb" and predicate.lemma in words().talked_about and candidate.frame.in_person
    of_what = [a for a in predicate.arguments if a.role in ("patient", "content")] if spoken else []
    return any(a.first <= spot.first < a.last for a in of_what)


def telling_signs(page: PageReferents, candidate: Candidate, ranked: list[Named]) -> list[str]:
    """The signs of the telling, with how well the best two of different states would do as its sides."""
    first = ranked[0].likely if ranked else 0.0
    units = [unit_of(page, n.referent) for n in ranked]
    second = next((n.likely for n, unit in zip(ranked, units, strict=True) if unit != units[0]), 0.0)
    here = {page.referents[n.referent].country for n in ranked} - {None}
    states = {page.referents[n.referent].country for n in ranked if n.likely >= A_SIDE} - {None}
    return [
        *tells(page, candidate),
        f"best side {_bin(first)}",
        f"second side {_bin(second)}",
        f"{min(len(states), 2)} states likely",
        f"{candidate.frame.name}: {min(len(states), 2)} states likely",
        f"{min(len(here), 2)} states in the sentence",
    ]


def _bin(likely: float) -> str:
    return next(name for most, name in _BINS if likely < most)


def _chosen(page: PageReferents, candidate: Candidate, ranked: list[Named]) -> list[Side]:
    """Those likely enough: of each state the likeliest; of people who meet, all who are hardly in doubt."""
    frame = candidate.frame
    taken = {s.referent for s in candidate.sides}
    units = {unit_of(page, s.referent) for s in candidate.sides}
    out: list[Side] = []
    for n in ranked:
        who, unit = page.referents[n.referent], unit_of(page, n.referent)
        if n.likely < A_SIDE or n.referent in taken:
            continue
        if who.country is None and not international(page, n.referent):
            continue
        if frame.hostile and frame.mutual and who.country is not None and load().country(who.country) is None:
            continue  # an organisation calls for a truce, and keeps none
        if unit in units and not (frame.in_person and who.kind == "person" and n.likely > _ONE_MORE):
            continue
        if frame.abroad and units and unit not in units:
            continue  # one delegation travels; those of another state receive it
        part = _part(frame, n, {s.part for s in (*candidate.sides, *out)})
        if part is not None:
            at = Filler(n.referent, candidate.sentence, n.spot.first, n.spot.last, WHY, n.spot.title)
            out.append(Side(n.referent, part, at, WHY))
            units.add(unit)
    return out


def _part(frame: Frame, who: Named, taken: set[str]) -> str | None:
    """What one does in the act: the first part for who acts, else the other; `side` where the kind has it."""
    parts = [s.part for s in frame.slots if s.part is not None and s.part not in ("mediator", "host")]
    if "side" in parts or not parts:
        return "side" if parts else None
    first, *others = dict.fromkeys(parts)
    if not others or "agent" in who.signs[0] and first not in taken:
        return first
    return others[0] if others[0] not in taken or first in taken else first
