"""Whose soldiers and posts those are of which a report does not say it."""

from __future__ import annotations

from tests.facts.telling import Teller


def test_a_post_without_a_nationality_is_that_of_the_state_in_which_it_stands(tell: Teller) -> None:
    told = tell("Iraq signed a treaty with Turkey. Insurgents attacked a police station in Mosul on March 3, 2008.")
    fact = told.only("incident")
    assert told.who(fact, "attacker") == {"insurgents"}
    assert told.inferred(fact) == {"Iraq": "the state in which they were"}


def test_an_army_that_reports_a_loss_reports_its_own(tell: Teller) -> None:
    told = tell("Two soldiers were killed when a mine exploded near Kandahar, the Canadian army said.")
    assert {name for fact in told.facts("incident") for name in told.inferred(fact)} == {"army"}


def test_what_came_of_an_attack_is_told_of_that_attack(tell: Teller) -> None:
    told = tell("Armenian troops opened fire on Azerbaijani posts near Tovuz, killing two soldiers, in July 2020.")
    assert len(told.events("incident")) == 1
    assert told.who(told.facts("incident")) == {"Armenia", "Azerbaijan"}


def test_an_accident_is_no_attack(tell: Teller) -> None:
    assert tell("Two French soldiers were killed in a road accident in Mali.").facts("incident") == []
