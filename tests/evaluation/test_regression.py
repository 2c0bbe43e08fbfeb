"""Logistic regression with a ridge."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.regression import regression


def test_a_sign_that_doubles_the_odds_weighs_the_logarithm_of_two() -> None:
    rows = np.array([[1.0]] * 300 + [[0.0]] * 200)
    truth = np.array([1.0] * 200 + [0.0] * 100 + [1.0] * 100 + [0.0] * 100)
    start, weight = regression(rows, truth, ridge=1e-6)
    assert start == pytest.approx(0.0, abs=1e-4)
    assert weight == pytest.approx(np.log(2), abs=1e-4)


def test_a_ridge_holds_weights_towards_nought() -> None:
    rows = np.array([[1.0], [1.0], [0.0], [0.0]])
    truth = np.array([1.0, 1.0, 0.0, 0.0])
    loose, tight = regression(rows, truth, 0.1)[1], regression(rows, truth, 10.0)[1]
    assert 0 < tight < loose
