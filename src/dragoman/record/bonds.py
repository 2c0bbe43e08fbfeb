"""What people decided on which reports are one event, as the clustering takes it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bonds:
    """Reports, by their ids, that are one event whatever they say, and those that are not."""

    together: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[tuple[str, str]] = field(default=frozenset())  # each pair sorted

    def part(self, a: Collection[str], b: Collection[str]) -> bool:
        """Whether somebody decided that two groups are not one."""
        return bool(self.apart) and any((x, y) in self.apart or (y, x) in self.apart for x in a for y in b)

    def touched(self) -> frozenset[str]:
        """Every report that somebody decided on."""
        return frozenset(id for ids in (*self.together, *self.apart) for id in ids)


NO_BONDS = Bonds()
