from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.facts.read import Reader
from dragoman.types import Article, Reading, Span, Statement

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Reads a text as one article."""

    def reading(text: str, title: str | None = None) -> Reading:
        span = Span(0, len(title)) if title is not None and text.startswith(title) else None
        return next(iter(reader.read_articles([Article("page", text, "0" * 64, title, span)])))

    return reading


@pytest.fixture(scope="session")
def said(read: Read) -> Callable[[str], list[tuple[str, str]]]:
    """Speaker and words of each statement of a text."""

    def of(text: str) -> list[tuple[str, str]]:
        return [(s.speaker_name, words(text, s)) for s in read(text).statements]

    return of


def words(text: str, statement: Statement) -> str:
    return text[statement.start : statement.end]
