"""The record at size: time and memory of putting so many facts together, and of adding one page to them.

    python -m evaluation.bench.scale FACTS FOLDER [--same]

With `--same`, the record with the page added is held against one made anew as a whole.
"""

from __future__ import annotations

import math
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

import msgspec
from sqlalchemy import select

from dragoman.config import Config
from dragoman.record.build import build, update
from dragoman.store import schema
from dragoman.store.store import Store
from evaluation.newswire import Drawn, pages
from evaluation.orders import digest

READER = "drawn"
SIZES = (10_000, 40_000)  # that take minutes; the bar is 1,000,000, against the growth from 100,000

Told = dict[int, list[tuple[str, int]]]  # drawn event -> the page and number of each report of it


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds of the processor, and of the wall: they differ where the machine has other work."""

    cpu: float
    wall: float

    @classmethod
    def now(cls) -> Clock:
        """This moment."""
        return cls(time.process_time(), time.monotonic())

    def since(self) -> Clock:
        """What has passed since this moment."""
        now = Clock.now()
        return Clock(now.cpu - self.cpu, now.wall - self.wall)


@dataclass(frozen=True, slots=True)
class Measured:
    """One run."""

    facts: int
    built: Clock
    peak: int  # bytes
    one_page: Clock
    precision: float  # of the pairs of reports put together
    recall: float
    same: bool | None = None  # the page added gives what a whole rebuild gives; None where that was not looked at


def measure(facts: int, folder: Path, same: bool = False) -> Measured:
    """Writes so many drawn facts, puts them together, and adds one page more."""
    told: Told = defaultdict(list)
    with Store.open(folder / f"{facts}.dragoman", create=True) as store:
        last = fill(store, facts, told)
        begun = Clock.now()
        build(store, Config().threshold)
        built = begun.since()
        one_page = add(store, last, told)
        precision, recall = _links(store, told)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        alike = as_anew(store) if same else None
    return Measured(facts, built, peak, one_page, precision, recall, alike)


def fill(store: Store, facts: int, told: Told) -> Drawn:
    """Writes so many drawn facts, all but one page, which it gives."""
    drawn = pages(facts)
    last: Drawn | None = None
    while some := list(islice(drawn, 500)):
        if last is None:
            last = some.pop(len(some) // 2)
        store.put([(page.reading, "drawn") for page in some], READER)
        _note(some, told)
    assert last is not None
    return last


def add(store: Store, page: Drawn, told: Told) -> Clock:
    """Adds one page; the time from when it is written to when the record is up to date."""
    begun = Clock.now()
    store.put([(page.reading, "drawn")], READER)
    update(store, Config().threshold)
    took = begun.since()
    _note([page], told)
    return took


def as_anew(store: Store) -> bool:
    """Whether a record is what it is when made anew as a whole."""
    before = digest(store)
    build(store, Config().threshold)
    return digest(store) == before


def measured_apart(facts: int) -> Measured:
    """The same in a process of its own, so that its memory is its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "evaluation.bench.scale", str(facts), folder]
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=True)
    return msgspec.json.decode(done.stdout, type=Measured)


def growth(small: Measured, large: Measured) -> float:
    """The power of the number of facts with which the time grows."""
    return math.log(large.built.cpu / small.built.cpu) / math.log(large.facts / small.facts)


def rows() -> list[tuple[str, str, str]]:
    """What is measured in minutes, for the table."""
    found = [measured_apart(facts) for facts in SIZES]
    out = []
    for m in found:
        out += [
            (f"{m.facts:,} facts put together, processor time", f"{m.built.cpu:.0f} s", ""),
            ("their peak memory", f"{m.peak / 2**20:.0f} MB", "under 3,072 MB"),
            ("one page added to them, wall time", f"{m.one_page.wall:.2f} s", "under 1 s"),
            ("pairs of reports: precision, recall", f"{m.precision:.3f}, {m.recall:.3f}", ""),
        ]
    return [*out, ("growth of that time with n", f"n^{growth(found[0], found[-1]):.2f}", "under n^1.2")]


def _note(found: Iterable[Drawn], told: Told) -> None:
    for page in found:
        for number, event in enumerate(page.events):
            told[event].append((page.reading.article.id, number))


def _links(store: Store, told: Told) -> tuple[float, float]:
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
    print(msgspec.json.encode(measure(int(sys.argv[1]), Path(sys.argv[2]), "--same" in sys.argv)).decode())
