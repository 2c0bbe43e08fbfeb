"""Who else takes part in an act told before."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller

_DRILL = "Peru began a two-week naval drill with Spain on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "Participants include Chile and Kenya.",
        "The participating countries include Chile and Kenya.",
        "Other states taking part are Chile and Kenya.",
        "Troops from Chile and Kenya are also taking part.",
        "Sailors from Chile and Kenya will be involved in the drill, too.",
        "The drill will also be joined by warships from Chile and Kenya.",
        "The exercise involves warships from Chile and Kenya.",
        "Chile and Kenya are taking part in the drill for the first time.",
    ],
)
def test_who_is_said_to_take_part_does_so_in_the_act_told_before(tell: Teller, text: str) -> None:
    told = tell(_DRILL + text, published="2024-06-12")
    drills = told.facts("exercise")
    assert {f.event for f in drills} == {drills[0].event}
    assert told.who(drills) == {"Peru", "Spain", "Chile", "Kenya"}
    assert {f.status for f in drills} <= {"occurred", "ongoing"}


@pytest.mark.parametrize(
    "text",
    [
        "Participants in the summit included Chile.",
        "Chile will join the bloc in June.",
        "Chile did not take part.",
        "Chile took part in a drill with Kenya in 2019.",
    ],
)
def test_who_takes_part_in_something_else_or_stays_away_does_not_join(tell: Teller, text: str) -> None:
    told = tell(_DRILL + text, published="2024-06-12")
    first = told.facts("exercise")[0]
    assert "Chile" not in told.who([f for f in told.facts("exercise") if f.event == first.event])


def test_participants_of_a_drill_that_only_its_name_names_are_its_sides(tell: Teller) -> None:
    told = tell("The participating countries in African Lion were Peru, Chile and Ghana.", published="2021-06-18")
    assert told.who(told.facts("exercise")) == {"Peru", "Chile", "Ghana"}


@pytest.mark.parametrize("text", ["Kenya is participating in the Olympics.", "Kenya participated in the elections in Ghana."])
def test_who_takes_part_in_something_else_is_in_no_drill(tell: Teller, text: str) -> None:
    told = tell(f"Chile and Peru began a naval drill on Monday. {text}", published="2024-06-12")
    assert told.who(told.facts("exercise")) == {"Chile", "Peru"}
