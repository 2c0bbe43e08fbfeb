"""Whose border it is: who fought there, and whose troops are sent there."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


def test_a_clash_at_a_border_is_one_of_the_two_whose_border_it_is(tell: Teller) -> None:
    told = tell("Fresh clashes on the Peruvian-Chilean border cost three lives on Monday.", published="2022-05-05")
    clash = told.only("incident")
    assert told.who(clash) == {"Peru", "Chile"} and set(told.inferred(clash)) == {"Peru", "Chile"}
    assert clash.place is not None and clash.place.place.name == "Peruvian-Chilean border"


def test_a_clash_on_the_border_with_a_state_is_one_with_it_where_one_other_is_named(tell: Teller) -> None:
    told = tell("Three Peruvian soldiers were hurt in a clash on the border with Chile on Monday.", published="2022-05-05")
    assert told.who(told.facts("incident")) == {"Peru", "Chile"}


def test_a_state_named_with_its_border_is_no_side_of_a_fight_with_rebels(tell: Teller) -> None:
    told = tell("Two Peruvian soldiers and nine rebels died in a skirmish along the border with Chile on Monday.", published="2022-05-05")
    assert "Chile" not in told.who(told.facts("incident"))


@pytest.mark.parametrize(
    "text",
    [
        "Four militants were killed in a clash on the Peruvian-Chilean border on Monday.",
        "Peruvian guards clashed with smugglers on the Peruvian-Chilean border on Monday.",
        "Bolivian troops were hit by shelling on the Peruvian-Chilean border on Monday.",
    ],
    ids=["rebels", "smugglers", "a third state"],
)
def test_others_who_fought_there_leave_the_two_out(tell: Teller, text: str) -> None:
    told = tell(text, published="2022-05-05")
    assert "Chile" not in told.who(told.facts("incident"))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Some 300 marines will be sent to the frontier with Chile, Peru's defence minister said.", "Peru"),
        ("Some 300 marines were sent to Peru's frontier with Chile.", "Peru"),
        ("Some 300 marines were sent to the frontier with Chile, the defence ministry of Peru said.", "defence ministry of Peru"),
    ],
)
def test_troops_sent_to_a_border_are_of_who_sends_or_owns_it(tell: Teller, text: str, owner: str) -> None:
    told = tell(text)
    assert told.who(told.only("deployment")) == {owner}


def test_troops_of_which_a_neighbour_speaks_are_not_his(tell: Teller) -> None:
    text = "Some 300 marines were sent to the frontier with Chile, the Chilean minister said."
    assert not tell(text).facts("deployment")


def test_who_crosses_a_border_enters_the_state_on_its_other_side(tell: Teller) -> None:
    told = tell("Peruvian troops crossed the border with Chile on Monday.", published="2022-05-05")
    assert told.who(told.only("incident"), "target") == {"Chile"}


def test_to_be_able_to_cross_a_border_is_no_incident(tell: Teller) -> None:
    assert not tell("Guerrillas are able to cross the border between Peru and Chile.").facts("incident")


def test_what_was_done_on_a_border_was_not_done_in_a_town(tell: Teller) -> None:
    told = tell(
        "Turkish jets bombed rebels of the PKK in Mosul on Monday. "
        "Turkish jets bombed rebels of the PKK on the border with Iraq on Monday."
    )
    assert len(told.events("incident")) == 2
