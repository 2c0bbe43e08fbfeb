"""How far a deal in arms has come: the stage that its words and those above them give it, and its status with that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from dragoman.facts.candidate import Candidate
from dragoman.facts.scope import saying_verbs, scope
from dragoman.facts.times import said_of
from dragoman.facts.transfer_words import transfer_words
from dragoman.types import Predicate, Sentence, TimeExpression

_CLIMB = 5
# Links through which what stands above a trigger says at which stage the deal is.
_GOVERNS = (
    "content",
    "object",
    "purpose",
    "subject",
    "light",
    "noun",
    "oblique:of",
    "oblique:for",
    "oblique:to",
    "oblique:on",
    "oblique:in",
    "oblique:over",
    "oblique:about",
    "adverbial:on",
)


def stage_of(lead: Candidate, predicates: Mapping[int, Predicate]) -> tuple[str | None, int, Predicate | None]:
    """The stage, the token that says so, and the predicate above the trigger where that is what says it."""
    at = lead.predicate
    known = {word: stage for stage, words in lead.frame.stages for word in words}
    paper: Predicate | None = None
    for _ in range(_CLIMB):
        if at.parent is None or not (at.link or "").startswith(_GOVERNS):
            break
        above = predicates.get(at.parent)
        if above is None:
            break
        to_do = (at.link or "") in ("content", "purpose") and at.pos == "verb"
        if to_do and above.pos == "noun" and above.lemma in transfer_words().signing_deals:
            paper = paper or above  # "the clinching of a contract to supply": unless more is said of it
        if to_do and above.lemma in transfer_words().winning and _a_paper(predicates, above):
            return "contract", above.token, above  # "won an order worth $6 million to deliver"
        stage = known.get(above.lemma)
        if stage == "requested" and above.pos == "verb" and not any(a.role == "agent" for a in above.arguments):
            stage = None  # "a delivery considered one of the biggest"
        told = above.lemma in transfer_words().announcing and lead.trigger.stage in ("offered", "requested", "approved")
        if told and (at.link or "").startswith("content"):
            return lead.trigger.stage, lead.predicate.token, above  # "announced that X had offered": no more is planned
        if (at.link or "") in ("content", "purpose", "oblique:for") and above.lemma in transfer_words().signing_deals:
            if stage == "contract" and above.pos == "verb":
                return stage, above.token, above  # "signed a deal with Oslo last year to supply six"
        if stage is not None and not (stage == "contract" and above.pos == "verb" and lead.trigger.stage != "contract"):
            if stage == "planned" and _called_off(predicates, above, known):
                at = above
                continue  # "dropped plans to buy"
            if (
                stage == "planned"
                and above.lemma in transfer_words().settled
                and any(a.role == "time" for a in above.arguments)
            ):
                return "contract", above.token, above
            return stage, above.token, above
        if above.lemma in saying_verbs():
            break
        inside = [predicates[a.head] for a in above.arguments if a.prep == "in" and a.head in predicates]
        for noun in inside if (at.link or "") in ("content", "purpose") else ():
            if known.get(noun.lemma) == "requested":
                return "requested", noun.token, noun  # "is in talks to buy"
        at = above
    if paper is not None and lead.trigger.stage == "delivered":
        return "contract", paper.token, paper
    return lead.trigger.stage, lead.predicate.token, None


def _a_paper(predicates: Mapping[int, Predicate], verb: Predicate) -> bool:
    """True of a verb with a contract for its object."""
    heads = [predicates[a.head].lemma for a in verb.arguments if a.role == "patient" and a.head in predicates]
    return not transfer_words().papers.isdisjoint(heads)


def _called_off(predicates: Mapping[int, Predicate], plan: Predicate, known: Mapping[str, str]) -> bool:
    """True of a plan that what stands above it calls off."""
    above = predicates.get(plan.parent) if plan.parent is not None else None
    return above is not None and (plan.link or "").startswith(_GOVERNS) and known.get(above.lemma) == "cancelled"


def settle_scope(
    lead: Candidate,
    sentence: Sentence,
    predicates: Mapping[int, Predicate],
    stage: str | None,
    governor: Predicate | None,
    times: Sequence[TimeExpression],
) -> None:
    """Gives a deal the status of what is said to have been done to it: approved, cancelled, asked for."""
    tokens = sentence.tokens
    if governor is not None:
        told = said_of(tokens, governor, times)
        lead.times = lead.times or told
        announced = governor.lemma in transfer_words().announcing and tokens[governor.token].tag in ("VBD", "VBN")
        if lead.times and lead.times == told and announced:
            # Said anew, so that the day of the announcement is not taken for that of what it announces.
            rule = f"announced by '{governor.lemma}'" if lead.scope.status == "planned" else lead.scope.rule
            lead.scope = replace(lead.scope, direction="past", rule=rule)
    cue = tokens[lead.scope.cue]
    if (
        stage == "delivered"
        and lead.scope.rule in ("under 'begin'", "under 'start'")
        and any(t.head == cue.i and t.text.lower() in ("has", "have") for t in tokens)
    ):
        lead.scope = replace(lead.scope, status="ongoing", rule="has begun")
    if (stage == "contract" or lead.predicate.lemma == "be") and lead.scope.rule == "a state that holds":
        lead.scope = replace(lead.scope, status="occurred")  # "among its purchases are": they have been made
    signed = governor or lead.predicate
    if stage == "contract" and lead.scope.status in ("occurred", "ongoing"):
        lead.scope = replace(lead.scope, status=_not_yet(sentence, predicates, signed) or lead.scope.status)
    if governor is None or stage not in ("approved", "contract", "cancelled", "requested", "offered"):
        return
    above = scope(sentence.tokens, predicates, governor, sentence.headline)
    status = above.status
    if stage == "contract" and status in ("occurred", "ongoing"):
        status = _not_yet(sentence, predicates, governor) or status
    if stage == "cancelled":
        status = {"occurred": "denied", "ongoing": "denied", "planned": "denied", "denied": "possible"}.get(
            status, "possible"
        )  # type: ignore[assignment]
    elif stage in ("requested", "offered") and status in ("occurred", "ongoing"):
        status = "possible"
    lead.scope = replace(above, status=status)
    if stage == "contract":
        lead.times = said_of(sentence.tokens, governor, times) or lead.times


def _not_yet(
    sentence: Sentence, predicates: Mapping[int, Predicate], signing: Predicate
) -> Literal["planned", "possible"] | None:
    """The status of a deal that is still to be made: "is finalizing a contract", "was close to striking a deal"."""
    token = sentence.tokens[signing.token]
    if signing.pos != "verb" or token.tag != "VBG" or signing.lemma not in transfer_words().signing_deals:
        return None
    above = predicates.get(signing.parent) if signing.parent is not None else None
    if above is not None and above.lemma in transfer_words().nearing:
        return "possible"
    own = signing.link is None or signing.link == "conjunct"
    told = sentence.headline or any(t.head == token.i and t.lemma == "be" for t in sentence.tokens)
    return "planned" if own and told else None


def in_time(lead: Candidate, stage: str | None, governor: Predicate | None) -> str | None:
    """The stage as far as it has come: what is still to be delivered or sold is planned."""
    status = lead.scope.status
    told_of = governor is not None and governor.lemma in transfer_words().announcing and lead.predicate.pos == "verb"
    if stage == "planned" and told_of and status in ("occurred", "ongoing"):
        return lead.trigger.stage  # "announced that the jets had been handed over"
    if stage == "delivered" and status in ("planned", "possible"):
        return "planned"
    if (
        stage == "contract"
        and governor is None
        and status == "planned"
        and lead.predicate.lemma not in transfer_words().firm
    ):
        return "planned"
    if stage == "planned" and lead.predicate.lemma in transfer_words().firm and lead.trigger.stage == "contract":
        return "contract"
    return stage
