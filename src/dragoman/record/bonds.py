"""What people decided on which reports are one event, or sightings one actor, as the clustering takes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bonds:
    """Reports of one event, or sightings of one actor, by their ids: which are one whatever they say, and which not."""

    together: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[tuple[str, str]] = field(default=frozenset())  # each pair sorted
    moved: Mapping[str, str] = field(default_factory=dict)  # what a split took out -> the first of it

    def part(self, a: Collection[str], b: Collection[str]) -> bool:
        """Whether somebody decided that two groups are not one."""
        return bool(self.apart) and any((x, y) in self.apart or (y, x) in self.apart for x in a for y in b)

    def touched(self) -> frozenset[str]:
        """Every report that somebody decided on."""
        return frozenset(id for ids in (*self.together, *self.apart) for id in ids)


NO_BONDS = Bonds()
