"""Scores the comparison of names on pairs of names with answers: weights fitted on one half, scored on the other.

    python -m evaluation.names FILE             # a CSV with case_group, schema, name1, name2, is_match
    python -m evaluation.names FILE --weights   # also prints weights fitted on all of it, as name_weights.yaml has them

The halves are told by a seeded hash of the names, so that pairs that share a name stand in one half.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dragoman.names.features import FEATURES, FOR, features
from dragoman.names.match import START, Weights, compare
from dragoman.names.parts import Sort, taken_apart
from evaluation.regression import regression
from evaluation.scores import Figure, Figures

SEED = "dragoman names"
SORTS: tuple[Sort, ...] = ("person", "organisation")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and whether they are one."""

    group: str
    sort: Sort
    a: str
    b: str
    one: bool


def pairs(path: Path) -> list[Pair]:
    """The pairs of a file; schema Person is compared as a person, all others as companies and bodies are."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Pair(
                row["case_group"], "person" if row["schema"] == "Person" else "organisation",
                row["name1"], row["name2"], row["is_match"] == "true",
            )
            for row in csv.DictReader(stream)
        ]


def halves(found: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The pairs in two halves that share no name."""
    lead: dict[str, str] = {}

    def head(name: str) -> str:
        name = "".join(name.casefold().split())
        while lead.setdefault(name, name) != name:
            name = lead[name]
        return name

    for pair in found:
        low, high = sorted((head(pair.a), head(pair.b)))
        lead[high] = low
    parts: tuple[list[Pair], list[Pair]] = ([], [])
    for pair in found:
        parts[hashlib.sha256(f"{SEED} {head(pair.a)}".encode()).digest()[0] % 2].append(pair)
    return parts


def fitted(found: Sequence[Pair], sort: Sort) -> Weights:
    """Weights by logistic regression with a ridge, from the pairs of one sort.

    A feature that would speak against what it means by its name is left out and the others are fitted anew.
    """
    chosen = [p for p in found if p.sort == sort]
    truth = np.array([float(p.one) for p in chosen])
    rows = np.array([_row(p) for p in chosen])
    used = list(range(len(FEATURES)))
    while True:
        weights = regression(rows[:, used], truth)
        wrong = [i for i, w in zip(used, weights[1:], strict=True) if (w < 0) == (FEATURES[i] in FOR) and abs(w) > 1e-9]
        if not wrong:
            return Weights(float(weights[0]), {FEATURES[i]: float(w) for i, w in zip(used, weights[1:], strict=True)})
        used = [i for i in used if i not in wrong]


def _row(pair: Pair) -> list[float]:
    found = {f.name: f.value for f in features(taken_apart(pair.a, pair.sort), taken_apart(pair.b, pair.sort))}
    return [found.get(name, 0.0) for name in FEATURES]


@dataclass(frozen=True, slots=True)
class Counted:
    """Pairs rightly said to be one, pairs said to be one, pairs that are one."""

    right: int
    said: int
    true: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 where nothing is said and nothing is true."""
        return 2 * self.right / (self.said + self.true) if self.said + self.true else 0.0


def counted(found: Iterable[Pair], weights: dict[Sort, Weights]) -> Counted:
    """What a comparison with these weights says of the pairs."""
    right = said = true = 0
    for pair in found:
        parts = taken_apart(pair.a, pair.sort), taken_apart(pair.b, pair.sort)
        one = weights[pair.sort].log_odds(features(*parts)) >= 0
        right += one and pair.one
        said += one
        true += pair.one
    return Counted(right, said, true)


def two_fold(found: Sequence[Pair]) -> tuple[Counted, Counted]:
    """What is said of each half with weights fitted on the other."""
    first, second = halves(found)
    a = counted(first, {sort: fitted(second, sort) for sort in SORTS})
    b = counted(second, {sort: fitted(first, sort) for sort in SORTS})
    return a, b


def figures(found: Sequence[Pair]) -> Figures:
    """F1, precision and recall of both halves together, each scored with weights of the other."""
    a, b = two_fold(found)
    both = Counted(a.right + b.right, a.said + b.said, a.true + b.true)
    return {
        "name pairs: F1, two-fold": Figure(both.f1),
        "name pairs: precision": Figure(both.right / both.said if both.said else 0.0),
        "name pairs: recall": Figure(both.right / both.true if both.true else 0.0),
    }


def speed(found: Sequence[Pair], seconds: float = 2.0) -> float:
    """Pairs compared a second on one core, names taken apart once, as the record does."""
    for pair in found:
        compare(pair.a, pair.b, pair.sort)
    done, begin = 0, time.process_time()
    while time.process_time() - begin < seconds:
        for pair in found:
            compare(pair.a, pair.b, pair.sort)
        done += len(found)
    return done / (time.process_time() - begin)


def main(arguments: list[str] | None = None) -> int:
    """Prints the figures of a file of pairs."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.names", description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--weights", action="store_true", help="print weights fitted on all pairs")
    options = parser.parse_args(arguments)
    found = pairs(options.file)
    a, b = two_fold(found)
    print(f"{len(found)} pairs; F1 of the halves {a.f1:.3f} and {b.f1:.3f}")
    for name, figure in figures(found).items():
        print(f"{name}: {figure}")
    print(f"pairs a second, one core: {speed(found):,.0f}")
    if options.weights:
        for sort in SORTS:
            weights = fitted(found, sort)
            print(f"{sort}:\n  {START}: {weights.start:.2f}")
            for name, value in weights.of.items():
                if abs(value) >= 0.005:
                    print(f"  {name}: {value:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
