"""One reader for all tests of facts: to load it takes longer than to read what they ask of it."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.fixture(scope="session")
def tell() -> Teller:
    """What a page of a few sentences tells."""
    return Teller()
