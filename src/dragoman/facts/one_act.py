"""Which candidates of a sentence tell of one act: a verb and the noun of the same journey, a meeting of a dialogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.facts.candidate import Candidate
from dragoman.facts.scope_words import words

# Links by which the noun for a journey hangs on the verb that tells of the same one: "landed for a two-day visit".
_ON_THE_JOURNEY = ("purpose", "oblique:for", "oblique:on", "adverbial:for", "adjunct")


def of_one_act(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a sentence, each that tells of the act of another joined to it."""
    _mean_alike(found)
    _one_journey(found)
    _what_for(found)
    _beaten_off(found)
    _one_meeting(found)
    return _without_added_to(found)


def _one_journey(found: Sequence[Candidate]) -> None:
    """ "Arrived in Lima for a two-day visit": no second visit, and no more to come than the arrival is."""
    at = {c.predicate.token: c for c in found if c.frame.abroad and c.predicate.pos == "verb"}
    for candidate in found:
        verb = at.get(candidate.predicate.parent) if candidate.predicate.parent is not None else None
        if verb is None or not candidate.frame.abroad or candidate.predicate.pos != "noun":
            continue
        if not (candidate.predicate.link or "").startswith(_ON_THE_JOURNEY) or verb.frame.name != candidate.frame.name:
            continue
        if {p.referent for p in candidate.places} <= {p.referent for p in verb.places}:
            candidate.joined, candidate.scope = verb.predicate.token, verb.scope


def _what_for(found: Sequence[Candidate]) -> None:
    """ "Scrambled jets to intercept bombers", told as done: what the jets flew up for is the same act."""
    at = {c.predicate.token: c for c in found if c.frame.hostile and c.predicate.pos == "verb" and c.sides}
    for candidate in found:
        flown = at.get(candidate.predicate.parent) if candidate.predicate.parent is not None else None
        if flown is None or flown.frame is not candidate.frame or candidate.predicate.link != "purpose":
            continue
        if candidate.predicate.pos != "verb":
            continue  # "claimed responsibility for the attack"
        shared = {s.referent for s in flown.sides} & {s.referent for s in candidate.sides}
        if flown.trigger is not candidate.trigger and shared:
            candidate.joined, candidate.scope = flown.predicate.token, flown.scope


def _beaten_off(found: Sequence[Candidate]) -> None:
    """ "Gets ready to repel an attack": whether there is anything to repel, the attack says."""
    for joining in found:
        if joining.joined is None or joining.predicate.lemma not in words().beating_off:
            continue
        for other in found:
            if other.predicate.token == joining.joined and other.frame is joining.frame:
                joining.scope = other.scope


def _one_meeting(found: Sequence[Candidate]) -> None:
    """ "The first meeting of the Peru-Chile dialogue": a meeting of the dialogue is the dialogue."""
    at = {c.predicate.token: c for c in found if c.frame.in_person and c.predicate.pos == "noun"}
    for candidate in at.values():
        outer = at.get(candidate.predicate.parent) if candidate.predicate.parent is not None else None
        if outer is None or candidate.predicate.link != "oblique:of" or candidate.joined is not None:
            continue
        if outer.frame.name == candidate.frame.name:
            candidate.joined = outer.joined if outer.joined is not None else outer.predicate.token


def _mean_alike(found: Sequence[Candidate]) -> None:
    """ "Pledged a million in aid": what a word means is so of the noun that it joins and lends its tense."""
    for joining in found:
        if joining.joined is None or joining.trigger.status is None:
            continue
        for other in found:
            if other.predicate.token == joining.joined and other.frame.name == joining.frame.name:
                if other.scope.status in ("occurred", "ongoing"):
                    other.scope = joining.scope


def _without_added_to(found: Sequence[Candidate]) -> list[Candidate]:
    """ "Signed a protocol to the 1997 agreement": it is the protocol that they signed, whoever made the agreement."""
    at = {c.predicate.token: c for c in found}
    return [c for c in found if not _lent_by_paper(c, at)]


def _lent_by_paper(candidate: Candidate, at: Mapping[int, Candidate]) -> bool:
    added = at.get(candidate.predicate.parent) if candidate.predicate.parent is not None else None
    if added is None or candidate.predicate.link != "oblique:to" or added.frame.name != candidate.frame.name:
        return False
    paper = added.predicate.pos == "noun" or any(a.role == "patient" for a in added.predicate.arguments)
    return paper and all("inherited" in s.filler.how for s in candidate.sides)
