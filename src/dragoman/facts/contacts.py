"""Contacts of which no medium is told: by telephone as like as not, or face to face where the page has them meet."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.candidate import Candidate
from dragoman.facts.events import Event, Report
from dragoman.facts.people import groups
from dragoman.facts.periods import agree
from dragoman.facts.units import same_units, units_of
from dragoman.mentions.spots import PageReferents

# How many sentences after a meeting, or a call, its sides may be said to have spoken at it.
_REACH = 3


def read_face_to_face(page: PageReferents, events: Sequence[Event], report: Report) -> None:
    """ "X flew to Lima. He spoke to Y": a report becomes one of its other kind where the page has them together."""
    candidate = report.candidate
    if candidate.instead is not None and (_accredited(page, candidate) or _together(page, events, report)):
        candidate.frame, candidate.trigger = candidate.instead


def told_of(page: PageReferents, event: Event, report: Report) -> bool:
    """ "X phoned Y. The two discussed mines": what is said without a medium, of the sides of a call just told."""
    candidate = report.candidate
    near = 0 < candidate.sentence - event.reports[-1].candidate.sentence <= _REACH
    plain = candidate.predicate.pos == "verb" and candidate.trigger.strength < 0.5 and not report.placed
    return near and plain and not candidate.additive and _of_its_sides(page, event, report)


def _together(page: PageReferents, events: Sequence[Event], report: Report) -> bool:
    mine = units_of(page, (s.referent for s in report.candidate.sides))
    for event in events:
        if event.frame.abroad and _dates_agree(event, report):
            place = event.place()
            travellers = units_of(page, (s.referent for s in event.sides()))
            if place is not None and place.country in mine - travellers and mine & travellers:
                return True
        distance = report.candidate.sentence - event.reports[-1].candidate.sentence
        if event.kind in report.candidate.frame.kin and distance <= _REACH and _of_its_sides(page, event, report):
            return True
    return False


def _of_its_sides(page: PageReferents, event: Event, report: Report) -> bool:
    mine = {s.referent for s in report.candidate.sides}
    theirs = {s.referent for s in event.sides()}
    return len(mine) > 1 and (mine <= theirs or same_units(page, mine, theirs)) and _dates_agree(event, report)


def _dates_agree(event: Event, report: Report) -> bool:
    told = event.date()
    return told is None or report.date is None or agree(told, report.date)


def _accredited(page: PageReferents, candidate: Candidate) -> bool:
    """True of an ambassador among the sides: he lives where those are to whom he is sent."""
    words = groups()["accredited"]
    roles = [role.title.lower().split() for s in candidate.sides for role in page.referents[s.referent].roles]
    return any(not words.isdisjoint(title) for title in roles)
