"""Acts that are likely told of, where no slot of a frame finds their sides."""

from __future__ import annotations

from tests.facts.telling import Teller

SIGNED = "Peru and Chile signed a defence pact in Lima on Monday."


ARRIVED = "Accompanied by the army chief, General Pedro Ruiz, the Peruvian minister had arrived in Quito a week before."


def test_an_act_whose_side_no_slot_finds_takes_who_likely_did_it(tell: Teller) -> None:
    told = tell(f"{SIGNED} {ARRIVED}")
    fact = told.only("visit")
    assert told.who(fact) == {"Pedro Ruiz"}
    assert all(p.evidence.inferred for p in fact.participants)
    assert fact.features == ("judged by what stands around it",)
    assert 0.7 <= fact.confidence < 1


def test_a_page_that_tells_of_nothing_for_sure_tells_of_nothing_likely(tell: Teller) -> None:
    assert tell(ARRIVED).facts("visit") == []


def test_nobody_fights_himself(tell: Teller) -> None:
    assert tell(f"{SIGNED} The Bolivian shelling, long feared, began at dawn.").facts("incident") == []


def test_the_fighting_that_a_truce_ends_is_told_by_the_truce(tell: Teller) -> None:
    told = tell("Chad and Libya agreed to a ceasefire on May 5, 2019, after a week of shelling.")
    assert told.facts("incident") == [] and len(told.events("ceasefire")) == 1


def test_what_needs_a_place_needs_it_here_too(tell: Teller) -> None:
    assert tell(f"{SIGNED} The pact is critical as Bolivia's military build-up goes on.").facts("deployment") == []


def test_the_journey_to_talks_that_are_told_is_not_told_besides(tell: Teller) -> None:
    told = tell(
        "The presidents of Peru and Chile met in Quito on August 8. During the visit of the Gil-led delegation to Quito "
        "for a summit with Chile on August 8, Peru's deputy minister Ana Gil spoke of ships."
    )
    assert "judged by what stands around it" not in {f for v in told.facts("visit") for f in v.features}


def test_a_war_that_is_only_mentioned_is_no_likely_fight(tell: Teller) -> None:
    assert tell(f"{SIGNED} It is the first visit of a Peruvian minister to Chile since war in Haiti.").facts("incident") == []


def test_ships_that_join_each_other_hold_no_talks(tell: Teller) -> None:
    text = "The destroyer USS John Finn joined the Japanese destroyer JS Shimakaze in the South China Sea."
    assert tell(f"{SIGNED} {text}").facts("meeting") == []


def test_a_signature_in_a_book_is_no_agreement(tell: Teller) -> None:
    text = "The Cuban minister left his signature in the book as the Bolivian army chief, General Pedro Ruiz, looked on."
    assert len(tell(f"{SIGNED} {text}").events("agreement")) == 1


def test_exercises_in_general_are_none_that_was_held(tell: Teller) -> None:
    text = "The Peruvian army chief, General Pedro Ruiz, noted the importance of joint military exercises."
    assert tell(f"{SIGNED} {text}").facts("exercise") == []
