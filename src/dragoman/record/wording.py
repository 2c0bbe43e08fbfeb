"""Wording: in which sentences a page tells an event, so that the same sentence on two pages is known for one."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable

from dragoman.record.outlines import AnyFact, AnyReading

LONG = 60  # characters: a shorter sentence may be said in the same words of two events


class Wording:
    """The long sentences of one page, each by a digest of where its trigger and the names in it stand."""

    def __init__(self, reading: AnyReading) -> None:
        mentions = {(m.start, " ".join(m.text.split())) for r in reading.referents for m in r.mentions}
        self._named = sorted(mentions)

    def of(self, facts: Iterable[AnyFact]) -> frozenset[str]:
        """The digests of the sentences of some facts; what names nobody has none."""
        return frozenset(digest for fact in facts if (digest := self._digest(fact)))

    def _digest(self, fact: AnyFact) -> str:
        start, end = fact.sentence.start, fact.sentence.end
        named = self._named[bisect_left(self._named, (start, "")) : bisect_left(self._named, (end, ""))]
        if end - start < LONG or not named:
            return ""
        within = [(at - start, text) for at, text in named]
        told = (end - start, fact.trigger.start - start, fact.trigger.end - start, within)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:12]
