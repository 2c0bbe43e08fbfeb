"""Likely sides: signs weighed, and weights that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.facts.likely_sides import WEIGHTS_FILE
from dragoman.facts.weights import weights

SIDES = weights(WEIGHTS_FILE, "sides")


@given(st.lists(st.sampled_from(sorted(SIDES.of)), max_size=12))
def test_the_packaged_weights_give_probabilities_in_any_order(signs: list[str]) -> None:
    likely = SIDES.likely(signs)
    assert 0 <= likely <= 1
    assert likely == pytest.approx(SIDES.likely(signs[::-1]))


def test_who_acts_is_likelier_than_where_it_happens() -> None:
    assert SIDES.likely(["own agent", "a state"]) > SIDES.likely(["behind in", "a state"])
