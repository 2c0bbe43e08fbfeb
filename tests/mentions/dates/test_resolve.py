"""What date an expression stands for.

The article's date is Thursday 7 June 2018, the date told before it Wednesday 30 May 2018.
"""

from __future__ import annotations

import pytest

from dragoman.mentions.dates import (
    counted,
    find,
    resolve,
    timex_value,
)
from dragoman.mentions.dates.placing import Direction, Order
from dragoman.types import DateValue

REFERENCE, ANCHOR = "2018-06-07", "2018-05-30"


def value(
    text: str,
    direction: Direction | None = "past",
    reference: str | None = REFERENCE,
    anchor: str | None = ANCHOR,
    order: Order | None = None,
) -> DateValue | None:
    (expression,) = find(text)
    return resolve(expression, reference=reference, direction=direction, anchor=anchor, order=order)


def dates(text: str, *rest: object, **named: object) -> tuple[str | None, str | None] | None:
    resolved = value(text, *rest, **named)  # type: ignore[arg-type]
    return None if resolved is None else (resolved.start, resolved.end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Feb. 6-7, 2017", "2017-02-06", "2017-02-07"),
        ("from 3 to 7 July 2018", "2018-07-03", "2018-07-07"),
        ("from 30 July up to 1 August 2018", "2018-07-30", "2018-08-01"),
        ("February 24/25, 2022", "2022-02-24", "2022-02-25"),
        ("December 28, 2018 to January 3, 2019", "2018-12-28", "2019-01-03"),
        ("December 28 to January 3, 2019", "2018-12-28", "2019-01-03"),
        ("28 February - 1 March 2016", "2016-02-28", "2016-03-01"),
        ("between May and July 2018", "2018-05", "2018-07"),
        ("from November 2017 to March 2018", "2017-11", "2018-03"),
        ("from 2012 to 2018", "2012", "2018"),
        ("2012-2018", "2012", "2018"),
        ("since 2011", "2011", None),
        ("early 2003", "2003", None),
        ("2004-12-06", "2004-12-06", None),
        ("2018-06-07T10:15:00Z", "2018-06-07", None),
        ("31/12/2018", "2018-12-31", None),
        ("12/31/2018", "2018-12-31", None),
        ("12.04.2016", "2016-04-12", None),
        ("05/05/2016", "2016-05-05", None),
        ("19:12 2018-11-17", "2018-11-17", None),
        ("the 14th of August 2014", "2014-08-14", None),
        ("August 14th, 2014", "2014-08-14", None),
        ("the fourteenth of August 2014", "2014-08-14", None),
        ("6Feb 2018", "2018-02-06", None),
        ("Christmas Day 2015", "2015-12-25", None),
        ("Thanksgiving 2018", "2018-11-22", None),
        ("Good Friday 2018", "2018-03-30", None),
        ("the first quarter of 2018", "2018-01", "2018-03"),
        ("the second half of 2018", "2018-07", "2018-12"),
        ("the summer of 2018", "2018", None),
        ("the 1990s", "1990", "1999"),
        ("the 20th century", "1900", "1999"),
        ("February 29, 2016", "2016-02-29", None),
        ("the year 2009", "2009", None),
    ],
)
def test_what_the_text_says_whole_needs_no_reference(text: str, start: str, end: str | None) -> None:
    for reference in (None, REFERENCE, "2001"):
        assert dates(text, None, reference) == (start, end)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("on Monday", "2018-06-04", "2018-06-11"),
        ("on Thursday", "2018-06-07", "2018-06-07"),
        ("late Friday", "2018-06-01", "2018-06-08"),
        ("Tuesday morning", "2018-06-05", "2018-06-12"),
        ("10 a.m. on Saturday", "2018-06-02", "2018-06-09"),
        ("December 20", "2017-12-20", "2018-12-20"),
        ("January 10", "2018-01-10", "2019-01-10"),
        ("in December", "2017-12", "2018-12"),
        ("in June", "2018-06", "2018-06"),
        ("in late January", "2018-01", "2019-01"),
        ("New Year's Day", "2018-01-01", "2019-01-01"),
        ("Thursday (19 April)", "2018-04-19", "2018-04-19"),
    ],
)
def test_the_sentence_says_which_way_to_look(text: str, past: str, future: str) -> None:
    assert dates(text, "past") == (past, None)
    assert dates(text, "future") == (future, None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("today", "2018-06-07"),
        ("tonight", "2018-06-07"),
        ("yesterday", "2018-06-06"),
        ("tomorrow", "2018-06-08"),
        ("the day before yesterday", "2018-06-05"),
        ("the day after tomorrow", "2018-06-09"),
        ("this morning", "2018-06-07"),
        ("last night", "2018-06-06"),
        ("last Thursday", "2018-05-31"),
        ("next Thursday", "2018-06-14"),
        ("Monday last week", "2018-05-28"),
        ("Tuesday of next week", "2018-06-12"),
        ("this month", "2018-06"),
        ("earlier this month", "2018-06"),
        ("last month", "2018-05"),
        ("next month", "2018-07"),
        ("the end of the month", "2018-06"),
        ("this year", "2018"),
        ("last year", "2017"),
        ("late next year", "2019"),
        ("May of this year", "2018-05"),
        ("July 10 last year", "2017-07-10"),
        ("next February", "2019-02"),
        ("last February", "2018-02"),
        ("last June", "2017-06"),
        ("this September", "2018-09"),
        ("last summer", "2017"),
        ("three days ago", "2018-06-04"),
        ("two months ago", "2018-04"),
        ("a year ago", "2017"),
        ("two decades ago", "1998"),
        ("a month from now", "2018-07"),
    ],
)
def test_counted_from_the_article(text: str, start: str) -> None:
    for direction in ("past", "future", None):
        assert dates(text, direction) == (start, None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("two days later", "2018-06-01"),
        ("three weeks later", "2018-06"),
        ("a month earlier", "2018-04"),
        ("the following day", "2018-05-31"),
        ("the next morning", "2018-05-31"),
        ("the previous day", "2018-05-29"),
        ("the following month", "2018-06"),
        ("the following year", "2019"),
        ("the same day", "2018-05-30"),
        ("later that day", "2018-05-30"),
        ("that year", "2018"),
        ("the following Monday", "2018-06-04"),
        ("the previous Monday", "2018-05-28"),
        ("Earlier in the day", "2018-05-30"),
    ],
)
def test_counted_from_what_was_told_and_silent_without_it(text: str, start: str) -> None:
    assert dates(text) == (start, None)
    assert dates(text, anchor=None) is None


def test_so_long_after_an_event_counts_from_the_event() -> None:
    (length, *_) = find("Five days after the talks ended, the truce broke.")
    assert (length.text, length.type) == ("Five days", "DURATION")
    resolved = resolve(length, reference=REFERENCE, direction="past", anchor="2016-02-27")
    assert resolved is not None and resolved.start == "2016-03-03"
    assert resolve(length, reference=REFERENCE, direction="past") is None
    (length, *_) = find("Two days before the summit, envoys met.")
    resolved = resolve(length, reference=REFERENCE, direction="past", anchor="2016-03-01")
    assert resolved is not None and resolved.start == "2016-02-28"


@pytest.mark.parametrize(
    ("text", "start"),
    [("August 14", "--08-14"), ("in September", "--09"), ("February 29", "--02-29"), ("New Year's Eve", "--12-31")],
)
def test_a_year_that_is_not_known_stays_unknown(text: str, start: str) -> None:
    for reference in (None, "--06-07", "2018"):
        assert dates(text, "past", reference) == (start, None)


def test_a_range_without_a_year_has_none_at_either_end() -> None:
    assert dates("August 14-15", "past", None) == ("--08-14", "--08-15")


def test_a_range_over_the_turn_of_the_year_ends_in_the_next() -> None:
    assert dates("from December 28 to January 3", "past", "2018-02-01") == ("2017-12-28", "2018-01-03")


@pytest.mark.parametrize(
    ("text", "reference", "start"),
    [
        ("yesterday", "--06-07", "--06-06"),
        ("yesterday", "--03-01", None),
        ("yesterday", "2018-06", None),
        ("last month", "2018-06", "2018-05"),
        ("last month", "--01-15", "--12"),
        ("last month", "2018", None),
        ("last year", "2018", "2017"),
        ("last year", "--06-07", None),
        ("on Monday", "2018-06", None),
        ("on Monday", "--06-07", None),
        ("June 3", "2018-06", "2018-06-03"),
        ("today", "--06-07", "--06-07"),
        ("today", None, None),
        ("last week", "2018-06", None),
        ("today", "not a date", None),
    ],
)
def test_a_coarse_reference_gives_only_what_it_can(text: str, reference: str | None, start: str | None) -> None:
    assert dates(text, "past", reference) == (None if start is None else (start, None))


def test_a_weekend_is_saturday_and_sunday() -> None:
    assert dates("this weekend", "future") == ("2018-06-09", "2018-06-10")
    assert dates("last weekend") == ("2018-06-02", "2018-06-03")
    assert dates("the weekend", "past") == ("2018-06-02", "2018-06-03")


def test_a_week_is_its_month_or_nothing() -> None:
    assert dates("next week") == ("2018-06", None)
    assert dates("last week") is None  # 28 May to 3 June
    assert dates("the week of June 11", "future") == ("2018-06", None)


@pytest.mark.parametrize(
    "text",
    ["12/11/2018", "at 10 a.m.", "15:00 GMT", "now", "recently", "every Monday", "daily", "this winter", "three years"],
)
def test_where_nothing_may_be_said_nothing_is(text: str) -> None:
    assert value(text) is None


def test_the_outlet_settles_which_of_two_numbers_is_the_month() -> None:
    assert dates("12/11/2018", order="dmy") == ("2018-11-12", None)
    assert dates("12/11/2018", order="mdy") == ("2018-12-11", None)


def test_a_weekday_picks_the_year_in_which_it_fits() -> None:
    assert dates("Friday, April 12", "past", "2019-03-01") == ("2019-04-12", None)


def test_a_weekday_that_contradicts_its_date_is_shown() -> None:
    resolved = value("Friday, April 13, 2019")
    assert resolved is not None
    assert resolved.start == "2019-04-13"
    assert "Friday" in resolved.trail and "Saturday" in resolved.trail


def test_a_far_year_is_not_taken_where_the_other_way_lies_near() -> None:
    # Nobody writes "June 15" of a day a year gone, a week before the next one.
    assert dates("June 15", "past", "2018-06-07") == ("2018-06-15", None)
    assert dates("in May", "future", "2018-06-07") == ("2018-05", None)
    resolved = value("June 15", "past", "2018-06-07")
    assert resolved is not None and "would need its year" in resolved.trail


def test_a_far_day_of_the_article_s_own_year_needs_no_year() -> None:
    assert dates("January 31", "past", "2018-11-02") == ("2018-01-31", None)


def test_a_report_dated_a_day_early_keeps_its_event() -> None:
    assert dates("June 8", "past") == ("2018-06-08", None)


def test_without_a_direction_the_nearest_year_is_taken() -> None:
    assert dates("April 2", None) == ("2018-04-02", None)
    assert dates("July 10", None) == ("2018-07-10", None)


def test_a_29th_of_february_falls_in_a_leap_year() -> None:
    assert dates("February 29", "past", "2018-06-07") == ("2016-02-29", None)
    assert dates("February 29", "future", "2018-06-07") == ("2020-02-29", None)


def test_the_value_points_at_the_words_and_the_trail_says_how() -> None:
    (expression,) = find("Troops left on Monday.")
    resolved = resolve(expression, reference=REFERENCE, direction="past")
    assert resolved is not None
    assert (resolved.text_start, resolved.text_end) == (15, 21)
    assert REFERENCE in resolved.trail and resolved.trail.startswith("weekday")


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("this week", "2018-W23"),
        ("next week", "2018-W24"),
        ("the weekend", "2018-W22-WE"),
        ("the first quarter", "2018-Q1"),
        ("the summer of 2018", "2018-SU"),
        ("the 1990s", "199"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("the near future", "FUTURE_REF"),
        ("Monday morning", "2018-06-04TMO"),
        ("10:30 a.m.", "2018-05-30T10:30"),
        ("3 p.m. on Monday", "2018-06-04T15:00"),
        ("noon on Monday", "2018-06-04T12:00"),
        ("12:30 a.m. on Monday", "2018-06-04T00:30"),
        ("15:00 GMT today", "2018-06-07T15:00Z"),
        ("last night", "2018-06-06TNI"),
        ("four days", "P4D"),
        ("each Thursday", "XXXX-WXX-4"),
        ("Feb. 6-7", "2018-02-06/2018-02-07"),
        ("August 14 last year", "2017-08-14"),
        ("the following week", "2018-W23"),
        ("12/11/2018", "XXXX-XX-XX"),
        ("the past three years", "P3Y"),
    ],
)
def test_timex_values(text: str, timex: str) -> None:
    (expression,) = find(text)
    assert timex_value(expression, REFERENCE, "past", anchor=ANCHOR) == timex


def test_a_timex_with_nothing_to_count_from_is_open() -> None:
    (expression,) = find("yesterday")
    assert timex_value(expression, None, "past") == "XXXX-XX-XX"
    (expression,) = find("August 14")
    assert timex_value(expression, None, "past") == "XXXX-08-14"


def test_a_year_before_a_quarter_is_a_quarter() -> None:
    (expression,) = find("a year earlier")
    assert timex_value(expression, REFERENCE, "past", anchor="2018-Q1") == "2017-Q1"


@pytest.mark.parametrize(
    ("text", "direction", "start", "end"),
    [
        ("from Monday to Wednesday", "future", "2018-06-11", "2018-06-13"),
        ("Monday through Friday", "past", "2018-06-04", "2018-06-08"),
        ("between Saturday and Monday", "past", "2018-06-02", "2018-06-04"),
        ("next Tuesday to Friday", "future", "2018-06-12", "2018-06-15"),
        ("midnight of June 3/4", "past", "2018-06-04", None),
        ("the midnight between 3 and 4 June", "past", "2018-06-04", None),
        ("the next day", "past", "2018-05-31", None),
    ],
)
def test_from_one_day_to_another(text: str, direction: Direction, start: str, end: str | None) -> None:
    assert dates(text, direction) == (start, end)


@pytest.mark.parametrize(
    ("text", "direction", "start", "end"),
    [
        ("Sunday", "past", "--08-14", None),
        ("Monday", "past", "--08-15", None),
        ("Tuesday", "past", "--08-09", None),
        ("Tuesday", "future", "--08-16", None),
        ("last Friday", "past", "--08-12", None),
        ("this weekend", "future", "--08-20", "--08-21"),
        ("from Tuesday to Thursday", "future", "--08-16", "--08-18"),
        ("last week", "past", "--08", None),
        ("yesterday", "past", "--08-14", None),
        ("in September", "future", "--09", None),
    ],
)
def test_without_a_year_weekdays_count_from_a_day_whose_weekday_is_known(
    text: str, direction: Direction, start: str, end: str | None
) -> None:
    (expression,) = find(text)
    found = resolve(expression, reference="--08-15", direction=direction, weekday=0)
    assert found is not None
    assert (found.start, found.end) == (start, end)
    assert "19" not in found.trail and "20" not in found.trail  # no year that nobody told


def test_a_weekday_beyond_the_end_of_february_has_no_day_without_a_year() -> None:
    (tuesday, thursday) = find("on Tuesday or on Thursday")
    assert resolve(tuesday, reference="--02-27", direction="future", weekday=0) is not None
    assert resolve(thursday, reference="--02-27", direction="future", weekday=0) is None


def test_a_weekday_without_a_year_or_a_weekday_to_count_from_says_nothing() -> None:
    (expression,) = find("Sunday")
    assert resolve(expression, reference="--08-15", direction="past") is None


def test_two_days_after_can_be_counted_from_either_end() -> None:
    (length, *_) = find("Two days after the talks, the truce broke.")
    after, before = counted(length, "2018-06-03"), counted(length, "2018-06-03", back=True)
    assert after is not None and after.start == "2018-06-05"
    assert before is not None and before.start == "2018-06-01"
    yearless = counted(length, "--06-03")
    assert yearless is not None and yearless.start == "--06-05"


@pytest.mark.parametrize(("reference", "start"), [("2017-11-12", "2017-11"), ("2017-11-13", "2017-11")])
def test_on_a_sunday_last_week_is_that_which_it_ends(reference: str, start: str) -> None:
    (expression,) = find("last week")
    value = resolve(expression, reference=reference, direction="past")
    assert value is not None and value.start == start


def test_a_tense_that_nobody_can_misread_looks_far_back() -> None:
    (expression,) = find("in December")
    doubted = resolve(expression, reference="2017-11-10", direction="past")
    sure = resolve(expression, reference="2017-11-10", direction="past", sure=True)
    assert doubted is not None and sure is not None and (doubted.start, sure.start) == ("2017-12", "2016-12")
