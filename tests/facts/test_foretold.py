"""Journeys that were foretold, and those that are still to come."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("then", "visits"),
    [
        ("Earlier, the palace announced that Aden Duale would visit Ghana.", 1),
        ("The palace had said that Aden Duale would visit Ghana.", 1),
        ("The palace announced that Aden Duale will visit Ghana next month.", 2),
        ("Aden Duale will visit Ghana next month.", 2),
    ],
)
def test_a_journey_announced_before_it_came_is_the_one_that_came(tell: Teller, then: str, visits: int) -> None:
    text = f"Kenyan Defence Minister Aden Duale arrived in Accra on Tuesday. {then}"
    assert len(tell(text, published="2023-04-20").events("visit")) == visits
