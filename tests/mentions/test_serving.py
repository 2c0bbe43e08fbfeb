"""Whose an office is that a page names without its state."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, the


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # The guest's state is not the host's.
        (
            "Vietnam opened its airspace. Deputy Defence Minister Hoang Xuan Chien received a delegation from Laos. "
            "Vietnam and Laos share a border. Laos thanked Vietnam.",
            "Hoang Xuan Chien",
            "VNM",
        ),
        # The United States have no foreign ministry and no prime minister.
        (
            "WASHINGTON - The US Senate voted. American officials cheered the US bill. China was relieved. "
            "But Foreign Ministry spokesman Geng Shuang said no.",
            "Geng Shuang",
            "CHN",
        ),
        # What an expert knows of is not whom he serves.
        ("William LeoGrande, a Cuba expert, spoke.", "William LeoGrande", None),
        # A state that is visited is not the traveller's.
        ("The then air force chief Fadjar Prasetyo had visited China in 2021.", "Fadjar Prasetyo", None),
        # Two offices of one state under one nationality, in a city abroad.
        (
            "Colombian President Juan Manuel Santos and Armed Forces Commander Juan Pablo Rodriguez spoke in Cuba.",
            "Juan Pablo Rodriguez",
            "COL",
        ),
        # A chamber that only one state's press names without the state.
        ("Washington is silent. Adam Hale, a House Democrat, agreed with Serbia.", "Adam Hale", "USA"),
        ("Philippine troops left the Philippine base. Senator Jose Reyes thanked the US.", "Jose Reyes", "PHL"),
        # Whose man somebody is says whom he serves; a counterpart is of another state.
        ("Polish President Jan Duda met Germans. Duda's spokesman, Col. Adam Kos, left.", "Adam Kos", "POL"),
        ("Polish President Jan Duda met Germans. Duda adviser Adam Kos left.", "Adam Kos", "POL"),
        # What somebody heads says whom he serves.
        ("French jets flew over Mali. Gen. Jan Baert, who heads Belgian air forces, said so.", "Jan Baert", "BEL"),
        ("A Russian came. Ambassador Selim Kaya, heading Ankara's delegation, left.", "Selim Kaya", "TUR"),
        # A throne is of the one monarchy that the page speaks of.
        ("King Abdullah went to Tehran. Saudi Arabia and Iran made up.", "Abdullah", "SAU"),
        # Who is for a state is not of it.
        ("Kyiv sighed. The pro-Russian Ukrainian president Ivan Bondar fled.", "Ivan Bondar", "UKR"),
        # Who leads a delegation or is in it serves whom it serves.
        ("A Russian team under General Ivan Buvaltsev has been to Mali.", "Ivan Buvaltsev", "RUS"),
        ("A team from Kenya, headed by General Charles Kahariri, met the Ethiopians.", "Charles Kahariri", "KEN"),
        ("The delegation came to Mali. General Ivan Buvaltsev led the Russian side.", "Ivan Buvaltsev", "RUS"),
        ("A Vietnamese delegation, with General Phan Van Giang, came as well.", "Phan Van Giang", "VNM"),
    ],
)
def test_the_state_that_the_sentence_and_the_page_tell(text: str, name: str, country: str | None) -> None:
    assert the(page(text), name).country == country


def test_two_heads_of_government_side_by_side_need_not_be_of_one_state() -> None:
    text = "Chinese President Xi Jinping and Prime Minister Anwar Ibrahim met in Beijing. Malaysia thanked China."
    assert the(page(text), "Anwar Ibrahim").country != "CHN"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "He met President Salome Zourabichvili and Prime Minister Irakli Kobakhidze of Georgia.",
            "Salome Zourabichvili",
            "GEO",
        ),
        (
            "Saudi Arabia received Sudan's council. The talks between Saudi Crown Prince Mohammed bin Salman and "
            "General Yasser al-Atta were short. Sudan thanked Saudi Arabia.",
            "Yasser al-Atta",
            "SDN",
        ),
    ],
)
def test_the_state_that_stands_after_two_names_or_on_the_other_side(text: str, name: str, country: str) -> None:
    assert the(page(text), name).country == country


def test_where_somebody_arrived_and_whose_man_his_counterpart_is_he_does_not_serve() -> None:
    text = "Minister Kim spoke in Norway. Minister Kim arrived in Norway on Monday. Norway bought guns. Norway paid."
    assert the(page(text), "Kim").country != "NOR"
    text = "Minister Kim spoke in Norway. Minister Kim slept on Monday. Norway bought guns. Norway paid."
    assert the(page(text), "Kim").country == "NOR"
