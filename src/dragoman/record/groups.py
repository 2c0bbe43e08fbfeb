"""Groups of things that are one, grown pair by pair; the same pairs give the same groups in any order."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Generic, Protocol, TypeVar


class Sortable(Protocol):
    """Something hashable with a stable order of its own."""

    def __lt__(self, other: Any, /) -> bool: ...


K = TypeVar("K", bound=Sortable)


class Groups(Generic[K]):
    """Disjoint groups; each is led by its smallest member, whatever the order of joining.

    The two of a pair in `apart` are never brought into one group.
    """

    def __init__(self, members: Iterable[K] = (), apart: Collection[tuple[K, K]] = ()) -> None:
        self._parent: dict[K, K] = {m: m for m in members}
        self._apart = apart

    def lead(self, member: K) -> K:
        """The smallest member of the group that `member` is in."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def add(self, member: K) -> None:
        """Makes something that is not yet in any group a group of its own."""
        self._parent.setdefault(member, member)

    def __contains__(self, member: object) -> bool:
        return member in self._parent

    def join(self, a: K, b: K) -> None:
        """Makes one group of two, where nothing keeps them apart."""
        x, y = self.lead(a), self.lead(b)
        if x != y and not any({self.lead(one), self.lead(other)} == {x, y} for one, other in self._apart):
            low, high = (x, y) if x < y else (y, x)
            self._parent[high] = low

    def all(self) -> dict[K, list[K]]:
        """Every group under its lead, leads and members sorted."""
        out: dict[K, list[K]] = {}
        for member in sorted(self._parent):
            out.setdefault(self.lead(member), []).append(member)
        return out
