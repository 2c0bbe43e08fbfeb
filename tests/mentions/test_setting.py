"""Listed names and words that point back at places and states."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, stands_for, the


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Vladimir Putin flew to Beijing. The Chinese capital was quiet.", "capital", "Beijing"),
        ("They met in the capital of Latvia.", "capital", "Riga"),
        ("Talks began in Antalya. He arrived there at noon.", "there", "Antalya"),
        ("Talks began in Antalya. The city was quiet.", "city", "Antalya"),
        ("Talks began in Antalya. He landed in the Mediterranean Sea resort at noon.", "resort", "Antalya"),
        ("Talks began in Antalya. He landed in the Turkish port at noon.", "port", "Antalya"),
        ("Armenia asked for help. Envoys came to the country.", "country", "Armenia"),
        ("Talks began in Yerevan. Envoys came to the country.", "country", "Armenia"),
        ("Armenia got radars, to Baku's fury. Envoys came to the country.", "country", "Armenia"),
    ],
)
def test_what_points_back(text: str, words: str, name: str) -> None:
    assert [r.name for r in stands_for(page(text), words)] == [name]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("They met at the Elysee Palace.", "Elysee Palace", "Paris"),
        ("They met in the Kremlin.", "Kremlin", "Moscow"),
        ("They met at Mar-a-Lago.", "Mar-a-Lago", "Mar-a-Lago"),
        ("The Kremlin denied it.", "Kremlin", "Russia"),
        ("He spoke at Pentagon briefings.", "Pentagon", "United States"),
    ],
)
def test_a_government_s_house_is_a_place_in_its_capital(text: str, words: str, name: str) -> None:
    assert [r.name for r in stands_for(page(text), words)] == [name]


def test_nothing_to_point_at() -> None:
    found = page("The city was quiet. He came to the country. It happened there. He liked this resort.")
    assert not any(found.spots)


def test_a_capital_stands_for_its_government_too() -> None:
    found = page("Seoul and Pyongyang agreed to talk.")
    acting = {r.name: r.acts_for for r in found.referents if r.kind == "place"}
    states = {r.id: r.country for r in found.referents if r.kind == "state"}
    assert {name: states[ref] for name, ref in acting.items() if ref is not None} == {
        "Seoul": "KOR",
        "Pyongyang": "PRK",
    }


def test_the_sides_of_a_divided_land() -> None:
    found = page("The two Koreas will talk. North Korea and South Korea opened a hotline. The South's team left.")
    assert {r.country for r in stands_for(found, "Koreas")} == {"PRK", "KOR"}
    assert [r.country for r in stands_for(found, "South")] == ["KOR"]


def test_the_south_is_a_direction_where_no_divided_land_is_spoken_of() -> None:
    assert not any(r.kind == "state" for r in stands_for(page("Snow fell in the South and in Italy."), "South"))


def test_an_organ_stands_for_its_organisation_and_a_building_for_its_state() -> None:
    found = page("The Kremlin wrote to the UN Security Council.")
    assert {(r.kind, r.country) for r in found.referents} == {("state", "RUS"), ("body", "UN")}


def test_of_namesakes_the_one_in_a_state_that_the_page_names() -> None:
    assert the(page("Georgia's government met in Batumi."), "Batumi").country == "GEO"
    assert the(page("Libya is at war. Shells fell on Tripoli."), "Tripoli").country == "LBY"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("American envoys met the Russians in Geneva. The US side was pleased.", "Geneva", "CHE"),
        ("The US governor spoke in Birmingham. Americans cheered.", "Birmingham", "USA"),
        ("British ministers met in Birmingham.", "Birmingham", "GBR"),
        ("Philippine ships sailed through Asia.", "Asia", None),
    ],
)
def test_a_namesake_in_a_state_that_the_page_speaks_of(text: str, words: str, country: str | None) -> None:
    (place,) = stands_for(page(text), words)
    assert place.country == country


def test_a_port_of_another_state_or_with_its_name_behind_it_points_at_nothing() -> None:
    assert not stands_for(page("Talks began in Antalya. He landed in the Greek port at noon."), "port")
    assert [r.name for r in stands_for(page("Talks began in Antalya. He flew to the port of Aden."), "Aden")] == ["Aden"]
