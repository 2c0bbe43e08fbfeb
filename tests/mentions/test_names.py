"""Which runs of capitals may name a person, and how much speaks for it."""

from __future__ import annotations

import pytest

from dragoman.mentions.persons import FULL_NAME, SINGLE_WORD
from tests.mentions.pages import names_of


def scores(sentence: str) -> dict[str, float]:
    return {n.text: n.score for n in names_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("On Tuesday Ursula von der Leyen flew to Kyiv.", "Ursula von der Leyen"),
        ("Abdel Fattah el-Sisi received them.", "Abdel Fattah el-Sisi"),
        ("Yunus-Bek Yevkurov landed in Tripoli.", "Yunus-Bek Yevkurov"),
        ("Raymond T. Odierno led the coalition.", "Raymond T. Odierno"),
        ("Kim Jong Un smiled.", "Kim Jong Un"),
        ("said Chile's Ricardo Lagos, who was there.", "Ricardo Lagos"),
        ("They met Ararat Mirzoyan in Yerevan.", "Ararat Mirzoyan"),
        ("Luiz Inacio Lula da Silva spoke.", "Luiz Inacio Lula da Silva"),
    ],
)
def test_a_full_name_is_one_run_with_enough_evidence(sentence: str, name: str) -> None:
    assert scores(sentence).get(name, 0.0) >= FULL_NAME


@pytest.mark.parametrize(
    "sentence",
    [
        "Rain fell in Tula province on Monday.",
        "The Black Sea Fleet sailed on Friday.",
        "North Korea tested a missile in May.",
        "The U.S. Virgin Islands were hit.",
    ],
)
def test_places_bodies_and_days_do_not_pass_for_people(sentence: str) -> None:
    assert all(score < FULL_NAME for score in scores(sentence).values())


def test_two_known_family_names_joined_by_a_hyphen_are_two_people() -> None:
    found = scores("At the Lavrov-Blinken meeting nothing was agreed.")
    assert found["Lavrov"] >= SINGLE_WORD and found["Blinken"] >= SINGLE_WORD


def test_a_given_name_with_a_hyphen_stays_one() -> None:
    assert list(scores("Jean-Yves Le Drian left.")) == ["Jean-Yves Le Drian"]


def test_a_known_family_name_that_acts_is_a_person_whatever_the_tagger_says() -> None:
    assert scores("Lavrov met his counterpart in Ankara.")["Lavrov"] >= SINGLE_WORD


def test_a_body_before_a_name_is_not_part_of_it() -> None:
    found = scores("The head of the Centre for Caspian Studies Sergey Markov spoke.")
    assert "Sergey Markov" in found and not any("Studies Sergey" in text for text in found)


def test_the_state_in_the_possessive_is_noted() -> None:
    bracketed = names_of("Jan de Vries (EU) met Hans Moser (OSCE mission) and Ana Sol (50).")
    assert [n.country for n in bracketed] == ["EU", "OSCE", None]
    assert "Sai Lao Hseng" in {n.text for n in names_of("Major Sai Lao Hseng met Lao Colonel Karl Hale.")}
    assert "Larry Andre Jr." in {n.text for n in names_of("US Ambassador to Somalia Larry Andre Jr. met General Ali.")}
    countries = {n.text: n.country for n in names_of("Chile's Gabriel Boric met Brazil's Lula da Silva.")}
    assert countries["Gabriel Boric"] == "CHL"


def test_a_word_of_courtesy_is_noted_apart_from_offices() -> None:
    (name,) = names_of("Mr. Lavrov left.")
    assert (name.text, name.honorific, name.titles) == ("Lavrov", "Mr.", ())


def test_ships_acronyms_and_words_with_figures_are_no_people() -> None:
    for sentence in (
        "The Vietnamese frigate 015 Tran Hung Dao left.",
        "The commander of the US Indo-Pacific Command (USINDOPACOM) spoke.",
        "The seventh ship of the prestigious P17A was laid down.",
        "They met in the province of Dien Bien.",
    ):
        assert [n.text for n in names_of(sentence) if n.score >= 1.0] == [], sentence


def test_a_family_name_may_be_a_people_s_name() -> None:
    (name,) = names_of("Lt. Col. Karen Finn spoke.")
    assert name.text == "Karen Finn"


def test_what_may_be_a_title_or_a_place_alone_is_part_of_a_name_inside_it() -> None:
    for sentence, name in (
        ("Brig-Gen Hassan Sheikh Warsame took over.", "Hassan Sheikh Warsame"),
        ("UNIFIL commander Marco del Col chaired it.", "Marco del Col"),
        ("They received Gen Peter Langley, the commander of the corps.", "Peter Langley"),
    ):
        assert name in [n.text for n in names_of(sentence)], sentence


def test_what_somebody_is_called_parts_no_name() -> None:
    assert [n.text for n in names_of('Sgt. Adam "Red" Hale and Gen. Karl “Old Fox” Lund came.')] == ["Adam Hale", "Karl Lund"]


def test_letters_of_a_state_begin_no_name() -> None:
    assert [n.text for n in names_of("The assistant U.S. Attorneys met Karl Lund.")] == ["Karl Lund"]


def test_a_base_named_after_somebody_is_nobody() -> None:
    sentence = "At Saleh Al-Hinai Naval Base, the admiral met Commodore Omar Badri."
    assert [n.text for n in names_of(sentence)] == ["Omar Badri"]


def test_who_speaks_behind_a_quotation_is_somebody() -> None:
    found = names_of('"There is no such contract," Dahlan Anwar Simatupang said in a statement.')
    assert [n.text for n in found if n.score >= FULL_NAME] == ["Dahlan Anwar Simatupang"]


def test_a_style_inside_a_name_is_part_of_it_and_one_before_it_is_courtesy() -> None:
    found = {n.text: (n.country, n.honorific) for n in names_of("Malaysia's Datuk Ahmad Tun Razak met Peru's Luis Paz.")}
    assert found == {"Ahmad Tun Razak": ("MYS", "Datuk"), "Luis Paz": ("PER", None)}
    assert {n.text for n in names_of("Dato Seri Ahmad bin Tun Hassan met Luis Paz.")} == {
        "Ahmad bin Tun Hassan",
        "Luis Paz",
    }
