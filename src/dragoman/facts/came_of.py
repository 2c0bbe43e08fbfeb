"""What came of an act that was planned, and what "is to" makes of one: "had meant to", "which never took place"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.clause import Said, auxiliaries, condition, finite, negation, with_particle
from dragoman.facts.scope_words import words
from dragoman.types import Predicate, Status, Token


def never_held(tokens: Sequence[Token], noun: int) -> Said | None:
    """ "The effort to arrange a meeting, which never took place": a clause says that the act came to nothing."""
    around, at = {noun}, noun
    while tokens[at].head not in around and not finite(tokens, tokens[at].head):
        at = tokens[at].head
        around.add(at)
    for t in tokens:
        if t.head not in around or t.dep != "relcl" or with_particle(tokens, t.i) not in words().happening | {"take"}:
            continue
        opens = any(w.head == t.i and w.dep in ("nsubj", "nsubjpass") and w.tag == "WDT" for w in tokens)
        negated = negation(tokens, t.i)
        if opens and negated is not None:
            return "denied", negated.i, f"'{negated.text} {t.text}'"
    return None


def never_came(tokens: Sequence[Token], parent: Predicate) -> bool:
    """ "Had been due to", "had meant to": what was once planned and is told as past."""
    verb = parent.token
    if parent.pos == "verb" and parent.lemma in words().intending:
        return [t.text.lower() for t in auxiliaries(tokens, verb)] == ["had"]
    if parent.lemma not in words().scheduled:
        return False
    if parent.pos != "verb":
        verb = tokens[parent.token].head
    own = [t.text.lower() for t in auxiliaries(tokens, verb)]
    return "had" in own and ("been" in own or tokens[verb].text.lower() == "been")


def purpose(tokens: Sequence[Token], parent: Predicate, own: Status | None) -> Said:
    """A purpose lies ahead of setting out, unless the journey itself is told as long past."""
    if own == "occurred":
        for a in parent.arguments:
            if a.role != "time":
                continue
            for k in range(a.first, a.last):
                t = tokens[k]
                if t.lemma in words().past_time or (t.text.isdigit() and len(t.text) == 4):
                    return "occurred", t.i, f"purpose of '{parent.lemma}' in the past"
    return "planned", parent.token, f"purpose of '{parent.lemma}'"


def to_be(tokens: Sequence[Token], parent: Predicate, child: Predicate, own: Status | None) -> Said | None:
    """ "Is to meet" is a plan, "was to have met" one that came to nothing, "it would be good to meet" neither."""
    judged = [t for t in tokens if t.head == parent.token and t.dep in ("acomp", "attr")]
    if judged:
        return ("possible", judged[0].i, f"'{judged[0].text} to'") if own in ("planned", "possible") else None
    if own == "denied":
        return "denied", parent.token, "'is not to'"
    if any(t.lemma == "have" for t in auxiliaries(tokens, child.token)):
        return "denied", parent.token, "'was to have'"
    hinge = condition(tokens, parent.token) or condition(tokens, child.token)
    if hinge is not None:
        return "possible", hinge.i, f"on a condition: '{hinge.text.lower()}'"
    return "planned", parent.token, "'is to'"
