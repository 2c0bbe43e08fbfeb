"""Sides by nearness: those whom the sentence of an act, or the one before, names."""

from __future__ import annotations

from dragoman.facts.bystanders import NEAR
from dragoman.facts.confidence import WEIGHTS
from tests.facts.telling import Teller


def test_the_only_two_states_of_a_sentence_are_the_parties(tell: Teller) -> None:
    told = tell(
        "Lima, which broke with Quito in June 2016 and made it up by the pact signed in Oslo on May 3, 2023, "
        "stays out of it.",
        published="2025-04-18",
    )
    fact = told.facts("agreement")[0]
    assert told.who(told.facts("agreement")) == {"Peru", "Ecuador"}
    assert told.inferred(fact).keys() == {"Peru", "Ecuador"}
    assert fact.confidence < 0.8


def test_of_three_states_none_is_taken(tell: Teller) -> None:
    told = tell(
        "Lima, which broke with Quito in June 2016 and made it up by the pact signed in Oslo on May 3, 2023, "
        "trusts Washington.",
        published="2025-04-18",
    )
    assert told.facts("agreement") == []


def test_talks_right_after_an_agreement_are_those_of_its_parties(tell: Teller) -> None:
    told = tell(
        "An agreement was reached between Peru and Chile on Monday. Talks on the border will take place in Quito on "
        "Thursday.",
        published="2024-05-15",
    )
    assert told.who(told.facts("meeting")) == {"Peru", "Chile"}


def test_what_has_its_sides_gets_no_other(tell: Teller) -> None:
    told = tell("Peru and Chile signed an accord in Lima on Monday, Bolivia said.", published="2024-05-15")
    assert told.who(told.facts("agreement")) == {"Peru", "Chile"}


def test_what_is_gone_over_is_not_made_an_event(tell: Teller) -> None:
    told = tell("With Malian minister Sadio Camara, Russian General Pavel Novak went over earlier accords on Friday.")
    assert told.facts("agreement") == []


def test_nearness_costs_confidence() -> None:
    assert WEIGHTS[NEAR] < 0


def test_who_tells_of_a_fight_with_another_is_of_the_one_side(tell: Teller) -> None:
    told = tell(
        "Edil Asan, deputy head of the Kyrgyz cabinet, said the fighting with Tajikistan on the border on September 14 "
        "cost 63 lives.",
        published="2022-10-12",
    )
    assert told.who(told.facts("incident")) == {"Tajikistan", "Kyrgyzstan"}
