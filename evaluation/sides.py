"""Fits the weights by which likely sides are judged to acts that people have marked, and scores them out of sample.

    python -m evaluation.sides FILE             # JSON lines, one page each: id, title, text, published, acts
    python -m evaluation.sides FILE --weights   # also prints weights fitted on all of it, as side_weights.yaml has them

An act has its kind, `at` (the offset of its word, the title and an empty line counted before the text), `told`
(whether that word tells of an act of this kind) and `sides` (the offsets of those who took part, as far as the
sentence names them). Pages stand whole in one of five parts, and each part is scored with weights of the others.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.facts.candidate import Candidate
from dragoman.facts.likely_sides import Named, Weights, named, telling_signs
from dragoman.facts.read import Reader
from dragoman.mentions.spots import PageReferents
from dragoman.types import Article, Span
from evaluation.regression import regression
from evaluation.scores import Figure, Figures

_PARTS = 5
_RIDGE = 3.0
_LEAST = 6  # acts that must show a sign before it gets a weight
_SMALL = 0.08  # a weight below this is left out
_LIKELY = 0.7  # the bar above which precision is counted


@dataclass(frozen=True, slots=True)
class Act:
    """An act that somebody has marked, as the reader sees it."""

    part: int
    page: PageReferents
    candidate: Candidate
    told: bool
    around: tuple[tuple[Named, bool], ...]  # all whom the sentence names, and whether they took part


def acts(path: Path, reader: Reader) -> Iterator[Act]:
    """The marked acts of a file that the reader has a candidate for."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = reader.acts(_article(row))
        marked = {(a["kind"], a["at"]): a for a in row["acts"]}
        part = hashlib.sha256(row["id"].encode()).digest()[0] % _PARTS
        for candidate in found.candidates:
            tokens = found.page.annotated.sentences[candidate.sentence].tokens
            mark = marked.pop((candidate.frame.name, tokens[candidate.predicate.token].start), None)
            if mark is None:
                continue
            around = named(found.page, candidate, found.clock.predicates.get(candidate.sentence, {}))
            sides = frozenset(mark["sides"])
            told = tuple((n, not sides.isdisjoint(t.start for t in tokens[n.spot.first : n.spot.last])) for n in around)
            yield Act(part, found.page, candidate, mark["told"], told)


def _article(row: dict[str, Any]) -> Article:
    title, text = row.get("title"), row["text"]
    return Article(
        id=row["id"], text=f"{title}\n\n{text}" if title else text, sha256="0" * 64, title=title,
        title_span=Span(0, len(title)) if title else None, published=row.get("published"),
        published_basis="given" if row.get("published") else "unknown",
    )


def fitted(rows: Sequence[tuple[Iterable[str], bool]]) -> Weights:
    """Weights for the signs that enough rows show."""
    counts = Counter(s for signs, _ in rows for s in set(signs))
    kept = sorted(s for s, n in counts.items() if n >= _LEAST)
    column = {s: i for i, s in enumerate(kept)}
    design = np.zeros((len(rows), len(kept)))
    for i, (signs, _) in enumerate(rows):
        for s in signs:
            if s in column:
                design[i, column[s]] = 1
    found = regression(design, np.array([float(true) for _, true in rows]), _RIDGE)
    return Weights(float(found[0]), {s: float(w) for s, w in zip(kept, found[1:], strict=True) if abs(w) >= _SMALL})


def of_sides(found: Iterable[Act]) -> Weights:
    """Weights of how one stands to an act that was told."""
    return fitted([(n.signs, side) for act in found if act.told for n, side in act.around])


def of_telling(found: Iterable[Act], sides: dict[int, Weights]) -> Weights:
    """Weights of how an act is told; `sides` has for each part the weights of sides fitted without it."""
    return fitted([(_signs(act, sides[act.part]), act.told) for act in found])


def _signs(act: Act, sides: Weights) -> list[str]:
    ranked = sorted((replace(n, likely=sides.likely(n.signs)) for n, _ in act.around), key=lambda n: -n.likely)
    return telling_signs(act.page, act.candidate, ranked)


def figures(found: Sequence[Act]) -> Figures:
    """How well sides and tellings are told apart, each part judged by weights of the others."""
    parts = range(_PARTS)
    sides = {p: of_sides(a for a in found if a.part != p) for p in parts}
    telling = {p: of_telling([a for a in found if a.part != p], sides) for p in parts}
    around = [(sides[a.part].likely(n.signs), true) for a in found if a.told for n, true in a.around]
    told = [(telling[a.part].likely(_signs(a, sides[a.part])), a.told) for a in found]
    bare = [(p, a.told) for (p, _), a in zip(told, found, strict=True) if len(a.candidate.sides) < 2]
    out: Figures = {}
    for name, judged in (("sides", around), ("telling", told), ("telling, fewer than two sides by arguments", bare)):
        out[f"{name}: area under the curve"] = Figure(area(judged))
        likely = [true for p, true in judged if p >= _LIKELY]
        out[f"{name}: precision from {_LIKELY} on"] = Figure(sum(likely) / len(likely) if likely else 0.0)
        out[f"{name}: recall from {_LIKELY} on"] = Figure(sum(likely) / max(1, sum(true for _, true in judged)))
    return out


def area(judged: Sequence[tuple[float, bool]]) -> float:
    """The share of pairs of a true and a false row in which the true one is the likelier; 0.5 where one sort lacks."""
    true = [p for p, t in judged if t]
    false = np.sort([p for p, t in judged if not t])
    if not true or not len(false):
        return 0.5
    below = np.searchsorted(false, true, "left") + np.searchsorted(false, true, "right")
    return float(below.sum() / 2 / (len(true) * len(false)))


def main(arguments: list[str] | None = None) -> int:
    """Prints the figures of a file of marked acts."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.sides", description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--weights", action="store_true", help="print weights fitted on all acts")
    options = parser.parse_args(arguments)
    found = list(acts(options.file, Reader()))
    beside = sum(len(a.around) for a in found)
    print(f"{len(found)} acts, {sum(a.told for a in found)} told; {beside} named beside them")
    for name, figure in figures(found).items():
        print(f"{name}: {figure}")
    if options.weights:
        whole = {p: of_sides(a for a in found if a.part != p) for p in range(_PARTS)}
        for name, weights in (("sides", of_sides(found)), ("telling", of_telling(found, whole))):
            print(f"{name}:\n  start: {weights.start:.2f}\n  weights:")
            for sign, value in weights.of.items():
                print(f"    {json.dumps(sign)}: {value:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
