"""Pages that hold nothing to record: every event that is stated on one of them is an invention.

There are two lots: the pages of the hand-made sets on which the answers have no event, and pages of real news that
were read and found to hold nothing that counts; `nothing.txt` pins the ids of those, and no text.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from evaluation.scores import Figure, Figures
from evaluation.sets import GoldSet, rows

GOLD = "nothing to record, gold"
CORPUS = "nothing to record, corpus"
PINNED = Path(__file__).parent / "nothing.txt"


def pages_of_gold(gold: GoldSet) -> list[str]:
    """The pages of a set on which its answers have no event."""
    told = {str(doc) for event in rows(gold.events) for doc in event["docs"]}
    return [page for page in gold.page_ids() if page not in told]


def pinned_pages(path: Path = PINNED) -> list[str]:
    """The ids of the pages of real news that hold nothing, in the order of the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [page for line in lines if not line.startswith("#") for page in line.split()]


def select(corpus: Path, ids: Collection[str], to: Path) -> int:
    """Write the pages with these ids of every JSONL file of a folder to one file; how many there were."""
    found = [page for file in sorted(corpus.glob("*.jsonl")) for page in rows(file) if str(page["id"]) in ids]
    to.write_text("".join(json.dumps(page, ensure_ascii=False) + "\n" for page in found), encoding="utf-8")
    return len(found)


def stated(export: Path, pages: Collection[str]) -> int:
    """How many events an export states on these pages; an event that two of them report counts twice."""
    return sum(
        len({str(source["article"]) for source in event["sources"]} & set(pages))
        for event in rows(export / "events.jsonl")
    )


def figures(events: int, pages: int) -> Figures:
    """The figure of a lot of pages."""
    return {"inventions a page": Figure(events / pages)} if pages else {}
