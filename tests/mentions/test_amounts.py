"""Counts: numbers in digits and words, how sure, and what is no count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mentions import amounts


def read(text: str) -> list[tuple[object, str]]:
    return [(a.value, a.bound) for a in amounts.find(text)]


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("24 helicopters", 24, "exact"),
        ("two dozen tanks", 24, "exact"),
        ("a dozen jets", 12, "exact"),
        ("half a dozen boats", 6, "exact"),
        ("some 800 men", 800, "about"),
        ("about 100 tanks", 100, "about"),
        ("at least 10 new aircraft", 10, "at least"),
        ("no fewer than twenty-four guns", 24, "at least"),
        ("up to 3,000 troops", 3000, "up to"),
        ("59 more vehicles", 59, "exact"),
        ("two hundred and fifty soldiers", 250, "exact"),
        ("scores of soldiers", "scores", "about"),
        ("hundreds of thousands of rounds", "hundreds of thousands", "about"),
    ],
)
def test_a_count_is_read_with_its_bound(text: str, value: object, bound: str) -> None:
    assert read(text) == [(value, bound)]


@pytest.mark.parametrize(
    "text",
    ["in 2017", "on June 12, 2024", "12 June 2024", "S-400 and F-16s", "30 percent", "the 4th batch", "10 years", "$360 million",
     "a five-year plan", "at 10:30"],
)  # fmt: skip
def test_dates_names_shares_and_sums_are_no_counts(text: str) -> None:
    assert amounts.find(text) == []


def test_a_measure_goes_with_its_number() -> None:
    first, second = amounts.find("some 800 hectares of a 900,000-hectare district")
    assert (first.value, first.bound, first.measure) == (800, "about", "hectare")
    assert (second.value, second.measure) == (900_000, "hectare")


@pytest.mark.parametrize("text", ["between 10 and 12 jets", "10 to 12 jets", "10-12 jets"])
def test_a_range_has_two_ends(text: str) -> None:
    assert [(a.value, a.high) for a in amounts.find(text)] == [(10, 12)]


@given(st.integers(min_value=0, max_value=999_999))
def test_grouped_digits_are_the_number(number: int) -> None:
    assert [a.value for a in amounts.find(f"they have {number:,} rifles")] == [number]


@given(st.text(alphabet="0123456789 ,.-abcdefghilmnorstuvwxyz", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for a in amounts.find(text):
        assert end <= a.start < a.end <= len(text)
        end = a.end


def test_a_row_of_digits_beyond_measure_is_no_number() -> None:
    assert amounts.find("9" * 5000 + " tanks") == []
