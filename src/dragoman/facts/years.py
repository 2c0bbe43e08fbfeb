"""The years that a page gives to its dates: "on May 5, 2016" tells of which year "the May 5 talks" were."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Literal

from dragoman.mentions import dates
from dragoman.types import DateValue, TimeExpression

# Within how many days of the article a day without a year is meant of the year around the article.
_AROUND = 60
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Years:
    """The dates of one page that are told with their year."""

    def __init__(self, told: Iterable[TimeExpression]) -> None:
        self._told = told  # every expression of time of the page; looked through once, when first asked

    @cached_property
    def _years(self) -> dict[tuple[int, int | None], set[str]]:
        """The years told with each (month, day) and (month, None)."""
        years: dict[tuple[int, int | None], set[str]] = defaultdict(set)
        for e in self._told:
            value = dates.resolve(e, reference=None, direction=None)
            start = value.start if value is not None else None
            if start is not None and start[0] != "-" and len(start) in (7, 10):
                years[int(start[5:7]), int(start[8:]) if len(start) == 10 else None].add(start[:4])
        return years

    def completed(
        self,
        expression: TimeExpression,
        value: DateValue | None,
        direction: Literal["past", "future"] | None,
        reference: str | None,
    ) -> DateValue | None:
        """The value with the one year that the page gives to that day, or month, where nothing better settles it.

        That is where the article has no year, where a day lies far from it, and where a month told as past lies ahead.
        """
        told = dates.without_year(expression)
        if value is None or value.start is None or told is None:
            return value
        if not self._open(value, told, direction, reference):
            return value
        years = self._given(told)
        if len(years) != 1:
            return value
        (year,) = years
        start = f"{year}-{_in_year(value.start)}"
        if start == value.start or value.end is not None:
            return value
        return replace(value, start=start, trail=f"{expression.rule}: the year that the page gives it elsewhere")

    def _given(self, told: tuple[int, int | None]) -> set[str]:
        """The years told with a day, or with a month or any day of it."""
        month, day = told
        if day is not None:
            return self._years.get(told, set())
        return {year for (some, _), years in self._years.items() if some == month for year in years}

    @staticmethod
    def _open(
        value: DateValue,
        told: tuple[int, int | None],
        direction: Literal["past", "future"] | None,
        reference: str | None,
    ) -> bool:
        start = value.start or ""
        if start[0] == "-" or reference is None or reference[0] == "-":
            return True
        if told[1] is None:
            return direction == "past" and start > reference[: len(start)]
        try:
            return abs((date.fromisoformat(start) - date.fromisoformat(reference)).days) > _AROUND
        except ValueError:
            return False


def _in_year(value: str) -> str:
    """The month and day of a date with or without its year."""
    return value[2:] if value[0] == "-" else value[5:]


def year_of(name: str) -> str | None:
    """The year in what an act is called: "Amber Shield 2021"."""
    years = set(_YEAR.findall(name))
    return years.pop() if len(years) == 1 else None


def in_year(value: DateValue, year: str, expression: TimeExpression) -> DateValue:
    """A day or month without a year in the year that the name of its act gives: "Amber Shield 2021, on May 5"."""
    if dates.without_year(expression) is None:
        return value
    start, end = (f"{year}-{_in_year(d)}" if d is not None else None for d in (value.start, value.end))
    if start is not None and end is not None and end < start:
        end = f"{int(year) + 1}{end[4:]}"
    return replace(value, start=start, end=end, trail=f"{expression.rule}: the year in the name of the act")
