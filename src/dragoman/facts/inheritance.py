"""What the page implies: the place and the host of an event, taken from one told before or right after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.facts.candidate import Side
from dragoman.facts.clock import Clock
from dragoman.facts.events import Event, said_place
from dragoman.facts.periods import lately, within
from dragoman.facts.standing import known_units
from dragoman.facts.stays import Stay, stays_of
from dragoman.facts.units import international, units_of
from dragoman.mentions.spots import PageReferents
from dragoman.types import Place

# How many sentences back, or ahead, the talks may look for the stay during which they were held.
_STAY_REACH = 4
# How many sentences below a dateline tell the news of its place.
_LEAD = 2
# Within which no more than the traveller need be the same.
_NEAR = 1


def inherit(page: PageReferents, events: Sequence[Event], clock: Clock) -> None:
    """Gives each event what those told around it imply for it; every such value says so."""
    stays = stays_of(page, events, clock)
    for event in events:
        if event.frame.in_person and event.place() is None:
            _held_during(page, event, stays)
        if event.frame.in_person and event.place() is None:
            _with_the_same(page, event, events)
        if event.frame.in_person and event.place() is None:
            _at_dateline(page, event, clock)
        _settle(page, event, stays)
    for event in events:
        _host_takes_part(event)
        _at_host(page, event)
        _add_host(page, event)


def _host_takes_part(event: Event) -> None:
    """ "The next drill, which Uganda hosts": forces of the host are there, whoever comes besides."""
    part = next((s.part for s in event.frame.slots if s.part == "side"), None)
    if event.sides() or part is None or not event.frame.goes_on:
        return
    for report in event.reports:
        for host in report.candidate.hosts:
            report.candidate.sides.append(Side(host.referent, part, host, "who hosts it"))


def _at_host(page: PageReferents, event: Event) -> None:
    """What a state hosts, and of which no more is told, is held in that state."""
    if event.place() is not None or not event.frame.in_person:
        return
    for report in event.reports:
        for host in report.candidate.hosts:
            state = page.referents[host.referent]
            if state.kind == "state" and state.place is not None:
                report.place, report.place_at, report.place_why = state.place, host, "in the state that hosts it"
                return


def _add_host(page: PageReferents, event: Event) -> None:
    """Who signs or talks alone in another state does so with that state."""
    sides, place = event.sides(), event.place()
    crosses = event.frame.in_person and event.frame.cross != "no"
    if not crosses or len(sides) != 1 or place is None or place.country is None:
        return
    first = event.reports[0]
    if international(page, sides[0].referent):
        return  # a council sits by itself
    if sides[0].filler.plural or first.place is None or place.country in known_units(page, {sides[0].referent}):
        return
    host = next((r.id for r in page.referents if r.kind == "state" and r.country == place.country), None)
    told = any(r.candidate.trigger.need and r.candidate.predicate.pos == "verb" for r in event.reports)
    if host is not None and first.place_at is not None and told:
        first.candidate.sides.append(Side(host, sides[0].part, first.place_at, "the state in which the other side was"))


def _held_during(page: PageReferents, event: Event, stays: Sequence[Stay]) -> None:
    """The talks of a traveller, told near the visit, were held where the traveller was."""
    first = event.reports[0]
    sides = {s.referent for s in event.sides()}
    units = units_of(page, sides)
    own = [stay for stay in stays if stay.travellers & sides or _of_their_states(page, event, units, stay)]
    sole = len({stay.place.name for stay in own}) == 1
    best: tuple[tuple[int, int, int], Stay] | None = None
    for stay in own:
        distance = _distance(event, stay)
        if distance is None or not _one_phase(event, stay) or not _one_time(event, stay):
            continue
        # A host from the state visited speaks for it more than mere nearness.
        at_home = stay.place.country in units
        before = distance >= 0
        if not at_home and not (before and (distance <= _NEAR or sole and stay.visit)):
            continue
        rank = (int(at_home), int(before), -abs(distance))
        if best is None or rank > best[0]:
            best = (rank, stay)
    if best is not None:
        first.place, first.place_at, first.place_why = best[1].place, best[1].filler, best[1].why


def _with_the_same(page: PageReferents, event: Event, events: Sequence[Event]) -> None:
    """ "X and Y met in Oslo and signed a pact": what two did right after they met, they did where they met."""
    mine, first = units_of(page, (s.referent for s in event.sides())), event.reports[0]
    if len(mine) < 2 or event.frame.goes_on or first.candidate.additive or _done(event) != {"occurred"}:
        return
    found = []
    for other in events:
        after = first.candidate.sentence - other.reports[0].candidate.sentence
        if other is event or not 0 <= after <= _STAY_REACH or not other.frame.in_person or other.frame.goes_on:
            continue
        if units_of(page, (s.referent for s in other.sides())) != mine or _done(other) != {"occurred"}:
            continue
        place, at = said_place(other)
        here, there = event.date(), other.date()
        one_day = here is None or there is not None and here.start == there.start
        if place is not None and at is not None and one_day:
            found.append((place, at))
    if len({place.name for place, _ in found}) == 1:
        first.place, first.place_at = found[0]
        first.place_why = "where the same sides met"


def _done(event: Event) -> set[str]:
    return {r.candidate.scope.status for r in event.reports}


def _at_dateline(page: PageReferents, event: Event, clock: Clock) -> None:
    """ "TOKYO - The visitor met the premier on Monday": news of people of that state and guests is told from there.

    So is that of delegations from elsewhere which met on a day just past: who files from neither's home is there.
    """
    span, place = page.annotated.article.dateline_place, page.dateline
    first = event.reports[0]
    if place is None or span is None or event.frame.goes_on or first.candidate.additive or _done(event) != {"occurred"}:
        return
    date, today = event.date(), clock.reference.value
    just = date is not None and today is not None and lately(date, today)
    if date is not None and not just:
        return
    below = [s.index for s in page.annotated.sentences if s.start >= span.end]
    if first.candidate.sentence in below[:_LEAD] and _guests(page, event, place):
        why = "where the report was filed, at home with one of them"
    elif just and event.frame.mutual and _away(page, event, place) and not _elsewhere(page, event):
        why = "where the report was filed, on a day just past"
    else:
        return
    first.place, first.place_span, first.place_why = place, span, why


def _guests(page: PageReferents, event: Event, place: Place) -> bool:
    """True where some of those named are at home in the state of a place and others are not."""
    people = {s.referent for s in event.sides() if page.referents[s.referent].kind == "person"}
    home = {r for r in people if place.country in units_of(page, (r,))}
    return bool(home) and home != people and len({page.referents[r].country for r in people}) > 1


def _away(page: PageReferents, event: Event, place: Place) -> bool:
    """True where several sides are told, none of them at home in the state of a place."""
    units = units_of(page, (s.referent for s in event.sides()))
    return len(units) > 1 and place.country not in units


def _elsewhere(page: PageReferents, event: Event) -> bool:
    """True where a sentence that tells of it names a town."""
    spots = [s for r in event.reports for s in page.spots[r.candidate.sentence]]
    named = [page.referents[x] for s in spots for x in s.referents]
    return any(r.kind == "place" and r.place is not None and r.place.kind != "country" for r in named)


def _settle(page: PageReferents, event: Event, stays: Sequence[Stay]) -> None:
    """A hall or a camp in no known state lies in that in which one of those who met there was on a visit."""
    sides = {s.referent for s in event.sides()}
    for report in event.reports:
        if report.place is None or report.place.country is not None or report.place.kind == "region":
            continue
        near = [s for s in stays if s.visit and s.travellers & sides and _distance(event, s) is not None]
        states = {s.place.country for s in near if _one_time(event, s)}
        if len(states) == 1:
            report.place = replace(report.place, country=states.pop())


def _of_their_states(page: PageReferents, event: Event, units: frozenset[str], stay: Stay) -> bool:
    """ "The two premiers met on May 5, when X went to Lahore": the sides are named by their states."""
    here = any(r.candidate.sentence in stay.sentences for r in event.reports)
    mine = event.date()
    same_day = mine is not None and stay.date is not None and mine.start == stay.date.start
    return here and same_day and stay.place.country in units and units_of(page, stay.travellers) <= units


def _distance(event: Event, stay: Stay) -> int | None:
    """How many sentences lie between an event and the stay, negative where the stay is told later; None if too many."""
    at = event.reports[0].candidate.sentence
    behind = [at - number for number in stay.sentences]
    before = min((d for d in behind if d >= 0), default=None)
    if before is not None and before <= _STAY_REACH:
        return before
    after = max((d for d in behind if d < 0), default=None)
    return after if after is not None and after >= -_STAY_REACH else None


def _one_time(event: Event, stay: Stay) -> bool:
    """False where the dates say that the event lay outside the stay, or where it has one and the stay none."""
    mine = event.date()
    if mine is None:
        return True
    if stay.date is None:
        return event.reports[0].candidate.sentence - max(stay.sentences) in range(_NEAR + 1) or stay.visit
    return within(mine, stay.date)


def _one_phase(event: Event, stay: Stay) -> bool:
    """False where the event has happened and the stay is to come or never was, and of a second meeting after a stay."""
    mine, theirs = {r.candidate.scope.status for r in event.reports}, set(stay.statuses)
    if mine <= {"occurred", "ongoing"}:
        return bool(theirs & {"occurred", "ongoing"})
    return theirs != {"occurred"} or not event.reports[0].candidate.additive
