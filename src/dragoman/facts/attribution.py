"""Who is reported to say what a sentence tells: the chain of reporting above a predicate, outermost first."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.facts.candidate import Candidate
from dragoman.facts.fillers import Filler, fill
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, Predicate


def attributed_to(page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate]) -> tuple[str, ...]:
    """Names of those who say so; empty where the article itself does."""
    names: list[str] = []
    for token in candidate.scope.sources:
        speech = predicates.get(token)
        if speech is None:
            continue
        for argument in speech.arguments:
            if argument.role in ("recipient", "patient", "goal") and argument.prep in (None, "to"):
                # "told Trend": the outlet carries what the speaker said.
                names.extend(_names(page, candidate.sentence, argument, ("company", "body")))
        for argument in speech.arguments:
            if argument.role == "agent":
                names.extend(_names(page, candidate.sentence, argument, None))
    names.extend(_according_to(page, candidate, predicates))
    return tuple(dict.fromkeys(names))


def _according_to(page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate]) -> list[str]:
    out: list[str] = []
    for predicate in predicates.values():
        for argument in predicate.arguments:
            if argument.prep in ("according to", "according"):
                out.extend(_names(page, candidate.sentence, argument, None))
    if not out:
        tokens = page.annotated.sentences[candidate.sentence].tokens
        for t in tokens:
            if t.text.lower() == "according" and t.i + 2 < len(tokens) and tokens[t.i + 1].text.lower() == "to":
                spot = next((s for s in page.spots[candidate.sentence] if s.first >= t.i + 2), None)
                if spot is not None and spot.first - t.i <= 6:
                    out.extend(page.referents[r].name for r in spot.referents)
    return out


def _names(page: PageReferents, sentence: int, argument: Argument, kinds: tuple[str, ...] | None) -> list[str]:
    out = []
    for filler in fill(page, sentence, argument):
        if isinstance(filler, Filler):
            referent = page.referents[filler.referent]
            if kinds is None or referent.kind in kinds:
                out.append(referent.name)
    return out
