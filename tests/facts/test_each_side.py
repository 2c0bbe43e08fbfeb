"""Of several arms in one list each has the supplier and the recipient that are said of it."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller
from tests.facts.test_transfers import deals


def flows(tell: Teller, text: str) -> set[tuple[object, ...]]:
    """Each deal as who supplies what to whom."""
    return {(d.get("supplier"), d["item"], d.get("recipient")) for d in deals(tell(text))}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Oman bought K2 tanks from South Korea and 40 armoured vehicles from Italy.",
            {("KOR", "K2", "OMN"), ("ITA", "armoured vehicle", "OMN")},
        ),
        (
            "Kenya bought 12 AH-1 and six T129 helicopters from the United States and Turkey, respectively.",
            {("USA", "AH-1", "KEN"), ("TUR", "T129", "KEN")},
        ),
        (
            "Oman is seeking MiG-29 and Mirage 2000 fighters from Russia and France.",
            {("RUS", "MiG-29", "OMN"), ("FRA", "Mirage 2000", "OMN")},
        ),
        (
            "Italy delivered 20 howitzers to Kenya and 30 tanks to Oman.",
            {("ITA", "howitzer", "KEN"), ("ITA", "tank", "OMN")},
        ),
        (
            "Italy delivered 20 howitzers and 30 tanks to Oman.",
            {("ITA", "howitzer", "OMN"), ("ITA", "tank", "OMN")},
        ),
    ],
)
def test_each_item_has_the_sides_said_of_it(tell: Teller, text: str, told: set[tuple[object, ...]]) -> None:
    assert flows(tell, text) == told


def test_as_many_again_from_another_are_a_deal_of_their_own(tell: Teller) -> None:
    told = deals(tell("Jordan obtained eight used F-16s from the Netherlands and 36 from the United States."))
    assert {(d["supplier"], d["quantity"]) for d in told} == {("NLD", 8), ("USA", 36)}
