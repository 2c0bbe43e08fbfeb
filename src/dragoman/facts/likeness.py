"""How likely a report tells of an event that the page has already introduced."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.candidate import POINTER_REACH, Candidate
from dragoman.facts.deals import deal_likeness
from dragoman.facts.events import Event, Report
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.periods import agree, slip
from dragoman.facts.units import same_units, units_of
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Place


def likeness(page: PageReferents, event: Event, report: Report) -> float:
    """How likely a report tells of an event already introduced; 0 where it cannot."""
    candidate = report.candidate
    dates = [r.date for r in event.reports if r.date is not None]
    if report.date is not None and dates and not any(agree(report.date, d) for d in dates):
        return 2.0 if _misdated(event, report, dates) else 0.0
    place = event.place()
    told_at = [r.place for r in event.reports if r.place is not None]
    same = one_stop if candidate.frame.abroad else one_place
    if report.place is not None and not all(same(report.place, p) for p in told_at):
        return 0.0
    closes = report.date is not None and report.date.start is None  # "it is to last till Friday": what has begun ends
    signed = candidate.points and deals_in_arms(candidate.frame)  # "goes to Cairo to sign" what was told as agreed
    if not closes and not signed and not _same_life(event, candidate):
        return 0.0
    elsewhere = candidate.sentence != event.reports[-1].candidate.sentence
    # "They also met on Friday" may tell again of Friday's meeting; of attacks a day may see several.
    again = report.date is not None and bool(dates) and (candidate.frame.in_person or candidate.frame.abroad)
    if candidate.additive and elsewhere and not again:
        return 0.0
    if deals_in_arms(candidate.frame):
        return deal_likeness([r.candidate for r in event.reports], candidate)
    theirs = {s.referent for s in event.sides()}
    mine = {s.referent for s in candidate.sides}
    distance = candidate.sentence - event.reports[-1].candidate.sentence
    if not mine:
        points = candidate.points or candidate.definite and candidate.predicate.lemma in candidate.frame.recall
        same_day = bool(dates and report.date is not None)
        same_place = bool(place and report.place is not None)
        if same_day and points:
            return 0.8  # "the February meeting": however far back it was told
        if distance > POINTER_REACH or not (points or same_day or same_place):
            return 0.0
        return 0.3 if report.date is not None and not dates else 0.5
    shared = theirs & mine
    if candidate.frame.abroad:
        # One traveller at one place is one visit; who else comes along does not matter.
        if not shared:
            return 0.0
        near = report.place is not None or distance <= POINTER_REACH or bool(report.date and dates)
        return 1.0 + len(shared) if near else 0.0
    if not theirs:
        # "The call came at noon. The two ministers discussed ...": the first sentence names nobody yet.
        first = event.reports[0].candidate
        return 0.6 if first.definite and 0 < distance <= 2 and first.predicate.pos == "noun" else 0.0
    if _turned_round(page, event, candidate):
        return 0.0
    persons_mine = {r for r in mine if page.referents[r].kind == "person"}
    persons_theirs = {r for r in theirs if page.referents[r].kind == "person"}
    if mine <= theirs or theirs <= mine:
        if len(shared) >= 2:
            return 2.0 + len(shared)
        # One side in common is one event only where the text says so, or nothing else is known.
        lone = len(mine) == 1 or len(theirs) == 1
        points = candidate.definite and distance <= POINTER_REACH
        evidence = points or (report.date is not None and bool(dates)) or distance == 0 or _same_act(event, report)
        if any(_other_time(r, report) for r in event.reports):
            return 0.0
        return 1.0 if lone and evidence and not _rival(persons_mine, persons_theirs) else 0.0
    if same_units(page, mine, theirs) and not _rival(persons_mine, persons_theirs):
        # "Russia and the US" and "Gerasimov and Dunford".
        return 1.5
    return 0.0


def _turned_round(page: PageReferents, event: Event, candidate: Candidate) -> bool:
    """True where who attacked the one is attacked by him here: Greek jets intercept Turkish ones, which harass them."""
    mine = units_of(page, (s.referent for s in candidate.sides if s.part == "attacker"))
    theirs = units_of(page, (s.referent for s in event.sides() if s.part == "attacker"))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _same_act(event: Event, report: Report) -> bool:
    """True of what one side does alone, told again in like words: "fired a missile", "the latest missile launch"."""
    candidate = report.candidate
    if candidate.frame.cross == "sides" or candidate.sentence - event.reports[-1].candidate.sentence > POINTER_REACH:
        return False
    mine = {(s.referent, s.part) for s in candidate.sides}
    lemma = candidate.predicate.lemma
    return any(
        mine == {(s.referent, s.part) for s in r.candidate.sides}
        and r.candidate.scope.status == candidate.scope.status
        and (r.candidate.trigger is candidate.trigger or lemma in (*r.candidate.trigger.nouns, *candidate.frame.recall))
        for r in event.reports
    )


def _other_time(told: Report, report: Report) -> bool:
    """True where two reports have times of which nobody can tell that they are one: "Thursday" and "October 3"."""
    mine, theirs = report.candidate.times, told.candidate.times
    if not mine or not theirs:
        return False
    if report.date is not None and told.date is not None:
        return not agree(report.date, told.date)
    return {t.text.lower() for t in mine}.isdisjoint(t.text.lower() for t in theirs)


def _misdated(event: Event, report: Report, dates: Sequence[DateValue]) -> bool:
    """True of "the April 12 talks" right after the same sides met on March 12: one meeting, and both days are kept."""
    candidate, last = report.candidate, event.reports[-1].candidate
    mine = {s.referent for s in candidate.sides}
    return (
        candidate.definite
        and candidate.predicate.lemma in candidate.frame.recall
        and candidate.sentence - last.sentence == 1
        and len(mine) >= 2
        and mine == {s.referent for s in event.sides()}
        and report.date is not None
        and any(slip(report.date, d) for d in dates)
    )


def _same_life(event: Event, candidate: Candidate) -> bool:
    """An event that happened is not one that is still to come, unless a page tells of both."""
    mine = candidate.scope.status
    statuses = {r.candidate.scope.status for r in event.reports}
    past, future = {"occurred"}, {"planned"}
    if mine in past and statuses <= future or mine in future and statuses <= past:
        # A headline in the present, a lead in the future: only dates could tell them apart.
        explicit = candidate.scope.explicit and all(r.candidate.scope.explicit for r in event.reports)
        return not explicit
    return True


def _rival(mine: set[int], theirs: set[int]) -> bool:
    """True where both name persons and neither names only those of the other."""
    return bool(mine) and bool(theirs) and not (mine <= theirs or theirs <= mine)


def one_place(a: Place, b: Place) -> bool:
    """True where two places can be one: of one name, or one in the other."""
    if a.name == b.name:
        return True
    if "country" in (a.kind, b.kind) or "region" in (a.kind, b.kind):
        return a.country is None or b.country is None or a.country == b.country
    return {a.kind, b.kind} == {"city", "venue"} and (a.country == b.country or not a.country or not b.country)


def one_stop(a: Place, b: Place) -> bool:
    """True where two places can be one stop of a journey: a part of the world is a tour, and no stop of it."""
    tour = any(p.kind == "region" and p.country is None for p in (a, b))
    return a.name == b.name or not tour and one_place(a, b)
