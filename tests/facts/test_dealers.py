"""Which of two that make a deal supplies, and which receives."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller
from tests.facts.test_transfers import deals


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Kenya inked a deal with Italy in 2009 to buy six submarines.", "ITA", "KEN"),
        ("Italy signed a deal with Kenya last year to supply six tanks.", "ITA", "KEN"),
        ("Kenya signed a contract with Italy for six tanks.", "ITA", "KEN"),
        ("Kenya signed an arms deal with Russia in 2015.", "RUS", "KEN"),
        ("The Italian government inked more than $3 billion worth of arms deals with Kenya.", "ITA", "KEN"),
        ("Italy froze some of its arms deals with Kenya.", "ITA", "KEN"),
        ("Chile slams Italian plans to sell missiles to Kenya.", "ITA", "KEN"),
    ],
)
def test_sides_of_a_deal(tell: Teller, text: str, supplier: str, recipient: str) -> None:
    told = tell(text, published="2018-05-10")
    fact = told.only("arms_transfer")
    row = {q.name: q.value for q in fact.transfer}
    assert (row["supplier"], row["recipient"]) == (supplier, recipient)


def test_a_deal_signed_to_supply_is_a_contract_of_that_day(tell: Teller) -> None:
    fact = tell("Italy signed a deal with Kenya in 2016 to supply six tanks.", published="2018-05-10").only(
        "arms_transfer"
    )
    assert fact.date is not None and fact.date.value.start == "2016"
    assert {q.name: q.value for q in fact.transfer}["stage"] == "contract"


@pytest.mark.parametrize(
    "text",
    [
        "Chile signed a contract with Elbit Systems to upgrade its Type 23 frigates.",
        "Elbit Systems signed a contract with Chile for the upgrade of Leopard 2 tanks.",
        "They launched it with a contract for the upgrading by IAI of 54 F-16s for the Chilean air force.",
    ],
)
def test_who_upgrades_arms_supplies_whoever_made_them(tell: Teller, text: str) -> None:
    assert {(d["supplier"], d["recipient"]) for d in deals(tell(text))} == {("ISR", "CHL")}


def test_a_state_that_upgrades_its_own_arms_deals_with_nobody(tell: Teller) -> None:
    assert deals(tell("Chile will upgrade its Type 23 frigates in 2030.")) == []
