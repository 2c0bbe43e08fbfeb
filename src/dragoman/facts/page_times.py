"""The times of a page that may be the start of one of its events: told near it, of the dateline, of the page itself.

Those that a sentence ties to an act of its own are left out there: what they say of the event is known from its words.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.facts.clock import Clock, covers
from dragoman.facts.events import Event
from dragoman.facts.newness import newness
from dragoman.facts.reference import is_day
from dragoman.facts.times import BOUNDS, leading_word, lies_ahead, meant_for, since_last
from dragoman.mentions import dates
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Sentence, TimeExpression

# Up to which sentence the page tells its news, and how far from its own sentences an event's time is looked for.
_LEAD, _BACK, _ON = 1, 3, 2


@dataclass(frozen=True, slots=True)
class Time:
    """A time of a page; an expression of a sentence tells it, unless it is the dateline's or the page's own."""

    value: DateValue
    expression: TimeExpression | None = None
    sentence: int | None = None
    dateline: bool = False


def times_of(page: PageReferents, clock: Clock, event: Event) -> list[Time]:
    """All times that may be the start of an event, as far as they can be resolved."""
    first = event.reports[0].candidate
    own = {r.candidate.sentence: r.candidate for r in reversed(event.reports)}
    apart = any(newness(page, r.candidate).apart for r in event.reports)  # "at an earlier meeting": not of a time told
    out: list[Time] = []
    for s in page.annotated.sentences:
        near = s.index <= _LEAD or any(k - _BACK <= s.index <= k + _ON for k in own)
        if s.index not in own and (apart or not near):
            continue
        for e in clock.times(s.index):
            if not is_date(e) or meant_for(s.tokens, e) or since_last(s.tokens, e):
                continue
            if s.index in own and _is_taken(clock, s, e) or first.scope.direction == "past" and lies_ahead(e):
                continue
            value = clock.told(e, s.index, own.get(s.index), first.scope.direction)
            if value is not None and value.start is not None and not _ends(event, value):
                out.append(Time(value, e, s.index))
    reference = clock.reference
    if apart:
        return out
    if reference.value is not None and is_day(reference.value) and not reference.why:
        word = page.annotated.sentences[first.sentence].tokens[first.predicate.token]
        trail = f"the page's own day, {reference.value}"
        out.append(Time(DateValue(reference.value, None, word.start, word.end, trail)))
    for e in dates.find(page.annotated.article.text, *reference.lead_at) if reference.lead_at is not None else ():
        value = clock.by_page(e, "past")
        if value is not None and value.start is not None and is_day(value.start):
            out.append(Time(value, dateline=True))
    return out


def _is_taken(clock: Clock, sentence: Sentence, expression: TimeExpression) -> bool:
    """True of a time that the sentence of an event ties to some act, or that only bounds one: "before May 5".

    Whether it is the time of the event its words have answered (facts.times).
    """
    word = leading_word(sentence.tokens, expression)
    if word is not None and word.text.lower() in BOUNDS:
        return True
    predicates = clock.predicates_of(sentence.index).values()
    return any(covers(sentence.tokens, a, expression) for p in predicates for a in p.arguments)


def is_date(expression: TimeExpression) -> bool:
    """True of what says when, within a year at least, and not how long or how often."""
    return expression.type in ("DATE", "TIME") and expression.grain != "decade"


def _ends(event: Event, value: DateValue) -> bool:
    """True of the day on which the event is told to have ended."""
    date = event.date()
    return date is not None and date.start is None and date.end in (value.start, value.end)
