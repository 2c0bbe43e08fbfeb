"""A record of the sample newsroom, read once for all tests of the desk, and a page that means harm."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from fastapi.testclient import TestClient

from dragoman import sample
from dragoman.config import Config
from dragoman.facts.read import Reader
from dragoman.pipeline import Tally, read_into
from dragoman.reading import read as article_of
from dragoman.record.build import build
from dragoman.sources import find
from dragoman.store.store import Store
from dragoman.types import Page
from dragoman.web.app import create_app
from dragoman.web.guard import Access

HOSTILE = (
    '<script>alert("title")</script> General Valery Gerasimov met "Joseph Dunford" & others\n\n'
    "Russian General Valery Gerasimov met US General Joseph Dunford in Baku on 16 February 2017, the "
    "<b onmouseover=alert(1)>ministry</b> said.\n\n"
    "</p></article><img src=x onerror=alert(2)>{{ 7 * 7 }}{% raw %} &lt;already&gt; escaped\n\n"
    "=HYPERLINK(\"http://evil.example\",\"click\")\n"
)


@lru_cache(maxsize=1)
def _read() -> Path:
    path = Path(mkdtemp()) / "sample.dragoman"
    config, tally = Config(), Tally()
    hostile = Page(
        id='x" onclick="alert(3)<i>', origin="hostile", kind="text", body=HOSTILE, sha256="0" * 64,
        url="javascript:alert(4)", title='<script>alert("title")</script>', published="2017-02-18",
        publisher='"><script>alert(5)</script>',
    )
    with Store.open(path, create=True) as store:
        read_into(store, [*find([str(sample.folder())]), hostile], article_of, Reader(), "test", config, tally)
        build(store, config.threshold)
    assert not tally.failed
    return path


def newsroom(folder: Path) -> Store:
    """A copy of the record of the sample newsroom and one hostile page, in a folder."""
    path = folder / "sample.dragoman"
    shutil.copy(_read(), path)
    return Store.open(path)


def client(store: Store, access: Access | None = None, **more: Any) -> TestClient:
    """Asks the desk as a browser on this machine does."""
    app = create_app(store, access)
    return TestClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=True, follow_redirects=False, **more)
