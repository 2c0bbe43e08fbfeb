"""The other side of a fight, from the same sentence, from the act that it is likened to, or from the page."""

from __future__ import annotations

from dragoman.facts.bystanders import NEAR
from tests.facts.telling import Teller


def test_who_hit_is_named_in_a_clause_beside(tell: Teller) -> None:
    told = tell(
        "A Peruvian trawler was rammed on Sunday when Chilean cutters tried to keep it from the harbour.",
        published="2021-06-10",
    )
    fact = told.facts("incident")[0]
    assert told.who(fact) == {"Peru", "Chile"}
    assert told.inferred(fact).keys() == {"Chile"}


def test_who_only_tells_of_a_seizure_was_not_seized(tell: Teller) -> None:
    told = tell("Iranian forces seized a tanker in the Gulf of Oman on Thursday, the US Navy said.")
    assert told.who(told.facts("incident")) == {"Iran"}


def test_who_protests_at_a_test_is_not_its_target(tell: Teller) -> None:
    told = tell("North Korea fired two missiles into the sea on Wednesday, drawing protests from Japan.")
    assert told.who(told.facts("incident")) == {"North Korea"}


def test_a_similar_attack_is_by_the_same_on_the_same(tell: Teller) -> None:
    told = tell(
        "Chilean cutters rammed a Peruvian trawler off Arica on Sunday. A similar attack took place on May 5.",
        published="2021-06-10",
    )
    second = told.facts("incident")[1]
    assert told.inferred(second).keys() == {"Chile", "Peru"}


def test_a_truce_is_that_of_those_who_fight_on_the_page(tell: Teller) -> None:
    told = tell(
        "The Moroccan army and the Algerian army clashed near Tindouf on Monday. Both capitals were silent. "
        "A ceasefire was agreed on Wednesday.",
        published="2021-06-10",
    )
    truce = told.facts("ceasefire")
    assert {told.reading.referents[p.referent].country for f in truce for p in f.participants} == {"MAR", "DZA"}


def test_fighting_in_a_third_state_is_not_that_of_two_who_met(tell: Teller) -> None:
    told = tell(
        "The French minister met the German minister in Paris on Monday. Fighting in Mali flared up on Tuesday.",
        published="2021-06-10",
    )
    assert told.facts("incident") == []


def test_fighting_of_two_who_only_met_is_graded_lower(tell: Teller) -> None:
    told = tell(
        "The Armenian minister met the Azerbaijani minister in Tbilisi on Monday. Clashes of July 12 had left 16 dead.",
        published="2021-08-10",
    )
    assert NEAR in told.facts("incident")[0].features


def test_who_protests_did_not_fire_at_its_own(tell: Teller) -> None:
    told = tell(
        "Canada has protested to Russia after one of Moscow's jets, a Su-35, dropped flares in the way of a Canadian "
        "navy helicopter over the Baltic Sea on Saturday."
    )
    fact = told.facts("incident")[0]
    assert told.who(fact, "attacker") == {"Russia"}


def test_a_crew_that_is_held_is_that_of_the_ship_that_was_seized(tell: Teller) -> None:
    told = tell("Peruvian marines seized a Chilean-flagged tanker in the Pacific on Wednesday and detained its crew.")
    assert told.who(told.facts("incident"), "attacker") == {"marines"}
    assert told.who(told.facts("incident"), "target") == {"Chile"}


def test_who_fights_are_the_states_of_the_ministers_named_before(tell: Teller) -> None:
    told = tell(
        "Chad's President Idriss Deby met Niger's Ali Saley in Lome. "
        "The two leaders embraced as the two sides exchanged artillery fire in Diffa on Monday."
    )
    assert told.who(told.facts("incident")) == {"Chad", "Niger"}
    assert told.who(told.facts("meeting")) == {"Idriss Deby", "Ali Saley"}
