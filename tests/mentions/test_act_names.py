"""Names of acts: known ones, those that a page makes known, and what only looks like one."""

from __future__ import annotations

import pytest

from dragoman.mentions.act_names import act_names, standing
from tests.mentions.pages import page


def names(text: str) -> list[tuple[str, str | None]]:
    return [(text[n.start : n.end], n.noun) for n in act_names(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cobra Gold 2023 began in Rayong.", "Cobra Gold 2023"),
        ("Chad joined Flintlock.", "Flintlock"),
        ("Zapad-2021 was held near Brest.", "Zapad-2021"),
        ("Aman-21 brought 45 navies to Karachi.", "Aman-21"),
        ("They took part in Agile Spirit in July.", "Agile Spirit"),
    ],
)
def test_a_known_name_stands_for_the_noun(text: str, name: str) -> None:
    assert names(text) == [(name, "exercises")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The drills Amber Shield 2021 ended.", "drills Amber Shield 2021"),
        ('The manoeuvres "Grey Heron" began.', 'manoeuvres "Grey Heron"'),
        ("They held an exercise dubbed Tall Oak.", "exercise dubbed Tall Oak"),
    ],
)
def test_a_name_behind_the_noun_is_part_of_it(text: str, name: str) -> None:
    assert names(text) == [(name, None)]


def test_what_a_page_calls_so_once_is_so_wherever_it_stands() -> None:
    text = "The drills Amber Shield ended. The fourth Amber Shield had been held in May."
    assert names(text) == [("drills Amber Shield", None), ("Amber Shield", "exercises")]


@pytest.mark.parametrize(
    "text",
    [
        "The film Bright Star was shown.",
        "Milan lies in Italy.",
        "Ali Shaheen met Nusret Kaya.",
        "Poland spoke of the Zapad drills.",
        "Drills Monday worried the south.",
        "He sat down at the ocean.",
        "Amber Shield won the race.",
    ],
)
def test_what_has_another_sense_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The exercise Putin watched was held near Omsk.", 0),
        ("The exercise Russia held ended.", 0),
        ("The Cobra Gold exercise began in Rayong.", 0),
        ("The exercise Grey Heron 2021 began in Rayong.", 1),
    ],
)
def test_somebody_known_and_a_name_with_its_noun_do_not_stand_as_one(text: str, count: int) -> None:
    found = page(text)
    assert len(standing(act_names(text), found.annotated.sentences[0].tokens, found.spots[0])) == count
