"""The last day of what lasts for days, by its length or by when the traveller is home; and what is not over yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate
from dragoman.facts.clock import GOES_ON, Clock
from dragoman.facts.events import Event, Report
from dragoman.facts.periods import spanned
from dragoman.facts.reference import is_day
from dragoman.facts.scope_words import words
from dragoman.mentions import dates
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Predicate

# How many days "for two days" may say at most.
_STAY = 31
_LENGTH = "days from"  # how a last day is told that was counted
# How many sentences after the visit the page may tell of the return.
_REACH = 8
# Verbs that with "home" or "back" tell of a return: "is due back home on Friday".
_RETURNING = frozenset({"return", "come", "fly", "go", "head", "be", "expect", "schedule", "get", "arrive"})
_UNTIL = frozenset(("until", "till", "through", "to"))
_HOME = frozenset({"home", "back"})


def lasting(clock: Clock, candidate: Candidate, start: DateValue) -> DateValue | None:
    """From a day to the last of so many: "goes to Oslo on Thursday for two days"; None where no length is said."""
    told = list(candidate.times)
    for predicate in _going_on(clock, candidate):
        told.extend(clock.times_said(predicate, candidate.sentence))
    lengths = list(dict.fromkeys(n for e in told if (n := dates.days_long(e)) is not None))
    if not (candidate.frame.abroad or candidate.frame.goes_on) or len(lengths) != 1 or not 1 < lengths[0] <= _STAY:
        return None
    if start.start is None or start.end is not None or not is_day(start.start):
        return None
    last = dates.moved(start, lengths[0] - 1, f"{lengths[0]} {_LENGTH}")
    return None if last is None else replace(last, start=start.start, end=last.start)


def day_after_day(clock: Clock, candidate: Candidate) -> DateValue | None:
    """From the first to the last of days that follow each other: "will be in Oslo on Monday and Tuesday"."""
    days = sorted((e for e in candidate.times if dates.names_weekday(e) is not None), key=lambda e: e.start)
    if len(days) != 2 or clock.page.annotated.article.text[days[0].end : days[1].start].strip() != "and":
        return None
    first, last = (clock.by_page(e, candidate.scope.direction) for e in days)
    if first is None or first.start is None or last is None or last.start is None:
        return None
    after = dates.moved(first, 1, "the day after")
    follows = after is not None and after.start == last.start
    return spanned(first, replace(last, start=None, end=last.start)) if follows else None


def until(clock: Clock, candidate: Candidate) -> DateValue | None:
    """The last day of an act that is said to go on until then; it has no start."""
    tokens = clock.page.annotated.sentences[candidate.sentence].tokens
    own = {candidate.predicate.token, candidate.predicate.light}
    for p in clock.predicates_of(candidate.sentence).values():
        follows = p.lemma in words().lasting and (
            p.parent in own
            and p.link in GOES_ON
            or any(a.role in ("agent", "patient") and a.head == candidate.predicate.token for a in p.arguments)
            or candidate.frame.abroad
            and _same_doer(clock.page, candidate, p)
        )
        if p.token not in own and not follows:
            continue
        spans = [
            (tokens[a.first].start, tokens[a.last - 1].end)
            for a in p.arguments
            if a.role == "time" and a.prep in _UNTIL
        ]
        for e in clock.times(candidate.sentence):
            if any(start <= e.start < end for start, end in spans):
                ahead = follows and tokens[p.token].tag != "VBD" or candidate.scope.status == "ongoing"
                value = clock.by_page(e, "future" if ahead else candidate.scope.direction)
                if value is not None:
                    return replace(value, start=None, end=value.end or value.start)
    return None


def _same_doer(page: PageReferents, candidate: Candidate, predicate: Predicate) -> bool:
    """True where the subject of a verb is a side of the act: "he leaves for Moscow; he stays until Friday"."""
    sides = {s.referent for s in candidate.sides}
    heads = [a.head for a in predicate.arguments if a.role == "agent"]
    spots = [spot for head in heads if (spot := page.at(candidate.sentence, head)) is not None]
    return any(not sides.isdisjoint(spot.referents) for spot in spots)


def _going_on(clock: Clock, candidate: Candidate) -> list[Predicate]:
    """The verbs of a clause about the act which say how long it goes on: "a visit that is to last two days"."""
    own = {candidate.predicate.token, candidate.predicate.light}
    here = clock.predicates_of(candidate.sentence)
    out = []
    for p in here.values():
        above = here.get(p.parent) if p.link == "content" and p.parent is not None else None  # "is to last"
        clause = above if above is not None and above.lemma in words().scheduled | {"be"} else p
        if p.lemma in words().lasting and clause.parent in own and clause.link in GOES_ON:
            out.append(p)
    return out


def lengthen(page: PageReferents, events: Sequence[Event], clock: Clock) -> None:
    """Gives each event of which only the first day is known its last, where the page says it."""
    for event in events:
        report = _begun(event)
        if report is None or report.date is None:
            continue
        for told in event.reports:
            value = lasting(clock, told.candidate, report.date)
            if value is not None:
                report.date = value
                break
        else:
            if event.frame.abroad:
                _till_return(page, event, report, clock)


def under_way(page: PageReferents, events: Sequence[Event]) -> None:
    """ "Arrived on Monday for a three-day visit", on a page of Tuesday: what has begun and is not over goes on."""
    today = page.annotated.article.published
    for event in events:
        dates = [r.date for r in event.reports if r.date is not None]
        if today is None or any(d.start is None for d in dates):
            continue  # "ended on Tuesday"
        dates = [d for d in dates if event.frame.abroad or _LENGTH in d.trail]  # "drilled from 5 to 8 May" is over
        # Told from its first to its last day, it is over on the last; by its length, that day is still to go.
        ends = [(d.start, d.end, _LENGTH in d.trail) for d in dates if d.start and d.end and is_day(d.start)]
        if not any(start <= today < end or by_length and today == end for start, end, by_length in ends):
            continue
        for report in event.reports:
            scope = report.candidate.scope
            if scope.status == "occurred":
                report.candidate.scope = replace(scope, status="ongoing", rule=f"{scope.rule}; not over by its length")


def _begun(event: Event) -> Report | None:
    """The report that tells the first day of an event, of which no report tells the last."""
    if not (event.frame.abroad or event.frame.goes_on) or any(r.date is not None and r.date.end for r in event.reports):
        return None
    date = event.date()
    if date is None or date.start is None or not is_day(date.start):
        return None
    return next(r for r in event.reports if r.date is date)


def _till_return(page: PageReferents, event: Event, report: Report, clock: Clock) -> None:
    first = report.candidate.sentence
    travellers = {s.referent for s in event.sides()}
    for sentence in range(first, min(first + _REACH, len(page.annotated.sentences))):
        for predicate in clock.predicates_of(sentence).values():
            if not _comes_home(page, sentence, predicate, travellers):
                continue
            for value in _days(predicate, sentence, clock):
                span = spanned(report.date, value) if report.date is not None else value
                if span.end is not None:
                    report.date = span
                    return


def _comes_home(page: PageReferents, sentence: int, predicate: Predicate, travellers: set[int]) -> bool:
    tokens = page.annotated.sentences[sentence].tokens
    if predicate.pos != "verb" or predicate.lemma not in _RETURNING:
        return False
    if not any(t.text.lower() in _HOME and t.head in (predicate.token, predicate.token + 1) for t in tokens):
        return False
    subjects = [a for a in predicate.arguments if a.role in ("agent", "patient") and a.prep is None]
    spots = [spot for a in subjects if (spot := page.at(sentence, a.head)) is not None]
    return any(not travellers.isdisjoint(spot.referents) for spot in spots)


def _days(predicate: Predicate, sentence: int, clock: Clock) -> Iterator[DateValue]:
    """The days that the times of a return may stand for, each as the last of something."""
    for expression in clock.times_said(predicate, sentence):
        for way in ("past", "future"):
            value = clock.by_page(expression, way)
            if value is not None and value.start is not None and is_day(value.start):
                yield replace(value, start=None, end=value.start)
