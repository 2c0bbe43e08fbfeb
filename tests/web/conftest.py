"""One desk over the sample newsroom, for the tests that only look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from dragoman.store.store import Store
from tests.web.newsroom import client, newsroom


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with newsroom(tmp_path_factory.mktemp("desk")) as opened:
        yield opened


@pytest.fixture(scope="session")
def desk(store: Store) -> TestClient:
    return client(store)
