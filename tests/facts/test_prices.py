"""The price of a deal told in a sentence after it, and sums that are none."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller

_DEAL = "Norway is selling 12 F-16s to Chile. "


def sums(tell: Teller, text: str) -> list[object]:
    return [q.value for f in tell(text, "2024-05-10").facts("arms_transfer") for q in f.transfer if q.name == "value"]


@pytest.mark.parametrize(
    "later",
    [
        "The Norwegian ministry had valued the deal at 90 million dollars.",
        "The Lockheed Martin jets are priced at some US$ 90 million.",
        "According to Santiago, the sale is estimated at 90 million dollars.",
        "The deal is worth about 90 million dollars.",
    ],
)
def test_a_later_sentence_gives_the_price(tell: Teller, later: str) -> None:
    assert sums(tell, _DEAL + later) == [90000000]
    told = tell(_DEAL + later, "2024-05-10")
    assert len(told.events("arms_transfer")) == 1


@pytest.mark.parametrize(
    "later",
    [
        "The Norwegian ministry put the damage of the storm at 90 million dollars.",
        "In Santiago the house of the minister was valued at 90 million dollars.",
        "Oslo values the friendship of Chile.",
    ],
)
def test_what_is_priced_must_be_the_deal(tell: Teller, later: str) -> None:
    assert sums(tell, _DEAL + later) == []


def test_of_a_deal_in_two_things_neither_has_the_price(tell: Teller) -> None:
    text = "Norway is selling 12 F-16s and four NASAMS launchers to Chile. "
    assert sums(tell, text + "The Norwegian ministry valued the deal at 90 million dollars.") == []
