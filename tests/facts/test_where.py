"""Whether two places can be one."""

from __future__ import annotations

import pytest

from dragoman.facts.where import one_place, one_stop
from dragoman.types import Place

LIMA, CUSCO, PERU = Place("Lima", "PER"), Place("Cusco", "PER"), Place("Peru", "PER", kind="country")
CHILE, ANDES, ASIA = Place("Chile", "CHL", kind="country"), Place("Andes", kind="region"), Place("Asia", kind="region")
HALL, BORDER = Place("Hall", kind="venue"), Place("border with Chile", "PER", kind="region")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (LIMA, LIMA, True),
        (LIMA, PERU, True),
        (LIMA, CUSCO, False),
        (LIMA, CHILE, False),
        (CUSCO, ANDES, True),
        (LIMA, HALL, True),
        (LIMA, BORDER, False),
    ],
)
def test_two_places_can_be_one_where_one_lies_in_the_other(a: Place, b: Place, expected: bool) -> None:
    assert one_place(a, b) is one_place(b, a) is expected


def test_a_part_of_the_world_is_a_tour_and_no_stop_of_it() -> None:
    assert one_stop(LIMA, PERU) and not one_stop(LIMA, ASIA)
