"""Dates written in digits alone: 2018-12-31, 31/12/2018, 12.04.2016."""

from __future__ import annotations

import re

from dragoman.mentions.dates import calendar
from dragoman.mentions.dates.meaning import Meaning, Point, Time


def full_year(two_digits: int) -> int:
    """The year that two digits stand for: 1969 to 2068."""
    return two_digits + (2000 if two_digits < 69 else 1900)


def written(text: str, time: Time | None) -> Meaning | None:
    """What a date in digits means; None where the calendar has no such day."""
    head, _, clock = text.partition("T")
    pieces = re.split("[-/.]", head)
    numbers = [int(piece) for piece in pieces]
    if (
        (at := re.match(r"(\d{2}):(\d{2})", clock)) is not None
        and time is None
        and int(at[1]) <= 24
        and int(at[2]) < 60
    ):
        time = Time(int(at[1]), int(at[2]), None, clock.endswith("Z"))
    if len(pieces[0]) == 4:
        year, month, day = numbers
        if not 1000 <= year <= 2200 or not calendar.exists(year, month, day):
            return None
        return Point(year=year, month=month, day=day, time=time)
    first, second, year = numbers
    sign = head[len(pieces[0])]
    if year < 100:
        if sign == "." and len(head) != 8:
            return None
        year = full_year(year)
    if not 1000 <= year <= 2200:
        return None
    day_first = calendar.exists(year, second, first)
    month_first = calendar.exists(year, first, second)
    if day_first and month_first and first != second and sign != ".":
        return Point(year=year, swapped=(first, second), time=time, grain="day")
    if day_first:
        return Point(year=year, month=second, day=first, time=time)
    if month_first and sign != ".":
        return Point(year=year, month=first, day=second, time=time)
    return None
