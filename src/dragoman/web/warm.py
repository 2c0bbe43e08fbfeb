"""What everybody looks at first, worked out before anybody asks: as the desk begins, and when the record changed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

from dragoman.errors import DragomanError
from dragoman.knowledge import pack
from dragoman.store.store import MADE, Store
from dragoman.web.finder import Finder

_LOG = logging.getLogger("dragoman.web")
FIRST = 3.0  # seconds after the desk has begun: the first page goes before
PAUSE = 2.0  # seconds between two looks at whether the record was made anew
BREATH = 0.05  # seconds between two things, in which readers are answered


class Warmth:
    """Works things out again whenever the record was made anew: what is quick here, the rest beside the desk."""

    def __init__(self, store: Store, things: list[Callable[[], object]]) -> None:
        self._store = store
        self._finder = Finder(store)
        self._things: list[Callable[[], object]] = [self._finder.begin, pack.load, *things, self._finder.take]
        self._ended = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def begin(self) -> None:
        """Begins to watch the record."""
        self._thread.start()

    def end(self) -> None:
        """Stops, once the thing at hand is done."""
        self._ended.set()
        self._finder.end()  # the thing at hand may be to wait for it
        if self._thread.is_alive():
            self._thread.join()
        self._finder.end()  # it may have begun meanwhile

    def _run(self) -> None:
        known: str | None = ""
        wait = FIRST
        while not self._ended.wait(wait):
            wait = PAUSE
            try:
                now = self._store.meta(MADE)
                if now != known:
                    known = now
                    self._all()
            except DragomanError as error:  # the record is locked or gone: whoever asks for a page is told
                _LOG.info("%s", error)

    def _all(self) -> None:
        for thing in self._things:
            if self._ended.wait(BREATH):
                return
            thing()
