"""What a sentence says of the last time by saying that there was none since: "had not met since a summit in 2019"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate
from dragoman.types import TimeExpression, Token

NONE_SINCE = "none since"  # the rule by which such an act has its status


def last_times(tokens: Sequence[Token], times: Sequence[TimeExpression], found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a sentence with each "not since" read as what it tells: that it happened then.

    Where an act noun stands after "since" it is the event, and takes the sides of the verb; where a time does, the verb
    tells of that time.
    """
    out: list[Candidate] = []
    for candidate in found:
        if not _none_since(tokens, candidate):
            out.append(candidate)
            continue
        act = next((o for o in found if o is not candidate and _after_since(candidate, o)), None)
        if act is not None:
            act.sides = act.sides or candidate.sides
            act.open = act.open or candidate.open
            act.scope = replace(act.scope, status="occurred", rule=NONE_SINCE, direction="past")
            continue
        said = [t for t in times if (at := _token_at(tokens, t)) > 0 and tokens[at - 1].text.lower() == "since"]
        if said:
            candidate.times = said[:1]
            candidate.scope = replace(candidate.scope, status="occurred", rule=NONE_SINCE, direction="past")
        out.append(candidate)
    return out


def _none_since(tokens: Sequence[Token], candidate: Candidate) -> bool:
    """True of a negated perfect of two at one place: "have not met since"; of shelling there may have been more."""
    predicate = candidate.predicate
    verb = predicate.token if predicate.pos == "verb" else predicate.light  # "a session, which has not been held since"
    kids = [t for t in tokens if t.head == verb]
    subjects = [t.i for t in kids if t.dep in ("nsubj", "nsubjpass")]
    nobody = any(t.head in subjects and t.text.lower() == "no" for t in tokens)  # "no chairman has met"
    negated = nobody or any(t.dep == "neg" for t in kids)
    perfect = any(t.lemma == "have" and t.dep == "aux" for t in kids)
    since = any(t.text.lower() == "since" for t in kids)
    one = candidate.frame.in_person or candidate.frame.abroad or candidate.frame.mutual
    return verb is not None and one and negated and perfect and since


def _after_since(verb: Candidate, noun: Candidate) -> bool:
    """True where a noun of the same kind stands in the phrase after "since"."""
    same = noun.frame.name == verb.frame.name and noun.predicate.pos == "noun"
    after = [a for a in verb.predicate.arguments if a.prep == "since"]
    return same and any(a.head == noun.predicate.token for a in after)


def _token_at(tokens: Sequence[Token], time: TimeExpression) -> int:
    return next((t.i for t in tokens if t.start >= time.start), 0)
