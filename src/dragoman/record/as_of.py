"""The record as it could be known on a day: made from the pages published by then, and from nothing else."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select

from dragoman.errors import DragomanError
from dragoman.record import dates
from dragoman.record.build import build
from dragoman.record.ledger import ledger, write_all
from dragoman.store import schema
from dragoman.store.rebuild import chunks
from dragoman.store.store import Store


@contextmanager
def as_of(store: Store, day: str, threshold: float) -> Iterator[Store]:
    """A record of its own, thrown away afterwards; raises DragomanError where the day is none.

    Pages of which it is not known that they were published by then are left out. Decisions hold whenever they were
    made: they put right what was read, and tell no news.
    """
    last = last_day(day)
    folder = Path(tempfile.mkdtemp(prefix="dragoman-"))
    try:
        with Store.open(folder / "as-of.dragoman", create=True) as made:
            for some in chunks(known_by(store, last), 200):
                readings = store.readings_of(some)
                made.put([(readings[id], id) for id in some if id in readings], "as of")
            write_all(made, ledger(store))
            build(made, threshold)
            yield made
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def last_day(day: str, option: str = "--as-of") -> int:
    """The last day of a date as coarse as one likes, as an ordinal; raises DragomanError for what is no date."""
    when = dates.period(day, None)
    if when is None or not when.start.year:
        raise DragomanError(f"{option} {day}", "is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD")
    return when.days(0)[1]


def known_by(store: Store, day: int) -> list[str]:
    """The articles published on or before a day, in order."""
    a = schema.articles.c
    rows = store.rows(select(a.id, a.published, a.published_before).order_by(a.id))
    return [row.id for row in rows if any(_by(text, day) for text in (row.published, row.published_before))]


def _by(published: str | None, day: int) -> bool:
    when = dates.period(published, None)
    return when is not None and bool(when.start.year) and when.days(0)[1] <= day
