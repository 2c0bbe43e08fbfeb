from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.facts.read import Reader
from dragoman.types import Article, Reading, Statement

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Reads a text as one article."""

    def reading(text: str, title: str | None = None) -> Reading:
        return next(iter(reader.read_articles([Article("page", text, "0" * 64, title)])))

    return reading


@pytest.fixture(scope="session")
def said(read: Read) -> Callable[[str], list[tuple[str, str]]]:
    """Speaker and words of each statement of a text."""

    def of(text: str) -> list[tuple[str, str]]:
        return [(s.speaker_name, words(text, s)) for s in read(text).statements]

    return of


def words(text: str, statement: Statement) -> str:
    return text[statement.start : statement.end]
