"""Who joins in what was told before: "X also took part in the talks" adds a side and tells of no other talks."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.candidate import Candidate
from dragoman.facts.events import Event
from dragoman.facts.predicates.arguments import PRESENT
from dragoman.mentions.spots import PageReferents

# By these names a report calls whatever brought people together.
_ANY = frozenset(("meeting", "talk"))
_DONE = frozenset(("occurred", "ongoing"))


def joins_in(page: PageReferents, event: Event, candidate: Candidate) -> bool:
    """True where a candidate says who was at an event of the page, which it calls as the page did, or "the talks"."""
    noun = candidate.predicate
    if noun.pos != "noun" or not candidate.definite or noun.lemma not in candidate.frame.recall:
        return False
    sides = candidate.sides
    if not sides or any("inherited" not in s.filler.how and s.filler.prep != PRESENT for s in sides):
        return False
    if candidate.scope.status == "denied":
        return False  # who "did not attend the talks" was not there
    done = [r.candidate.scope.status in _DONE for r in event.reports]
    if candidate.scope.status in _DONE and not any(done):
        return False  # "attended the talks" is not said of those that may follow
    if noun.lemma not in _ANY and all(noun.lemma != r.candidate.predicate.lemma for r in event.reports):
        return False
    if all(s.filler.prep == PRESENT for s in candidate.sides):
        return True  # "the meeting was held in the presence of X"
    tokens = page.annotated.sentences[candidate.sentence].tokens
    carrier = next((k for k in (noun.parent, noun.light) if k is not None), None)
    return carrier is not None and tokens[carrier].lemma in _attending(candidate)


def staying_away(candidates: Sequence[Candidate]) -> set[tuple[int, int]]:
    """Sentence and token of all that says who "did not attend the talks": both the verb and the noun.

    Of talks that the page has told, that is no side, and no other talks that were not held.
    """
    pointing = {
        (c.sentence, c.predicate.token)
        for c in candidates
        if c.predicate.pos == "noun" and c.definite and c.predicate.lemma in c.frame.recall
    }
    away = [c for c in candidates if c.scope.status == "denied" and (c.sentence, c.joined) in pointing]
    return {(c.sentence, t) for c in away if c.trigger.joins for t in (c.predicate.token, c.joined) if t is not None}


def _attending(candidate: Candidate) -> set[str]:
    """The verbs by which the frame has somebody join an event that a noun names."""
    joining = (t for t in candidate.frame.triggers if t.joins and t.arguments_of("side"))
    return {verb.split()[0] for t in joining for verb in t.verbs}
