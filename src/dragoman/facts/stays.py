"""Where people of the page were away from home: on the visits that it tells, and where they are said to have spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.facts.clock import Clock
from dragoman.facts.events import Event, said_place
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.scope import saying_verbs
from dragoman.facts.units import unit_of
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Place, Predicate, Status

# The prepositions that put a speaker at a place.
_AT = ("in", "at")


@dataclass(frozen=True, slots=True)
class Stay:
    """Some people of the page at a place that is not their own."""

    travellers: frozenset[int]  # referents
    place: Place
    filler: Filler | None  # what says the place
    sentences: tuple[int, ...]  # that tell of it
    statuses: tuple[Status, ...]
    date: DateValue | None
    why: str  # what is held there is held there for
    visit: bool = True  # False where the page only says that they spoke there


def stays_of(page: PageReferents, events: Sequence[Event], clock: Clock) -> list[Stay]:
    """The stays of a page: its visits in the order of the text, then the places where visitors spoke."""
    out: list[Stay] = []
    for event in events:
        place, filler = said_place(event)
        if not event.frame.abroad or place is None:
            continue
        travellers = frozenset(s.referent for s in event.sides())
        sentences = tuple(r.candidate.sentence for r in event.reports)
        statuses = tuple(r.candidate.scope.status for r in event.reports)
        told_as = "held during the visit told before"
        out.append(Stay(travellers, place, filler, sentences, statuses, event.date(), told_as))
    return out + list(_elsewhere(page, events)) + list(_spoken(page, clock))


def _elsewhere(page: PageReferents, events: Sequence[Event]) -> Iterator[Stay]:
    """ "Met at a summit in Oslo": where neither is at home, both are for a while, and meet others there."""
    for event in events:
        place, filler = said_place(event)
        people = frozenset(s.referent for s in event.sides() if page.referents[s.referent].kind == "person")
        if not event.frame.in_person or event.frame.goes_on or place is None or place.country is None or not people:
            continue
        homes = {unit_of(page, s) for s in people}
        if event.frame.cross == "no" or place.kind == "country" or place.country in homes or len(people) < 2:
            continue
        sentences = tuple(r.candidate.sentence for r in event.reports)
        statuses = tuple(r.candidate.scope.status for r in event.reports)
        yield Stay(people, place, filler, sentences, statuses, event.date(), "where one of them met others")


def _spoken(page: PageReferents, clock: Clock) -> Iterator[Stay]:
    """ "Mr Larsen said in Accra on Friday": a person who speaks in another state is there."""
    for number, here in sorted(clock.predicates.items()):
        for predicate in here.values():
            if predicate.pos != "verb" or predicate.lemma not in saying_verbs():
                continue
            speakers = _people(page, number, predicate)
            for argument in predicate.arguments:
                if argument.role != "place" or argument.prep not in _AT or not speakers:
                    continue
                for filler in fill(page, number, argument):
                    place = page.referents[filler.referent].place if isinstance(filler, Filler) else None
                    if place is None or place.country is None or not isinstance(filler, Filler):
                        continue
                    away = frozenset(s for s in speakers if unit_of(page, s) != place.country)
                    if away and place.kind != "country":
                        why = "where one of them spoke"
                        date = clock.day_said(predicate, number)
                        yield Stay(away, place, filler, (number,), ("occurred",), date, why, False)


def _people(page: PageReferents, sentence: int, predicate: Predicate) -> list[int]:
    """The persons of known states who are the subject of a verb."""
    fillers = [f for a in predicate.arguments if a.role == "agent" for f in fill(page, sentence, a)]
    found = [f.referent for f in fillers if isinstance(f, Filler)]
    return [r for r in found if page.referents[r].kind == "person" and page.referents[r].country is not None]
