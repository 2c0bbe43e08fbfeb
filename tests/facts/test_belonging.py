"""Things that are whose a participle behind them says they are."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Chadian jets bombed camps run by Boko Haram.", "Boko Haram"),
        ("A tanker owned by Greece was seized by Iranian guards.", "Greece"),
        ("Turkish jets hit targets belonging to the PKK in Iraq.", "Kurdistan Workers' Party"),
        ("Kenya shot down two drones launched by the Iran-backed Houthis.", "Houthis"),
    ],
)
def test_the_owner_is_hit(tell: Teller, text: str, whose: str) -> None:
    told = tell(text)
    assert whose in told.who(told.facts("incident"), "target")


def test_who_stands_behind_the_owner_is_not_hit(tell: Teller) -> None:
    told = tell("Kenya shot down two drones launched by the Iran-backed Houthis.")
    assert "Iran" not in told.who(told.facts("incident"))


def test_who_is_named_behind_a_comma_owns_nothing(tell: Teller) -> None:
    told = tell("Chadian jets bombed a camp used by smugglers, Kenyan officials said.")
    assert "Kenya" not in told.who(told.facts("incident"), "target")


def test_the_ship_is_that_of_the_sentence_before(tell: Teller) -> None:
    told = tell("The French frigate Surcouf left Goa. The warship took part in an exercise with the Indian ship Tabar.")
    assert told.who(told.facts("exercise")) == {"France", "India"}


def test_of_ships_of_two_states_none_is_the_ship(tell: Teller) -> None:
    told = tell("A French frigate met a Chilean destroyer. The warship took part in an exercise with the Indian ship Tabar.")
    assert told.who(told.facts("exercise")) == {"India"}
