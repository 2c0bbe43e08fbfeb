"""Arithmetic on coarse dates."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mentions.dates import calendar

days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize("value", ["2018", "2018-02", "2018-02-28", "2016-02-29", "--02-29", "--12", "1900-01-01"])
def test_a_coarse_date_is_read_and_written_alike(value: str) -> None:
    read = calendar.parse(value)
    assert read is not None and read.iso() == value


@pytest.mark.parametrize(
    "value", ["2018-02-29", "2018-13", "2018-00", "--02-30", "0000", "18", "", None, "2018-W12", "-"]
)
def test_what_the_calendar_has_not_is_no_date(value: str | None) -> None:
    assert calendar.parse(value) is None


@pytest.mark.parametrize(
    ("value", "unit", "count", "moved"),
    [
        ("2018-06-07", "D", -1, "2018-06-06"),
        ("2018-03-01", "D", -1, "2018-02-28"),
        ("2016-03-01", "D", -1, "2016-02-29"),
        ("2018-06-07", "W", 1, "2018-W24"),
        ("2018-12-31", "W", 0, "2019-W01"),
        ("2018-W52", "W", 1, "2019-W01"),
        ("2018-01-15", "M", -1, "2017-12"),
        ("2018-06", "M", 8, "2019-02"),
        ("--01", "M", -1, "--12"),
        ("--06-07", "D", 2, "--06-09"),
        ("--12-31", "D", 1, "--01-01"),
        ("2018", "Y", -1, "2017"),
        ("2018-06-07", "Y", 1, "2019"),
        ("2018-01-15", "Q", -1, "2017-Q4"),
        ("2018", "DE", -1, "200"),
    ],
)
def test_a_date_moves_and_keeps_the_grain_of_the_unit(value: str, unit: str, count: int, moved: str) -> None:
    assert calendar.shift(value, unit, count) == moved


@pytest.mark.parametrize(
    ("value", "unit", "count"),
    [
        ("2018-06", "D", -1),  # too coarse
        ("2018", "M", 1),
        ("2018-06", "W", 1),
        ("--06-07", "W", 1),  # weeks hang on the year
        ("--06-07", "Y", -1),
        ("--02-28", "D", 1),  # the year decides
        ("--03-01", "D", -1),
        ("9998-12-31", "D", 1),  # past the end of the calendar
        ("2018", "Y", 100_000),
        (None, "D", 1),
        ("2018-02-30", "D", 1),
        ("2018-06-07", "TH", 3),
    ],
)
def test_a_date_too_coarse_for_the_step_is_left_unsaid(value: str | None, unit: str, count: int) -> None:
    assert calendar.shift(value, unit, count) is None


@given(days, st.integers(-400, 400))
def test_days_agree_with_the_library(date: datetime.date, count: int) -> None:
    assert calendar.shift(date.isoformat(), "D", count) == (date + datetime.timedelta(count)).isoformat()


@given(days, st.integers(0, 6))
def test_the_nearest_weekday_lies_within_six_days_and_is_that_weekday(date: datetime.date, weekday: int) -> None:
    before = calendar.weekday_near(date, weekday, ahead=False)
    after = calendar.weekday_near(date, weekday, ahead=True)
    assert before is not None and after is not None
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (date - before).days <= 6 and 0 <= (after - date).days <= 6


@given(days)
def test_strictly_near_leaves_the_day_itself_out(date: datetime.date) -> None:
    assert calendar.weekday_near(date, date.weekday(), ahead=True, strict=True) == date + datetime.timedelta(7)
    assert calendar.weekday_near(date, date.weekday(), ahead=False, strict=True) == date - datetime.timedelta(7)


@pytest.mark.parametrize(
    "day", ["1961-04-02", "2000-04-23", "2008-03-23", "2016-03-27", "2018-04-01", "2019-04-21", "2038-04-25"]
)
def test_easter_is_where_the_almanac_has_it(day: str) -> None:
    found = calendar.easter(int(day[:4]))
    assert found is not None and found.isoformat() == day


@pytest.mark.parametrize(
    ("year", "month", "weekday", "nth", "day"),
    [(2018, 11, 3, 4, 22), (2018, 5, 0, -1, 28), (2021, 1, 0, 3, 18), (2016, 2, 0, -1, 29)],
)
def test_the_nth_weekday_of_a_month(year: int, month: int, weekday: int, nth: int, day: int) -> None:
    assert calendar.nth_weekday(year, month, weekday, nth) == datetime.date(year, month, day)


def test_a_fifth_weekday_that_a_month_lacks_is_none() -> None:
    assert calendar.nth_weekday(2018, 2, 0, 5) is None


def test_an_iso_week_that_a_year_lacks_is_none() -> None:
    assert calendar.monday_of(2018, 53) is None
    assert calendar.monday_of(2020, 53) == datetime.date(2020, 12, 28)
