"""What came of an act, told in the same sentence: "opened fire, killing two soldiers", "died when a bomb exploded"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.facts.candidate import Candidate
from dragoman.types import Predicate


def join_effects(candidates: Sequence[Candidate], predicates: Mapping[int, Predicate]) -> None:
    """Joins those of a sentence that tell of an effect to the act of their kind that brought it about."""
    for candidate in candidates:
        cause = _cause(candidate, candidates, predicates) if candidate.trigger.effect else None
        if cause is not None:
            candidate.joined = cause.predicate.token
            candidate.places = candidate.places or list(cause.places)
            candidate.times = candidate.times or list(cause.times)
            cause.places = cause.places or list(candidate.places)
            cause.times = cause.times or list(candidate.times)


def _cause(
    effect: Candidate, others: Sequence[Candidate], predicates: Mapping[int, Predicate]
) -> Candidate | None:
    """The act in the same sentence of which this tells what came: "opened fire, killing two"."""
    first = next((c for c in others if c.trigger.effect and c.predicate.parent == effect.predicate.token), None)
    if first is not None and first is not effect and first.predicate.link == "conjunct":
        # "Killed and wounded when ...": what stands with the last of several stands with all.
        later = _cause(first, others, predicates)
        if later is not None:
            return later
    own = effect.predicate
    acts = [c for c in others if c.frame is effect.frame and not c.trigger.effect]
    # "And another wounded" is no act by itself.
    acts = [c for c in acts if c.sides or c.predicate.parent != own.token or c.predicate.link != "conjunct"]
    heads = {a.head for a in own.arguments if a.role in ("agent", "oblique", "place", "time", "companion", "source")}
    for act in acts:
        there = act.predicate
        if there.token in heads:
            return act
    for act in acts:
        there = act.predicate
        over = own.parent in (there.token, there.light) and own.parent is not None
        under = there.parent == own.token
        if (over or under) and not ((own.link if over else there.link) or "").startswith("content"):
            return act
    for act in acts:
        # "One was killed and another wounded in a clash": the second verb, which tells of nobody known, has the clash.
        above = predicates.get(act.predicate.parent) if act.predicate.parent is not None else None
        if above is not None and above.parent == own.token and above.link == "conjunct":
            return act
    return None
