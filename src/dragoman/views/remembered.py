"""What was found in a record, kept for as long as what it was found in stands."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from dragoman.store.store import GENERATION, MADE, Store

T = TypeVar("T")
MOST = 1_024  # finds of one record


@dataclass(slots=True)
class _Memory:
    """What is remembered of one record."""

    finds: OrderedDict[tuple[str | None, Hashable], Future[Any]] = field(default_factory=OrderedDict)  # by state, key
    pinned: str | None = None  # the state of the record that does for what may be stale

    def put(self, at: tuple[str | None, Hashable], found: Future[Any]) -> None:
        self.finds[at] = found
        while len(self.finds) > MOST:
            self.finds.popitem(last=False)


_memories: WeakKeyDictionary[Store, _Memory] = WeakKeyDictionary()
_lock = Lock()


def remembered(
    store: Store, key: Hashable, find: Callable[[], T], articles: bool = False, stale: bool = False
) -> T:
    """What `find` gives, found anew once actors and events have been made anew.

    With `articles`, already when pages have come in; with `stale`, not while a state of the record is pinned.
    Who asks at the same time waits for the one who looks. All that is remembered is plain data, for another process
    may have found it.
    """
    state = store.meta(GENERATION) if articles else _made(store)
    with _lock:
        memory = _memories.setdefault(store, _Memory())
        at = (memory.pinned if stale and memory.pinned else state, key)
        found: Future[T] | None = memory.finds.get(at)
        if found is not None:
            memory.finds.move_to_end(at)
        else:
            made: Future[T] = Future()
            memory.put(at, made)
    if found is not None:
        return found.result()
    try:
        value = find()
    except BaseException as error:
        with _lock:
            memory.finds.pop(at, None)
        made.set_exception(error)
        raise
    made.set_result(value)
    return value


def finds(store: Store) -> tuple[str | None, dict[Hashable, Any]]:
    """The state of the record, and what is remembered of it by key."""
    state = _made(store)
    with _lock:
        known = list(_memories.setdefault(store, _Memory()).finds.items())
    return state, {key: found.result() for (of, key), found in known if of == state and found.done()}


def pin(store: Store, state: str | None, finds: Mapping[Hashable, Any]) -> None:
    """Has what was found in the record's present state do for what may be stale, until another state is pinned.

    What was found in an earlier state is passed over.
    """
    if state != _made(store):
        return
    with _lock:
        memory = _memories.setdefault(store, _Memory())
        memory.pinned = state
        for key, value in finds.items():
            found: Future[Any] = Future()
            found.set_result(value)
            memory.put((state, key), found)


def unpin(store: Store) -> None:
    """Has nothing stale do."""
    with _lock:
        _memories.setdefault(store, _Memory()).pinned = None


def is_stale(store: Store) -> bool:
    """Whether what is pinned is of an earlier state than the record's own."""
    state = _made(store)
    with _lock:
        return _memories.setdefault(store, _Memory()).pinned not in (None, state)


def _made(store: Store) -> str | None:
    return store.meta(MADE) or store.meta(GENERATION)
