"""Expressions of time: finding them in text and saying what date they stand for."""

from dragoman.mentions.dates.expressions import find
from dragoman.mentions.dates.resolve import counted, moved, resolve, timex_value
from dragoman.mentions.dates.traits import (
    counts_from_told,
    days_long,
    names_weekday,
    of_the_day,
    of_told_year,
    weekday_of,
    without_year,
)

__all__ = [
    "counted",
    "counts_from_told",
    "days_long",
    "find",
    "moved",
    "names_weekday",
    "of_the_day",
    "of_told_year",
    "resolve",
    "timex_value",
    "weekday_of",
    "without_year",
]
