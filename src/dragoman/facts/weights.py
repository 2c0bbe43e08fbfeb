"""Weights: what each sign adds to the log-odds of a judgement, as data that a reader can follow."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.files import PACKAGED, mapping

_MOST = 30.0  # log-odds beyond which nothing is surer


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to the log-odds, and what they are with no sign at all."""

    start: float
    of: Mapping[str, float]

    def odds(self, signs: Iterable[str]) -> float:
        """The log-odds with these signs; a sign without a weight adds nothing."""
        return max(-_MOST, min(_MOST, self.start + sum(self.of.get(s, 0.0) for s in set(signs))))

    def likely(self, signs: Iterable[str]) -> float:
        """The probability, from 0 to 1, with these signs."""
        return 1 / (1 + math.exp(-self.odds(signs)))


@cache
def weights(file: str, of: str, folder: Path = PACKAGED) -> Weights:
    """The weights that a file of knowledge has under a name; raises KnowledgeError where it is malformed."""
    try:
        data = mapping(folder / file)[of]
        return Weights(float(data["start"]), {str(k): float(v) for k, v in data["weights"].items()})
    except (TypeError, KeyError, AttributeError, ValueError) as fault:
        raise KnowledgeError(
            file, f"{of} has no start and weights by sign ({fault})", "fit it anew with the command that it names"
        ) from None
