"""A desk over the sample newsroom and a browser for the whole session; without a browser all of it is skipped, loudly."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from dragoman.web.render import MANIFEST
from tests.browser.browsing import Browsing, Served, browser_path, served
from tests.web.newsroom import newsroom


def missing() -> str | None:
    """Why no browser can be driven here; None where one can."""
    if find_spec("playwright") is None:
        return "playwright is not installed (requirements/dev.txt)"
    if browser_path() is None:
        return "there is no Chromium on PATH (Debian: apt install chromium; or name one in DRAGOMAN_BROWSER)"
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for what, why in (("the desk in a browser", missing()), ("the desk's scripts", unbuilt())):
        if why is not None:
            terminalreporter.write_line(f"NOT TESTED: {what}: {why}", red=True, bold=True)


def unbuilt() -> str | None:
    """Why the scripts are not there; None where they are."""
    return None if MANIFEST.exists() else "they are not built (make islands)"


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if (why := missing()) is not None:
        pytest.skip(why)
    store = newsroom(tmp_path_factory.mktemp("browser"))
    store.close()
    with served(store.path) as running:
        yield running


@pytest.fixture(scope="session")
def browser(desk: Served) -> Iterator[Browsing]:
    with Browsing() as running:
        yield running


@pytest.fixture
def scripts() -> None:
    if (why := unbuilt()) is not None:
        pytest.skip(why)
