"""Sides told by other words may be those of one act."""

from __future__ import annotations

from tests.facts.telling import Teller


def test_an_alliance_s_troops_are_it_and_others_may_be_named_besides(tell: Teller) -> None:
    text = "At least two African Union peacekeepers and three Chadian soldiers were killed by the FARC in Niger."
    told = tell(text, title="FARC kills African Union troops in Niger")
    assert len(told.events("incident")) == 1


def test_the_lead_says_which_rebels_the_headline_means(tell: Teller) -> None:
    text = "Brazil's army killed two rebels of the FARC in Peru on Monday."
    told = tell(text, title="Brazil kills rebels", published="2024-06-12")
    assert len(told.events("incident")) == 1


def test_what_people_do_one_may_do_without_the_others(tell: Teller) -> None:
    text = "Chile's forces shelled Peru's army on Monday. Chile's forces shelled Bolivian troops on Friday."
    assert len(tell(text, published="2024-06-16").events("incident")) == 2
