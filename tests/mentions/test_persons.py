"""Which names of a page are one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mentions.persons import nearly, same_full_name
from tests.mentions.pages import forms, page, persons, the


def test_the_third_of_a_name_may_be_called_without_it() -> None:
    found = page("Secretary John Oak III spoke. Secretary John Oak was frank.")
    assert [r.name for r in found.referents if r.kind == "person"] == ["John Oak III"]


def test_a_family_name_alone_goes_to_its_bearer() -> None:
    found = page("Chinese Defence Minister Dong Jun met Lloyd Austin. Dong spoke of Taiwan. Austin listened.")
    assert persons(found) == ["Dong Jun", "Lloyd Austin"]
    assert forms(the(found, "Dong Jun"))[-1] == "Dong" and "Austin" in forms(the(found, "Lloyd Austin"))


def test_a_man_and_a_woman_of_one_family_name_stay_two() -> None:
    found = page(
        "Defence Minister Zakir Hasanov spoke. Analyst Shabnam Hasanova agreed. Hasanov left. Hasanova stayed."
    )
    assert persons(found) == ["Zakir Hasanov", "Shabnam Hasanova"]
    assert forms(the(found, "Zakir Hasanov"))[-1] == "Hasanov"
    assert forms(the(found, "Shabnam Hasanova"))[-1] == "Hasanova"


def test_two_bearers_of_a_name_stay_two() -> None:
    found = page("President Serzh Sarkisian of Armenia received Prime Minister Tigran Sarkisian in Yerevan.")
    assert persons(found) == ["Serzh Sarkisian", "Tigran Sarkisian"]


def test_a_name_alone_stays_with_its_man_when_a_namesake_comes() -> None:
    found = page("Paul Manafort was charged. Manafort denied it. Andrea Manafort wept. Manafort left the court.")
    assert forms(the(found, "Paul Manafort")).count("Manafort") == 2
    assert forms(the(found, "Andrea Manafort")) == ["Andrea Manafort"]


def test_an_office_before_a_bare_name_is_not_that_of_a_son_named_later() -> None:
    found = page("President Biden spoke at the grave of Beau Biden. Biden then left.", published="2021-05-30")
    assert persons(found) == ["Joe Biden", "Beau Biden"]
    assert forms(the(found, "Beau Biden")) == ["Beau Biden"]


def test_family_names_that_come_first_are_known() -> None:
    found = page("Kim Jong Un met Moon Jae-in at Panmunjom. Kim smiled. Moon spoke.")
    assert forms(the(found, "Kim Jong Un")) == ["Kim Jong Un", "Kim"]
    assert forms(the(found, "Moon Jae-in")) == ["Moon Jae-in", "Moon"]


def test_a_given_name_alone_goes_to_its_bearer() -> None:
    assert "Ilham" in forms(the(page("Ilham Aliyev opened the base. Ilham and his guests left."), "Ilham Aliyev"))


def test_a_name_in_capitals_is_the_same() -> None:
    assert "SHOIGU" in forms(the(page("Sergei Shoigu came. SHOIGU said nothing."), "Sergei Shoigu"))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("sergei shoigu", "sergey shoigu", True),
        ("j biden", "joe biden", True),
        ("george w bush", "george bush", True),
        ("william lai ching te", "lai ching te", True),
        ("serzh sarkisian", "tigran sarkisian", False),
        ("zakir hasanov", "zakir hasanova", False),
        ("kim jong un", "kim yo jong", False),
    ],
)
def test_full_names(a: str, b: str, same: bool) -> None:
    assert same_full_name(tuple(a.split()), tuple(b.split())) is same
    assert same_full_name(tuple(b.split()), tuple(a.split())) is same


NAMES = st.lists(st.text(alphabet="abeiklmnov", min_size=1, max_size=9), min_size=1, max_size=4).map(tuple)


@given(NAMES, NAMES)
def test_likeness_has_two_equal_sides_and_every_name_is_itself(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    assert same_full_name(a, a)
    assert same_full_name(a, b) == same_full_name(b, a)
    assert nearly(a[0], b[0]) == nearly(b[0], a[0])


def test_a_king_is_called_by_his_given_name() -> None:
    text = "King Salman and Crown Prince Mohammed bin Salman met the envoy on Monday. Prince Mohammed spoke."
    found = page(text)
    assert persons(found) == ["Salman", "Mohammed bin Salman"]
    assert "Mohammed" in forms(the(found, "Mohammed bin Salman"))


def test_a_lineage_may_be_told_further_back() -> None:
    text = "Prince Mohamed bin Salman bin Abdulaziz Al Saud came. Prince Mohammed bin Salman spoke."
    assert persons(page(text)) == ["Mohamed bin Salman bin Abdulaziz Al Saud"]


def test_a_group_s_name_inside_a_person_s_is_his() -> None:
    assert persons(page("General Abdul Fatah al-Burhan spoke on Monday.")) == ["Abdul Fatah al-Burhan"]


def test_the_crown_prince_and_a_general_are_two() -> None:
    found = page("The Crown Prince and General Abdel Fattah al-Burhan met.")
    assert [r.title for r in the(found, "Abdel Fattah al-Burhan").roles] == ["General"]
