"""Acts that are likely told of, where no slot of a frame finds their sides."""

from __future__ import annotations

from tests.facts.telling import Teller

SIGNED = "Peru and Chile signed a defence pact in Lima on Monday."


def test_an_act_whose_side_no_slot_finds_takes_those_who_likely_did_it(tell: Teller) -> None:
    told = tell(f"{SIGNED} The pact comes as Bolivian troop build-ups along the frontier worry both.")
    fact = told.only("deployment")
    assert told.who(fact) == {"Bolivia"}
    assert fact.features == ("judged by what stands around it",)
    assert 0.7 <= fact.confidence < 1


def test_what_is_likely_says_that_it_is_inferred(tell: Teller) -> None:
    told = tell(f"{SIGNED} An ambush, blamed on Ecuador by Colombia, killed two near the river.")
    assert told.who(told.facts("incident")) == {"Ecuador", "Colombia"}
    (both,) = told.events("incident")
    assert any(p.evidence.inferred for f in both for p in f.participants)


def test_a_page_that_tells_of_nothing_for_sure_tells_of_nothing_likely(tell: Teller) -> None:
    assert tell("The pact comes as Bolivian troop build-ups along the frontier worry both.").facts("deployment") == []


def test_nobody_fights_himself(tell: Teller) -> None:
    assert tell(f"{SIGNED} The Bolivian shelling, long feared, began at dawn.").facts("incident") == []


def test_the_fighting_that_a_truce_ends_is_told_by_the_truce(tell: Teller) -> None:
    told = tell("Chad and Libya agreed to a ceasefire on May 5, 2019, after a week of shelling.")
    assert told.facts("incident") == [] and len(told.events("ceasefire")) == 1
