"""Whether decisions hold: after a whole rebuild, and after very many pages more.

    python -m evaluation.bench.decided [FACTS [MORE_PAGES]]
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select

from dragoman.config import Config
from dragoman.record.build import bring_up, build
from dragoman.record.ledger import anchors, decide, verdicts_of
from dragoman.store import schema
from dragoman.store.store import Store
from evaluation.newswire import FACTS_A_PAGE, pages

FACTS, MORE_PAGES = 40_000, 10_000
READER = "drawn"
EACH = 20  # decisions of each kind
WHO, WHEN, WHY = "analyst", "2026-01-01T00:00:00Z", "as the ministry confirmed"
PLACE = "Reykjavik|ISL"


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, by ids of reports."""

    merged: list[tuple[str, str]]
    parted: list[tuple[str, str]]
    rejected: list[str]
    placed: list[str]


def lost(facts: int = FACTS, more: int = MORE_PAGES) -> dict[str, int]:
    """How many decisions do not hold: once brought up to date, after a whole rebuild, and after so many pages more."""
    threshold = Config().threshold
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "r.dragoman", create=True) as store:
        _put(store, facts, 7, "n")
        build(store, threshold)
        made = _decide(store)
        out = {}
        bring_up(store, threshold)
        out["brought up to date"] = _broken(store, made)
        build(store, threshold)
        out["made anew"] = _broken(store, made)
        _put(store, more * FACTS_A_PAGE, 8, "more")
        bring_up(store, threshold)
        out[f"{more:,} pages more"] = _broken(store, made)
        return out


def _put(store: Store, facts: int, seed: int, prefix: str) -> None:
    drawn = pages(facts, seed, prefix)
    while some := list(islice(drawn, 500)):
        store.put([(page.reading, "drawn") for page in some], READER)


def _decide(store: Store) -> Decided:
    """Decisions of every kind on events from all over the record, in order of their ids, which are as good as drawn."""
    alone, several = _events(store, 1), _events(store, 2)

    def take(n: int) -> list[str]:
        return list(islice(alone, n))

    out = Decided([], [], [], [])
    for a, b in zip(take(EACH), take(EACH), strict=True):
        decide(store, "merge", [anchors(store, a), anchors(store, b)], WHO, WHEN, WHY)
        out.merged.append((anchors(store, a)[0].id, anchors(store, b)[0].id))
    for event in islice(several, EACH):
        one, *others = anchors(store, event)
        decide(store, "split", [(one,), others], WHO, WHEN, WHY)
        out.parted.extend((one.id, other.id) for other in others)
    for event in take(EACH):
        decide(store, "reject", [anchors(store, event)], WHO, WHEN, WHY)
        out.rejected.append(anchors(store, event)[0].id)
    for event in take(EACH):
        decide(store, "correct", [anchors(store, event)], WHO, WHEN, WHY, "place", PLACE)
        out.placed.append(anchors(store, event)[0].id)
    return out


def _events(store: Store, reports: int) -> Iterator[str]:
    e = schema.event_reports.c
    several = func.count() == 1 if reports == 1 else func.count() > 1
    rows = list(store.rows(select(e.event).group_by(e.event).having(several).order_by(e.event)))
    return (row.event for row in rows)


def _broken(store: Store, made: Decided) -> int:
    """Decisions that do not hold, or that the ledger says are not in force."""
    e, v = schema.event_reports.c, schema.events.c
    event = {row.report: row.event for row in store.rows(select(e.report, e.event))}
    aside = {row.id for row in store.rows(select(v.id).where(v.aside))}
    place = {row.id: row.place for row in store.rows(select(v.id, v.place))}
    held = [
        *(event[a] == event[b] for a, b in made.merged),
        *(event[a] != event[b] for a, b in made.parted),
        *(event[id] in aside for id in made.rejected),
        *(place[event[id]] == PLACE.partition("|")[0] for id in made.placed),
        *(state.name == "in force" for state in verdicts_of(store).states.values()),
    ]
    return held.count(False)


def rows() -> list[tuple[str, str, str]]:
    """The table's rows."""
    found = lost()
    return [(f"{4 * EACH} decisions, {when}: those that do not hold", str(n), "0") for when, n in found.items()]


def main() -> int:
    """Exit code 1 where a decision was lost."""
    found = lost(*map(int, sys.argv[1:3]))
    for when, n in found.items():
        print(f"{when}: {n} of {4 * EACH} decisions do not hold")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
