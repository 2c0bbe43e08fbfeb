"""Fits the weights by which likely starts are chosen to acts that people have marked, and counts them out of sample.

    python -m evaluation.timing FILE             # JSON lines as evaluation.sides reads them
    python -m evaluation.timing FILE --weights   # also prints weights fitted to all of it, for start_weights.yaml

An act counts if it has `starts`: the ISO dates that are right for its start, as fine as the page tells them, or none.
Pages stand whole in one of five parts, and the starts of each are chosen by weights fitted to the others.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dragoman.facts.candidate import Candidate
from dragoman.facts.discourse import assemble
from dragoman.facts.likely_starts import A_START, Option, chosen, options
from dragoman.facts.read import Reader
from dragoman.facts.timing import Timing
from dragoman.facts.weights import Weights
from dragoman.mentions.spots import PageReferents
from evaluation.marks import PARTS, marked
from evaluation.regression import choice, columns
from evaluation.scores import Figure, Figures
from evaluation.starts import within

_RIDGE = 9.0
_LEAST = 12  # times that must show a sign before it gets a weight
_SMALL = 0.05  # a weight below this is left out
_STATED = ("right", "coarse", "wrong")


@dataclass(frozen=True, slots=True)
class Start:
    """An event of a page that somebody has marked: the starts that are right, what its words tell, what may be."""

    part: int
    right: frozenset[str]
    told: str | None
    options: tuple[Option, ...]

    def verdict(self, start: str | None) -> str:
        """Whether a start is right, coarse (it says less than is right), wrong, absent, or rightly not told."""
        if start is None:
            return "absent" if self.right else "none"
        if start in self.right:
            return "right"
        return "coarse" if any(within(start, answer) for answer in self.right) else "wrong"


def starts(path: Path, reader: Reader) -> Iterator[Start]:
    """The marked events of a file that the reader finds."""
    for row in marked(path):
        acts = reader.acts(row.article)
        page, clock = acts.page, acts.clock
        events = assemble(page, acts.candidates, clock)
        timing = Timing(page, clock, events)
        for event in events:
            marks = [row.acts.get((r.candidate.frame.name, _at(page, r.candidate))) for r in event.reports]
            answers = [m["starts"] for m in marks if m is not None and "starts" in m]
            date = event.date()
            if answers:
                right = frozenset(start for each in answers for start in each)
                found = tuple(options(timing, page, clock, event))
                yield Start(row.part, right, date.start if date is not None else None, found)


def _at(page: PageReferents, act: Candidate) -> int:
    return page.annotated.sentences[act.sentence].tokens[act.predicate.token].start


def fitted(found: Sequence[Start]) -> Weights:
    """Weights for the signs that enough times show."""
    rows = [(n, o) for n, s in enumerate(found) for o in s.options]
    kept, design = columns([o.signs for _, o in rows], _LEAST)
    truth = np.array([float(o.time.value.start in found[n].right) for n, o in rows])
    weights = choice(design, truth, np.array([n for n, _ in rows]), _RIDGE)
    return Weights(float(weights[0]), {s: float(w) for s, w in zip(kept, weights[1:], strict=True) if abs(w) >= _SMALL})


def figures(found: Sequence[Start]) -> Figures:
    """How many starts are right and wrong, as told and with those that are likely; each part judged by the others."""
    weights = {p: fitted([s for s in found if s.part != p]) for p in range(PARTS)}
    told = Counter(s.verdict(s.told) for s in found)
    with_likely = Counter(s.verdict(s.told or _likely(s, weights[s.part])) for s in found)
    added = with_likely - told
    out: Figures = {}
    for name, counts in (("told", told), ("told or likely", with_likely)):
        stated = sum(counts[v] for v in _STATED)
        out[f"{name}: right"] = _share(counts["right"], stated + counts["absent"])
        out[f"{name}: wrong of those stated"] = _share(counts["wrong"], stated)
    out["likely: right of those stated"] = _share(added["right"], sum(added[v] for v in _STATED))
    return out


def _share(count: int, of: int) -> Figure:
    return Figure(count / of if of else 0.0, count, of)


def _likely(start: Start, weights: Weights) -> str | None:
    best = chosen(start.options, weights)
    return best[0].time.value.start if best is not None and best[1] >= A_START else None


def main(arguments: list[str] | None = None) -> int:
    """Prints the figures of a file of marked acts."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.timing", description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--weights", action="store_true", help="print weights fitted on all events")
    asked = parser.parse_args(arguments)
    found = list(starts(asked.file, Reader()))
    print(f"{len(found)} events, {sum(s.told is None for s in found)} without a start in their own words")
    for name, figure in figures(found).items():
        print(f"{name}: {figure}")
    if asked.weights:
        weights = fitted(found)
        print(f"starts:\n  start: {weights.start:.2f}\n  weights:")
        for sign, value in weights.of.items():
            print(f"    {json.dumps(sign)}: {value:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
