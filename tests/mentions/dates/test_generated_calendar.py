"""Twenty thousand sentences over a calendar whose answer is known by construction."""

from __future__ import annotations

import calendar as library
import datetime
import functools
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.mentions.dates import find, resolve

SENTENCES = 20_000
MONTHS = list(library.month_name)
SHORT = ["", "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
DAYS = list(library.day_name)
COUNTS = ["", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


@dataclass(frozen=True)
class Case:
    """A sentence, what it is read against, and the answer."""

    text: str
    reference: str
    direction: str
    start: str
    end: str | None = None
    anchor: str | None = None


def day(date: datetime.date, count: int) -> datetime.date:
    return date + datetime.timedelta(count)


def month(date: datetime.date, count: int) -> str:
    index = date.year * 12 + date.month - 1 + count
    return f"{index // 12}-{index % 12 + 1:02d}"


def suffix(number: int) -> str:
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


# ---------------------------------------------------------------- templates: (reference, running number) -> case


def whole(date: datetime.date, n: int) -> Case:
    """A date written out in one of the ways outlets have."""
    told = day(date, -n % 4000)
    weekday = DAYS[told.weekday()]
    ways = [
        f"{told.day} {MONTHS[told.month]} {told.year}",
        f"{MONTHS[told.month]} {told.day}, {told.year}",
        f"{SHORT[told.month]} {told.day}, {told.year}",
        f"{weekday}, {MONTHS[told.month]} {told.day}, {told.year}",
        f"{weekday}, {told.day} {MONTHS[told.month]} {told.year}",
        f"the {told.day}{suffix(told.day)} of {MONTHS[told.month]} {told.year}",
        f"{MONTHS[told.month]} {told.day}{suffix(told.day)}, {told.year}",
        told.isoformat(),
        f"{told.day:02d}.{told.month:02d}.{told.year}",
    ]
    return Case(f"The two sides signed it on {ways[n % len(ways)]} in Astana.", str(date), "past", told.isoformat())


def in_digits(date: datetime.date, n: int) -> Case:
    told = datetime.date(date.year, date.month, 13 + n % 16)
    return Case(f"Posted {told.day}/{told.month:02d}/{told.year} by staff", str(date), "past", told.isoformat())


def day_and_month_behind(date: datetime.date, n: int) -> Case:
    told = day(date, -(n % 200))
    ways = [f"{MONTHS[told.month]} {told.day}", f"{told.day} {MONTHS[told.month]}", f"{SHORT[told.month]} {told.day}"]
    return Case(f"The envoy arrived on {ways[n % 3]}.", str(date), "past", told.isoformat())


def day_and_month_ahead(date: datetime.date, n: int) -> Case:
    told = day(date, n % 200)
    ways = [f"{MONTHS[told.month]} {told.day}", f"{told.day} {MONTHS[told.month]}", f"{SHORT[told.month]} {told.day}"]
    return Case(f"The envoy will arrive on {ways[n % 3]}.", str(date), "future", told.isoformat())


def dated_weekday(date: datetime.date, n: int) -> Case:
    told = day(date, n % 150)
    text = f"The drill opens on {DAYS[told.weekday()]}, {MONTHS[told.month]} {told.day}."
    return Case(text, str(date), "future", told.isoformat())


def weekday_behind(date: datetime.date, n: int) -> Case:
    told = day(date, -(n % 7))
    return Case(f"The minister left on {DAYS[told.weekday()]}.", str(date), "past", told.isoformat())


def weekday_ahead(date: datetime.date, n: int) -> Case:
    told = day(date, n % 7)
    return Case(f"The minister will leave on {DAYS[told.weekday()]}.", str(date), "future", told.isoformat())


def last_weekday(date: datetime.date, n: int) -> Case:
    told = day(date, -(n % 7) - 1)
    return Case(f"The minister left last {DAYS[told.weekday()]}.", str(date), "past", told.isoformat())


def next_weekday(date: datetime.date, n: int) -> Case:
    told = day(date, n % 7 + 1)
    return Case(f"The minister leaves next {DAYS[told.weekday()]}.", str(date), "future", told.isoformat())


def near_day(date: datetime.date, n: int) -> Case:
    words = ["yesterday", "today", "tomorrow", "the day before yesterday", "the day after tomorrow"]
    steps = [-1, 0, 1, -2, 2]
    return Case(f"The call was for {words[n % 5]}.", str(date), "past", day(date, steps[n % 5]).isoformat())


def days_ago(date: datetime.date, n: int) -> Case:
    count = n % 9 + 2
    return Case(f"It was shot down {COUNTS[count]} days ago.", str(date), "past", day(date, -count).isoformat())


def days_later(date: datetime.date, n: int) -> Case:
    count, anchor = n % 9 + 2, day(date, -90)
    told = day(anchor, count).isoformat()
    return Case(f"{COUNTS[count].title()} days later it sank.", str(date), "past", told, anchor=anchor.isoformat())


def day_told(date: datetime.date, n: int) -> Case:
    words, steps, anchor = ["the following day", "the same day", "the previous day"], [1, 0, -1], day(date, -50)
    told = day(anchor, steps[n % 3]).isoformat()
    return Case(f"It left {words[n % 3]}.", str(date), "past", told, anchor=anchor.isoformat())


def near_month(date: datetime.date, n: int) -> Case:
    words, steps = ["last month", "this month", "next month", "late last month", "early next month"], [-1, 0, 1, -1, 1]
    return Case(f"The tanks were due {words[n % 5]}.", str(date), "past", month(date, steps[n % 5]))


def near_year(date: datetime.date, n: int) -> Case:
    words, steps = ["last year", "this year", "next year", "two years ago", "late last year"], [-1, 0, 1, -2, -1]
    return Case(f"The deal was for {words[n % 5]}.", str(date), "past", str(date.year + steps[n % 5]))


def months_ago(date: datetime.date, n: int) -> Case:
    count = n % 9 + 2
    return Case(f"It was promised {COUNTS[count]} months ago.", str(date), "past", month(date, -count))


def month_behind(date: datetime.date, n: int) -> Case:
    told = month(date, -(n % 7))
    return Case(f"The pact was made in {MONTHS[int(told[5:])]}.", str(date), "past", told)


def month_ahead(date: datetime.date, n: int) -> Case:
    told = month(date, n % 7)
    return Case(f"The pact will be made in {MONTHS[int(told[5:])]}.", str(date), "future", told)


def month_and_year(date: datetime.date, n: int) -> Case:
    told = month(date, -(n % 300))
    text = f"The base was closed in {MONTHS[int(told[5:])]} {told[:4]}."
    return Case(text, str(date), "past", told)


def of_last_year(date: datetime.date, n: int) -> Case:
    told = datetime.date(date.year - 1, n % 12 + 1, n % 28 + 1)
    text = f"They last met on {MONTHS[told.month]} {told.day} last year."
    return Case(text, str(date), "past", told.isoformat())


def year_alone(date: datetime.date, n: int) -> Case:
    year = 1950 + n % 90
    cue = ["in", "since", "until", "during"][n % 4]
    return Case(f"The line has been quiet {cue} {year}.", str(date), "past", str(year))


def days_of_a_month(date: datetime.date, n: int) -> Case:
    first = datetime.date(date.year, date.month, n % 27 + 1)
    last = day(first, 1)
    name = MONTHS[first.month]
    ways = [
        f"{name} {first.day}-{last.day}, {first.year}",
        f"{first.day}-{last.day} {name} {first.year}",
        f"{name} {first.day} and {last.day}, {first.year}",
        f"from {first.day} to {last.day} {name} {first.year}",
    ]
    return Case(f"They met {ways[n % 4]}.", str(date), "past", first.isoformat(), last.isoformat())


def over_months(date: datetime.date, n: int) -> Case:
    first, last = day(date, -40 - n % 30), day(date, -2)
    begin = f"{MONTHS[first.month]} {first.day}, {first.year}"
    text = f"It lay there from {begin} to {MONTHS[last.month]} {last.day}, {last.year}."
    return Case(text, str(date), "past", first.isoformat(), last.isoformat())


def over_years(date: datetime.date, n: int) -> Case:
    first, last = 1990 + n % 20, 2012 + n % 9
    joint = [f"from {first} to {last}", f"between {first} and {last}", f"in {first}-{last}"][n % 3]
    return Case(f"He led the corps {joint}.", str(date), "past", str(first), str(last))


def quarter(date: datetime.date, n: int) -> Case:
    which, year = n % 4, 2000 + n % 25
    text = f"Orders fell in the {['first', 'second', 'third', 'fourth'][which]} quarter of {year}."
    return Case(text, str(date), "past", f"{year}-{which * 3 + 1:02d}", f"{year}-{which * 3 + 3:02d}")


def weekend(date: datetime.date, n: int) -> Case:
    saturday = day(date, 5 - date.weekday() + 7 * (n % 3 - 1))
    words = ["last weekend", "this weekend", "next weekend"][n % 3]
    return Case(f"Envoys meet {words}.", str(date), "future", saturday.isoformat(), day(saturday, 1).isoformat())


def month_end(date: datetime.date, n: int) -> Case:
    last = library.monthrange(date.year, date.month)[1]
    told = f"{date.year}-{date.month:02d}-{last}"
    return Case(f"It expires on {MONTHS[date.month]} {last}, {date.year}.", str(date), "future", told)


TEMPLATES: list[Callable[[datetime.date, int], Case]] = [
    whole, in_digits, day_and_month_behind, day_and_month_ahead, dated_weekday, weekday_behind, weekday_ahead,
    last_weekday, next_weekday, near_day, days_ago, days_later, day_told, near_month, near_year, months_ago,
    month_behind, month_ahead, month_and_year, of_last_year, year_alone, days_of_a_month, over_months, over_years,
    quarter, weekend, month_end,
]  # fmt: skip


def references() -> Iterator[datetime.date]:
    """Days that go through weekdays, month ends, turns of years and leap days."""
    edges = [
        datetime.date(year, month_number, library.monthrange(year, month_number)[1])
        for year in range(2000, 2030)
        for month_number in range(1, 13)
    ]
    begin = datetime.date(1999, 12, 25)
    for n in itertools.count():
        yield edges[n % len(edges)] if n % 3 == 0 else day(begin, n * 17 % 11_000)


@functools.cache
def cases() -> tuple[Case, ...]:
    """As many different cases as are promised."""
    seen: dict[Case, None] = {}
    for n, date in enumerate(references()):
        seen[TEMPLATES[n % len(TEMPLATES)](date, n // len(TEMPLATES) * 5 + n)] = None
        if len(seen) == SENTENCES:
            break
    return tuple(seen)


def read(case: Case) -> tuple[str | None, str | None] | None:
    expressions = find(case.text)
    if len(expressions) != 1:
        return None
    direction = "future" if case.direction == "future" else "past"
    value = resolve(expressions[0], reference=case.reference, direction=direction, anchor=case.anchor)
    return None if value is None else (value.start, value.end)


def test_what_a_calendar_knows_is_read_from_a_sentence() -> None:
    wrong = [(case, got) for case in cases() if (got := read(case)) != (case.start, case.end)]
    assert len(wrong) <= SENTENCES * 0.005, wrong[:10]


def test_every_weekday_month_end_and_leap_day_is_among_them() -> None:
    dates = [datetime.date.fromisoformat(case.start) for case in cases() if len(case.start) == 10]
    assert {date.weekday() for date in dates} == set(range(7))
    ends = {date.month for date in dates if day(date, 1).month != date.month}
    assert ends == set(range(1, 13))
    assert any((date.month, date.day) == (2, 29) for date in dates)
