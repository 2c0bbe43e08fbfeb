"""Dates as coarse as texts have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record import dates
from dragoman.record.dates import Partial


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2017", Partial(2017)),
        ("2017-02", Partial(2017, 2)),
        ("2017-02-16", Partial(2017, 2, 16)),
        ("--02", Partial(0, 2)),
        ("--02-29", Partial(0, 2, 29)),
        ("2017-02-16T10:00", Partial(2017, 2, 16)),
    ],
)
def test_dates(text: str, parts: Partial) -> None:
    assert dates.partial(text) == parts


@pytest.mark.parametrize("text", [None, "", "2017-13", "2017-02-30", "2017-W07", "soon", "201", "2017-2-1", "--13-01"])
def test_what_is_no_date(text: str | None) -> None:
    assert dates.partial(text) is None


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        (("2016-08-14", None), ("--08-14", None), "day"),
        (("2017-02", None), ("2017-02-16", None), "month"),
        (("2017", None), ("2017-02-16", None), "year"),
        (("2019-07-10", None), ("2020-02-06", None), "apart"),
        (("2020-02-06", "2020-02-07"), ("2020-02-07", None), "day"),
        (("2020-02-06", None), ("2020-02-07", None), "near"),
        (("2020-02-06", None), ("2020-02-08", None), "apart"),
        (("--07-10", None), ("--02-06", None), "apart"),
        (("--12-30", "--01-02"), ("2019-12-31", None), "day"),
        (("2017", None), ("--02-16", None), "year"),
        (("2017-02", None), ("--03-16", None), "apart"),
        (("--02-29", None), ("--02", None), "month"),
    ],
)
def test_agreement(a: tuple[str, str | None], b: tuple[str, str | None], how: str) -> None:
    x, y = dates.period(*a), dates.period(*b)
    assert x and y
    assert dates.agreement(x, y) == how
    assert dates.agreement(y, x) == how


texts = st.builds(
    lambda y, m, d, form: form.format(y=y, m=m, d=d),
    st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 28),
    st.sampled_from(["{y}", "{y}-{m:02}", "{y}-{m:02}-{d:02}", "--{m:02}", "--{m:02}-{d:02}"]),
)


@given(texts, texts)
def test_agreement_has_no_order_and_holds_of_oneself(a: str, b: str) -> None:
    x, y = dates.period(a, None), dates.period(b, None)
    assert x and y
    assert dates.agreement(x, y) == dates.agreement(y, x)
    assert dates.agreement(x, x) == x.grain


@given(st.lists(texts))
def test_sorting_puts_years_in_order_and_the_unknown_last(found: list[str]) -> None:
    ordered = sorted(found, key=dates.sort_key)
    known = [t for t in ordered if not t.startswith("--")]
    assert ordered[: len(known)] == known
    assert [t[:4] for t in known] == sorted(t[:4] for t in known)
    assert dates.sort_key(None) > max(map(dates.sort_key, found), default="")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2018-03-05", "2018-03-09", True),
        ("--03-05", "--03-09", True),
        ("2018-03-05", "2018-03-05", False),
        ("2018-03-09", "2018-03-05", False),
        ("2018-03", "2018-03-09", False),
        ("2018-03-05", "--03-09", False),
        ("2018-03-05", None, False),
    ],
)
def test_what_began_on_a_day_may_end_on_a_later_one(start: str, end: str | None, expected: bool) -> None:
    first = dates.partial(start)
    assert first is not None
    assert first.ends_by(dates.partial(end)) is expected


@pytest.mark.parametrize(
    ("start", "first", "last", "expected"),
    [
        ("2016-08-14", "--08-14", "--08-16", "2016-08-16"),
        ("2016-12-30", "--12-30", "--01-02", "2017-01-02"),
        ("2016-08-15", "--08-14", "--08-16", None),
        ("2016-08", "--08-14", "--08-16", None),
        ("--08-14", "--08-14", "--08-16", None),
        ("2017-02-27", "--02-27", "--02-29", None),
        ("2016-08-14", "--08-14", None, None),
    ],
)
def test_days_without_a_year_end_in_that_of_their_start(
    start: str, first: str, last: str | None, expected: str | None
) -> None:
    assert dates.in_year_of(start, first, last) == expected
