"""Whom a person serves, and the fuller name that the data gives."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, persons, the


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Turkish Foreign Minister Hakan Fidan spoke.", "Hakan Fidan", "TUR"),
        ("Chile's Gabriel Boric spoke.", "Gabriel Boric", "CHL"),
        ("Prime Minister Tigran Sarkisian spoke.", "Tigran Sarkisian", "ARM"),
        ("NATO's Supreme Allied Commander Europe, General Christopher Cavoli, spoke.", "Christopher Cavoli", "NATO"),
        ("George W. Bush's brother Jeb flew to Jakarta.", "Jeb Bush", "USA"),
        ("Political scientist Sergey Markov spoke.", "Sergey Markov", None),
    ],
)
def test_the_state_or_body_that_a_person_serves(text: str, name: str, country: str | None) -> None:
    assert the(page(text), name).country == country


def test_an_office_without_its_state_is_that_of_the_dateline() -> None:
    text = "ANKARA - Parliament Speaker Numan Kurtulmus left for Brussels."
    assert the(page(text, dateline="ANKARA"), "Numan Kurtulmus").country == "TUR"


def test_an_office_on_a_page_about_one_state_is_that_state_s_and_a_firm_s_is_not() -> None:
    text = "The US Army mourns. The American general was 67, a US official said. {} spoke at the grave."
    assert the(page(text.format("Army Secretary Christine Wormuth")), "Christine Wormuth").country == "USA"
    assert the(page(text.format("Airbus chief executive Tom Enders")), "Tom Enders").country != "USA"


def test_a_headline_may_say_whose_ambassador_it_is() -> None:
    text = "Chinese ambassador leaves Canberra\nAmbassador Xiao Qian left Australia on Monday."
    assert the(page(text, title="Chinese ambassador leaves Canberra"), "Xiao Qian").country == "CHN"


def test_the_office_of_a_named_envoy_tells_nothing_of_another() -> None:
    text = "Ambassador Saleh Hinai and Leslie Moore, US Ambassador to Oman, were there. Oman and the US trade."
    assert the(page(text), "Saleh Hinai").country != "USA"


@pytest.mark.parametrize(
    ("text", "published", "names"),
    [
        (
            "North Korean leader Kim met Shoigu, the Russian defence minister.",
            "2023-07-27",
            ["Kim Jong-un", "Sergey Shoygu"],
        ),
        ("President Biden left.", "2021-05-30", ["Joe Biden"]),
        ("Azerbaijani President Aliyev spoke.", "1995-06-01", ["Heydar Aliyev"]),
        ("Azerbaijani President Aliyev spoke.", "2013-06-01", ["Ilham Aliyev"]),
        ("Azerbaijani President Aliyev spoke.", None, ["Aliyev"]),
    ],
)
def test_a_bare_name_gets_the_full_one_where_one_holder_bears_it(
    text: str, published: str | None, names: list[str]
) -> None:
    found = persons(page(text, published=published))
    assert [n.replace("Shoigu", "Shoygu").replace("Sergei", "Sergey") for n in found] == names


def test_a_woman_is_she_and_a_man_is_he() -> None:
    found = page("Kaja Kallas met Mark Rutte. She spoke first, and he listened.")
    assert {m.text for m in the(found, "Kaja Kallas").mentions} >= {"She"}
    assert {m.text for m in the(found, "Mark Rutte").mentions} >= {"he"}


def test_who_stands_last_in_a_list_of_one_state_is_of_it() -> None:
    text = (
        "The list names Tareck El Aissami, Venezuela's vice president; Nestor Reverol, Venezuela's interior minister; "
        "and Manuel Fernandez, who heads the country's telephone company."
    )
    assert the(page(text), "Manuel Fernandez").country == "VEN"
