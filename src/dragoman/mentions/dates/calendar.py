"""Arithmetic on dates that may be coarse: YYYY, YYYY-MM, YYYY-MM-DD, --MM, --MM-DD, and ISO weeks."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

FIRST_YEAR, LAST_YEAR = 1, 9998
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PARTIAL = re.compile(r"(?:([0-9]{4})|-)(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it is known; a day has its month."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def date(self) -> datetime.date | None:
        """The day meant, if all of it is known and it exists."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return day_of(self.year, self.month, self.day)

    def iso(self) -> str | None:
        """ISO form as coarse as known, `--MM-DD` without a year; None when nothing is known."""
        if self.month is None:
            return None if self.year is None else f"{self.year:04d}"
        head = "-" if self.year is None else f"{self.year:04d}"
        return f"{head}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The calendar day, or None where the calendar has none."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and exists(year, month, day)):
        return None
    return datetime.date(year, month, day)


def days_in(year: int | None, month: int) -> int:
    """How many days a month has; without a year, at most."""
    if month == 2 and year is not None:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return _LONGEST[month - 1]


def exists(year: int | None, month: int, day: int | None = None) -> bool:
    """Whether the calendar has such a month or day (in that year, or in any when it is None)."""
    return 1 <= month <= 12 and (day is None or 1 <= day <= days_in(year, month))


def parse(value: str | None) -> Partial | None:
    """Read a coarse ISO date; None where it is none, or names a day that does not exist."""
    found = _PARTIAL.fullmatch(value) if value else None
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year == 0 or (year is None and month is None):
        return None
    if month is not None and not exists(year, month, day):
        return None
    return Partial(year, month, day)


def shift(value: str | None, unit: str, count: int) -> str | None:
    """Move a coarse date by `count` units (D W M Q Y DE CE), giving a value as fine as the unit.

    None where the date is too coarse for the unit, or where the missing year would matter.
    """
    week = _WEEK.fullmatch(value) if value else None
    if week is not None:
        return _shift_week(int(week[1]), int(week[2]), unit, count)
    at = parse(value)
    if at is None:
        return None
    if unit in ("D", "W"):
        return _shift_days(at, unit, count)
    if unit == "M":
        return _shift_months(at, count)
    if at.year is None:
        return None
    if unit == "Q":
        if at.month is None:
            return None
        index = at.year * 4 + (at.month - 1) // 3 + count
        return f"{index // 4:04d}-Q{index % 4 + 1}" if _in_range(index // 4) else None
    if unit == "Y":
        return f"{at.year + count:04d}" if _in_range(at.year + count) else None
    if unit == "DE":
        decade = at.year // 10 + count
        return f"{decade:03d}" if _in_range(decade * 10) else None
    if unit == "CE":
        century = at.year // 100 + count
        return f"{century:02d}" if _in_range(century * 100) else None
    return None


def _in_range(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def _shift_days(at: Partial, unit: str, count: int) -> str | None:
    date = at.date()
    days = count * (7 if unit == "W" else 1)
    if date is not None:
        moved = add_days(date, days)
        if moved is None:
            return None
        return moved.isoformat() if unit == "D" else week_of(moved)
    if at.year is not None or at.month is None or at.day is None or unit == "W" or abs(days) > 366:
        return None
    # Without a year the answer stands only if it is the same in a leap year and in a common one.
    answers = set()
    for year in (2000, 2001):
        day = day_of(year, at.month, at.day)
        if day is not None:
            moved = day + datetime.timedelta(days)
            answers.add((moved.month, moved.day))
    if len(answers) != 1:
        return None
    month, day_number = answers.pop()
    return f"--{month:02d}-{day_number:02d}"


def _shift_months(at: Partial, count: int) -> str | None:
    if at.month is None:
        return None
    if at.year is None:
        return f"--{(at.month - 1 + count) % 12 + 1:02d}"
    index = at.year * 12 + at.month - 1 + count
    return f"{index // 12:04d}-{index % 12 + 1:02d}" if _in_range(index // 12) else None


def _shift_week(year: int, week: int, unit: str, count: int) -> str | None:
    monday = monday_of(year, week)
    moved = None if monday is None else add_days(monday, 7 * count)
    return week_of(moved) if unit == "W" and moved is not None else None


def add_days(date: datetime.date, days: int) -> datetime.date | None:
    """The day so many days on, or None past the ends of the calendar."""
    ordinal = date.toordinal() + days
    if not datetime.date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= datetime.date(LAST_YEAR, 12, 31).toordinal():
        return None
    return datetime.date.fromordinal(ordinal)


def week_of(date: datetime.date) -> str:
    """The ISO week a day lies in, YYYY-Www."""
    year, week, _ = date.isocalendar()
    return f"{year:04d}-W{week:02d}"


def monday_of(year: int, week: int) -> datetime.date | None:
    """The first day of an ISO week, or None where the year has no such week."""
    try:
        return datetime.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def weekday_near(date: datetime.date, weekday: int, *, ahead: bool, strict: bool = False) -> datetime.date | None:
    """The nearest such weekday (0 Monday) on or after `date` if `ahead`, else on or before; `strict` leaves it out."""
    step = (weekday - date.weekday()) % 7 if ahead else -((date.weekday() - weekday) % 7)
    if step == 0 and strict:
        step = 7 if ahead else -7
    return add_days(date, step)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date | None:
    """The nth such weekday of a month; -1 is the last."""
    if nth > 0:
        first = day_of(year, month, 1)
        found = None if first is None else add_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        last = day_of(year, month, days_in(year, month))
        found = None if last is None else weekday_near(last, weekday, ahead=False)
    return found if found is not None and found.month == month else None


def easter(year: int) -> datetime.date | None:
    """Western Easter Sunday (the Gregorian computus)."""
    if not _in_range(year):
        return None
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return datetime.date(year, month, offset + 28 - 31 * (month // 4))
