"""The sets of pages with hand-made answers: where they lie and which of their pages are held back."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ALL = "all"
DEVELOPMENT = "development"
HELD_BACK = "held back"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A set of pages with the answers to them."""

    name: str
    pages: Path  # what `dragoman read` is given
    events: Path
    people: Path
    statements: Path
    ids: Path | None = None  # every page id, where pages without an event count for precision

    def missing(self) -> list[Path]:
        """The files of the set that are not there."""
        needed = [self.pages, self.events, self.people, self.statements, *([self.ids] if self.ids else [])]
        return [path for path in needed if not path.exists()]

    def page_ids(self) -> list[str]:
        """Every page of the set that is scored, sorted."""
        ids = {doc for event in rows(self.events) for doc in event["docs"]}
        if self.ids is not None:
            ids |= set(self.ids.read_text(encoding="utf-8").split())
        return sorted(ids)


def root() -> Path:
    """The folder that holds the sets: DRAGOMAN_EVAL, or a folder `shared` beside the checkout."""
    return Path(os.environ.get("DRAGOMAN_EVAL") or "../shared")


def gold_sets(folder: Path) -> list[GoldSet]:
    """The sets under a folder, whether they are there or not."""
    gold = folder / "gold"
    return [
        GoldSet(
            "seeds",
            folder / "seeds",
            gold / "seeds_events.jsonl",
            gold / "seeds_people.jsonl",
            gold / "seeds_statements.jsonl",
        ),
        GoldSet(
            "newsroom",
            folder / "newsroom" / "pages.jsonl",
            gold / "newsroom_events.jsonl",
            gold / "newsroom_people.jsonl",
            gold / "newsroom_statements.jsonl",
            folder / "newsroom" / "ids.txt",
        ),
        GoldSet(
            "devreal",
            folder / "devreal" / "pages.jsonl",
            folder / "devreal" / "gold.jsonl",
            folder / "devreal" / "people.jsonl",
            folder / "devreal" / "statements.jsonl",
            folder / "devreal" / "ids.txt",
        ),
    ]


def held_back(folder: Path) -> frozenset[str]:
    """Ids of the pages that nobody reads while working, so that their figure is an honest one."""
    path = folder / "gold" / "hold_back.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.exists() else frozenset()


def parts(gold: GoldSet, held: frozenset[str]) -> dict[str, list[str]]:
    """The page ids of each part of a set; a set without held-back pages has one part."""
    ids = gold.page_ids()
    kept = [page for page in ids if page in held]
    if not kept:
        return {ALL: ids}
    return {ALL: ids, DEVELOPMENT: [page for page in ids if page not in held], HELD_BACK: kept}


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
