"""Whom pronouns and roles stand for: agreement first, then the subject, then the nearest; never across a conflict."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, persons, stands_for, the


def who(text: str, words: str, nth: int = 0, **about: str) -> list[str]:
    return [r.name for r in stands_for(page(text, **about), words, nth)]


TWO = "Kyrgyz President Sadyr Japarov met Latvian Foreign Minister Baiba Braze in Riga. "


@pytest.mark.parametrize(
    ("text", "words", "nth", "name"),
    [
        (TWO + "He smiled.", "He", 0, "Sadyr Japarov"),
        (TWO + "She smiled.", "She", 0, "Baiba Braze"),
        (TWO + "Her guest left.", "Her", 0, "Baiba Braze"),
        # Whom the clause of "he" names is somebody else.
        ("Hakan Fidan praised Sergei Lavrov. Lavrov smiled. He then met Lavrov.", "He", 0, "Hakan Fidan"),
        ("Hakan Fidan met Sergei Lavrov. He then flew home.", "He", 0, "Hakan Fidan"),
        ("Hakan Fidan said that in a call with Sergei Lavrov he urged calm.", "he", 0, "Hakan Fidan"),
        ("Hakan Fidan met Sergei Lavrov and thanked him.", "him", 0, "Sergei Lavrov"),
        ("Hakan Fidan said he would meet Sergei Lavrov.", "he", 0, "Hakan Fidan"),
    ],
)
def test_pronouns(text: str, words: str, nth: int, name: str) -> None:
    assert who(text, words, nth) == [name]


def test_no_pronoun_reaches_somebody_of_the_other_sex_or_far_behind() -> None:
    assert who("Baiba Braze spoke. He left.", "He") == []
    assert who("Hakan Fidan spoke. " + "It rained. " * 5 + "He left.", "He") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Turkish Foreign Minister Hakan Fidan came. The Turkish minister spoke.", "Turkish minister", "Hakan Fidan"),
        ("Turkish Foreign Minister Hakan Fidan came. The foreign minister spoke.", "foreign minister", "Hakan Fidan"),
        ("Emmanuel Macron came to Berlin. The French president spoke.", "French president", "Emmanuel Macron"),
        (
            "US President Joe Biden met Chinese President Xi Jinping. The Chinese leader spoke.",
            "Chinese leader",
            "Xi Jinping",
        ),
        (
            "Russia's top general arrived. General Valery Gerasimov, chief of the Russian General Staff, spoke.",
            "Russia's top general",
            "Valery Gerasimov",
        ),
    ],
)
def test_roles(text: str, words: str, name: str) -> None:
    assert who(text, words) == [name]


def test_a_role_of_another_state_is_somebody_else() -> None:
    found = page("Turkish Foreign Minister Hakan Fidan came. The Greek foreign minister stayed at home.")
    assert [(r.kind, r.country) for r in stands_for(found, "Greek foreign minister")] == [("state", "GRC")]


def test_one_of_many_is_nobody_in_particular() -> None:
    assert who("Defence Minister Yasar Guler of Turkey came. A defence minister spoke.", "defence minister") == []


def test_a_role_in_the_plural_stands_for_each() -> None:
    text = "Emmanuel Macron met Olaf Scholz. The French and German leaders dined."
    assert set(who(text, "French and German leaders")) == {"Emmanuel Macron", "Olaf Scholz"}


def test_the_office_of_a_counterpart_is_the_one_that_is_shared() -> None:
    found = page("Turkish Foreign Minister Hakan Fidan met his Greek counterpart George Gerapetritis in Athens.")
    assert [(r.title, r.country) for r in the(found, "George Gerapetritis").roles] == [("Foreign Minister", "GRC")]


def test_a_predecessor_held_the_office_before() -> None:
    found = page("US Defense Secretary Lloyd Austin met one of his predecessors, and Austin's predecessor Mark Esper.")
    assert [(r.title, r.former) for r in the(found, "Mark Esper").roles] == [("Defense Secretary", True)]


@pytest.mark.parametrize(
    ("text", "words", "nth", "name"),
    [
        ("Turkey sent its foreign minister to Doha.", "its", 0, "Turkey"),
        ("Turkey sent a minister to Doha. It had asked for talks.", "It", 0, "Turkey"),
        ("NATO said it would send an envoy to Kyiv.", "it", 0, "North Atlantic Treaty Organization"),
    ],
)
def test_it_stands_for_a_state_or_a_body(text: str, words: str, nth: int, name: str) -> None:
    assert who(text, words, nth) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey sent a minister. It is expected that talks will follow.",
        "It rained in Doha.",
        "Hakan Fidan spoke. It was late.",
        "Turkey met Greece and Egypt met Qatar. It was pleased with that.",
    ],
)
def test_an_it_that_stands_for_no_noun_or_for_several_is_left(text: str) -> None:
    assert who(text, "It") == []


def test_coreference_invents_nobody() -> None:
    assert persons(page("He said the minister would come. They met her counterpart.")) == []


def test_the_minister_is_a_prime_minister_only_where_nobody_else_is_a_minister() -> None:
    two = "Iraqi Prime Minister Karim Aziz received the Turkish minister, Yasar Guler. The minister was late."
    assert who(two, "minister") == ["Yasar Guler"]
    assert who("Iraqi Prime Minister Karim Aziz spoke. The minister was late.", "minister") == ["Karim Aziz"]
