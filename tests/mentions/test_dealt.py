"""Nouns that may mean no arms are arms where the sentence says that an armed service, or another people, deals in them."""

from __future__ import annotations

import pytest

from dragoman.mentions.arms import items
from tests.facts.telling import Teller


@pytest.fixture(scope="module")
def tell() -> Teller:
    return Teller()


def _named(tell: Teller, text: str) -> list[str]:
    page = tell.parsed(text).page.annotated
    return [i.name for i in items(page.article.text, page.sentences[0])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kenyan navy bought two helicopters from Italy.", "helicopter"),
        ("Kenya's defence minister said that it had ordered jets from Italy.", "jet"),
        ("Italy gave the Kenyan army 20 trucks.", "truck"),
        ("Italy sold 60 drones to Kenya.", "drone"),
        ("Italy sold six helicopters to Kenya.", "helicopter"),
        ("Kenya buys helicopters from AgustaWestland.", "helicopter"),
        ("Italy approved a helicopter order by the Kenyan army.", "helicopter"),
    ],
)
def test_a_service_or_another_people_makes_them_arms(tell: Teller, text: str, name: str) -> None:
    assert _named(tell, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Italy sold two helicopters to a Kenyan airline.",
        "The Kenyan army received a jet of water from Italy.",
        "Customs officers seized 60 rifles on their way from Italy to Kenya.",
    ],
)
def test_without_them_they_are_none(tell: Teller, text: str) -> None:
    assert _named(tell, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Italy promised the Kenyan army a second helicopter.", "helicopter"),
        ("Italy donated 12 boats to the Kenyan coast guard.", "boat"),
        ("Italy handed over a refitted ship to the Kenyan navy.", "ship"),
    ],
)
def test_what_is_handed_to_a_service_is_arms_whatever_it_is_called(tell: Teller, text: str, name: str) -> None:
    assert _named(tell, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Italy donated 12 boats to a Kenyan school.",
        "The Kenyan navy watched two ships from Italy.",
        "Ships of the Kenyan navy brought food that Italy had donated.",
    ],
)
def test_what_no_service_is_handed_is_none(tell: Teller, text: str) -> None:
    assert _named(tell, text) == []
