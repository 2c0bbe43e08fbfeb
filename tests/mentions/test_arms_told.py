"""Arms told before, at which a noun with "the" points back."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.fixture(scope="module")
def tell() -> Teller:
    return Teller()


@pytest.mark.parametrize(
    ("second", "item"),
    [
        ("Peru will send the South Korean howitzers to Ukraine.", "K9"),
        ("Peru will send 14 such truck-mounted systems to Ukraine.", "K9"),
        ("Peru will send 14 of the multi-role howitzers to Ukraine.", "K9"),
        ("Peru will send the South Korea-made howitzers to Ukraine.", "K9"),
        ("Peru will send the American howitzers to Ukraine.", "howitzer"),
    ],
)
def test_words_of_origin_point_back_at_arms_that_are_made_there(tell: Teller, second: str, item: str) -> None:
    told = tell(f"Peru bought 24 K9 howitzers from South Korea. {second}")
    assert {q.value for f in told.facts("arms_transfer") if f.status == "planned" for q in f.transfer if q.name == "item"} == {item}


def test_a_rival_named_by_the_way_does_not_outweigh_what_the_page_tells_of(tell: Teller) -> None:
    told = tell(
        "Peru bought 24 K9 howitzers. The K9 is made in South Korea. The K9 fires far. The K9 beat the M109 Paladin. "
        "Hanwha will deliver the howitzers in 2027."
    )
    assert {q.value for f in told.facts("arms_transfer") for q in f.transfer if q.name == "item"} == {"K9"}


@pytest.mark.parametrize(
    ("first", "item"),
    [("Oman flies the Super Tucano.", "Super Tucano"), ("Brazil and Oman fly Tucanos and Rafales.", "plane")],
)
def test_planes_that_are_given_are_those_that_the_page_told_of_where_it_told_of_one_kind(
    tell: Teller, first: str, item: str
) -> None:
    told = tell(f"{first} The Omani Air Force received two planes from Brazil as part of an order.")
    assert {q.value for f in told.facts("arms_transfer") for q in f.transfer if q.name == "item"} == {item}
