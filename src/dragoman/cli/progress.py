"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from dragoman.sources.pages import JSONL_SUFFIXES, SUFFIXES

if TYPE_CHECKING:
    from rich.progress import TaskID


class Progress:
    """Counts pages up to how many there are in `paths`; shows nothing where nobody watches."""

    def __init__(self, paths: Sequence[str], show: bool = True) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        self._show = show and sys.stderr.isatty()
        self._bar = Bar(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=Console(stderr=True), disable=not self._show, transient=True,
        )
        self._paths = paths
        self._task: TaskID | None = None

    def __enter__(self) -> Progress:
        self._bar.start()
        if self._show:
            self._task = self._bar.add_task("reading pages", total=count_pages(self._paths))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def step(self) -> None:
        """One page is done."""
        if self._task is not None:
            self._bar.advance(self._task)

    def say(self, what: str) -> None:
        """What is going on now."""
        if self._task is not None:
            self._bar.update(self._task, description=what)


def count_pages(paths: Sequence[str]) -> int:
    """About how many pages the paths hold: files, and the lines of .jsonl files."""
    total = 0
    for path in paths:
        if os.path.isdir(path):
            for parent, folders, names in os.walk(path):
                folders[:] = [name for name in folders if not name.startswith(".")]
                total += sum(_in_file(Path(parent, name)) for name in names if not name.startswith("."))
        else:
            total += _in_file(Path(path))
    return total


def _in_file(path: Path) -> int:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return 0
    if suffix not in JSONL_SUFFIXES or not path.is_file():
        return 1
    try:
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")) or 1
    except OSError:
        return 1  # the read itself says what is wrong with it
