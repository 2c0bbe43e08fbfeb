"""Whether two names may be one: the weighed sum of their features, each of which a reader can check."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.errors import KnowledgeError
from dragoman.knowledge.files import layers, mapping
from dragoman.names.features import FEATURES, Feature, features, told
from dragoman.names.parts import Sort, taken_apart

WEIGHTS_FILE = "name_weights.yaml"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds that two names are one, and what they are with no feature at all."""

    start: float
    of: Mapping[str, float]

    def log_odds(self, found: Sequence[Feature]) -> float:
        """The log-odds that names with these features are one; with no feature at all they are not."""
        if not found:
            return -math.inf
        of = self.of
        return self.start + sum(of.get(f.name, 0.0) * f.value for f in found)


@dataclass(frozen=True, slots=True)
class Match:
    """Two names compared: their features, what each adds, and how likely they are one name."""

    features: tuple[Feature, ...]
    added: tuple[float, ...]  # beside `features`
    start: float
    log_odds: float

    @property
    def likely(self) -> float:
        """How likely the names are one, from 0 to 1."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.log_odds))))

    @property
    def is_one(self) -> bool:
        """Whether the names are more likely one than two."""
        return self.log_odds >= 0


def compare(a: str, b: str, sort: Sort = "person", words: bool = False) -> Match:
    """Compares two names of persons, or of companies, bodies or ships; names without a letter are like no other.

    With `words`, each feature tells the words behind it.

    >>> compare("Sergei Shoigu", "Шойгу, Сергей").is_one
    True
    """
    found = (told if words else features)(taken_apart(a, sort), taken_apart(b, sort))
    weights = weights_of(sort)
    added = tuple([weights.of.get(f.name, 0.0) * f.value for f in found])
    return Match(found, added, weights.start, weights.start + sum(added) if found else -math.inf)


@cache
def weights_of(sort: Sort) -> Weights:
    """The packaged weights; raises KnowledgeError where the file is malformed or names a feature that there is not."""
    path = layers(WEIGHTS_FILE, None)[0]
    given = mapping(path).get(sort)
    if not isinstance(given, dict) or not all(isinstance(v, (int, float)) for v in given.values()):
        raise KnowledgeError(f"{path}: {sort}", "is not a mapping of features to numbers", "write NAME: NUMBER lines")
    strange = sorted(set(given) - set(FEATURES) - {START})
    if strange:
        raise KnowledgeError(f"{path}: {sort}", f"there is no feature {strange[0]!r}", f"use {', '.join(FEATURES)}")
    return Weights(float(given.get(START, 0.0)), {name: float(v) for name, v in given.items() if name != START})


START = "start"
