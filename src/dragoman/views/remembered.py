"""What was found in a record, kept for as long as what it was found in stands."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from dragoman.store.store import GENERATION, MADE, Store

T = TypeVar("T")
MOST = 1_024  # finds of one record

_known: WeakKeyDictionary[Store, OrderedDict[Hashable, Future[Any]]] = WeakKeyDictionary()
_lock = Lock()


def remembered(store: Store, key: Hashable, find: Callable[[], T], articles: bool = False) -> T:
    """What `find` gives, found anew once actors and events have been made anew.

    With `articles`, already when pages have come in. Who asks at the same time waits for the one who looks.
    """
    stamp = store.meta(GENERATION) if articles else store.meta(MADE) or store.meta(GENERATION)
    with _lock:
        held = _known.setdefault(store, OrderedDict())
        found: Future[T] | None = held.get((stamp, key))
        if found is not None:
            held.move_to_end((stamp, key))
        else:
            made: Future[T] = Future()
            held[stamp, key] = made
            while len(held) > MOST:
                held.popitem(last=False)
    if found is not None:
        return found.result()
    try:
        value = find()
    except BaseException as error:
        with _lock:
            held.pop((stamp, key), None)
        made.set_exception(error)
        raise
    made.set_result(value)
    return value
