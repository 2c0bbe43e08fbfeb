"""Sums of money: value, currency, bound and range, from the ways in which reports write them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mentions import money


def read(text: str) -> list[tuple[object, object, str]]:
    return [(m.value, m.currency, m.bound) for m in money.find(text)]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$4bn", 4_000_000_000, "USD"),
        ("12 billion euros", 12_000_000_000, "EUR"),
        ("Rs 59,000 crore", 590_000_000_000, "INR"),
        ("360 million dollars", 360_000_000, "USD"),
        ("USD 2.8 billion", 2_800_000_000, "USD"),
        ("US$ 5.43 billion", 5_430_000_000, "USD"),
        ("a 414 million dollar contract", 414_000_000, "USD"),
        ("a $500-million deal", 500_000_000, "USD"),
        ("half a billion dollars", 500_000_000, "USD"),
        ("20 million Canadian dollars", 20_000_000, "CAD"),
        ("A$50m", 50_000_000, "AUD"),
        ("$1 trillion won", 1_000_000_000_000, "KRW"),
        ("5 million U.S. dollars", 5_000_000, "USD"),
        ("10.5 billion Swedish kronor", 10_500_000_000, "SEK"),
        ("$2,500,000,000", 2_500_000_000, "USD"),
        ("three billion dollars", 3_000_000_000, "USD"),
        ("1,2 billion euros", 1_200_000_000, "EUR"),
    ],
)
def test_a_sum_is_read_whole(text: str, value: int, currency: str) -> None:
    assert read(text) == [(value, currency, "exact")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("up to $2.5 billion", "up to"),
        ("more than $2.5 billion", "at least"),
        ("at least 2.5 billion dollars", "at least"),
        ("about $2.5 billion", "about"),
        ("an estimated $2.5 billion", "about"),
        ("as much as $2.5 billion", "up to"),
    ],
)
def test_words_before_it_say_how_sure_it_is(text: str, bound: str) -> None:
    assert read(f"The deal is worth {text}.") == [(2_500_000_000, "USD", bound)]


@pytest.mark.parametrize("text", ["$700m-$1bn", "$700 million to $1 billion", "between $700 million and $1 billion"])
def test_a_range_has_two_ends(text: str) -> None:
    (found,) = money.find(text)
    assert (found.value, found.high, found.currency) == (700_000_000, 1_000_000_000, "USD")


def test_the_lower_end_takes_the_scale_of_the_upper() -> None:
    assert [(m.value, m.high) for m in money.find("$2-3 billion")] == [(2_000_000_000, 3_000_000_000)]


def test_an_order_of_magnitude_stays_text() -> None:
    assert read("worth hundreds of millions of dollars") == [("hundreds of millions", "USD", "about")]
    assert read("a multi-billion-euro deal") == [("billions", "EUR", "about")]


def test_the_same_sum_in_another_currency_is_marked() -> None:
    first, second = money.find("a contract for 5.2 billion euros ($5.9 billion)")
    assert not first.converted and second.converted


@pytest.mark.parametrize(
    "text", ["500 pounds of rice", "she won 12 medals", "the S-400 of 2019", "20 tanks", "in 2010-2011"]
)
def test_what_is_no_money_gives_none(text: str) -> None:
    assert money.find(text) == []


@given(st.text(alphabet="$€£ 0123456789.,-abmnortuilds()'", max_size=80))
def test_every_span_holds_a_sum_and_none_overlap(text: str) -> None:
    end = 0
    for m in money.find(text):
        assert end <= m.start < m.end <= len(text)
        assert m.currency is not None
        end = m.end


def test_a_long_line_takes_time_in_proportion() -> None:
    """Twenty times the text takes no more than about twenty times as long."""
    piece = "$1-$2-3 to 4 of millions of about 5 up to "
    times = []
    for count in (500, 10_000):
        start = time.perf_counter()
        money.find(piece * count)
        times.append(time.perf_counter() - start)
    assert times[1] < times[0] * 60
