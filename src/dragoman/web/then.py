"""The record as it could be known on a day: put together beside the desk, by a process of its own, and kept.

Such a record is made from the pages published by that day and from nothing else, which takes as long as they are many.
The desk goes on answering meanwhile, and a page that needs it says that it is being put together.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import OrderedDict
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotDone
from pathlib import Path
from threading import Lock, Thread

from dragoman.config import Config
from dragoman.errors import DragomanError, RecordError
from dragoman.record.as_of import as_of, last_day
from dragoman.store.store import BUILT, GENERATION, NOT_BUILT, Store
from dragoman.web import beside

KEPT = 4  # days
PATIENCE = 3.0  # seconds that a reader is kept waiting for a day before a page says that it takes longer


class NotYetError(DragomanError):
    """The record of a day is still being put together."""

    def __init__(self, day: str) -> None:
        self.day = day
        super().__init__(f"the record as of {day}", "is being put together", "ask again in a moment")


class Then:
    """The records of earlier days that were asked for last."""

    def __init__(self, now: Store, kept: int = KEPT, patience: float = PATIENCE) -> None:
        self._now = now
        self._kept = kept
        self._patience = patience
        self._lock = Lock()
        self._days: OrderedDict[int, tuple[str | None, Future[Store]]] = OrderedDict()
        self._folder: Path | None = None

    def store(self, day: str) -> Store:
        """The record as it could be known on a day.

        Raises DragomanError for what is no date, and NotYetError where it takes longer than a reader waits.
        """
        last = last_day(day, "as-of")
        generation = self._now.meta(GENERATION)
        with self._lock:
            held = self._days.get(last)
            # While pages are being read, what was put together before they came goes on standing.
            if held is not None and (held[0] == generation or self._now.meta(BUILT) == NOT_BUILT or not held[1].done()):
                self._days.move_to_end(last)
                made = held[1]
            else:
                made = Future()
                self._drop(last)
                self._days[last] = (generation, made)
                while len(self._days) > self._kept:
                    self._drop(next(iter(self._days)))
                Thread(target=self._make, args=(last, day, made), daemon=True).start()
        try:
            return made.result(self._patience)
        except NotDone:
            raise NotYetError(day) from None

    def close(self) -> None:
        """Throws the records away."""
        with self._lock:
            for last in list(self._days):
                self._drop(last)
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder = None

    def _make(self, last: int, day: str, made: Future[Store]) -> None:
        try:
            target = self._place(last)
            ended, told = beside.run(__name__, str(self._now.path.resolve()), day, str(target))
            if ended:
                why = (told.strip().splitlines() or [f"it ended with {ended}"])[-1]
                raise RecordError(f"the record as of {day}", f"cannot be put together: {why}", "ask again")
            made.set_result(Store.open(target))
        except Exception as error:  # whoever waits is told
            with self._lock:
                self._days.pop(last, None)
            made.set_exception(error)

    def _place(self, last: int) -> Path:
        with self._lock:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="dragoman-"))
        return Path(tempfile.mkdtemp(prefix=f"{last}-", dir=self._folder)) / self._now.path.name

    def _drop(self, last: int) -> None:
        _, made = self._days.pop(last, (None, None))
        if made is not None and made.done() and made.exception() is None:
            store = made.result()
            store.close()
            shutil.rmtree(store.path.parent, ignore_errors=True)


def put_together(record: Path, day: str, target: Path) -> None:
    """Writes the record as it could be known on a day to a file of its own."""
    with Store.open(record) as store, as_of(store, day, Config().threshold) as made:
        made.close()  # so that the file holds all of it
        shutil.copyfile(made.path, target)


if __name__ == "__main__":
    put_together(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
