"""One reader for all tests of facts: to load it takes longer than to read what they ask of it."""

from __future__ import annotations

import pytest

from dragoman.reading.article import read
from dragoman.sample import folder
from dragoman.sources.pages import find
from dragoman.types import Page, Reading
from tests.facts.telling import Teller


@pytest.fixture(scope="session")
def tell() -> Teller:
    """What a page of a few sentences tells."""
    return Teller()


@pytest.fixture(scope="session")
def sample(tell: Teller) -> tuple[Reading, ...]:
    """What the pages of the bundled newsroom tell."""
    pages = [page for page in find([folder()]) if isinstance(page, Page)]
    return tuple(tell.reader.read_articles(read(page) for page in pages))
