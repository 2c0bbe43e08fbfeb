"""The day an article counts from, and what the page itself tells of that day where nobody gave it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.facts.candidate import Candidate
from dragoman.facts.scope import saying_verbs
from dragoman.mentions import dates
from dragoman.types import Annotated, DateValue, Predicate, Sentence, TimeExpression

# How many characters may stand between the date of a dateline and the report's first sentence.
_DATELINE_GAP = 60
# Stands in where no year is told: in a leap year and in a common one the answer must be the same.
_YEARS = ("2000", "2001")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Chains = Mapping[int, Mapping[int, Predicate]]


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that "tomorrow" and "on Monday" count from, as far as it is known."""

    value: str | None = None  # as coarse as known, --MM-DD without a year
    weekday: int | None = None  # of a day without a year; 0 is Monday
    why: str = ""  # for a reader, where the page had to tell it
    lead: int | None = None  # the sentence that a dateline with this day opens
    lead_at: tuple[int, int] | None = None  # where that dateline's date stands
    said_at: tuple[int, int] | None = None  # where the date of the latest words stands, if they gave the day


def settle(annotated: Annotated, predicates: Chains, found: Sequence[Candidate]) -> Reference:
    """The day of an article: its own date, else that of the latest words it reports, else what its weekdays settle."""
    published = annotated.article.published or None
    lead, at = _dateline(annotated)
    if published is not None and published[0] != "-":
        note = next((c.note for c in annotated.article.date_claims if c.value == published and c.note), "")
        return Reference(published, why=note, lead=lead, lead_at=at)
    value, why, said_at = published, "", None
    if value is None and (said := last_said(annotated, predicates)) is not None:
        value, why, said_at = said.start, "the day of the latest words reported", (said.text_start, said.text_end)
    if value is not None and (value[0] != "-" or len(value) != 7):
        return Reference(value, None, why, lead, at, said_at)
    told = _weekdays(annotated, value)
    if told is None and value is not None and lead is not None:
        told = _weekday_of_lead(annotated, predicates, lead, value)
    if told is None and value is None:
        told = _weekdays_of_stay(found)
    if told is None:
        return Reference(value, None, why, lead, at, said_at)
    day, weekday, how = told
    return Reference(day, weekday, f"{why}, {how}" if why else how, lead, at, said_at)


def said_on(annotated: Annotated, predicates: Chains) -> str | None:
    """The last date on which somebody is said to have spoken ("announced on September 2"), else None."""
    said = last_said(annotated, predicates)
    return said.start if said is not None else None


def last_said(annotated: Annotated, predicates: Chains) -> DateValue | None:
    """The last date on which somebody is said to have spoken, with where it stands; None where there is none.

    News is written on the day of the words it reports; what counts from it ("tomorrow") is
    as sure as that, and the trail of the date says so.
    """
    found: list[DateValue] = []
    text = annotated.article.text
    for number, here in sorted(predicates.items()):
        tokens = annotated.sentences[number].tokens
        for predicate in here.values():
            if predicate.pos != "verb" or predicate.lemma not in saying_verbs():
                continue
            for argument in predicate.arguments:
                if argument.role != "time":
                    continue
                for expression in dates.find(text, tokens[argument.first].start, tokens[argument.last - 1].end):
                    value = dates.resolve(expression, reference=None, direction="past")
                    if value is not None and value.start is not None and value.end is None and is_day(value.start):
                        found.append(value)
    full = [d for d in found if d.start is not None and d.start[0] != "-"]
    return max(full, key=lambda d: d.start or "") if full else (found[-1] if found else None)


def is_day(value: str) -> bool:
    """True of a date told to the day, with or without its year."""
    return len(value.lstrip("-")) in (5, 10)


def _dateline(annotated: Annotated) -> tuple[int | None, tuple[int, int] | None]:
    """The sentence that a dated dateline opens, and where its date stands."""
    place = annotated.article.dateline_place
    if place is None:
        return None, None
    claims = [c for c in annotated.article.date_claims if c.basis == "text" and is_day(c.value)]
    spans = [(c.start, c.end) for c in claims if c.start is not None and c.start >= place.end]
    for sentence in annotated.sentences:
        for start, end in spans:
            if start is not None and end is not None and end <= sentence.start <= end + _DATELINE_GAP:
                return (None, None) if sentence.headline else (sentence.index, (start, end))
    return None, None


def _weekdays(annotated: Annotated, value: str | None) -> tuple[str, int, str] | None:
    """The day and its weekday where the page gives some day both ways: "on Monday, August 15"."""
    pairs = [pair for e in _expressions(annotated) if (pair := dates.weekday_of(e)) is not None]
    day = value or max((day for day, _ in pairs), default=None)
    if day is None:
        return None
    answers = {answer for told, weekday in pairs for answer in _weekday_on(day, told, weekday)}
    if len(answers) != 1:
        return None
    told, weekday = pairs[0]
    return day, answers.pop(), f"{told} being a {_NAMES[weekday]}"


def _weekday_on(day: str, told: str, weekday: int) -> set[int]:
    """The weekdays that a day may have where another, of the same year, has one."""
    return {(weekday + _between(told, day, year)) % 7 for year in _YEARS}


def _between(first: str, last: str, year: str) -> int:
    ends = []
    for day in (first, last):
        month, number = int(day[2:4]), int(day[5:7])
        ends.append(date(int(year), month, min(number, 28 if month == 2 and year != _YEARS[0] else number)))
    return (ends[1] - ends[0]).days


def _weekday_of_lead(annotated: Annotated, predicates: Chains, lead: int, value: str) -> tuple[str, int, str] | None:
    """The weekday of a dateline's day: that on which the lead says that its news came about."""
    sentence = annotated.sentences[lead]
    told = [
        weekday
        for e in dates.find(annotated.article.text, sentence.start, sentence.end)
        if (weekday := dates.names_weekday(e)) is not None and _of_past_verb(sentence, predicates.get(lead, {}), e)
    ]
    if len(set(told)) != 1:
        return None
    return value, told[0], f"the dateline's day, {value}, being the {_NAMES[told[0]]} of its lead"


def _of_past_verb(sentence: Sentence, here: Mapping[int, Predicate], expression: TimeExpression) -> bool:
    """True where a verb in the past has the expression as its time."""
    tokens = sentence.tokens
    return any(
        tokens[a.first].start < expression.end and expression.start < tokens[a.last - 1].end
        for p in here.values()
        if p.pos == "verb" and tokens[p.token].tag == "VBD"
        for a in p.arguments
        if a.role == "time"
    )


def _weekdays_of_stay(found: Sequence[Candidate]) -> tuple[str, int, str] | None:
    """The days of a stay by the weekdays told of it: "visited on August 14-15 ... on Sunday ... on Monday".

    The one way to lay two or more weekdays of meetings on the days of a visit or meeting that lasted some days.
    """
    stays = {
        (value.start, value.end)
        for c in found
        if (c.frame.abroad or c.frame.in_person) and c.scope.status in ("occurred", "ongoing")
        for e in c.times
        if (value := dates.resolve(e, reference=None, direction="past")) is not None
        and value.start is not None
        and value.end is not None
        and len(value.start) == len(value.end) == 7
    }
    named = {
        weekday
        for c in found
        if c.frame.in_person and c.scope.status in ("occurred", "ongoing")
        for e in c.times
        if (weekday := dates.names_weekday(e)) is not None
    }
    if len(stays) != 1:
        return None
    first, last = stays.pop()
    assert first is not None and last is not None  # chosen so above
    lengths = {_between(first, last, year) for year in _YEARS}
    length = lengths.pop()
    if lengths or not 1 <= length <= 5:
        return None
    inside = {w: len([d for d in named if (d - w) % 7 <= length]) for w in range(7)}
    most = max(inside.values())
    fitting = [w for w, count in inside.items() if count == most]
    if most < 2 or len(fitting) != 1:
        return None
    weekday = fitting[0]
    why = f"{first} being the {_NAMES[weekday]} of the stay until {last}"
    return last, (weekday + length) % 7, why


def _expressions(annotated: Annotated) -> Iterator[TimeExpression]:
    for sentence in annotated.sentences:
        yield from dates.find(annotated.article.text, sentence.start, sentence.end)
