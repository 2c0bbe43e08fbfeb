"""What date an expression stands for, read against the article's date: right or absent."""

from __future__ import annotations

import re

from dragoman.mentions.dates import calendar
from dragoman.mentions.dates.expressions import meaning_of
from dragoman.mentions.dates.meaning import Duration, Fixed, Point, Range, Shift
from dragoman.mentions.dates.placing import Direction, Order, Placed, Setting, distance, place
from dragoman.types import DateValue, TimeExpression

_DAY = re.compile(r"(?:([0-9]{4})|XXXX)(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?:T.*)?")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")
_PART = re.compile(r"([0-9]{4})-(?:([QH])([1-4])|[SFW][PUAI])")


def resolve(
    expression: TimeExpression,
    *,
    reference: str | None,
    direction: Direction | None,
    anchor: str | None = None,
    order: Order | None = None,
) -> DateValue | None:
    """The date meant, or None where nothing may be said.

    `reference` is the article's date as coarse as known, `direction` which way the sentence looks, `anchor` the
    date that "two days later" counts from, `order` the outlet's habit for dates such as 03/04/2018.
    """
    meaning = meaning_of(expression.text, expression.rule)
    if meaning is None or isinstance(meaning, Fixed) or isinstance(meaning, Shift) and not meaning.dated:
        return None
    setting = Setting(reference, direction, anchor, order)
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
