"""Armed groups by grammar, and what the tagger sees and no list holds."""

from __future__ import annotations

import pytest

from dragoman.mentions.spots import PageReferents
from tests.mentions.pages import forms, page, the


def of_kind(found: PageReferents, *kinds: str) -> list[tuple[str, str | None]]:
    return [(r.name, r.country) for r in found.referents if r.kind in kinds]


@pytest.mark.parametrize("name", ["Iraqi insurgents", "Darfur rebels", "Tamil rebels", "Somali pirates"])
def test_a_group_under_arms_has_its_name_and_no_state(name: str) -> None:
    found = page(f"{name} attacked a convoy on Monday.")
    assert of_kind(found, "force", "state") == [(name, None)]


def test_the_rebels_are_those_named_before() -> None:
    found = page("Darfur rebels attacked a convoy. The rebels then fled.")
    assert forms(the(found, "Darfur rebels")) == ["Darfur rebels", "rebels"]


def test_a_listed_group_keeps_its_own_name() -> None:
    assert of_kind(page("Taliban militants shelled the base."), "force", "body") == [("Taliban", None)]


def test_those_who_fight_by_their_very_name_need_no_other() -> None:
    found = page("Suspected insurgents attacked a convoy on Monday. The insurgents then fled.")
    assert forms(the(found, "insurgents")) == ["insurgents", "insurgents"]


def test_rebel_leaders_act_for_the_rebels() -> None:
    assert of_kind(page("The minister met rebel leaders in Lima."), "force") == [("rebels", None)]
    assert of_kind(page("The minister met Darfur rebel group commanders."), "force") == [("Darfur rebels", None)]


@pytest.mark.parametrize(
    ("text", "forms_of_it"),
    [
        ("M23 took a hill. The minister met rebel leaders. The rebels then fled.", ["M23", "rebel leaders", "rebels"]),
        ("M23 took a hill. The minister met leaders of other rebels.", ["M23"]),
        ("M23 and the FDLR took a hill. The minister met rebel leaders.", ["M23"]),
    ],
)
def test_the_rebels_are_the_only_group_of_the_page(text: str, forms_of_it: list[str]) -> None:
    assert forms(the(page(text), "M23")) == forms_of_it


@pytest.mark.parametrize("text", ["Gunmen fled.", "A gunman fired.", "A French militant spoke."])
def test_no_group_without_a_name_and_no_group_of_one(text: str) -> None:
    assert of_kind(page(text), "force") == []


def test_common_nouns_in_capitals_are_no_bodies() -> None:
    assert of_kind(page("The Cabinet met the Ministry on Monday. The Parliament sat."), "body") == []


def test_a_body_that_no_list_holds_is_of_the_state_in_the_possessive_before_it() -> None:
    assert ("Coastal Relief Force", "IND") in of_kind(page("India's Coastal Relief Force came."), "body")


def test_a_piece_of_a_headline_is_no_body() -> None:
    title = "Turkey, Qatar Discuss Military Cooperation"
    found = page(title + "\nTurkey and Qatar discussed cooperation in Doha.", title=title)
    assert of_kind(found, "body", "force", "company") == []


def test_a_body_and_a_place_that_no_list_holds_are_kept_without_a_state() -> None:
    found = page("The minister wrote to the Chatham House Institute about the river crossing at Kafr Zita.")
    assert ("Chatham House Institute", None) in of_kind(found, "body")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met at Camp Tervel on Monday.", "Camp Tervel"),
        ('They met at Camp "TERVEL" on Monday.', "Camp TERVEL"),
        ("They met at Northern Lights Naval Base.", "Northern Lights Naval Base"),
        ("They met at the Chichewa Barracks.", "Chichewa Barracks"),
        ("They met at the Seven Pines Hotel.", "Seven Pines Hotel"),
    ],
)
def test_a_camp_a_base_or_a_hotel_is_one_place_with_its_name(text: str, name: str) -> None:
    assert of_kind(page(text), "place") == [(name, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at Ankara Airport.", [("Ankara", "TUR")]),
        ("They met at Crimea Air Base.", [("Crimea", "UKR")]),
        ("They met at the Naval Base.", []),
    ],
)
def test_a_listed_place_speaks_for_its_airport(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [p for p in of_kind(page(text), "place") if p[1] is not None] == expected


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The envoys met in the southern village of Zarabo on Monday.", "Zarabo", None),
        ("The envoys met in the Chilean village of Zarabo on Monday.", "Zarabo", "CHL"),
        ("The envoys met in the town of Villa de Zarabo, Chile, on Monday.", "Villa de Zarabo", "CHL"),
        ("The envoys met in the Egyptian resort of Sharm al-Sheikh on Monday.", "Sharm el-Sheikh", "EGY"),
    ],
)
def test_a_noun_for_towns_says_that_what_follows_is_one(text: str, name: str, country: str | None) -> None:
    found = page(text)
    noun = next(t for t in found.annotated.sentences[0].tokens if t.lemma in ("village", "town", "resort"))
    spot = found.at(0, noun.i)
    assert spot is not None
    place = found.referents[spot.referents[0]].place
    assert place is not None and (place.name, place.country) == (name, country)


@pytest.mark.parametrize("text", ["The village of the dead lies there.", "He spoke of the port of call."])
def test_no_town_without_a_name(text: str) -> None:
    assert of_kind(page(text), "place") == []
