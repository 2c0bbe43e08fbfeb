"""What is told as always so, or as adding up over years."""

from __future__ import annotations

from tests.facts.telling import Teller

HABIT = "told as a habit"


def test_what_has_added_up_over_years_is_no_one_act(tell: Teller) -> None:
    fact = tell("A total of 42 Kenyan soldiers have been killed in Somalia since 2013.").only("incident")
    assert HABIT in fact.features


def test_what_was_done_since_a_day_is_an_act(tell: Teller) -> None:
    told = tell("Two Kenyan soldiers have been killed in Somalia since Monday.", published="2024-06-12")
    assert HABIT not in told.only("incident").features
