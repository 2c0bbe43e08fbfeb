"""How often Python's collector looks for cycles while a record is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 1_000_000  # that are made before cycles among them are sought


@contextmanager
def plain_data() -> Iterator[None]:
    """While only plain data is made, which dies when it is let go, cycles are sought seldom: there are none to find."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
