"""The day of what is done, or is still under way, as it is made known: approvals, pledges, truces, talks."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.facts.candidate import Candidate
from dragoman.facts.clock import Clock
from dragoman.facts.events import Event
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.frame_types import Frame
from dragoman.facts.scope import saying_verbs
from dragoman.facts.transfer_words import transfer_words
from dragoman.facts.units import unit_of, units_of
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Predicate


def of_announcement(page: PageReferents, event: Event, clock: Clock) -> None:
    """Dates an event by when it was made known, where that is when it was done or was under way."""
    for report in event.reports:
        candidate = report.candidate
        if _approves(candidate):
            value, why = _first(clock, _told(page, candidate, clock)), "the day on which the approval was made known"
        elif _by_saying(page, candidate, clock):
            value, why = _first(clock, _above(candidate, clock)), "the day on which it was announced"
        elif _under_way(page, candidate):
            value, why = _first(clock, _above(candidate, clock)), "under way when it was told"
        else:
            continue
        if value is not None:
            report.date, report.date_why = value, why
            return


def _first(clock: Clock, told: Iterator[tuple[int, Predicate]]) -> DateValue | None:
    """The first day that a telling was of."""
    days = (clock.day_said(predicate, sentence) for sentence, predicate in told)
    return next((day for day in days if day is not None), None)


def _above(candidate: Candidate, clock: Clock) -> Iterator[tuple[int, Predicate]]:
    """The verbs by which the sentence says who tells of the act."""
    here = clock.predicates_of(candidate.sentence)
    yield from ((candidate.sentence, here[t]) for t in candidate.scope.sources if t in here)


def _told(page: PageReferents, candidate: Candidate, clock: Clock) -> Iterator[tuple[int, Predicate]]:
    """Those verbs, and those of the next sentence that point back at what was told."""
    yield from _above(candidate, clock)
    after = candidate.sentence + 1
    yield from ((after, p) for p in clock.predicates_of(after).values() if _points_back(page, after, p))


def _points_back(page: PageReferents, sentence: int, predicate: Predicate) -> bool:
    """True of "told Congress so on Tuesday": a verb of telling whose content is what was told before."""
    tokens = page.annotated.sentences[sentence].tokens
    if predicate.pos != "verb" or predicate.lemma not in saying_verbs() and predicate.lemma != "notify":
        return False
    return any(
        t.text.lower() in ("so", "it", "this") and t.head == predicate.token and t.i > predicate.token for t in tokens
    )


def _approves(candidate: Candidate) -> bool:
    """True of an approval, which a government gives on the day on which it makes it known."""
    stage = candidate.transfer.stage if candidate.transfer is not None else None
    return stage is not None and stage.value == "approved" and candidate.scope.status == "occurred"


def _by_saying(page: PageReferents, candidate: Candidate, clock: Clock) -> bool:
    """True of what one of its own sides does by saying it: "announced a truce", "will donate tanks, Oslo said"."""
    here = clock.predicates_of(candidate.sentence)
    tellers = [here[t] for t in candidate.scope.sources if t in here]
    if candidate.times or not tellers or not all(_of_the_sides(page, candidate, p) for p in tellers):
        return False
    if candidate.scope.status == "planned":
        pledge = candidate.predicate
        active = pledge.pos == "verb" and any(a.role == "agent" for a in pledge.arguments)
        return active and pledge.lemma in transfer_words().giving and _gives(candidate.frame)
    performed = candidate.frame.performed
    return candidate.scope.status == "occurred" and any(p.lemma in performed for p in tellers)


def _gives(frame: Frame) -> bool:
    """True of deals in arms and of aid."""
    return any(slot.part in ("supplier", "giver") for slot in frame.slots)


def _of_the_sides(page: PageReferents, candidate: Candidate, telling: Predicate) -> bool:
    """False of words of somebody whom the page knows to be of no side of the act."""
    spoken = [a for a in telling.arguments if a.role == "agent"]
    who = [f for a in spoken for f in fill(page, candidate.sentence, a) if isinstance(f, Filler)]
    sides = units_of(page, (s.referent for s in candidate.sides))
    return all(unit_of(page, f.referent) in sides for f in who)


def _under_way(page: PageReferents, candidate: Candidate) -> bool:
    """True of "are meeting in Oslo": of what lasts for hours and was going on as somebody told of it."""
    frame, predicate = candidate.frame, candidate.predicate
    if candidate.scope.status != "ongoing" or not frame.in_person or frame.abroad or frame.goes_on:
        return False
    tokens = page.annotated.sentences[candidate.sentence].tokens
    verb = predicate.token if predicate.pos == "verb" else predicate.light
    return verb is not None and tokens[verb].tag == "VBG"
