"""Whether two dates, each as coarse as its text, can be of one event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.facts.periods import agree, finer, lately, slip, spanned, within
from dragoman.types import DateValue


def _date(start: str | None, end: str | None = None) -> DateValue:
    return DateValue(start, end, 0, 1, "by hand")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (_date("2022-02"), _date("2022-02-04"), True),
        (_date("2022"), _date("2022-02-04"), True),
        (_date("2022-02-04"), _date("2022-02-05"), False),
        (_date("2022-02-04", "2022-02-06"), _date("2022-02-05"), True),
        (_date("2022-02-04", "2022-02-06"), _date("2022-02-07"), False),
        (_date("--02-04"), _date("2022-02-04"), True),
        (_date("--02-04"), _date("2022-02-05"), False),
        (_date("--02"), _date("2022-02-05"), True),
        (_date("--02-04"), _date("2022"), True),
        (_date(None), _date("2022-02-05"), True),
        (_date(None, "2022-02-09"), _date("2022-02-05"), True),
        (_date(None, "--02-09"), _date("2022-02-05"), True),
        (_date(None, "2022-02-04"), _date("2022-02-05"), False),
        (_date(None, "2022-06-04"), _date("2022-02-05"), False),
    ],
)
def test_dates_agree_where_all_that_both_know_is_equal(one: DateValue, other: DateValue, expected: bool) -> None:
    assert agree(one, other) is expected
    assert agree(other, one) is expected


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("2022-06-09", "2022-06-08", True),
        ("2022-06-11", "2022-06-08", True),
        ("2022-06-12", "2022-06-08", False),
        ("2022-06-07", "2022-06-08", False),
        ("2022-06-01", "2022-05-31", True),
        ("2023-01-01", "2022-12-31", True),
        ("--06-09", "2022-06-08", True),
        ("2022-06-09", "--06-08", True),
        ("2020-06", "2020-03", False),
        ("2021", "2019", False),
    ],
)
def test_talks_fall_inside_a_visit_for_a_few_days(inner: str, outer: str, expected: bool) -> None:
    assert within(_date(inner), _date(outer)) is expected


_ISO = st.one_of(
    st.none(),
    st.dates().map(str),
    st.dates().map(lambda d: str(d)[:7]),
    st.dates().map(lambda d: str(d)[:4]),
    st.dates().map(lambda d: "-" + str(d)[4:]),
    st.dates().map(lambda d: "-" + str(d)[4:7]),
)


@given(_ISO, _ISO, _ISO, _ISO)
def test_any_two_dates_can_be_compared(a: str | None, b: str | None, c: str | None, d: str | None) -> None:
    one, other = _date(a, b), _date(c, d)
    assert agree(one, other) == agree(other, one)
    assert within(one, other) or not agree(one, other)


@given(_ISO)
def test_a_date_agrees_with_itself(a: str | None) -> None:
    assert agree(_date(a), _date(a))
    assert within(_date(a), _date(a))


@pytest.mark.parametrize(
    ("one", "other"), [("2022-06-08", "2022-06"), ("2022-06", "2022"), ("2022", None), ("--06-08", "2022")]
)
def test_a_day_is_finer_than_a_month_and_a_month_than_a_year(one: str, other: str | None) -> None:
    assert finer(_date(one), _date(other))
    assert not finer(_date(other), _date(one))
    assert not finer(_date(one), _date(one))


@pytest.mark.parametrize(
    ("start", "last", "expected"),
    [
        ("2022-06-08", "2022-06-10", ("2022-06-08", "2022-06-10")),
        ("--06-08", "--06-10", ("--06-08", "--06-10")),
        ("2022-06-08", "2022-06-08", ("2022-06-08", None)),
        ("2022-06-08", "2022-06-07", ("2022-06-08", None)),
        ("2022-06-08", "--06-10", ("2022-06-08", None)),
        ("2022-06", "2022-06-10", ("2022-06", None)),
    ],
)
def test_a_period_goes_from_a_day_to_a_later_one(start: str, last: str, expected: tuple[str, str | None]) -> None:
    found = spanned(_date(start), _date(None, last))
    assert (found.start, found.end) == expected


def test_the_evidence_of_a_period_covers_both_ends() -> None:
    first, last = DateValue("2022-06-08", None, 10, 16, "a"), DateValue(None, "2022-06-10", 31, 38, "b")
    found = spanned(first, last)
    assert (found.text_start, found.text_end) == (10, 38)
    assert found.trail == "a; until: b"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2018-03-12", "2018-04-12", True),
        ("--03-12", "--04-12", True),
        ("2017-03-12", "2018-03-12", True),
        ("2018-03-12", "2018-03-12", False),
        ("2018-03-12", "2018-03-13", False),
        ("2017-03-12", "2018-04-12", False),
        ("2018-03", "2018-04", False),
        ("--03-12", "2018-04-12", False),
    ],
)
def test_a_slip_changes_the_month_or_the_year_alone(a: str, b: str, expected: bool) -> None:
    assert slip(_date(a), _date(b)) is expected
    assert slip(_date(b), _date(a)) is expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [(_date("2024-05-09"), True), (_date("--05-09"), True), (_date("2024-05-01"), False), (_date("2024-05"), False)],
)
def test_what_is_news(date: DateValue, expected: bool) -> None:
    assert lately(date, "2024-05-10") is expected
