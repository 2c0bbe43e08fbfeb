"""The record at size: time and memory of putting so many facts together, and of adding one page to them."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path

from sqlalchemy import select

from dragoman.config import Config
from dragoman.record.build import build, update
from dragoman.store import schema
from dragoman.store.store import Store
from evaluation.newswire import Drawn, pages

READER = "drawn"


@dataclass(frozen=True, slots=True)
class Measured:
    """One run; seconds are of the processor."""

    facts: int
    seconds: float
    peak: int  # bytes
    one_page: float
    precision: float  # of the pairs of reports put together
    recall: float


def measure(facts: int, folder: Path) -> Measured:
    """Writes so many drawn facts, puts them together, and adds one page more."""
    told: dict[int, list[tuple[str, int]]] = defaultdict(list)
    drawn = pages(facts)
    last: list[Drawn] = []
    path = folder / f"{facts}.dragoman"
    with Store.open(path, create=True) as store:
        while some := list(islice(drawn, 500)):
            if not last:
                last = [some.pop(len(some) // 2)]
            store.put([(page.reading, "drawn") for page in some], READER)
            _note(some, told)
        begun = time.process_time()
        build(store, Config().threshold)
        seconds = time.process_time() - begun
        store.put([(page.reading, "drawn") for page in last], READER)
        _note(last, told)
        begun = time.process_time()
        update(store, Config().threshold)
        one_page = time.process_time() - begun
        precision, recall = _links(store, told)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Measured(facts, seconds, peak, one_page, precision, recall)


def measured_apart(facts: int) -> Measured:
    """The same in a process of its own, so that its memory is its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "evaluation.bench.scale", str(facts), folder]
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=True)
    n, seconds, peak, one_page, precision, recall = done.stdout.split()
    return Measured(int(n), float(seconds), int(peak), float(one_page), float(precision), float(recall))


def tell(facts: int, folder: Path) -> None:
    """Prints the figures of a run."""
    m = measure(facts, folder)
    print(m.facts, m.seconds, m.peak, m.one_page, m.precision, m.recall)


def _note(found: Iterable[Drawn], told: dict[int, list[tuple[str, int]]]) -> None:
    for page in found:
        for number, event in enumerate(page.events):
            told[event].append((page.reading.article.id, number))


def _links(store: Store, told: dict[int, list[tuple[str, int]]]) -> tuple[float, float]:
    r, e = schema.reports.c, schema.event_reports.c
    rows = store.rows(select(r.article, r.number, e.event).join(schema.event_reports, e.report == r.id))
    members: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in rows:
        members[row.event].append((row.article, row.number))
    got = {pair for found in members.values() for pair in combinations(sorted(found), 2)}
    gold = {pair for found in told.values() for pair in combinations(sorted(found), 2)}
    right = len(got & gold)
    return (right / len(got) if got else 1.0, right / len(gold) if gold else 1.0)


if __name__ == "__main__":
    tell(int(sys.argv[1]), Path(sys.argv[2]))
