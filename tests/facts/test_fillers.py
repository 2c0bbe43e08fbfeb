"""From arguments to referents: names, roles, delegations, what is counted, what belongs to a state, who is left open."""

from __future__ import annotations

import pytest

from dragoman.facts.fillers import Filler, Open, fill
from dragoman.types import Argument
from tests.facts.telling import Parsed, Teller


def _argument(parsed: Parsed, word: str, role: str) -> Argument:
    return next(a for a in parsed.predicate(word).arguments if a.role == role)


# ------------------------------------------------------------------ names and roles


def test_a_ship_told_of_late_in_the_sentence_before_is_found_from_a_short_one(tell: Teller) -> None:
    text = (
        "After weeks of drills with the navies of many friendly states of the far south, on Monday the Chilean frigate "
        "Cochrane arrived in Peru. The warship visited Peru."
    )
    assert tell(text).who(tell(text).facts("deployment")) == {"Chile"}


def test_a_name_fills_an_argument_with_the_title_that_stands_there(tell: Teller) -> None:
    parsed = tell.parsed(
        "Russian Foreign Minister Sergey Lavrov met Turkish Foreign Minister Mevlut Cavusoglu in Antalya."
    )
    assert parsed.names("met", "agent") == ["Sergey Lavrov"]
    (other,) = parsed.fillers("met", "patient")
    assert isinstance(other, Filler)
    assert other.title == "Foreign Minister"
    assert (other.role, other.prep) == ("patient", None)


def test_a_role_without_a_name_stands_for_its_state(tell: Teller) -> None:
    parsed = tell.parsed("The Ukrainian president met Antony Blinken in Kyiv.")
    (filler,) = parsed.fillers("met", "agent")
    assert isinstance(filler, Filler)
    assert parsed.page.referents[filler.referent].country == "UKR"
    assert filler.title == "president"
    assert not filler.plural


def test_a_role_of_two_states_stands_for_both(tell: Teller) -> None:
    parsed = tell.parsed("The defence ministers of Turkey and Greece met in Brussels.")
    assert parsed.names("met", "agent") == ["Turkey", "Greece"]


def test_ministers_of_one_body_are_several_people(tell: Teller) -> None:
    parsed = tell.parsed("NATO defence ministers met in Brussels.")
    (filler,) = parsed.fillers("met", "agent")
    assert isinstance(filler, Filler)
    assert filler.plural


def test_a_pronoun_stands_for_whom_it_means(tell: Teller) -> None:
    parsed = tell.parsed("Antony Blinken visited Kyiv. He met Ukrainian President Volodymyr Zelensky.")
    assert parsed.names("met", "agent", sentence=1) == ["Antony Blinken"]


# ------------------------------------------------------------------ those who act for a state


def test_a_delegation_stands_for_its_state_and_for_who_leads_it(tell: Teller) -> None:
    parsed = tell.parsed("A Turkish delegation headed by Defence Minister Hulusi Akar arrived in Baku.")
    assert parsed.names("arrived", "agent") == ["Turkey", "Hulusi Akar"]
    state = parsed.fillers("arrived", "agent")[0]
    assert isinstance(state, Filler)
    assert state.how.endswith("people of")


def test_troops_that_are_counted_are_their_states(tell: Teller) -> None:
    for subject in (
        "British troops",
        "Hundreds of British troops",
        "Some 200 British troops",
        "A dozen British officers",
    ):
        parsed = tell.parsed(f"{subject} arrived in Estonia.")
        assert parsed.names("arrived", "agent") == ["United Kingdom"], subject


def test_officials_of_a_ministry_act_for_the_ministry(tell: Teller) -> None:
    parsed = tell.parsed("Officials from the Pakistani defence ministry met Turkish officers in Ankara.")
    (filler,) = parsed.fillers("met", "agent")
    assert isinstance(filler, Filler)
    assert parsed.page.referents[filler.referent].country == "PAK"
    assert filler.plural


def test_a_diplomatic_side_is_its_state(tell: Teller) -> None:
    parsed = tell.parsed("The Iranian side met the Pakistani side in Tehran.")
    assert parsed.names("met", "agent") == ["Iran"]
    assert parsed.names("met", "patient") == ["Pakistan"]


def test_what_belongs_to_a_state_says_so(tell: Teller) -> None:
    parsed = tell.parsed("Russian jets entered Turkish airspace.")
    (target,) = parsed.fillers("entered", "patient")
    assert isinstance(target, Filler)
    assert parsed.page.referents[target.referent].name == "Turkey"
    assert target.how.endswith("what belongs to")


def test_things_without_an_owner_fill_nothing(tell: Teller) -> None:
    parsed = tell.parsed("Russian jets entered the airspace of a neighbour on Monday.")
    assert parsed.fillers("entered", "patient") == []


# ------------------------------------------------------------------ who is left open


def test_they_and_the_two_ministers_point_back(tell: Teller) -> None:
    for subject, count in (("They", 2), ("The two ministers", 2), ("Both sides", 2)):
        parsed = tell.parsed(f"Turkey and Greece talked. {subject} met in Ankara.")
        (found,) = parsed.fillers("met", "agent", sentence=1)
        assert isinstance(found, Open), subject
        assert found.count == count, subject
        tokens = parsed.page.annotated.sentences[1].tokens
        assert " ".join(t.text for t in tokens[found.first : found.last]) == subject


def test_sides_that_are_named_are_not_left_open(tell: Teller) -> None:
    parsed = tell.parsed("The Turkish and Greek sides met in Ankara.")
    assert parsed.names("met", "agent") == ["Turkey", "Greece"]


def test_the_same_argument_gives_the_same_fillers(tell: Teller) -> None:
    parsed = tell.parsed("The defence ministers of Turkey and Greece met in Brussels.")
    argument = _argument(parsed, "met", "agent")
    assert fill(parsed.page, 0, argument) == fill(parsed.page, 0, argument)


def test_a_system_with_a_name_of_its_own_is_whose_it_is_said_to_be(tell: Teller) -> None:
    told = tell("Recent US Predator strikes killed two commanders of the Taliban.")
    (facts,) = told.events("incident")
    assert told.who(facts, "attacker") == {"United States"}


@pytest.mark.parametrize("title", ["Peru, Chile hold naval drill", "Navies of Peru, Chile hold drill"])
def test_a_headline_lists_states_without_a_conjunction(tell: Teller, title: str) -> None:
    told = tell("It lasts a week.", title=title)
    assert told.who(told.only("exercise")) == {"Peru", "Chile"}


def test_a_state_that_owns_what_follows_is_not_listed_with_the_one_before(tell: Teller) -> None:
    told = tell("Bolivia, Peru's neighbour, held a drill in Cuba in May 2021.")
    assert told.who(told.only("exercise")) == {"Bolivia"}
def test_a_part_of_a_name_is_nobody_who_travels(tell: Teller) -> None:
    told = tell(
        "Chilean minister Ana Lopez is on an official visit to the United States of America from June 10 to 15, "
        "on the invitation of US Secretary of Defence Lloyd Austin.",
        published="2024-06-12",
    )
    assert told.who(told.facts("visit")) == {"Ana Lopez"}


def test_the_forces_of_three_states_are_of_all_three(tell: Teller) -> None:
    told = tell("The Chadian, Malian and Togolese navies held a drill off Lome on Monday.")
    countries = {told.reading.referents[p.referent].country for f in told.facts("exercise") for p in f.participants}
    assert countries == {"TCD", "MLI", "TGO"}
