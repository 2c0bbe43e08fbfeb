"""What stands where on a page."""

from __future__ import annotations

from dragoman.mentions.spots import Spot, outermost
from tests.mentions.pages import page

TEXT = "Turkish Foreign Minister Hakan Fidan met Sergei Lavrov in Antalya."


def test_the_spot_at_a_token_is_the_one_it_heads() -> None:
    found = page(TEXT)
    at = found.at(0, 4)
    assert at is not None and at.form == "name" and found.referents[at.referents[0]].name == "Hakan Fidan"
    outer = found.at(0, 2)
    assert outer is not None and outer.form == "title"
    assert found.at(0, 5) is None


def test_what_lies_within_a_range() -> None:
    found = page(TEXT)
    assert {s.form for s in found.within(0, 0, 5)} == {"demonym", "title", "name"}
    assert found.within(0, 5, 6) == []


def test_the_outermost_hold_no_other() -> None:
    outer, inner, apart = (Spot(0, a, b, a, (0,), "name") for a, b in ((0, 4), (1, 3), (5, 6)))
    assert outermost([outer, inner, apart]) == [outer, apart]
    assert outermost([outer, outer]) == [outer, outer]
