"""The day that the page implies for an event which has none: its occasion's, its neighbour's, its dateline's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.facts.announcements import of_announcement
from dragoman.facts.clock import Clock
from dragoman.facts.events import Event, Report, said_place
from dragoman.facts.newness import newness
from dragoman.facts.reference import Chains, is_day
from dragoman.facts.scope_words import words
from dragoman.facts.where import one_place
from dragoman.mentions import dates
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Predicate

# Links by which an act is told to have come about at another: "signed it at a meeting", "met during the visit".
_OCCASION = ("oblique:at", "oblique:during", "oblique:in")
# Links by which a lead tells its news; what stands in a relative clause there is background.
_TELLS = (
    "content", "light", "object", "attribute", "subject", "conjunct", "oblique:at", "oblique:during", "oblique:in",
)  # fmt: skip
# Who sets off for what happens on a day of a month later than this one sets off in the same month.
_TRAVEL_DAYS = 5


def inherit_dates(page: PageReferents, events: Sequence[Event], clock: Clock) -> None:
    """Gives each event without a date the one that the page implies; every such date says so."""
    for event in events:
        if event.date() is None:
            _of_occasion(event, events, clock.predicates)
        if event.date() is None:
            _of_journey(event, events)
        if event.date() is None:
            of_announcement(page, event, clock)
        if event.date() is None:
            _of_what_it_is(page, event, events)
        if event.date() is None:
            _same_day(page, event, events)
        if event.date() is None:
            _of_same_people(page, event, events)
        if event.date() is None:
            _of_dateline(page, event, clock)
        if event.date() is None and event.frame.abroad:
            _month_of_purpose(event, events)
        if event.date() is None and event.frame.abroad:
            _under_way(page, event, clock)


def _of_occasion(event: Event, events: Sequence[Event], predicates: Chains) -> None:
    """ "Signed the pledge at a meeting in Kenya": pledge and meeting are of one day, whichever has it told."""
    for report in event.reports:
        for other in events:
            date = other.date()
            if other is event or date is None or date.start is None:
                continue
            beside = [r for r in other.reports if r.candidate.sentence == report.candidate.sentence]
            here = predicates.get(report.candidate.sentence, {})
            if _on_the_trip(report, other, date, beside):
                report.date, report.date_why = date, "the month of the trip on which it was"
                return
            if not is_day(date.start) or event.frame.abroad and not other.frame.abroad or date.end is not None:
                continue  # a visit may have begun before the talks held during it
            if report.candidate.scope.status in ("occurred", "ongoing") and any(
                _at(here, report, r) or _at(here, r, report) for r in beside
            ):
                report.date, report.date_why = date, "the day of what it was told with"
                return


def _of_journey(event: Event, events: Sequence[Event]) -> None:
    """ "Flew to Oslo on Friday for talks": of no other day are they told, so they are of that one."""
    if not event.frame.in_person or event.frame.abroad or event.frame.goes_on:
        return
    for report in event.reports:
        act = report.candidate
        if not (act.predicate.link or "").startswith(("purpose", "oblique:for")):
            continue
        for other in (r for e in events if e.frame.abroad for r in e.reports):
            day = other.date.start if other.date is not None else None
            if other.candidate.sentence != act.sentence or other.candidate.predicate.token != act.predicate.parent:
                continue
            if other.date is not None and day is not None and other.date.end is None and is_day(day):
                report.date, report.date_why = other.date, "the day of the journey for it"
                return


def _on_the_trip(report: Report, other: Event, date: DateValue, beside: Sequence[Report]) -> bool:
    """True of "denied meeting officials during a July trip": a month, or a year, in which both were, if they were."""
    act = report.candidate
    if not act.frame.in_person or act.frame.abroad or not other.frame.abroad or is_day(date.start or ""):
        return False
    return any(
        (r.candidate.predicate.link or "") in ("oblique:during", "adverbial:while")
        and r.candidate.predicate.parent in (act.predicate.token, act.predicate.light, act.predicate.parent)
        for r in beside
    )


def _at(here: Mapping[int, Predicate], inner: Report, outer: Report) -> bool:
    """True where the first act hangs on the second as its occasion."""
    theirs = {outer.candidate.predicate.token, outer.candidate.predicate.light}
    at: Predicate | None = inner.candidate.predicate
    for _ in range(3):
        if at is None or at.parent is None:
            return False
        if at.parent in theirs and (at.link or "").startswith(_OCCASION):
            return True
        if at.link not in ("light", "object", "attribute") and not (at.link or "").startswith(_OCCASION):
            return False
        at = here.get(at.parent)
    return False


def _of_what_it_is(page: PageReferents, event: Event, events: Sequence[Event]) -> None:
    """ "X will fly to Lima on Friday. It will be his first visit": what it is is of the day told right before."""
    for report in event.reports:
        candidate = report.candidate
        tokens = page.annotated.sentences[candidate.sentence].tokens
        verb = candidate.predicate.light
        if verb is None or tokens[verb].lemma != "be":
            continue
        if not any(t.head == verb and t.dep == "nsubj" and t.text.lower() in ("it", "this", "that") for t in tokens):
            continue
        before = [r for e in events for r in e.reports if r.candidate.sentence == candidate.sentence - 1]
        dates_told = {r.date.start: r for r in before if r.date is not None and r.date.start is not None}
        told = next(iter(dates_told.values()), None)
        if told is None or len(dates_told) > 1 or told.candidate.scope.status != candidate.scope.status:
            continue
        report.date, report.date_why = told.date, "the day of what it is said to be"
        return


def _same_day(page: PageReferents, event: Event, events: Sequence[Event]) -> None:
    """A report that follows on one of the same traveller, in the same or the next sentence, shares its day."""
    first = event.reports[0]
    if first.candidate.scope.status != "occurred" or not event.frame.in_person:
        return
    if newness(page, first.candidate).apart:
        return  # "at an earlier meeting"
    sides = {s.referent for s in event.sides()}
    for other in events:
        if other is event or not (other.frame.abroad or other.frame.in_person):
            continue
        date = other.date()
        if date is None or date.end is not None or date.start is None or not is_day(date.start):
            continue
        anchor = next((r for r in other.reports if r.date is date), None)
        if anchor is None or anchor.candidate.scope.status != "occurred":
            continue
        distance = first.candidate.sentence - anchor.candidate.sentence
        here, there = (page.annotated.sentences[r.candidate.sentence].paragraph for r in (first, anchor))
        if 0 <= distance <= 1 and here == there and sides & {s.referent for s in other.sides()}:
            place, its_place = event.place(), other.place()
            if place is None or its_place is None or one_place(place, its_place):
                first.date, first.date_why = date, "told of the same day"
                return


def _of_same_people(page: PageReferents, event: Event, events: Sequence[Event]) -> None:
    """ "X and Y signed a pact in Oslo on Friday. At their meeting they ...": what two did is of one day and place.

    Only where the page tells of no other day on which they were together.
    """
    first = event.reports[0]
    people = {s.referent for s in event.sides()}
    if not event.frame.in_person or event.frame.abroad or len(people) < 2 or _looks_back(page, event):
        return
    if any(page.referents[r].kind != "person" for r in people) or first.candidate.additive:
        return
    together = [
        (other, other.date())
        for other in events
        if other is not event and other.frame.in_person and people <= {s.referent for s in other.sides()}
    ]
    days = {date.start for _, date in together if date is not None}
    for other, date in together:
        if date is None or date.start is None or len(days) != 1 or not is_day(date.start) or date.end is not None:
            continue
        if {r.candidate.scope.status for r in (*event.reports, *other.reports)} != {"occurred"}:
            continue
        place, at = said_place(other)
        own = event.place()
        if own is not None and place is not None and not one_place(own, place):
            continue
        first.date, first.date_why = date, "the day on which the same people were together"
        if own is None and place is not None:
            first.place, first.place_at, first.place_why = place, at, "where the same people were together"
        return


def _looks_back(page: PageReferents, event: Event) -> bool:
    """True of "had met", "last met", "their previous meeting": another time than that of which the page tells."""
    for report in event.reports:
        tokens = page.annotated.sentences[report.candidate.sentence].tokens
        act = {report.candidate.predicate.token, report.candidate.predicate.light}
        beside = [t for t in tokens if t.head in act and t.i not in act]
        if any(t.lemma in words().past_time or t.text.lower() in ("had", "before", "once") for t in beside):
            return True
        if report.candidate.times:
            return True
    return False


def _of_dateline(page: PageReferents, event: Event, clock: Clock) -> None:
    """The news of a lead without a day of its own is of the day of the dateline before it."""
    reference = clock.reference
    if reference.lead is None or reference.lead_at is None:
        return
    report = next((r for r in event.reports if r.candidate.sentence == reference.lead), None)
    if report is None or report.candidate.scope.status not in ("occurred", "ongoing"):
        return
    text = page.annotated.article.text
    lead = page.annotated.sentences[reference.lead]
    if dates.find(text, lead.start, lead.end) or not report.candidate.scope.explicit:
        return
    here = clock.predicates_of(reference.lead)
    at: Predicate | None = report.candidate.predicate
    while at is not None and at.parent is not None:
        if not (at.link or "").startswith(_TELLS):
            return
        at = here.get(at.parent)
    for e in dates.find(text, *reference.lead_at):
        value = clock.by_page(e, "past")
        if value is not None and value.start is not None and is_day(value.start):
            report.date, report.date_why = value, "the day of the dateline"


def _month_of_purpose(event: Event, events: Sequence[Event]) -> None:
    """Who has set off for what is to be held on the 30th does so in its month."""
    report = event.reports[0]
    for other in events:
        date = other.date()
        if other is event or date is None or date.start is None or not is_day(date.start):
            continue
        serves = any(
            r.candidate.sentence == report.candidate.sentence
            and r.candidate.predicate.parent == report.candidate.predicate.token
            and (r.candidate.predicate.link or "").startswith("purpose")
            for r in other.reports
        )
        if serves and int(date.start[-2:]) > _TRAVEL_DAYS and report.candidate.scope.status == "ongoing":
            month = DateValue(date.start[:-3], None, date.text_start, date.text_end, date.trail)
            report.date, report.date_why = month, "the month of what it is for"
            return


def _under_way(page: PageReferents, event: Event, clock: Clock) -> None:
    """Who "is heading for Cairo" as the page is written sets out in its month."""
    day = clock.reference.value
    month = day[: 5 if day[0] == "-" else 7].rstrip("-") if day is not None else ""
    for report in event.reports:
        candidate = report.candidate
        moves = candidate.predicate.pos == "verb" and candidate.predicate.lemma in words().under_way
        if not moves or candidate.scope.status != "ongoing" or len(month.lstrip("-")) not in (2, 7):
            continue
        verb = page.annotated.sentences[candidate.sentence].tokens[candidate.predicate.token]
        trail = f"under way when the page was written, {day}"
        report.date, report.date_why = DateValue(month, None, verb.start, verb.end, trail), trail
        return
