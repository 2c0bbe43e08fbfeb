"""Pages made by hand for the tests of reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.types import Article, Page


@pytest.fixture
def make_page() -> Callable[..., Page]:
    """A text page of the given body; other fields by name."""

    def make(body: str, **fields: str) -> Page:
        values: dict[str, str] = {"id": "p", "origin": "p.txt", "kind": "text", "sha256": "0", **fields}
        return Page(body=body, **values)  # type: ignore[arg-type]

    return make


@pytest.fixture
def pieces() -> Callable[[Article], dict[str, list[str]]]:
    """The furniture of an article by reason, as text."""

    def of(article: Article) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for piece in article.furniture:
            found.setdefault(piece.reason, []).append(article.text[piece.start : piece.end])
        return found

    return of
