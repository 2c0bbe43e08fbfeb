"""Amounts: what a report counts, and whether two count the same."""

from __future__ import annotations

import pytest

from dragoman.record.amounts import Amounts, Counted, amounts, counted
from tests.record.hand import Hand


def test_every_number_is_kept_by_what_it_counts() -> None:
    page = Hand("p", "Italy gave Malta 3 boats worth 9 million euros and 40 sailors left.")
    sides = [page.state("Italy", "ITA"), page.state("Malta", "MLT")]
    deal = {"item": ("boats", "boats"), "quantity": ("3", 3), "value": ("9 million", 9000000), "currency": ("euros", "EUR")}
    page.fact("aid", "gave", sides, transfer=deal, figures=[("troops", 40, "40")])
    assert counted(page.facts) == {
        "quantity": frozenset({"3"}), "sum of EUR": frozenset({"9000000"}), "troops": frozenset({"40"}),
    }


def of(**numbers: int) -> Counted:
    return {what.replace("_", " "): frozenset({str(number)}) for what, number in numbers.items()}


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (of(troops=40), of(troops=40), "same"),
        (of(troops=40), of(troops=50), "differ"),
        (of(troops=40, ships=2), of(troops=50, ships=2), "same"),
        (of(troops=40), of(ships=2), "differ"),  # eight helicopters are not one hospital
        (of(troops=40), of(sum_of_USD=40), "unknown"),  # the number of a thing, and its price
        (of(sum_of_EUR=40), of(sum_of_USD=44), "unknown"),  # one price in two currencies
        (of(sum_of_USD=40), of(sum_of_USD=44), "differ"),
        (of(troops=40), {}, "unknown"),
    ],
)
def test_numbers_of_one_thing_or_of_two(a: Counted, b: Counted, found: Amounts) -> None:
    assert amounts(a, b) == amounts(b, a) == found
