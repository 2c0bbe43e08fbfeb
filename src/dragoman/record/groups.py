"""Groups of things that are one, grown pair by pair; the same pairs give the same groups in any order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar


class Sortable(Protocol):
    """Something hashable with a stable order of its own."""

    def __lt__(self, other: Any, /) -> bool: ...


K = TypeVar("K", bound=Sortable)


class Groups(Generic[K]):
    """Disjoint groups; each is led by its smallest member, whatever the order of joining."""

    def __init__(self, members: Iterable[K] = ()) -> None:
        self._parent: dict[K, K] = {m: m for m in members}

    def lead(self, member: K) -> K:
        """The smallest member of the group that `member` is in."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def __contains__(self, member: object) -> bool:
        return member in self._parent

    def join(self, a: K, b: K) -> None:
        """Makes one group of two."""
        x, y = self.lead(a), self.lead(b)
        if x != y:
            low, high = (x, y) if x < y else (y, x)
            self._parent[high] = low

    def all(self) -> dict[K, list[K]]:
        """Every group under its lead, leads and members sorted."""
        out: dict[K, list[K]] = {}
        for member in sorted(self._parent):
            out.setdefault(self.lead(member), []).append(member)
        return out
