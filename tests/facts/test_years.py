"""The year that a page gives to a day, and where it settles that day told without its year."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller

_TOLD = "Sergei Lavrov met Mevlut Cavusoglu on {}. "


@pytest.mark.parametrize(
    ("full", "again", "published", "start"),
    [
        ("May 5, 2016", "on May 5", None, "2016-05-05"),
        ("May 5, 2016", "in May", None, "2016-05"),
        ("May 5, 2016", "on May 5", "2017-11-20", "2016-05-05"),
        ("December 5, 2016", "in December", "2017-11-20", "2016-12"),
        ("May 5, 2016", "in May", "2017-11-20", "2017-05"),  # a month behind is that of the last twelve
        ("November 5, 2016", "on November 5", "2017-11-20", "2017-11-05"),  # a day near the article is of its year
    ],
)
def test_a_day_without_its_year(tell: Teller, full: str, again: str, published: str | None, start: str) -> None:
    told = tell(_TOLD.format(full) + f"Angela Merkel visited Ankara {again}.", published)
    date = told.only("visit").date
    assert date is not None and date.value.start == start


def test_a_day_told_with_two_years_settles_none(tell: Teller) -> None:
    told = tell(_TOLD.format("May 5, 2016") + _TOLD.format("May 5, 2015") + "Angela Merkel visited Ankara on May 5.")
    date = told.only("visit").date
    assert date is not None and date.value.start == "--05-05"


@pytest.mark.parametrize(
    ("when", "start"), [(" on June 18", "2019-06-18"), (" in June", "2019-06"), ("", "2019"), (" on May 5, 2020", "2020-05-05")]
)
def test_the_name_of_an_act_gives_its_year(tell: Teller, when: str, start: str) -> None:
    told = tell(f"Chad and Niger held the drills Grey Heron 2019{when}.", "2022-11-20")
    date = told.only("exercise").date
    assert date is not None and date.value.start == start


def test_the_year_in_the_name_of_an_act_is_that_of_its_first_day(tell: Teller) -> None:
    text = "Vietnam took part in the naval exercise Komodo {}, held in Makassar from {}."
    told = tell(text.format(2023, "June 5 to June 8"), published="2024-06-12").facts("exercise")
    assert {(f.date.value.start, f.date.value.end) for f in told if f.date} == {("2023-06-05", "2023-06-08")}
    told = tell(text.format(2022, "December 28 to January 8"), published="2024-06-12").facts("exercise")
    assert {(f.date.value.start, f.date.value.end) for f in told if f.date} == {("2022-12-28", "2023-01-08")}
