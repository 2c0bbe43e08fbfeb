"""Dates as pages write them: what is certain is read, what is ambiguous is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.dates import signed_stamp, stamp_of, url_date, written_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019-07-25", "2019-07-25"),
        ("2019/7/5", "2019-07-05"),
        ("25 July 2019", "2019-07-25"),
        ("23 May, 2018", "2018-05-23"),
        ("July 25, 2019", "2019-07-25"),
        ("Nov. 18, 2004", "2004-11-18"),
        ("Dec 7", "--12-07"),
        ("7 December", "--12-07"),
        ("5th of March 2001", "2001-03-05"),
        ("AUGUST 15", "--08-15"),
        ("12 Ağustos 2016", "2016-08-12"),
        ("3 марта 2014", "2014-03-03"),
        ("18.11.2004", "2004-11-18"),
        ("18/11/2004", "2004-11-18"),
        ("12/29/2004", "2004-12-29"),
        ("5/5/2005", "2005-05-05"),
        ("October 1998", "1998-10"),
    ],
)
def test_a_date_is_as_coarse_as_written(text: str, value: str) -> None:
    (found,) = written_dates(f"on {text}, it is said")
    assert found.value == value
    assert text.startswith(f"on {text}"[found.start : found.end][:4])


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2005",
        "31 February 2004",
        "it may 15 times over",
        "12:30",
        "version 1.2.2004.7",
        "2019-13-01",
        "Mi-24 and S-300",
    ],
)
def test_what_is_ambiguous_or_no_date_is_left(text: str) -> None:
    assert written_dates(text) == []


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/2019/07/25/talks.html", "2019-07-25"),
        ("https://example.org/news/2019-07-25-talks", "2019-07-25"),
        ("https://example.org/a/20190725/talks", "2019-07-25"),
        ("https://example.org/world/2019/jul/25/talks", "2019-07-25"),
        ("https://example.org/2019/07/talks", "2019-07"),
        ("https://web.archive.org/web/20050404173403/http://example.org/talks", None),
        ("https://web.archive.org/web/20050404173403/http://example.org/2004/12/01/talks", "2004-12-01"),
        ("https://example.org/talks-20041126130302760", None),
        ("https://example.org/2019/99/99/talks", None),
        ("https://example.org/1/hi/4013467.stm", None),
    ],
)
def test_the_date_of_an_address(url: str, value: str | None) -> None:
    assert url_date(url) == value


@pytest.mark.parametrize(
    ("line", "date", "label"),
    [
        ("10:22 23 May", "--05-23", ""),
        ("/ 23 May, 2018", "2018-05-23", ""),
        ("Updated: 2004-12-06 12:44", "2004-12-06", "updated"),
        ("Published Wednesday, December 15, 2004", "2004-12-15", "published"),
        ("Last updated: Tuesday, 4 January 2005, 10:12 GMT", "2005-01-04", "updated"),
        ("18/11/2004 - 17:36:52", "2004-11-18", ""),
        ("December 13, 2004 (1:18 PM EST)", "2004-12-13", ""),
        ("18 April 2018 12:10 (UTC+04:00)", "2018-04-18", ""),
        ("17:36", None, ""),
    ],
)
def test_a_line_that_is_only_a_date_is_a_stamp(line: str, date: str | None, label: str) -> None:
    stamp = stamp_of(line)
    assert stamp is not None
    assert (stamp.date.value if stamp.date else None, stamp.label) == (date, label)


@pytest.mark.parametrize(
    "line", ["The talks began on 23 May 2018", "1,204", "13.43%", "284 0", "Deadline 23 May", "S-300", ""]
)
def test_other_lines_are_no_stamps(line: str) -> None:
    assert stamp_of(line) is None


@given(st.text(max_size=200))
def test_dates_lie_within_the_text(text: str) -> None:
    for found in written_dates(text):
        assert 0 <= found.start < found.end <= len(text)
    stamp_of(text)
    url_date(text)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Anna Holm, Oslo, NW News Service, Sep 21 2018, 4:32 IST", "2018-09-21"),
        ("By Anna Holm | May 3, 2019", "2019-05-03"),
        ("By Anna Holm and Jens Berg - 3 May 2019 12:10 GMT", "2019-05-03"),
    ],
)
def test_a_date_behind_names_is_a_stamp(line: str, date: str) -> None:
    stamp = signed_stamp(line)
    assert stamp is not None and stamp.date is not None
    assert stamp.date.value == date
    assert line[stamp.date.start : stamp.date.end].startswith(("Sep", "May", "3"))


@pytest.mark.parametrize(
    "line",
    [
        "The Battle of the Strait, July 5, 1943",
        "Talks in Oslo on 3 May 2019, 12:10",
        "Oslo, May 3",
        "Anna Holm, May 3 2019 and June 4 2019, 12:10",
        "By the bridge on 3 May 2019",
        "3 May 2019",
        "",
    ],
)
def test_other_lines_with_a_date_are_none(line: str) -> None:
    assert signed_stamp(line) is None
