"""Real pages without answers, for speed and size."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.sets import root, rows

FILES = ("agency2017.jsonl", "wires2004.jsonl")


def missing() -> list[Path]:
    """The corpus files that are not there."""
    return [path for path in paths() if not path.exists()]


def paths() -> list[Path]:
    """The corpus files."""
    return [root() / "corpus" / name for name in FILES]


def write(path: Path, count: int) -> None:
    """A JSONL file of `count` pages, the kinds mixed.

    Where the corpus is too small it goes round again with the paragraphs of each page in reverse, so that no page is
    a copy of another.
    """
    pages = _endless(_mixed([rows(file) for file in paths()]))
    with path.open("w", encoding="utf-8") as out:
        for _ in range(count):
            out.write(json.dumps(next(pages), ensure_ascii=False) + "\n")


def _mixed(files: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The pages of all files, each file spread evenly over the whole."""
    placed = [((i + 0.5) / len(file), n, page) for n, file in enumerate(files) for i, page in enumerate(file)]
    return [page for _, _, page in sorted(placed, key=lambda entry: entry[:2])]


def _endless(pages: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield from pages
    turn = 1
    while True:
        turn += 1
        for page in pages:
            lines = page["text"].splitlines()
            if len(lines) < turn:
                lines = page["text"].split(". ")
            cut = turn % max(1, len(lines))
            yield {**page, "id": f"{page['id']}-{turn}", "text": "\n".join(reversed(lines[cut:] + lines[:cut]))}
