"""What an expression of time can mean, before it is placed on the calendar."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day: an hour with its minutes, or a part such as the morning."""

    hour: int | None = None
    minute: int | None = None
    part: str | None = None  # MO MI AF EV NI
    utc: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar named by its own parts, some of which may be missing."""

    year: int | None = None
    year_shift: int | None = None  # "of last year": years from the reference's
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    week_shift: int | None = None  # "Monday of last week"
    rel: int | None = None  # last, this or next: -1, 0, 1
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: str | None = None  # as the lexicon gives it
    decade: int | None = None  # 199
    century: int | None = None  # 19 for the twentieth
    swapped: tuple[int, int] | None = None  # the two small numbers of 03/04/2018, whose order the text leaves open
    time: Time | None = None
    anchored: bool = False  # counted from a date already told
    week: bool = False  # the week in which the day lies is meant
    late: bool = False  # "late in December", "the end of December"
    grain: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A period so many units from the reference, or from a date already told."""

    unit: str  # D W M Q Y DE CE
    count: int
    anchored: bool = False
    weekday: int | None = None
    time: Time | None = None
    dated: bool = True  # whether the text speaks of a day at all ("at 10 a.m." does not)
    as_told: bool = False  # "a year earlier" than a quarter is a quarter
    grain: str = ""


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and Sunday, so many weekends from the reference's."""

    count: int | None
    grain: str = "day"


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another."""

    first: Point
    last: Point
    grain: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; with a sign, the distance to an event told next to it."""

    value: str
    unit: str = ""
    count: int | None = None
    sign: int = 0
    grain: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A TIMEX3 value that needs nothing: a reference to now, or a set."""

    value: str
    grain: str = ""


Meaning = Point | Shift | Weekend | Range | Duration | Fixed

GRAINS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "decade",
    "WE": "day",
    "2W": "week",
    "TH": "hour",
    "TM": "hour",
    "TS": "hour",
}
