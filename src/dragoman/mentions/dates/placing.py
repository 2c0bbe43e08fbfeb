"""Placing what an expression means on the calendar: a TIMEX3 value and how it was reached."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dragoman.mentions.dates import calendar
from dragoman.mentions.dates.meaning import Duration, Fixed, Meaning, Point, Range, Shift, Time, Weekend

Direction = Literal["past", "future"]
Order = Literal["dmy", "mdy"]

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")
# What comes once a year is meant as the direction says. But a writer names the year of a day in another calendar year,
# so where the direction leads so far off (days) into one, and the other way lies near, the tense was misread.
_FAR, _NEAR = 240, 100
_LATE = 21  # the day of a month on which its end begins
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against; dates as coarse as known."""

    reference: str | None = None
    direction: Direction | None = None
    anchor: str | None = None
    order: Order | None = None  # of 03/04/2018 in this outlet
    sure: bool = False  # of the direction: "had met in December"


@dataclass(frozen=True, slots=True)
class Placed:
    """A TIMEX3 value (its end too, for a range) and the trail that led to it; XXXX stands for what is not known."""

    value: str | None
    trail: str
    end: str | None = None


NOWHERE = Setting()


def place(meaning: Meaning, setting: Setting) -> Placed:
    """Where on the calendar a meaning lies, as far as the setting settles it."""
    if isinstance(meaning, Fixed):
        return Placed(meaning.value, "says no date")
    if isinstance(meaning, Duration):
        return Placed(meaning.value, "a length of time")
    if isinstance(meaning, Shift):
        return _shift(meaning, setting)
    if isinstance(meaning, Weekend):
        return _weekend(meaning, setting)
    if isinstance(meaning, Range):
        return _range(meaning, setting)
    return _point(meaning, setting)


def distance(meaning: Duration, setting: Setting) -> Placed:
    """The date so long before or after the anchor ("five days after the talks")."""
    if meaning.count is None or not meaning.sign or not setting.anchor:
        return Placed(None, "a length of time with nothing to count from")
    unit, count = ("W", meaning.count * 2) if meaning.unit == "2W" else (meaning.unit, meaning.count)
    value = calendar.shift(setting.anchor, unit, meaning.sign * count)
    if value is not None and value.startswith("--"):
        value = "XXXX" + value[1:]
    side = "after" if meaning.sign > 0 else "before"
    return Placed(value, f"{meaning.value} {side} {setting.anchor}, the date told")


def _shift(meaning: Shift, setting: Setting) -> Placed:
    if (quarter := _quarter_told(meaning, setting)) is not None:
        return quarter
    base, name = setting.reference, "the article's date"
    if meaning.anchored:
        base, name = setting.anchor, "the date told before"
    elif not meaning.dated and meaning.time is not None and setting.anchor:
        base, name = setting.anchor, "the date told before"
    if not base:
        return Placed(None, f"counts from {name}, which is not known")
    value = calendar.shift(base, meaning.unit, meaning.count)
    if value is None:
        return Placed(None, f"{name}, {base}, is too coarse to count from")
    distance_told = f"{meaning.count:+d} {meaning.unit} from" if meaning.count else f"the {meaning.unit} of"
    trail = f"{distance_told} {name}, {base}"
    if value.startswith("--"):
        value = "XXXX" + value[1:]
    if meaning.weekday is not None:
        value = _weekday_in_week(value, meaning.weekday)
    return Placed(None if value is None else value + _time(meaning.time), trail)


def _quarter_told(meaning: Shift, setting: Setting) -> Placed | None:
    """The reading of "the quarter" and "a year earlier" where quarters are what is spoken of."""
    told = setting.anchor if setting.anchor and _QUARTER.fullmatch(setting.anchor) else None
    if meaning.unit == "Q" and meaning.anchored and meaning.count == 0:
        if told is not None:
            return Placed(told, "the quarter told before")
        value = calendar.shift(setting.reference, "Q", -1)
        return Placed(value, f"the quarter before that of the article's date, {setting.reference}")
    if told is None or not meaning.as_told:
        return None
    return Placed(f"{int(told[:4]) + meaning.count:04d}{told[4:]}", f"{meaning.count:+d} Y from {told}, told before")


def _weekday_in_week(week: str, weekday: int) -> str | None:
    if "-W" not in week:
        return None
    monday = calendar.monday_of(int(week[:4]), int(week[6:8]))
    day = None if monday is None else calendar.add_days(monday, weekday)
    return None if day is None else day.isoformat()


def _time(time: Time | None) -> str:
    if time is None:
        return ""
    if time.hour is None:
        return f"T{time.part}"
    return f"T{time.hour:02d}:{time.minute or 0:02d}" + ("Z" if time.utc else "")


def _weekend(meaning: Weekend, setting: Setting) -> Placed:
    date = _reference_day(setting)
    if date is None:
        return Placed(None, "counts from the article's day, which is not known")
    count = meaning.count or 0
    if not count and setting.direction == "past" and date.weekday() < 5:
        count = -1  # "met this weekend", told on a Monday
    moved = calendar.add_days(date, 7 * count)
    if moved is None:
        return Placed(None, "past the end of the calendar")
    return Placed(f"{calendar.week_of(moved)}-WE", f"the weekend {count:+d} weeks from {date}")


def _reference_day(setting: Setting) -> datetime.date | None:
    reference = calendar.parse(setting.reference)
    return None if reference is None else reference.date()


def _range(meaning: Range, setting: Setting) -> Placed:
    first, last = meaning.first, meaning.last
    start = _point(first, setting)
    if last.weekday is not None and last.month is None:
        return _to_weekday(start, last.weekday)
    if start.value is None or first.year is not None or last.month is None:
        return Placed(start.value, start.trail, _point(last, setting).value)
    # The year of the first settles that of the last, which may lie past the turn of the year.
    known = calendar.parse(start.value)
    year = None if known is None else known.year
    if year is not None and (last.month, last.day or 0) < (first.month or 0, first.day or 0):
        year += 1
    end = _point(Point(year=year, month=last.month, day=last.day), Setting())
    return Placed(start.value, start.trail, end.value)


def _to_weekday(start: Placed, weekday: int) -> Placed:
    """From a day to the next such weekday after it."""
    day = calendar.parse(start.value)
    date = None if day is None else day.date()
    last = None if date is None else calendar.weekday_near(date, weekday, ahead=True, strict=True)
    return Placed(None, start.trail) if last is None else Placed(start.value, start.trail, last.isoformat())


def _point(point: Point, setting: Setting) -> Placed:
    if point.swapped is not None:
        return _swapped(point, setting)
    if point.decade is not None:
        return Placed(f"{point.decade:03d}", "a decade as written")
    if point.century is not None:
        return Placed(f"{point.century:02d}", "a century as written")
    if point.weekday is not None and point.month is None:
        return _weekday(point, setting)
    year, trail = point.year, "as written"
    if year is None and point.year_shift is not None:
        shifted = calendar.shift(setting.reference, "Y", point.year_shift)
        year = int(shifted) if shifted else None
        trail = f"year {point.year_shift:+d} from the article's date, {setting.reference}"
    if point.anchored and point.month is not None:
        told = calendar.parse(setting.anchor)
        year, trail = (told.year, f"the year of {setting.anchor}, told before") if told is not None else (None, trail)
    open_year = year is None and point.year_shift is None and not point.anchored
    if point.holiday is not None:
        return _with_time(_holiday(point, year, trail, open_year, setting), point.time)
    if point.week:
        return _week_around(_month_day(point, year, trail, open_year, setting))
    if point.month is not None:
        return _with_time(_month_day(point, year, trail, open_year, setting), point.time)
    if point.season is not None or point.quarter is not None or point.half is not None:
        return _part_of_year(point, year, trail, open_year, setting)
    return Placed(None if year is None else f"{year:04d}", trail)


def _with_time(placed: Placed, time: Time | None) -> Placed:
    return placed if time is None or placed.value is None else Placed(placed.value + _time(time), placed.trail)


def _week_around(placed: Placed) -> Placed:
    day = calendar.parse(placed.value)
    date = None if day is None else day.date()
    return Placed(None if date is None else calendar.week_of(date), f"the week of {placed.value}: {placed.trail}")


def _swapped(point: Point, setting: Setting) -> Placed:
    first, second = point.swapped or (0, 0)
    if setting.order is None:
        return Placed(None, "day and month could be either way round")
    day, month = (first, second) if setting.order == "dmy" else (second, first)
    value = calendar.Partial(point.year, month, day).iso()
    return _with_time(Placed(value, f"day and month in the outlet's order, {setting.order}"), point.time)


def _weekday(point: Point, setting: Setting) -> Placed:
    weekday = point.weekday or 0
    name = WEEKDAYS[weekday]
    if point.anchored:
        base = calendar.parse(setting.anchor)
        date = None if base is None else base.date()
        if date is None:
            return Placed(None, f"{name} counts from a date told before, which is not known")
        found = calendar.weekday_near(date, weekday, ahead=(point.rel or 1) > 0, strict=point.rel is not None)
        return _found_day(found, f"the {name} next to {date}, told before", point.time)
    date = _reference_day(setting)
    if date is None:
        return Placed(None, f"{name} counts from the article's day, which is not known")
    if point.week_shift is not None:
        week = calendar.shift(date.isoformat(), "W", point.week_shift)
        value = None if week is None else _weekday_in_week(week, weekday)
        return _with_time(Placed(value, f"{name} of the week {point.week_shift:+d} from {date}"), point.time)
    if point.rel:
        found = calendar.weekday_near(date, weekday, ahead=point.rel > 0, strict=True)
        return _found_day(found, f"the nearest {name} {'after' if point.rel > 0 else 'before'} {date}", point.time)
    ahead = setting.direction == "future" or point.rel == 0 and setting.direction is None
    found = calendar.weekday_near(date, weekday, ahead=ahead)
    return _found_day(found, f"the nearest {name} on or {'after' if ahead else 'before'} {date}", point.time)


def _found_day(date: datetime.date | None, trail: str, time: Time | None) -> Placed:
    return Placed(None if date is None else date.isoformat() + _time(time), trail)


def _month_day(point: Point, year: int | None, trail: str, open_year: bool, setting: Setting) -> Placed:
    month, day = point.month or 0, point.day
    if open_year:
        # Who speaks on the 8th of what was done late in a month does not speak of this one.
        begins = _LATE if day is None and point.late and setting.direction == "past" else day
        year, trail = _choose_year(
            lambda some: (some, month, begins) if calendar.exists(some, month, day) else None, point, setting
        )
        if year is not None and point.weekday is not None and day is not None:
            year, trail = _year_of_weekday(year, month, day, point.weekday, trail)
    if year is None:
        return Placed(f"XXXX-{month:02d}" + ("" if day is None else f"-{day:02d}"), trail)
    if not calendar.exists(year, month, day):
        return Placed(None, f"{year} has no such day")
    if day is not None and point.weekday is not None:
        date = calendar.day_of(year, month, day)
        if date is not None and date.weekday() != point.weekday:
            trail += f"; the text says {WEEKDAYS[point.weekday]}, but {date} is a {WEEKDAYS[date.weekday()]}"
    return Placed(calendar.Partial(year, month, day).iso(), trail)


def _year_of_weekday(year: int, month: int, day: int, weekday: int, trail: str) -> tuple[int, str]:
    """The year next to the one chosen in which the weekday that the text names fits, if in the chosen it does not."""
    fitting = [
        some
        for some in (year, year - 1, year + 1)
        if (date := calendar.day_of(some, month, day)) is not None and date.weekday() == weekday
    ]
    if not fitting or fitting[0] == year:
        return year, trail
    return fitting[0], f"the year in which the day is a {WEEKDAYS[weekday]}"


def _choose_year(
    start_in: Callable[[int], tuple[int, int, int | None] | None], point: Point, setting: Setting, months: int = 1
) -> tuple[int | None, str]:
    """The year of something that comes once a year: the nearest in the direction, or in either where none is known."""
    reference = calendar.parse(setting.reference)
    if reference is None or reference.year is None:
        return None, "as written, the year not known"
    if reference.month is None:
        return None, f"the article's date, {setting.reference}, is too coarse for the year"
    direction: str | None = setting.direction
    if point.rel is not None:
        direction = {-1: "past", 1: "future", 0: "this"}[point.rel]
    if direction == "this":
        return reference.year, f"of the year of the article's date, {setting.reference}"
    choices: list[tuple[int, int]] = []  # days from the reference, year
    nearest: tuple[int, int] | None = None
    for year in range(reference.year - 8, reference.year + 9):
        begun = start_in(year)
        if begun is None:
            continue
        away = _days_away(begun, reference, months)
        nearest = min(nearest or (abs(away), year), (abs(away), year))
        if direction == "past" and away <= (-1 if point.rel else _slack(begun, reference)):
            choices.append((-away, year))
        elif direction == "future" and away >= (1 if point.rel else -_slack(begun, reference)):
            choices.append((away, year))
        elif direction is None:
            choices.append((abs(away) * 2 + (away > 0), year))
    if not choices:
        return None, "as written, the year not known"
    far, chosen = min(choices)
    if direction is not None and not setting.sure and point.rel is None and nearest and chosen != reference.year:
        if far >= _FAR and nearest[0] <= _NEAR:
            return nearest[1], f"near the article's date, {setting.reference}; the {direction} one would need its year"
    how = {"past": "on or before", "future": "on or after", None: "to"}[direction]
    return chosen, f"the nearest {how} the article's date, {setting.reference}"


def _slack(begun: tuple[int, int, int | None], reference: calendar.Partial) -> int:
    """A day is forgiven to days: a report is dated by the clock of another place than the event."""
    return 1 if begun[2] is not None and reference.day is not None else 0


def _days_away(begun: tuple[int, int, int | None], reference: calendar.Partial, months: int) -> int:
    """Days from the reference to something so many months long, at the coarser grain: nought while it lasts."""
    year, month, day = begun
    if day is None or reference.day is None:
        away = (year - (reference.year or 0)) * 12 + month - (reference.month or 0)
        return 31 * (min(0, away + months - 1) if away < 0 else away)
    here, there = reference.date(), calendar.day_of(year, month, day)
    return 0 if here is None or there is None else (there - here).days


def _holiday(point: Point, year: int | None, trail: str, open_year: bool, setting: Setting) -> Placed:
    rule = point.holiday or ""
    if open_year:
        year, trail = _choose_year(lambda some: _holiday_in(rule, some), point, setting)
    if year is None:
        fixed = rule.split("-")
        return Placed(f"XXXX-{rule}" if len(fixed) == 2 and len(rule) == 5 else None, trail)
    begun = _holiday_in(rule, year)
    return Placed(None if begun is None else calendar.Partial(*begun).iso(), trail)


def _holiday_in(rule: str, year: int) -> tuple[int, int, int] | None:
    if rule.startswith("easter"):
        sunday = calendar.easter(year)
        date = None if sunday is None else calendar.add_days(sunday, int(rule.split()[1]))
    elif " " in rule:
        month, weekday, nth = (int(part) for part in rule.split())
        date = calendar.nth_weekday(year, month, weekday, nth)
    else:
        month, day = (int(part) for part in rule.split("-"))
        date = calendar.day_of(year, month, day)
    return None if date is None else (date.year, date.month, date.day)


def _part_of_year(point: Point, year: int | None, trail: str, open_year: bool, setting: Setting) -> Placed:
    if point.season is not None:
        code, month, months = point.season, _SEASON_MONTH[point.season], 3
    elif point.quarter is not None:
        code, month, months = f"Q{point.quarter}", point.quarter * 3 - 2, 3
    else:
        code, month, months = f"H{point.half}", (point.half or 1) * 6 - 5, 6
    if open_year:
        year, trail = _choose_year(lambda some: (some, month, None), point, setting, months)
    return Placed(f"{'XXXX' if year is None else f'{year:04d}'}-{code}", trail)
