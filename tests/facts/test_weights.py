"""Weights that add up to a probability, and that can be read."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.facts.weights import Weights, weights


def test_signs_add_up_to_a_probability() -> None:
    weighed = Weights(-1.0, {"owner": 1.0, "behind in": -2.0})
    assert weighed.likely(["owner"]) == 0.5
    assert weighed.likely(["owner", "owner", "of no weight"]) == 0.5
    assert weighed.likely(["owner", "behind in"]) == pytest.approx(1 / (1 + math.exp(2)))


def test_no_odds_are_without_bound() -> None:
    assert Weights(1000.0, {}).odds([]) == 30.0
    assert 0 < Weights(-1000.0, {}).likely([]) < 1e-12


@pytest.mark.parametrize("text", ["sides: {start: 0}", "sides: {start: much, weights: {}}", "telling: {}", "sides:"])
def test_a_file_without_weights_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "side_weights.yaml").write_text(text + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"side_weights\.yaml"):
        weights("side_weights.yaml", "sides", tmp_path)
