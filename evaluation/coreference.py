"""Scores of coreference: MUC, B-cubed, CEAF by entity, and their mean, the CoNLL score.

A clustering is a mapping from mentions to the name of their cluster; both sides must hold the same mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

Clusters = Mapping[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def conll(gold: Clusters, got: Clusters) -> float:
    """The mean of the three F1s."""
    return (muc(gold, got).f1 + bcubed(gold, got).f1 + ceaf(gold, got).f1) / 3


def muc(gold: Clusters, got: Clusters) -> Score:
    """Links kept (Vilain and others 1995): a cluster's mentions less the parts that the other side cuts it into."""
    return Score(_kept(gold, got), _kept(got, gold))


def bcubed(gold: Clusters, got: Clusters) -> Score:
    """The mean over mentions of the share of their cluster that is right (Bagga and Baldwin 1998)."""
    both = Counter((gold[m], got[m]) for m in gold)
    golds, gots = Counter(gold.values()), Counter(got.values())
    n = len(gold)
    precision = sum(c * c / gots[k] for (_, k), c in both.items()) / n if n else 0.0
    recall = sum(c * c / golds[g] for (g, _), c in both.items()) / n if n else 0.0
    return Score(precision, recall)


def ceaf(gold: Clusters, got: Clusters) -> Score:
    """The best matching of clusters, each pair worth twice what it shares over all it has (Luo 2005, entity)."""
    both = Counter((gold[m], got[m]) for m in gold)
    golds, gots = Counter(gold.values()), Counter(got.values())
    worth = {(g, k): 2 * c / (golds[g] + gots[k]) for (g, k), c in both.items()}
    total = sum(_best(part) for part in _parts(worth))
    return Score(total / len(gots) if gots else 0.0, total / len(golds) if golds else 0.0)


def _kept(cutting: Clusters, cut: Clusters) -> float:
    members: dict[Hashable, list[Hashable]] = defaultdict(list)
    for mention, cluster in cut.items():
        members[cluster].append(mention)
    links = sum(len(found) - 1 for found in members.values())
    kept = sum(len(found) - len({cutting[m] for m in found}) for found in members.values())
    return kept / links if links else 0.0


Worth = dict[tuple[Hashable, Hashable], float]


def _parts(worth: Worth) -> list[list[list[float]]]:
    """The pairs that have to do with one another, each part as a matrix of rows and columns."""
    beside: dict[tuple[str, Hashable], list[tuple[str, Hashable]]] = defaultdict(list)
    for g, k in worth:
        beside["gold", g].append(("got", k))
        beside["got", k].append(("gold", g))
    seen: set[tuple[str, Hashable]] = set()
    out = []
    for node in beside:
        if node in seen:
            continue
        seen.add(node)
        part, queue = [node], [node]
        while queue:
            for other in beside[queue.pop()]:
                if other not in seen:
                    seen.add(other)
                    part.append(other)
                    queue.append(other)
        rows = [x for side, x in part if side == "gold"]
        columns = [x for side, x in part if side == "got"]
        out.append([[worth.get((g, k), 0.0) for k in columns] for g in rows])
    return out


def _best(matrix: Sequence[Sequence[float]]) -> float:
    """The greatest sum of a matching of rows with columns (the Hungarian method, on potentials)."""
    if len(matrix) > len(matrix[0]):
        matrix = [list(column) for column in zip(*matrix, strict=True)]
    n, m = len(matrix), len(matrix[0])
    u, v = [0.0] * (n + 1), [0.0] * (m + 1)
    row_of, way = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        row_of[0], j0 = i, 0
        least, used = [float("inf")] * (m + 1), [False] * (m + 1)
        while row_of[j0]:
            used[j0] = True
            i0, delta, j1 = row_of[j0], float("inf"), 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = -matrix[i0 - 1][j - 1] - u[i0] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, j0
                if least[j] < delta:
                    delta, j1 = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[row_of[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
        while j0:
            j1 = way[j0]
            row_of[j0], j0 = row_of[j1], j1
    return sum(matrix[row_of[j] - 1][j - 1] for j in range(1, m + 1) if row_of[j])
