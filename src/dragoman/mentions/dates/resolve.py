"""What date an expression stands for, read against the article's date: right or absent."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.mentions.dates import calendar
from dragoman.mentions.dates.expressions import meaning_of
from dragoman.mentions.dates.meaning import Duration, Fixed, Meaning, Point, Range, Shift, Weekend
from dragoman.mentions.dates.placing import WEEKDAYS, Direction, Order, Placed, Setting, distance, place
from dragoman.types import DateValue, TimeExpression

_DAY = re.compile(r"(?:([0-9]{4})|XXXX)(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?:T.*)?")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")
_PART = re.compile(r"([0-9]{4})-(?:([QH])([1-4])|[SFW][PUAI])")
# The years in which every day has stood on every weekday, in leap years and in common ones.
_STAND_INS = range(1996, 2036)


def resolve(
    expression: TimeExpression,
    *,
    reference: str | None,
    direction: Direction | None,
    anchor: str | None = None,
    order: Order | None = None,
    weekday: int | None = None,
    sure: bool = False,
) -> DateValue | None:
    """The date meant, or None where nothing may be said.

    `reference` is the article's date as coarse as known, `direction` which way the sentence looks, `anchor` the
    date that "two days later" counts from, `order` the outlet's habit for dates such as 03/04/2018, `weekday` that
    of a reference whose year is not known (0 is Monday), `sure` that nobody can have misread the direction.
    """
    meaning = meaning_of(expression.text, expression.rule)
    if meaning is None or isinstance(meaning, Fixed) or isinstance(meaning, Shift) and not meaning.dated:
        return None
    if weekday is not None and reference is not None and reference.startswith("--") and _by_weekday(meaning):
        return _in_any_year(expression, reference, direction, weekday)
    return _dated(expression, meaning, Setting(_on_sunday(meaning, reference), direction, anchor, order, sure))


def _on_sunday(meaning: Meaning, reference: str | None) -> str | None:
    """The reference, a day later on a Sunday for "last week": whose week begins with it means the six days before."""
    if not isinstance(meaning, Shift) or meaning.unit != "W" or meaning.count != -1 or meaning.anchored:
        return reference
    day = calendar.parse(reference)
    date = None if day is None else day.date()
    return calendar.shift(reference, "D", 1) if date is not None and date.weekday() == 6 else reference


def counted(expression: TimeExpression, day: str, *, back: bool = False) -> DateValue | None:
    """The date that "two days after" gives from the day that it counts from; with `back` that from which it counts."""
    meaning = meaning_of(expression.text, expression.rule)
    if not isinstance(meaning, Duration):
        return None
    if back:
        meaning = replace(meaning, sign=-meaning.sign)
    return _dated(expression, meaning, Setting(anchor=day))


def moved(value: DateValue, days: int, why: str) -> DateValue | None:
    """A day so many days from another; None where that is no day."""
    start = calendar.shift(value.start, "D", days)
    return None if start is None else replace(value, start=start, end=None, trail=f"{why} {value.start}: {value.trail}")


def _by_weekday(meaning: Meaning) -> bool:
    """True of what counts in weeks or weekdays from the article's day."""
    if isinstance(meaning, Range):
        return _by_weekday(meaning.first)
    if isinstance(meaning, Point):
        return meaning.weekday is not None and meaning.month is None and not meaning.anchored
    return isinstance(meaning, Weekend) or isinstance(meaning, Shift) and meaning.unit == "W" and not meaning.anchored


def _in_any_year(
    expression: TimeExpression, reference: str, direction: Direction | None, weekday: int
) -> DateValue | None:
    """The date without its year, where leap years and common ones in which the reference has its weekday agree."""
    found: dict[bool, DateValue] = {}
    for year in _STAND_INS:
        day = calendar.parse(f"{year}{reference[1:]}")
        date = None if day is None else day.date()
        leap = calendar.exists(year, 2, 29)
        if date is None or date.weekday() != weekday or leap in found:
            continue
        value = resolve(expression, reference=date.isoformat(), direction=direction)
        if value is None:
            return None
        trail = value.trail.replace(date.isoformat(), f"{reference}, a {WEEKDAYS[weekday]}")
        start, end = (None if at is None else f"-{at[4:]}" for at in (value.start, value.end))
        found[leap] = replace(value, start=start, end=end, trail=trail)
    answers = {(value.start, value.end) for value in found.values()}
    return next(iter(found.values())) if len(answers) == 1 else None


def _dated(expression: TimeExpression, meaning: Meaning, setting: Setting) -> DateValue | None:
    placed = distance(meaning, setting) if isinstance(meaning, Duration) else place(meaning, setting)
    if placed.value is None:
        return None
    # The season called winter lies in two years; counted from the article it may be either.
    if isinstance(meaning, Point) and meaning.season == "WI" and meaning.year is None:
        return None
    start, end = _dates(placed.value)
    if placed.end is not None:
        late = _dates(placed.end)
        end = late[1] or late[0]
    if start is None:
        return None
    return DateValue(start, end, expression.start, expression.end, f"{expression.rule}: {placed.trail}")


def timex_value(
    expression: TimeExpression,
    reference: str | None,
    direction: Direction | None,
    *,
    anchor: str | None = None,
    order: Order | None = None,
) -> str:
    """The TIMEX3 value; `XXXX-XX-XX` where it is a date that nothing settles."""
    meaning = meaning_of(expression.text, expression.rule)
    if meaning is None:
        return "XXXX-XX-XX"
    placed = place(meaning, Setting(reference, direction, anchor, order))
    if isinstance(meaning, Range):
        return _range_value(placed)
    return placed.value or "XXXX-XX-XX"


def _range_value(placed: Placed) -> str:
    if placed.value is None or placed.end is None:
        return placed.value or "XXXX-XX-XX"
    return f"{placed.value}/{placed.end}"


def _dates(value: str) -> tuple[str | None, str | None]:
    """A TIMEX3 value as ISO start and end, as coarse as it is; none where the record has no way to say it."""
    if (found := _WEEK.fullmatch(value)) is not None:
        return _week(int(found[1]), int(found[2]), bool(found[3]))
    if (found := _PART.fullmatch(value)) is not None:
        if found[2] is None:
            return found[1], None
        months = 3 if found[2] == "Q" else 6
        last = int(found[3]) * months
        return f"{found[1]}-{last - months + 1:02d}", f"{found[1]}-{last:02d}"
    if len(value) in (2, 3) and value.isdecimal():
        span = 10 ** (4 - len(value))
        first = int(value) * span
        return f"{first:04d}", f"{first + span - 1:04d}"
    found = _DAY.fullmatch(value)
    if found is None:
        return None, None
    year, month, day = (int(part) if part else None for part in found.groups())
    return calendar.Partial(year, month, day).iso(), None


def _week(year: int, week: int, weekend: bool) -> tuple[str | None, str | None]:
    monday = calendar.monday_of(year, week)
    if monday is None:
        return None, None
    saturday, sunday = calendar.add_days(monday, 5), calendar.add_days(monday, 6)
    if saturday is None or sunday is None:
        return None, None
    if weekend:
        return saturday.isoformat(), sunday.isoformat()
    # A week that two months share has no date as coarse as it is.
    return (f"{monday:%Y-%m}", None) if (monday.year, monday.month) == (sunday.year, sunday.month) else (None, None)
