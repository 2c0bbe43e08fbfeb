"""What everybody looks at first, worked out before anybody asks: as the desk begins, and when the record changed."""

from __future__ import annotations

import logging
from threading import Event, Thread

from dragoman.errors import DragomanError
from dragoman.knowledge import pack
from dragoman.record.geography import code_of
from dragoman.store.store import MADE, Store
from dragoman.web.finder import Finder
from dragoman.web.render import Renderer

_LOG = logging.getLogger("dragoman.web")
FIRST = 3.0  # seconds after the desk has begun: the first page goes before
PAUSE = 2.0  # seconds between two looks at whether the record was made anew
BREATH = 0.05  # seconds between two things that are loaded, in which readers are answered


class Warmth:
    """Has it worked out again whenever the record was made anew."""

    def __init__(self, store: Store, render: Renderer) -> None:
        self._store = store
        self._render = render
        self._finder = Finder(store)
        self._ended = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def begin(self) -> None:
        """Begins to watch the record."""
        self._thread.start()

    def end(self) -> None:
        """Stops, also what is being worked out."""
        self._ended.set()
        self._finder.end()  # the thread may wait for it
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
                    self._finder.begin()
                    self._load()
                    self._finder.take()
            except (DragomanError, OSError) as error:  # the record is locked or gone, or no process can begin
                self._finder.end()  # whoever asks for a page finds it, or is told
                _LOG.info("%s", error)

    def _load(self) -> None:
        """Loads what is the same whatever the record holds; the second time nothing is left to do."""
        code_of("")
        pack.load()
        for template in self._render.templates:
            if self._ended.wait(BREATH):
                return
            self._render.load(template)
