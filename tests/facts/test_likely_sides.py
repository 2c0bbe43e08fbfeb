"""Likely sides: signs weighed, and weights that can be read."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import KnowledgeError
from dragoman.facts import likely_sides
from dragoman.facts.likely_sides import Weights, weights


def test_signs_add_up_to_a_probability() -> None:
    weighed = Weights(-1.0, {"owner": 1.0, "behind in": -2.0})
    assert weighed.likely(["owner"]) == 0.5
    assert weighed.likely(["owner", "owner", "of no weight"]) == 0.5
    assert weighed.likely(["owner", "behind in"]) == pytest.approx(1 / (1 + math.exp(2)))


@given(st.lists(st.sampled_from(sorted(weights("sides").of)), max_size=12))
def test_the_packaged_weights_give_probabilities_in_any_order(signs: list[str]) -> None:
    likely = weights("sides").likely(signs)
    assert 0 <= likely <= 1
    assert likely == pytest.approx(weights("sides").likely(signs[::-1]))


def test_who_acts_is_likelier_than_where_it_happens() -> None:
    weighed = weights("sides")
    assert weighed.likely(["own agent", "a state"]) > weighed.likely(["behind in", "a state"])


def test_a_file_without_weights_is_refused(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "side_weights.yaml").write_text("sides: {start: 0}\n", encoding="utf-8")
    monkeypatch.setattr(likely_sides, "PACKAGED", tmp_path)
    weights.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match="side_weights.yaml"):
            weights("sides")
    finally:
        monkeypatch.undo()
        weights.cache_clear()
