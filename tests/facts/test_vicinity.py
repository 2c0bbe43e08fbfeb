"""The signs of those whom a sentence names, and of how an act is told."""

from __future__ import annotations

import pytest

from dragoman.facts.read import Acts, Reader
from dragoman.facts.vicinity import stands_to, tells
from tests.facts.telling import Teller, article


@pytest.fixture(scope="module")
def reader(tell: Teller) -> Reader:
    return tell.reader


def _acts(reader: Reader, text: str) -> Acts:
    return reader.acts(article(text))


def _signs(reader: Reader, text: str, kind: str, name: str) -> list[str]:
    acts = _acts(reader, text)
    candidate = next(c for c in acts.candidates if c.frame.name == kind)
    *_, spot = (s for s in acts.page.spots[0] if acts.page.referents[s.referents[0]].name == name)
    return stands_to(acts.page, candidate, acts.clock.predicates[0], spot, spot.referents[0])


@pytest.mark.parametrize(
    ("text", "kind", "name", "sign"),
    [
        ("Peru met Chile in Lima.", "meeting", "Peru", "own agent"),
        ("Peru met Chile in Lima.", "meeting", "Chile", "at once behind"),
        ("Bolivia said that Peru had met Chile.", "meeting", "Bolivia", "another's state takes part"),
        ("Officers of Peru met Chile's generals in Lima.", "meeting", "Chile", "owner"),
        ("Talks between Peru and Chile began in Lima.", "meeting", "Peru", "behind between"),
        ("Talks between Peru and Chile began in Lima.", "meeting", "Chile", "in a list"),
    ],
)
def test_a_name_shows_how_it_stands_to_the_act(reader: Reader, text: str, kind: str, name: str, sign: str) -> None:
    assert sign in _signs(reader, text, kind, name)


def test_the_first_sign_says_whose_argument_a_name_is(reader: Reader) -> None:
    assert _signs(reader, "Bolivia said that Peru had met Chile.", "meeting", "Bolivia")[0] == "agent one above of saying"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Peru met Chile in Lima on Monday.", {"told by a verb", "the word meet", "a place is said", "a time is said"}),
        ("The talks between Peru and Chile began.", {"told by a noun", "a definite noun", "a plural noun"}),
        ("Peru will meet Chile.", {"status planned", "its tense is said", "2 states by its arguments"}),
    ],
)
def test_an_act_shows_how_it_is_told(reader: Reader, text: str, signs: set[str]) -> None:
    acts = _acts(reader, text)
    candidate = next(c for c in acts.candidates if c.frame.name == "meeting")
    assert signs <= set(tells(acts.page, candidate))


@pytest.mark.parametrize("where", ["the disputed South China Sea", "the Strait of Magellan", "Callao"])
def test_who_is_summoned_over_an_act_is_not_summoned_where_it_was(tell: Teller, where: str) -> None:
    told = tell(f"Peru summoned Chile's ambassador on Tuesday over the killing of two sailors in {where}.")
    places = {f.place.place.name for f in told.facts("meeting") if f.place is not None}
    assert places == {"Peru"}
