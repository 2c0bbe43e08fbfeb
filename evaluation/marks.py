"""Pages with acts that people have marked: what the weights of likely sides and of likely starts are fitted to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.types import Article, Span

PARTS = 5  # each is judged by weights fitted to the others; a page stands whole in one


@dataclass(frozen=True, slots=True)
class Marked:
    """A page, the part in which it stands, and its acts by kind and by the offset of their word."""

    article: Article
    part: int
    acts: dict[tuple[str, int], dict[str, Any]]


def marked(path: Path) -> Iterator[Marked]:
    """The pages of a file of JSON lines with id, title, text, published and acts.

    An act has its kind and `at`, the offset of its word, the title and an empty line counted before the text.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        part = hashlib.sha256(row["id"].encode()).digest()[0] % PARTS
        yield Marked(_article(row), part, {(a["kind"], a["at"]): a for a in row["acts"]})


def _article(row: dict[str, Any]) -> Article:
    title, text = row.get("title"), row["text"]
    return Article(
        id=row["id"], text=f"{title}\n\n{text}" if title else text, sha256="0" * 64, title=title,
        title_span=Span(0, len(title)) if title else None, published=row.get("published"),
        published_basis="given" if row.get("published") else "unknown",
    )
