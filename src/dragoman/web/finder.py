"""What everybody looks at first, found by a process beside the desk before anybody asks, and taken over.

In the desk itself every page would wait for it: Python gives its interpreter to one thread at a time.
"""

from __future__ import annotations

import logging
import pickle
import sys
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import IO

from dragoman.store.store import Store
from dragoman.views.remembered import finds, pin, unpin
from dragoman.web import beside

_LOG = logging.getLogger("dragoman.web")


class Finder:
    """Has what everybody looks at first found in one record."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._process: Popen[bytes] | None = None

    def begin(self) -> None:
        """Begins to find it in the record as it stands now."""
        self._process = beside.begin(__name__, str(self._store.path.resolve()), stdout=PIPE, stderr=DEVNULL)

    def take(self) -> None:
        """Waits for what was begun and takes it over; where that failed, whoever asks finds it."""
        if (process := self._process) is None or process.stdout is None:
            return
        with process:
            try:
                state, found = pickle.load(process.stdout)  # of our own process
            except (EOFError, pickle.UnpicklingError):  # it was stopped, or could not read the record
                _LOG.info("what everybody looks at first was not found beside the desk")
                unpin(self._store)
            else:
                pin(self._store, state, found)

    def end(self) -> None:
        """Stops what was begun, and has nothing stale do."""
        if self._process is not None:
            self._process.terminate()
        unpin(self._store)


def find(record: Path, to: IO[bytes]) -> None:
    """Finds what everybody looks at first, and writes it out with the state of the record that it was found in."""
    from dragoman.web.app import create_app  # which begins such processes

    with Store.open(record) as store:
        for thing in create_app(store).state.desk.early:
            thing()
        pickle.dump(finds(store), to, pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    find(Path(sys.argv[1]), sys.stdout.buffer)
