"""From the events of the discourse to facts: one for each sentence that reports an event, every value with its span."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.facts.attribution import Sayings
from dragoman.facts.candidate import Candidate
from dragoman.facts.confidence import confidence
from dragoman.facts.events import Event, Report
from dragoman.facts.fillers import Filler
from dragoman.mentions.spots import PageReferents
from dragoman.types import (
    Argument,
    Dated,
    Evidence,
    Fact,
    Located,
    Participant,
    Quoted,
    Sentence,
    Span,
    Statement,
)


def facts_of(page: PageReferents, events: Sequence[Event], said: Sequence[Statement]) -> tuple[Fact, ...]:
    """The facts of a page in the order of the text; events are numbered in the order in which they are told.

    `said` is what the page reports to have been said: what stands in it is attributed to who says it.
    """
    sayings = Sayings(said)
    fought = {frozenset(f) for e in events if (f := _foes(page, e))}
    out: list[Fact] = []
    for number, event in enumerate(events):
        for report in event.reports:
            out.append(_fact(page, event, number, report, sayings, fought))
    return tuple(sorted(out, key=lambda f: (f.sentence.start, f.trigger.start, f.event)))


def _foes(page: PageReferents, event: Event) -> set[str | None]:
    """The states of which one attacked the other; empty where nobody did."""
    return {page.referents[s.referent].country for s in event.sides() if s.part in ("attacker", "target")}


def _fact(
    page: PageReferents,
    event: Event,
    number: int,
    report: Report,
    sayings: Sayings,
    fought: Collection[frozenset[str | None]],
) -> Fact:
    candidate = report.candidate
    sentence = page.annotated.sentences[candidate.sentence]
    trigger = _evidence(
        sentence, candidate.predicate.token, candidate.predicate.token + 1, f"{event.kind}: {candidate.predicate.lemma}"
    )
    participants = tuple(
        Participant(
            s.referent,
            s.part,
            _evidence(
                page.annotated.sentences[s.filler.sentence],
                s.filler.first,
                s.filler.last,
                s.inferred or s.filler.how,
                s.inferred is not None,
            ),
            s.filler.title,
        )
        for s in candidate.sides
    )
    placed = _where(page, report)
    place = Located(report.place, placed) if report.place is not None and placed is not None else None
    dated = None
    if report.date is not None:
        rule = report.date_why or report.date.trail
        dated = Dated(
            report.date, Evidence(report.date.text_start, report.date.text_end, rule, report.date_why is not None)
        )
    grade, features = confidence(page, event, report)
    return Fact(
        type=event.kind,
        event=number,
        status=candidate.scope.status,
        sentence=Span(sentence.start, sentence.end),
        trigger=trigger,
        status_evidence=_evidence(sentence, candidate.scope.cue, candidate.scope.cue + 1, candidate.scope.rule),
        participants=participants,
        host=_host(page, event, report, fought),
        place=place,
        date=dated,
        topics=_topics(sentence, candidate),
        figures=candidate.figures,
        transfer=candidate.transfer.quoted(page.annotated.article.text) if candidate.transfer is not None else (),
        attributed_to=sayings.attributed_to(trigger),
        plover=(candidate.trigger.plover if candidate.frame.name == event.kind else None) or event.frame.plover,
        confidence=grade,
        features=features,
    )


def _evidence(sentence: Sentence, first: int, last: int, rule: str, inferred: bool = False) -> Evidence:
    tokens = sentence.tokens
    return Evidence(tokens[first].start, tokens[last - 1].end, rule, inferred)


def _host(
    page: PageReferents, event: Event, report: Report, fought: Collection[frozenset[str | None]]
) -> Quoted | None:
    """The state on whose soil people met or to which a visitor went, with what says so."""
    for filler in report.candidate.hosts:
        referent = page.referents[filler.referent]
        land = report.place.country if report.place is not None else None
        away = referent.kind == "person" and land not in (None, referent.country)  # hosts a forum where he is a guest
        if referent.country is not None and not away:
            return Quoted("host", referent.country, _at(page, filler, filler.how))
    transfer = report.candidate.transfer
    if transfer is not None and transfer.stage is not None and transfer.stage.value == "delivered":
        to = transfer.recipient
        if to is not None and to.value in {r.country for r in page.referents if r.kind == "state"}:
            at_it = Evidence(to.evidence.start, to.evidence.end, "the state to which the arms were delivered", True)
            return Quoted("host", to.value, at_it)
    place, at = report.place, report.place_at
    if transfer is not None and place is not None and at is not None:
        parties = {q.value for q in (transfer.supplier, transfer.recipient) if q is not None}
        if place.country in parties and report.candidate.points:
            return Quoted("host", str(place.country), _at(page, at, "the state in which it is signed", True))
    if not (event.frame.in_person or event.frame.abroad or _welcome(page, event, report, fought)):
        return None
    placed = _where(page, report)
    if place is not None and placed is not None and place.country is not None:
        lies = Evidence(placed.start, placed.end, "the state in which the place lies", True)
        return Quoted("host", place.country, lies)
    return None


def _where(page: PageReferents, report: Report) -> Evidence | None:
    """What says the place of a report."""
    why, at, span = report.place_why, report.place_at, report.place_span
    if at is not None:
        return _at(page, at, why or at.how, why is not None)
    return Evidence(span.start, span.end, why or "", True) if span is not None else None


def _welcome(page: PageReferents, event: Event, report: Report, fought: Collection[frozenset[str | None]]) -> bool:
    """True of forces in another state, or in a city of it, with which the page tells of no fight of theirs."""
    place = report.place
    own = {page.referents[s.referent].country for s in event.sides()}
    if not event.frame.hosted or place is None or place.kind == "region" or place.country in own:
        return False
    return all(place.country not in foes or own.isdisjoint(foes) for foes in fought)


def _at(page: PageReferents, filler: Filler, rule: str, inferred: bool = False) -> Evidence:
    return _evidence(page.annotated.sentences[filler.sentence], filler.first, filler.last, rule, inferred)


def _topics(sentence: Sentence, candidate: Candidate) -> tuple[Quoted, ...]:
    out = []
    for argument in candidate.topics:
        first, last = _trimmed(sentence, argument)
        if last <= first or sentence.tokens[argument.head].pos not in ("NOUN", "PROPN"):
            continue
        evidence = _evidence(sentence, first, last, argument.via)
        text = " ".join(t.text for t in sentence.tokens[first:last])
        if len(text) <= 120:
            out.append(Quoted("topic", text, evidence))
    return tuple(out)


def _trimmed(sentence: Sentence, argument: Argument) -> tuple[int, int]:
    first, last = argument.first, argument.last
    while first < last and sentence.tokens[first].tag in ("DT", "PRP$", "IN"):
        first += 1
    while last > first and not sentence.tokens[last - 1].text[-1:].isalnum():
        last -= 1
    return first, last
