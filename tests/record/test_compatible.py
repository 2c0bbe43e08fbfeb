"""What is promised of values that differ and are no conflict."""

from __future__ import annotations

import pytest

from dragoman.record.compatible import compatible, preference
from dragoman.types import Evidence, Quoted


def quoted(value: str | int | float) -> Quoted:
    return Quoted("any", value, Evidence(0, 1, "said"))


@pytest.mark.parametrize(
    ("field", "a", "b", "one"),
    [
        ("transfer.value", 374_900_000, 375_000_000, True),
        ("transfer.value", 5_760_000_000, 5_800_000_000, True),
        ("transfer.value", 374_900_000, 370_000_000, True),
        ("transfer.value", 374_900_000, 374_000_000, False),
        ("transfer.value", 374_900_000, 400_000_000, False),
        ("transfer.quantity", 648, 650, False),
        ("transfer.stage", "planned", "delivered", True),
        ("transfer.stage", "planned", "contract", False),
        ("transfer.terms", "first lot", "first batch", True),
        ("transfer.item", "BrahMos", "cruise missile", True),
        ("transfer.item", "K2", "K2 Black Panther", True),
        ("transfer.item", "F-16", "F-35", False),
        ("transfer.item", "tank", "howitzer", False),
        ("transfer.supplier", "IND", "RUS", False),
    ],
)
def test_what_differs_and_is_no_conflict(field: str, a: str | int, b: str | int, one: bool) -> None:
    assert compatible(field, quoted(a), quoted(b)) is one
    assert compatible(field, quoted(b), quoted(a)) is one


@pytest.mark.parametrize(
    ("field", "more", "less"),
    [
        ("transfer.value", 374_900_000, 375_000_000),
        ("transfer.stage", "delivered", "planned"),
        ("transfer.item", "BrahMos", "cruise missile"),
        ("transfer.item", "K2 Black Panther", "K2"),
    ],
)
def test_what_tells_more_goes_first(field: str, more: str | int, less: str | int) -> None:
    assert sorted([quoted(less), quoted(more)], key=lambda q: preference(field, q))[0].value == more
