"""Acts that are likely told of, though their own words give too few of their sides (facts.likely_sides).

Measured on news with answers: of acts that were missed, nearly half name all their sides in the sentence, where no
slot of a frame finds them. What is taken so says so, and its confidence is the probability itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.facts.bystanders import same
from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.clock import Clock
from dragoman.facts.confidence import general
from dragoman.facts.events import Event
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.likely_sides import judged
from dragoman.facts.people import is_asset
from dragoman.facts.periods import agree
from dragoman.facts.platforms import platform_nouns
from dragoman.facts.standing import stands
from dragoman.facts.units import units_of
from dragoman.mentions.spots import PageReferents


def likely_acts(page: PageReferents, clock: Clock, told: Sequence[Event], doubtful: Sequence[Event]) -> list[Event]:
    """Those of the doubtful events that are likely told of, now with the sides that they lack.

    `told` are the events that stand by their own words: a page that has none tells of other things, and no likely
    event tells once more of what stands.
    """
    if not told:
        return []
    standing = list(told)
    beside: dict[int, list[Event]] = defaultdict(list)
    for event in told:
        for sentence in {r.candidate.sentence for r in event.reports}:
            beside[sentence].append(event)
    for event in sorted(doubtful, key=lambda e: (e.reports[0].candidate.sentence, e.number)):
        for report in event.reports:
            sides, candidate = list(report.candidate.sides), report.candidate
            near = beside[candidate.sentence]
            if any(_told_with(event, other) for other in near) or not _filled(page, clock, candidate):
                continue
            known = any(same(page, event, other) or _brought(page, event, other) for other in standing)
            if stands(page, event) and not known:
                standing.append(event)
                near.append(event)
                break
            candidate.sides, candidate.likely = sides, None
    return standing[len(told) :]


def _told_with(event: Event, other: Event) -> bool:
    """Of one kind a sentence that has told of it seldom tells of another; nor of the fighting that a truce ends."""
    return event.kind == other.kind or event.frame.hostile and other.frame.hostile


def _brought(page: PageReferents, event: Event, other: Event) -> bool:
    """True of a journey to talks that are told: of where and when they were held the journey adds nothing likely."""
    if not event.frame.abroad or not other.frame.in_person:
        return False
    mine, theirs, here, there = event.date(), other.date(), event.place(), other.place()
    apart = mine is not None and theirs is not None and not agree(mine, theirs)
    placed = here is not None and there is not None and here.name == there.name
    return placed and not apart and not _units(page, event.sides()).isdisjoint(_units(page, other.sides()))


def _filled(page: PageReferents, clock: Clock, candidate: Candidate) -> bool:
    """True of a candidate that its sentence likely tells of, which then has the sides that its arguments lack."""
    frame = candidate.frame
    if deals_in_arms(frame) or candidate.open or len(_units(page, candidate.sides)) > 1:
        return False
    if page.annotated.sentences[candidate.sentence].tokens[candidate.predicate.token].pos == "PROPN":
        return False  # "the Boer War", "the Camp David Accords": named in passing, as a rule
    if not candidate.trigger.wakes and candidate.predicate.pos == "noun":
        return False  # "left his signature in the book": a word that seldom means the act
    if frame.hostile and not frame.mutual and candidate.trigger.strength < 0.5:
        return False  # "since the war in Ukraine": a state of affairs
    if frame.goes_on and not (candidate.times or candidate.places) and general(page, candidate):
        return False  # "spoke of the importance of joint exercises": of none that was held
    if frame.in_person and not frame.goes_on and _of_craft(page, candidate):
        return False  # "the frigate joined a Chilean destroyer": ships do not talk
    if candidate.definite and not (candidate.sides or candidate.times or candidate.places):
        return False  # "he spoke of the drills": what is known is pointed at, and by whom it was done is told elsewhere
    found = judged(page, candidate, clock.predicates.get(candidate.sentence, {}))
    sides = [*candidate.sides, *found.sides]
    if not found.stands or not sides:
        return False
    if (frame.mutual or frame.hostile) and len(_units(page, sides)) < 2:
        return False  # nobody talks to, or fights, himself
    candidate.sides, candidate.likely = sides, found.told
    return True


def _of_craft(page: PageReferents, candidate: Candidate) -> bool:
    """True of a verb of which ships or aircraft are the subject or the object."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    who = [a.head for a in candidate.predicate.arguments if a.role in ("agent", "patient", "companion")]
    return any(is_asset(tokens[k]) or platform_nouns(page, candidate.sentence, k) for k in who)


def _units(page: PageReferents, sides: Sequence[Side]) -> frozenset[str]:
    return units_of(page, (s.referent for s in sides))
