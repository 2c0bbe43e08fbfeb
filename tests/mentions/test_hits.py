"""Prefixes of ships: whose navy a ship belongs to, and initials that only look like one."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.fixture(scope="module")
def tell() -> Teller:
    return Teller()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Indian frigate Tabar held an exercise with HS Spetsai, a patrol boat.", {"India", "Greece"}),
        ("The French frigate exercised with the Indian Naval Ship Kolkata off Goa.", {"France", "India"}),
    ],
)
def test_a_ship_is_its_navys(tell: Teller, text: str, who: set[str]) -> None:
    assert tell(text).who(tell(text).facts("exercise")) == who


def test_what_follows_the_name_of_a_firm_is_of_it(tell: Teller) -> None:
    told = tell("Peru signed a deal with Korea Aerospace Industries Co. in 2015 to purchase four T-50 jets.")
    assert told.who(told.facts("arms_transfer")) == {"Korea Aerospace Industries", "Peru"}


def test_initials_are_no_ship(tell: Teller) -> None:
    told = tell("Peru's army chief met JS Rawat in Lima, the navy said.")
    assert "Japan" not in told.who(told.facts("meeting"))
