"""The day of what is done, or is still under way, as it is made known."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


def _days(tell: Teller, text: str, kind: str) -> set[str | None]:
    facts = tell(text, published="2022-09-14").facts(kind)
    assert facts
    return {f.date.value.start for f in facts if f.date is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Norway will donate ten tanks to Peru, the defence ministry said Tuesday.",
        "Norway will give Peru ten tanks, Norwegian Defence Minister Ole Larsen said on Tuesday.",
        "Norway said on Tuesday that it would supply ten tanks to Peru.",
        "Norway announced on Tuesday the supply of ten tanks to Peru.",
        "Norway pledged ten tanks to Peru on Tuesday.",
    ],
)
def test_a_pledge_is_of_the_day_on_which_the_giver_makes_it(tell: Teller, text: str) -> None:
    fact = tell(text, published="2022-09-14").only("arms_transfer")
    assert fact.status == "planned"
    assert fact.date is not None and fact.date.value.start == "2022-09-13"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norway will give Peru ten tanks in 2024, the defence ministry said Tuesday.", {"2024"}),
        ("Norway will pledge ten tanks to Peru on Tuesday.", {"2022-09-20"}),
        ("Norway will give Peru ten tanks, President Ana Diaz of Chile said on Tuesday.", set()),
        ("Norwegian tanks will be delivered to Peru, the defence ministry said on Tuesday.", set()),
    ],
)
def test_but_not_of_a_day_on_which_others_speak_of_it_nor_where_it_has_its_own(
    tell: Teller, text: str, days: set[str]
) -> None:
    assert _days(tell, text, "arms_transfer") == days


def test_a_truce_is_of_the_day_on_which_those_who_fight_announce_it(tell: Teller) -> None:
    text = "Norway and Peru announced on Tuesday that they had agreed to a ceasefire."
    assert _days(tell, text, "ceasefire") == {"2022-09-13"}
    text = "Norway and Peru have agreed to a ceasefire, President Ana Diaz of Chile announced on Tuesday."
    assert _days(tell, text, "ceasefire") == set()


def test_talks_under_way_are_of_the_day_on_which_somebody_tells_of_them(tell: Teller) -> None:
    text = "Prime Minister Ole Larsen of Norway is meeting President Juan Lopez of Peru, the ministry said on Tuesday."
    assert _days(tell, text, "meeting") == {"2022-09-13"}
    text = "Prime Minister Ole Larsen of Norway has met President Juan Lopez of Peru, the ministry said on Tuesday."
    assert _days(tell, text, "meeting") == set()


APPROVAL = "The US State Department has approved the sale of 20 Javelin missiles to Poland"


def test_an_approval_is_of_the_day_on_which_it_was_made_known(tell: Teller) -> None:
    text = f"{APPROVAL}. The Defense Security Cooperation Agency wrote so to Congress on Tuesday."
    date = tell(text, "2018-03-08").only("arms_transfer").date
    assert date is not None
    assert date.value.start == "2018-03-06"
    assert date.evidence.inferred


def test_what_is_told_of_something_else_dates_no_approval(tell: Teller) -> None:
    text = f"{APPROVAL}. The Defense Security Cooperation Agency published its budget on Tuesday."
    assert tell(text, "2018-03-08").only("arms_transfer").date is None
