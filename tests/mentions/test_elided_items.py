"""Pieces of arms that only a number, an ordinal or a pronoun stands for."""

from __future__ import annotations

from functools import lru_cache

import pytest

from dragoman.language.annotate import annotate
from dragoman.language.parser import Parser
from dragoman.mentions.arms import items
from dragoman.mentions.item import Item
from dragoman.types import Article


@lru_cache(maxsize=1)
def parser() -> Parser:
    return Parser()


def elided(text: str) -> list[tuple[str, object]]:
    (page,) = annotate([Article(id="p", text=text, sha256="0" * 64)], parser(), None)
    found: list[Item] = []
    for sentence in page.sentences:
        found.extend(items(text, sentence, found))
    return [(i.name, i.quantity.value if i.quantity else None) for i in found if i.points_back]


@pytest.mark.parametrize(
    ("text", "name", "quantity"),
    [
        ("Kenya ordered six F-16 jets. Washington had cleared the sale of the dozen.", "F-16", 12),
        ("Oman bought 12 Typhoon jets, 10 of which have been delivered.", "Typhoon", 10),
        ("Oman ordered 12 Typhoon jets in May, and the first six will arrive in June.", "Typhoon", 6),
        ("Chile got 14 Marder vehicles last year. The remaining 20 were handed over on Monday.", "Marder", 20),
        ("Peru showed the K2 tank on Monday. Last month Lima signed a contract for it.", "K2", None),
    ],
)
def test_a_number_or_pronoun_stands_for_the_arms_told_before(text: str, name: str, quantity: object) -> None:
    assert (name, quantity) in elided(text)


def test_of_several_arms_that_the_sentence_before_names_it_is_the_first() -> None:
    text = "Six NASAMS launchers will guard the base of the 24 Gripen jets. Another four were ordered in May."
    assert elided(text) == [("NASAMS", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru bought 12 K2 tanks in 2024. Two soldiers were hurt.",
        "Peru bought 12 K2 tanks for $40 million. They will cost 3 per cent more on 5 May.",
        "Three were told to leave the hall.",
    ],
)
def test_a_number_of_something_else_is_no_piece_of_arms(text: str) -> None:
    assert elided(text) == []
