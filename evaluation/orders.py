"""Whether the order in which pages arrive matters: random orders, and one page at a time, against all at once.

    python -m evaluation.orders [ORDERS]
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from sqlalchemy import select

from dragoman.config import Config
from dragoman.record.build import build, update
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Reading
from evaluation.newswire import pages

FACTS = 120
_READER = "drawn"


def digest(store: Store) -> str:
    """A hash over every derived table, whatever the order of its rows; a record of any size is held a row at a time."""
    out = hashlib.sha256()
    for table in schema.DERIVED:
        total = 0
        for row in store.rows(select(table)):
            total += int.from_bytes(hashlib.sha256(repr(tuple(row)).encode()).digest())
        out.update(f"{table.name} {total}\n".encode())
    return out.hexdigest()


def at_once(path: Path, readings: Sequence[Reading]) -> str:
    """The digest of a record made of all pages together."""
    with Store.open(path, create=True) as store:
        store.put([(reading, _READER) for reading in readings], _READER)
        build(store, Config().threshold)
        return digest(store)


def one_by_one(path: Path, readings: Sequence[Reading]) -> str:
    """The digest of a record brought up to date after each page."""
    with Store.open(path, create=True) as store:
        build(store, Config().threshold)
        for reading in readings:
            store.put([(reading, _READER)], _READER)
            update(store, Config().threshold)
        return digest(store)


def differing(orders: int, facts: int = FACTS, seed: int = 5) -> int:
    """How many of so many random orders give another record than all pages at once; every tenth goes page by page."""
    random = Random(seed)
    readings = [drawn.reading for drawn in pages(facts, seed)]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        expected = at_once(Path(folder) / "all", readings)
        for n in range(orders):
            shuffled = random.sample(readings, len(readings))
            make = one_by_one if n % 10 == 0 else at_once
            wrong += make(Path(folder) / str(n), shuffled) != expected
    return wrong


def main() -> int:
    """Exit code 1 where an order mattered."""
    orders = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    wrong = differing(orders)
    print(f"{orders} random orders of arrival: {wrong} give another record")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
