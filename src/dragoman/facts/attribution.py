"""Who is reported to say what a sentence tells: the chain of those in whose words its event stands, outermost first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.types import Evidence, Statement


class Sayings:
    """What a page reports to have been said, looked up by where it stands."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        # Who calls a deal a mistake does not report that there is one.
        told = (s for s in statements if s.mode in ("said", "carried"))
        self._said = sorted(told, key=lambda s: (s.start, -s.end, s.cue.start, s.speaker_name))
        self._starts = [s.start for s in self._said]
        self._reach: list[int] = []  # how far the statements up to each one go at most
        for s in self._said:
            self._reach.append(max(s.end, self._reach[-1] if self._reach else 0))

    def around(self, start: int, end: int) -> list[Statement]:
        """The statements whose words hold a range of characters, the widest first."""
        found: list[Statement] = []
        for k in range(bisect_right(self._starts, start) - 1, -1, -1):
            if self._reach[k] < end:
                break
            s = self._said[k]
            if end <= s.end and not (s.cue.start < end and start < s.cue.end):
                found.append(s)
        return sorted(found, key=lambda s: (s.start - s.end, s.cue.start, s.speaker_name))

    def attributed_to(self, trigger: Evidence) -> tuple[str, ...]:
        """Names of those who say so, outermost first; empty where the article itself does."""
        return tuple(
            dict.fromkeys(n for s in self.around(trigger.start, trigger.end) for n in (*s.via, s.speaker_name))
        )
