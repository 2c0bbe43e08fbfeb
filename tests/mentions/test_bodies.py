"""Bodies named by grammar."""

from __future__ import annotations

import pytest

from dragoman.mentions.bodies import BodyPhrase, find, owned
from dragoman.mentions.hits import on_tokens
from dragoman.mentions.names import find as find_names
from dragoman.mentions.titles import find as find_titles
from tests.mentions.pages import gazetteer, tokens, vocabulary


def bodies(sentence: str) -> list[BodyPhrase]:
    found = tokens(sentence)
    hits = on_tokens(found, gazetteer().find(sentence))
    titles = find_titles(found, hits, vocabulary())
    return find(found, hits, titles, find_names(0, found, hits, titles, vocabulary()), vocabulary())


@pytest.mark.parametrize(
    ("sentence", "name", "country", "force"),
    [
        ("Azerbaijan's Defence Ministry said so.", "Defence Ministry", "AZE", False),
        ("The Defence Ministry of Armenia said so.", "Defence Ministry of Armenia", "ARM", False),
        ("The Turkish air force flew.", "air force", "TUR", True),
        ("The General Staff of Poland met.", "General Staff of Poland", "POL", False),
        ("The government of Chad and the rebels met.", "government of Chad", "TCD", False),
        ("The Helsinki Foundation wrote.", "Helsinki Foundation", "FIN", False),
        ("Iranian border guards fired.", "border guards", "IRN", True),
        ("The Russian Ministry of Foreign Affairs wrote a note.", "Ministry of Foreign Affairs", "RUS", False),
    ],
)
def test_the_body_its_state_and_whether_it_is_under_arms(sentence: str, name: str, country: str, force: bool) -> None:
    (found,) = bodies(sentence)
    assert (found.name, found.country, found.force) == (name, country, force)


def test_a_body_word_inside_the_name_of_a_body_is_part_of_it() -> None:
    (found,) = bodies("The Joint Military Cooperation Committee met.")
    assert found.name == "Joint Military Cooperation Committee"


@pytest.mark.parametrize(
    "sentence", ["The military denied it.", "The cabinet sat.", "A ministry burned.", "It rained."]
)
def test_a_common_noun_without_a_state_is_no_body(sentence: str) -> None:
    assert bodies(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("The navies of Peru and Chile sailed.", []),
        ("The armed forces of Peru, Chile and the Philippines trained.", []),
        ("The defence ministries of Peru and Chile agreed.", []),
        ("The navies of Peru sailed.", ["PER"]),
        ("The Armed Forces of Peru and the Armed Forces of Chile trained.", ["PER", "CHL"]),
    ],
)
def test_bodies_of_several_states_are_left_to_the_states(sentence: str, codes: list[str]) -> None:
    assert [body.country for body in bodies(sentence)] == codes


def test_what_stands_in_a_title_is_left_to_it() -> None:
    assert bodies("The chief of the General Staff of Poland, Wieslaw Kukula, met them.") == []


def test_a_body_without_a_state_is_that_of_its_namesake_on_the_page_or_of_the_page() -> None:
    found = [[BodyPhrase(0, 2, "Defence Ministry", "LAO", False)], [BodyPhrase(3, 5, "Defence Ministry", None, False)]]
    assert [b.country for here in owned(found, lambda name: "VNM") for b in here] == ["LAO", "LAO"]
    alone = [[BodyPhrase(3, 5, "Defence Ministry", None, False)]]
    assert owned(alone, lambda name: "VNM")[0][0].country == "VNM"
    two = [[*found[0], BodyPhrase(3, 5, "Defence Ministry", "KHM", False)], *alone]
    assert owned(two, lambda name: "VNM")[1][0].country is None
