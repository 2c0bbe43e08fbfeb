"""Which candidates of a sentence tell of one act."""

from __future__ import annotations

from tests.facts.telling import Teller


def test_a_journey_and_the_visit_that_it_is_for_are_one(tell: Teller) -> None:
    assert len(tell("Omani minister Saleh Hinai arrived in Lima on Monday for a two-day visit.").events("visit")) == 1


def test_a_meeting_of_a_dialogue_is_the_dialogue(tell: Teller) -> None:
    text = "Omani minister Saleh Hinai will come to the first meeting of the Peru-Oman dialogue in Lima."
    assert len(tell(text).events("meeting")) == 1


def test_the_agreement_to_which_a_protocol_is_added_is_not_signed_anew(tell: Teller) -> None:
    text = "Omani minister Saleh Hinai and Peruvian minister Juan Paz on Saturday signed a protocol to a 1997 agreement on rice."
    assert [f.date.value.start for f in tell(text, published="2024-05-20").facts("agreement") if f.date] == ["2024-05-18"] * 2
