"""Events as columns of numbers: what passes a filter is counted at once, and only what is looked at is written out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Order:
    """Some events in order of time; the number of an event is its place here."""

    ids: tuple[str, ...]
    number: Mapping[str, int]

    @classmethod
    def of(cls, ids: Iterable[str]) -> Order:
        """The order in which ids are given."""
        given = tuple(ids)
        return cls(given, {id: n for n, id in enumerate(given)})

    def flags(self, ids: Iterable[str]) -> Flags:
        """For each event, by its number, whether its id is among some; those that are not known are passed over."""
        out = np.zeros(len(self.ids) + 1, bool)
        out[np.fromiter(map(self.number.get, ids, repeat(len(self.ids))), np.int64)] = True
        return out[:-1]

    def named(self, numbers: Numbers) -> tuple[str, ...]:
        """The ids of events."""
        return tuple(self.ids[n] for n in numbers.tolist())


@dataclass(frozen=True, slots=True)
class Groups:
    """Numbers in groups, each under a key that is a number too."""

    keys: Numbers  # sorted, each once
    starts: Numbers  # where the rows of each begin, and where the last ends
    rows: Numbers

    @classmethod
    def by(cls, keys: Numbers, rows: Numbers) -> Groups:
        """Groups rows by their keys, those of one key in the order in which they stand."""
        order = np.argsort(keys, kind="stable")
        return cls._sorted(keys[order], rows[order])

    @classmethod
    def once(cls, keys: Numbers, rows: Numbers, most: int) -> Groups:
        """Groups rows by their keys, those of one key in order and each once; all rows are below `most`."""
        return cls._sorted(*np.divmod(each_once(keys * most + rows), max(1, most)))

    @classmethod
    def _sorted(cls, keys: Numbers, rows: Numbers) -> Groups:
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        return cls(keys[starts], np.append(starts, len(keys)), rows)

    def counts(self, keys: Numbers) -> Numbers:
        """How many rows each of some keys has."""
        if not len(self.keys):
            return np.zeros(len(keys), np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.starts[at + 1] - self.starts[at], 0)

    def of(self, key: int) -> Numbers:
        """The rows of one key."""
        at = int(np.searchsorted(self.keys, key))
        found = at < len(self.keys) and self.keys[at] == key
        return self.rows[self.starts[at] : self.starts[at + 1]] if found else self.rows[:0]

    def __iter__(self) -> Iterator[tuple[int, Numbers]]:
        for at, key in enumerate(self.keys.tolist()):
            yield key, self.rows[self.starts[at] : self.starts[at + 1]]


class Lazy(Sequence[T]):
    """A list whose things are made when they are looked at: of thousands that are found, a page shows a hundred."""

    def __init__(self, length: int, make: Callable[[int], T]) -> None:
        self._length = length
        self._make = make

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        chosen = range(self._length)[at]
        return self._make(chosen) if isinstance(chosen, int) else [self._make(n) for n in chosen]


def columns(rows: Sequence[tuple[int, ...]], count: int) -> tuple[Numbers, ...]:
    """The columns of rows of so many numbers."""
    return tuple(np.array(rows, np.int64).reshape(-1, count).T.copy())


def each_once(numbers: Numbers) -> Numbers:
    """What a column holds, in order, each once; nothing in it is below zero."""
    found: Numbers = np.sort(numbers)
    kept: Numbers = found[np.diff(found, prepend=-1) != 0]
    return kept
