"""Logistic regression with a ridge: what the weights of names and of sides are fitted by."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_STEPS = 60  # of Newton's method, which needs about ten


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
        weights = weights - np.linalg.solve(bend, slope)
    return weights
