"""What an expression of time says by itself."""

from __future__ import annotations

import pytest

from dragoman.mentions.dates import (
    counts_from_told,
    days_long,
    find,
    names_weekday,
    of_the_day,
    weekday_of,
    without_year,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the same day", True),
        ("Two days later", True),
        ("the next day", True),
        ("that evening", True),
        ("the following Monday", True),
        ("last Monday", False),
        ("next week", False),
        ("yesterday", False),
        ("two days ago", False),
        ("May 5", False),
    ],
)
def test_what_counts_from_a_date_told_before(text: str, expected: bool) -> None:
    (expression,) = find(text)
    assert counts_from_told(expression) is expected


def test_weekdays_and_their_days() -> None:
    assert [weekday_of(e) for e in find("on Monday, August 15, and on August 16")] == [("--08-15", 0), None]
    assert [names_weekday(e) for e in find("on Monday, then last Monday, then on Friday night, then May 5")] == [
        0,
        None,
        4,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the evening they met", True),
        ("later in the day", True),
        ("that evening", False),
        ("on the evening of May 5", False),
        ("at 4 in the morning", False),
    ],
)
def test_a_part_of_the_day_that_is_told(text: str, expected: bool) -> None:
    (expression,) = find(text)
    assert of_the_day(expression) is expected


def test_how_many_days_something_lasts() -> None:
    assert [days_long(e) for e in find("for two days, on a three-day visit, for a week, two days after that")] == [
        2,
        3,
        None,
        None,
    ]


def test_what_leaves_its_year_open() -> None:
    assert [without_year(e) for e in find("in December, on May 5, in May 2016, on Monday, last July")] == [
        (12, None),
        (5, 5),
        None,
        None,
        None,
    ]
