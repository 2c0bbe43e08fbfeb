"""Starts that no words of an event say, and that are likely."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.facts.likely_starts import WEIGHTS_FILE, WHY, Option, chosen
from dragoman.facts.page_times import Time
from dragoman.facts.weights import Weights, weights
from dragoman.types import DateValue
from tests.facts.telling import Teller

STARTS = weights(WEIGHTS_FILE, "starts")


def _option(start: str, *signs: str) -> Option:
    return Option(Time(DateValue(start, None, 0, 1, start)), signs)


def test_times_and_that_there_is_none_share_the_odds() -> None:
    weighed = Weights(0.0, {"near": math.log(2)})
    best = chosen([_option("2019-05", "near"), _option("2011")], weighed)
    assert best is not None and best[0].time.value.start == "2019-05"
    assert best[1] == pytest.approx(2 / (1 + 2 + 1))


def test_one_date_told_twice_is_one_start_as_its_best_telling_has_it() -> None:
    weighed = Weights(0.0, {"near": 0.5, "far": -0.5})
    best = chosen([_option("2019-05", "far"), _option("2019-05", "near"), _option("2011", "near")], weighed)
    assert best is not None and best[0].signs == ("near",)
    assert best[1] == pytest.approx((math.exp(-0.5) + math.exp(0.5)) / (1 + math.exp(-0.5) + 2 * math.exp(0.5)))


def test_where_no_time_is_told_none_is_chosen() -> None:
    assert chosen([], STARTS) is None


@given(st.lists(st.lists(st.sampled_from(sorted(STARTS.of)), max_size=8), min_size=1, max_size=5))
def test_the_packaged_weights_give_probabilities(signs: list[list[str]]) -> None:
    best = chosen([_option(f"20{n:02}", *each) for n, each in enumerate(signs)], STARTS)
    assert best is not None and 0 < best[1] < 1


SIGNED = "Ana Diaz of Peru and Juan Lopez of Ecuador have signed a joint statement."
CAME = "Ana Diaz arrived in Quito on Tuesday for a two-day state visit."


def test_what_was_signed_on_a_visit_is_likely_of_its_day(tell: Teller) -> None:
    fact = tell(f"{SIGNED} {CAME}", "2019-06-06").only("agreement")
    assert fact.date is not None and fact.date.value.start == "2019-06-04"
    assert fact.date.evidence.inferred and fact.date.evidence.rule == WHY


def test_where_it_was_said_on_a_day_that_does_not_make_it_the_day(tell: Teller) -> None:
    fact = tell("Chad's army said on Tuesday that it had shelled a base of Libya.", "2019-06-06").only("incident")
    assert fact.date is None


def test_a_start_that_is_told_stands(tell: Teller) -> None:
    fact = tell("Peru met Chile in Lima on Monday. They spoke again on Tuesday.", "2019-06-06").facts("meeting")[0]
    assert fact.date is not None and fact.date.value.start == "2019-06-03" and not fact.date.evidence.inferred


def test_what_is_not_likely_enough_is_left_open(tell: Teller) -> None:
    fact = tell("Peru met Chile in Lima. The hall was built in 2011.", "2019-06-06").only("meeting")
    assert fact.date is None
