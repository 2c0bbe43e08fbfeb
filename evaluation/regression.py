"""Logistic regression with a ridge, and the choice of one among several: what weights of signs are fitted by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_STEPS = 60  # of Newton's method, which needs about ten
_SETTLED = 1e-6  # a step after which nothing changes


def columns(rows: Sequence[Collection[str]], least: int) -> tuple[list[str], Matrix]:
    """The signs that at least so many rows show, in order, and for each row a column a sign: 1 where it shows it."""
    counts = Counter(s for signs in rows for s in set(signs))
    kept = sorted(s for s, n in counts.items() if n >= least)
    column = {s: i for i, s in enumerate(kept)}
    design = np.zeros((len(rows), len(kept)))
    for i, signs in enumerate(rows):
        design[i, [column[s] for s in set(signs) if s in column]] = 1
    return kept, design


def regression(rows: Matrix, truth: Matrix, ridge: float = 1.0) -> Matrix:
    """The weights of the columns of `rows` for the log-odds of `truth` (0 or 1), that of no sign at all first.

    `ridge` says how strongly weights are held towards 0; the first one is not held.
    """
    design = np.column_stack([np.ones(len(rows)), rows])
    held = np.diag([1e-9] + [ridge] * rows.shape[1])
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (likely - truth) + held @ weights
        bend = (design * (likely * (1 - likely))[:, None]).T @ design + held
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < _SETTLED:
            break
    return weights


def choice(rows: Matrix, truth: Matrix, questions: NDArray[np.int64], ridge: float = 1.0) -> Matrix:
    """The weights of the columns of `rows` for the log-odds that a row is chosen, against that none of its question is.

    Rows with one number in `questions` are the answers to one question; `truth` is 1 for the right ones, and where it
    is 1 for none, to choose none is right. The weight of no sign at all is first, and is not held.
    """
    design = np.column_stack([np.ones(len(rows)), rows])
    held = np.diag([1e-9] + [ridge] * rows.shape[1])
    count = int(questions.max()) + 1
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        odds = np.exp(design @ weights)
        likely = odds / (1 + np.bincount(questions, odds, count))[questions]
        right = np.bincount(questions, odds * truth, count)[questions]
        wanted = np.divide(odds * truth, right, out=np.zeros_like(odds), where=right > 0)
        means = np.zeros((count, design.shape[1]))
        np.add.at(means, questions, likely[:, None] * design)
        slope = design.T @ (likely - wanted) + held @ weights
        bend = (design * likely[:, None]).T @ design - means.T @ means + held
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < _SETTLED:
            break
    return weights
