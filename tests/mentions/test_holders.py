"""Office holders by name and by office, in any spelling, on any day."""

from __future__ import annotations

import pytest

from dragoman.knowledge.entries import Office
from dragoman.mentions.holders import Holders
from tests.mentions.pages import vocabulary


def holders() -> Holders:
    return vocabulary().holders


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("tigran sarkisian", "ARM"),
        ("tigran sargsyan", "ARM"),
        ("sergey shoygu", "RUS"),
        ("sergei shoigu", "RUS"),
        ("kim jong un", "PRK"),
        ("narendra modi", "IND"),
    ],
)
def test_a_full_name_tells_the_state_in_any_spelling(name: str, country: str) -> None:
    assert holders().country_of(name.split(), ()) == country


def test_a_family_name_alone_tells_it_only_where_the_page_speaks_of_the_state() -> None:
    assert holders().country_of(["lavrov"], ()) is None
    assert holders().country_of(["lavrov"], {"RUS", "TUR"}) == "RUS"


def test_a_name_may_leave_out_the_grandfather_s() -> None:
    assert holders().country_of(["abiy", "ahmed"], {"SDN"}) is None
    assert holders().country_of(["abiy", "ahmed"], {"SDN", "ETH"}) == "ETH"
    assert holders().country_of(["abiy", "ahmed"], {"SDN"}, ("head_of_government",)) == "ETH"


def test_a_given_name_that_differs_is_another_person() -> None:
    assert holders().named(["beau", "biden"]) == []


def test_the_holder_of_an_office_depends_on_the_day() -> None:
    def president(day: str | None) -> str | None:
        return holders().fullest("aliyev", "AZE", ("head_of_state",), day)

    assert president("1995-05-01") == "Heydar Aliyev"
    assert president("2013-08") == "Ilham Aliyev"
    assert president(None) is None
    assert president("1985") is None


def test_a_page_newer_than_the_data_names_nobody() -> None:
    made = Holders(
        [
            Office(
                "FIN", "head_of_state", "President", "Tarja Halonen", "Q29207", "2000-03-01", "2012-03-01", "wikidata"
            )
        ],
        (),
    )
    assert made.fullest("halonen", "FIN", ("head_of_state",), "2005") == "Tarja Halonen"
    assert made.fullest("halonen", "FIN", ("head_of_state",), "2031") is None


def test_an_office_and_a_family_name_may_settle_the_state() -> None:
    assert holders().served("biden", ("head_of_state",), "2021-05-30") == "USA"
    assert holders().served("biden", ("foreign_minister",), "2021-05-30") is None


def test_no_name_at_all_means_nobody() -> None:
    assert holders().country_of([], {"USA"}) is None
    assert holders().named(["putin"]) == []


def test_of_several_holders_of_one_name_the_one_whose_state_is_spoken_of() -> None:
    head = ("head_of_state",)
    assert holders().served("santos", head, "2014-11", {"COL", "CUB"}) == "COL"
    assert holders().served("santos", head, "2014-11", {"CUB"}) is None


def test_a_full_name_from_the_data_leaves_junior_out() -> None:
    assert holders().fullest("dunford", "USA", ("chief_of_staff",), "2017-02") == "Joseph F. Dunford"
