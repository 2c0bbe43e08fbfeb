"""Logistic regression with a ridge, and the choice of one among several."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.regression import choice, columns, regression


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


def test_a_sign_that_few_rows_show_has_no_column() -> None:
    kept, design = columns([["near", "own"], ["near", "near"], ["far"]], 2)
    assert kept == ["near"]
    assert design.tolist() == [[1.0], [1.0], [0.0]]


def test_a_choice_is_among_the_answers_to_one_question_and_none() -> None:
    # Of ten questions with two answers the first is chosen in six, the second in two, and none in two.
    rows = np.array([[1.0], [0.0]] * 10)
    truth = np.array([1.0, 0.0] * 6 + [0.0, 1.0] * 2 + [0.0, 0.0] * 2)
    start, weight = choice(rows, truth, np.arange(20) // 2, ridge=1e-6)
    assert start == pytest.approx(np.log(2 / 2), abs=1e-4)
    assert weight == pytest.approx(np.log(6 / 2), abs=1e-4)


def test_answers_that_are_both_right_share_the_choice() -> None:
    rows = np.array([[1.0], [1.0]] * 3)
    truth = np.array([1.0, 1.0] * 2 + [0.0, 0.0])
    start, weight = choice(rows, truth, np.arange(6) // 2, ridge=1.0)
    assert 2 * np.exp(start + weight) == pytest.approx(2.0, rel=1e-3)
