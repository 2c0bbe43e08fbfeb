"""What was found in a record, kept for as long as nothing is written to it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from dragoman.store.store import GENERATION, Store

T = TypeVar("T")
MOST = 512  # finds of one record

_known: WeakKeyDictionary[Store, tuple[str | None, OrderedDict[Hashable, Any]]] = WeakKeyDictionary()
_lock = Lock()


def remembered(store: Store, key: Hashable, find: Callable[[], T]) -> T:
    """What `find` gives, found anew where the record has been written to since."""
    generation = store.meta(GENERATION)
    with _lock:
        held = _known.get(store)
        if held is not None and held[0] == generation and key in held[1]:
            held[1].move_to_end(key)
            return held[1][key]  # type: ignore[no-any-return]
    found = find()
    with _lock:
        held = _known.get(store)
        if held is None or held[0] != generation:
            held = _known[store] = (generation, OrderedDict())
        held[1][key] = found
        while len(held[1]) > MOST:
            held[1].popitem(last=False)
    return found
