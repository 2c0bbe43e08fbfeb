"""The speed of dates alone: finding every expression of time in real text and saying what date it stands for."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dragoman.mentions import dates
from evaluation.sets import rows

SIZE = 2_000_000  # characters


@dataclass(frozen=True, slots=True)
class Speed:
    """Processor seconds over so many bytes, and how many expressions were found and dated."""

    bytes: int
    seconds: float
    found: int
    dated: int


def measure(paths: Iterable[Path], size: int = SIZE) -> Speed:
    """Dates the articles of the files, paragraph by paragraph as a reader does, up to `size` characters."""
    texts: list[str] = []
    length = 0
    for row in (row for path in paths for row in rows(path)):
        if length >= size:
            break
        texts.append(str(row["text"]))
        length += len(texts[-1])
    list(dates.find("on Monday, 5 March 2018"))  # compiles the grammar
    count = dated = 0
    begin = time.process_time()
    for text in texts:
        for expression in dates.find(text):
            count += 1
            dated += dates.resolve(expression, reference="2018-03-08", direction="past") is not None
    seconds = time.process_time() - begin
    return Speed(sum(len(text.encode()) for text in texts), seconds, count, dated)
