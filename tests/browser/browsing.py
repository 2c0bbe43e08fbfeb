"""A desk that is served for real and a browser that visits it: what browser tests and pictures share."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import select

from dragoman import sample
from dragoman.store import schema
from dragoman.store.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser_path() -> str | None:
    """The browser of this machine: what DRAGOMAN_BROWSER names, else a Chromium on PATH; None where there is none."""
    named = os.environ.get("DRAGOMAN_BROWSER")
    if named:
        return named
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


@dataclass(frozen=True, slots=True)
class Served:
    """A desk that runs: its address without a stroke at its end, and its record."""

    address: str
    record: Path


@contextmanager
def desk_on(record: str | None = None) -> Iterator[Served]:
    """Serves a record, or the sample newsroom read for this, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(record) if record else Path(folder) / "sample.dragoman"
        command = [sys.executable, "-m", "dragoman"]
        if record is None:
            subprocess.run([*command, "read", "-q", str(sample.folder()), "--record", str(path)], check=True)
        with served(path) as desk:
            yield desk


@contextmanager
def served(path: Path) -> Iterator[Served]:
    """Serves a record that is there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--record", str(path), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, server)
        yield Served(address, path)
    finally:
        server.terminate()
        server.wait(20)


def _wait(address: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the desk ended with {server.returncode}")
        try:
            urllib.request.urlopen(f"{address}/assets/icon.svg", timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the desk did not answer")


@cache
def views(desk: Served) -> dict[str, str]:
    """Every view by name, with an address that shows something."""
    with Store.open(desk.record) as store:
        e, a = schema.events.c, schema.actors.c
        event = next(iter(store.rows(select(e.id).order_by(e.conflicts.desc(), e.pages.desc(), e.id).limit(1)))).id
        actor = next(
            iter(store.rows(select(a.id).where(a.kind == "person").order_by(a.pages.desc(), a.id).limit(1)))
        ).id
        s = schema.event_sources.c
        page = next(iter(store.rows(select(s.article).where(s.event == event).order_by(s.position).limit(1)))).article
    return {
        "overview": "/",
        "timeline": "/timeline",
        "filtered": "/timeline?who=Gerasimov&since=2017&until=2019",
        "nothing": "/timeline?who=Nobody",
        "wrong": "/timeline?since=soon",
        "map": "/map",
        "network": "/network",
        "arms": "/arms",
        "totals": "/arms/totals",
        "pairs": "/pair",
        "pair": "/pair?who=RUS&with=USA",
        "venues": "/venues",
        "brokers": "/brokers",
        "then": "/?as-of=2018",
        "search": "/search?q=Gerasimov",
        "event": f"/event/{event}",
        "article": f"/article/{page}",
        "actor": f"/actor/{actor}",
        "place": "/place/Baku",
        "review": "/review",
        "add": "/add",
        "api": "/api",
    }


NAMES = (
    "overview", "timeline", "filtered", "nothing", "wrong", "map", "network", "arms", "totals",
    "pairs", "pair", "venues", "brokers", "then", "search", "event", "article", "actor", "place", "review", "add", "api",
)  # fmt: skip


def arrive(page: Page, address: str) -> int:
    """Opens an address and gives the answer's status, once the record of its day is put together."""
    while True:
        answer = page.goto(address)
        assert answer is not None, address
        if answer.status != 202:
            return answer.status
        time.sleep(0.5)


def settled(page: Page) -> None:
    """Waits until a page has loaded, and what its scripts draw is drawn: the last thing that they write is what it is."""
    page.wait_for_load_state("load")
    if page.query_selector("[data-island]"):  # nothing may be evaluated on a page of the desk: a selector tells
        page.wait_for_selector("[data-island] figcaption:not(:empty)", state="attached")


class Browsing:
    """A browser that opens pages and keeps what went wrong on them."""

    def __enter__(self) -> Browsing:
        from playwright.sync_api import sync_playwright

        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._browser.close()
        self._playwright.stop()

    @contextmanager
    def page(
        self, size: tuple[int, int] = (1440, 900), scheme: Literal["light", "dark"] = "light", **more: Any
    ) -> Iterator[Page]:
        """A page in a context of its own: no cookies, nothing remembered."""
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce", **more
        )
        try:
            yield context.new_page()
        finally:
            context.close()
