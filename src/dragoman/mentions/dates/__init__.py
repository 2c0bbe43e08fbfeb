"""Expressions of time: finding them in text and saying what date they stand for."""

from dragoman.mentions.dates.expressions import find
from dragoman.mentions.dates.resolve import resolve, timex_value

__all__ = ["find", "resolve", "timex_value"]
