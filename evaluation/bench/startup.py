"""How long `dragoman --help` takes."""

from __future__ import annotations

import statistics
import time

from evaluation.records import call

RUNS = 10


def seconds() -> float:
    """The median wall time of ten runs, after one that fills the caches."""
    call("--help")
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        call("--help")
        times.append(time.perf_counter() - begin)
    return statistics.median(times)
