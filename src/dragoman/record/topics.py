"""Topics: what an agreement is about, as words that tell one subject from another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from dragoman.knowledge import overlay
from dragoman.language.stems import stem

Subject = Literal["unknown", "shared", "apart"]

KIN = 6  # letters that words of one root share at their beginning

_WORD = re.compile(r"[^\W\d_][\w-]*")


def subject_words(topics: Iterable[str]) -> frozenset[str]:
    """The stems of words that tell what an agreement is about; none where its topics fit any agreement."""
    stems = {stem(word) for topic in topics for word in _WORD.findall(topic.lower())}
    return frozenset(stems - _general())


def subjects(a: frozenset[str], b: frozenset[str]) -> Subject:
    """Whether two agreements are about one thing, as far as each tells it."""
    if not a or not b:
        return "unknown"
    return "shared" if any(_kin(x, y) for x in a for y in b) else "apart"


def _kin(a: str, b: str) -> bool:
    """Whether two stems begin alike: "recognis" and "recognition"."""
    return a == b or (len(a) >= KIN and a[:KIN] == b[:KIN])


@overlay.once
def _general() -> frozenset[str]:
    return frozenset(stem(str(word)) for word in overlay.data("topics.yaml")["general"])
