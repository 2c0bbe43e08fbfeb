"""Expressions of time: finding them in text and saying what date they stand for."""

from dragoman.mentions.dates.expressions import find
from dragoman.mentions.dates.resolve import (
    counted,
    counts_from_told,
    moved,
    names_weekday,
    resolve,
    timex_value,
    weekday_of,
)

__all__ = ["counted", "counts_from_told", "find", "moved", "names_weekday", "resolve", "timex_value", "weekday_of"]
