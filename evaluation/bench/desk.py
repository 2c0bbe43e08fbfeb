"""How quick the desk is on a large record: each page, search, twenty readers while pages come in, the first view."""

from __future__ import annotations

import gzip
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import select

from dragoman import sample
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.search import search
from dragoman.web.render import STATIC
from evaluation.bench import crowd

_ORDERS = ("-quantity", "supplier", "-when", "item", "-pages")
ARTICLES, EVENTS = 100_000, 50_000
READERS = 20


def record() -> Path:
    """The large record: what DRAGOMAN_CROWD names, else build/crowd.dragoman; made where it is missing."""
    path = Path(os.environ.get("DRAGOMAN_CROWD") or "build/crowd.dragoman")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(path.name + ".part")
        draft.unlink(missing_ok=True)
        crowd.make(draft, ARTICLES, EVENTS, report=True)
        draft.replace(path)
    return path


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that runs: its address without a stroke at its end, and the number of its process."""

    address: str
    process: int

    def ask(self, path: str) -> Took:
        """Opens one address to its end."""
        before = self._worked()
        began = time.perf_counter()
        with urllib.request.urlopen(self.address + path, timeout=60) as answer:
            answer.read()
        return Took(time.perf_counter() - began, self._worked() - before)

    def _worked(self) -> float:
        """Seconds of processor time that the desk has used (POSIX: the clock of another process)."""
        return time.clock_gettime(~self.process << 3 | 2)


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds that an answer took on the wall, and of the desk's processor."""

    wall: float
    work: float


@contextmanager
def served(path: Path) -> Iterator[Desk]:
    """A desk over a record."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--record", str(path), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    desk = Desk(f"http://127.0.0.1:{port}", server.pid)
    try:
        for _ in range(600):
            try:
                desk.ask("/assets/icon.svg")
                break
            except OSError:
                time.sleep(0.1)
        yield desk
    finally:
        server.terminate()
        server.wait(20)


@dataclass(frozen=True, slots=True)
class Clicks:
    """What a reader may ask for, by kind of page; each call gives another address."""

    kinds: dict[str, Callable[[random.Random], str]]


def clicks(path: Path) -> Clicks:
    """Addresses of a record, drawn anew at each call."""
    with Store.open(path) as store:
        e, a, p = schema.events.c, schema.actors.c, schema.articles.c
        events = [row.id for row in store.rows(select(e.id).order_by(e.id).limit(3_000))]
        busy = [r.id for r in store.rows(select(a.id).order_by(a.pages.desc()).limit(100))]
        others = [r.id for r in store.rows(select(a.id).order_by(a.id).limit(1_000))]
        people = select(a.name).where(a.kind == "person").order_by(a.pages.desc()).limit(300)
        names = [row.name for row in store.rows(people)]
        pages = [row.id for row in store.rows(select(p.id).order_by(p.id).limit(3_000))]
        codes = sorted({r.country for r in store.rows(select(a.country).where(a.kind == "state")) if r.country})
        venues = select(e.place).where(e.aside.in_([False, True])).distinct()
        places = sorted({row.place for row in store.rows(venues) if row.place})
        titles = [row.title or "" for row in store.rows(select(p.title).limit(400))]
        words = sorted({word for title in titles for word in title.split() if len(word) > 2})

    def filtered(chance: random.Random) -> str:
        fields = [
            f"who={quote(chance.choice(codes + names))}" if chance.random() < 0.6 else "",
            f"with={chance.choice(codes)}" if chance.random() < 0.2 else "",
            f"where={quote(chance.choice(places))}" if chance.random() < 0.2 else "",
            f"type={chance.choice(('meeting', 'visit', 'arms_transfer'))}" if chance.random() < 0.3 else "",
            f"since={chance.randrange(1996, 2025)}" if chance.random() < 0.4 else "",
        ]
        return "&".join(field for field in fields if field)

    return Clicks(
        {
            "overview": lambda c: "/",
            "timeline": lambda c: f"/timeline?{filtered(c)}",
            "timeline, deep": lambda c: f"/timeline?page={c.randrange(1, 400)}",
            "map": lambda c: f"/map?{filtered(c)}",
            "network": lambda c: f"/network?ties={c.choice(('meets', 'hosts', 'supplies'))}&{filtered(c)}",
            "arms": lambda c: f"/arms?from={c.choice(codes)}&order={c.choice(_ORDERS)}",
            "arms, totals": lambda c: f"/arms/totals?from={c.choice(codes)}" if c.random() < 0.7 else "/arms/totals",
            "pair": lambda c: "/pair?who={}&with={}".format(*c.sample(codes, 2)),
            "venues": lambda c: f"/venues?{filtered(c)}",
            "brokers": lambda c: f"/brokers?since={c.randrange(1996, 2025)}",
            "search": lambda c: f"/search?q={quote(_typed(c, words, names))}",
            "event": lambda c: f"/event/{c.choice(events)}",
            "article": lambda c: f"/article/{c.choice(pages)}",
            "dossier": lambda c: f"/actor/{c.choice(busy if c.random() < 0.5 else others)}",
            "place": lambda c: f"/place/{quote(c.choice(places))}",
            "review": lambda c: f"/review?page={c.randrange(1, 50)}",
            "api": lambda c: f"/api/events?{filtered(c)}",
            "api, line of time": lambda c: f"/api/timeline?{filtered(c)}",
        }
    )


def _typed(chance: random.Random, words: Sequence[str], names: Sequence[str]) -> str:
    whole = " ".join(chance.sample(words, chance.choice((1, 2)))) if chance.random() < 0.6 else chance.choice(names)
    return whole[: chance.randrange(2, len(whole) + 1)].strip() or whole


def pages(desk: Desk, what: Clicks, times: int = 40, seed: int = 1) -> dict[str, Took]:
    """The 95th percentiles of what each kind of page takes, asked one after another."""
    chance = random.Random(seed)
    out = {}
    for kind, draw in what.kinds.items():
        desk.ask(draw(chance))
        took = [desk.ask(draw(chance)) for _ in range(times)]
        out[kind] = Took(p95([t.wall for t in took]), p95([t.work for t in took]))
    return out


def readers(path: Path, desk: Desk, what: Clicks, seconds: float = 30.0, seed: int = 2) -> tuple[list[float], int]:
    """Seconds of all that twenty readers ask while `read` adds the sample newsroom, and how much of it failed."""
    took: list[float] = []
    failed: list[str] = []
    until = time.monotonic() + seconds

    def click(number: int) -> None:
        chance = random.Random(seed * 1_000 + number)
        while time.monotonic() < until:
            draw = what.kinds[chance.choice(sorted(what.kinds))]
            try:
                took.append(desk.ask(draw(chance)).wall)
            except (OSError, urllib.error.HTTPError) as error:
                failed.append(str(error))
            time.sleep(chance.uniform(0.5, 2.0))  # a reader reads

    adds = [sys.executable, "-m", "dragoman", "read", "--quiet", str(sample.folder()), "--record", str(path)]
    adding = subprocess.Popen(adds, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    threads = [threading.Thread(target=click, args=(n,)) for n in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    try:
        _, told = adding.communicate(timeout=600)
        failed += [f"read: {told.decode()[-200:]}"] if adding.returncode else []
    except subprocess.TimeoutExpired:
        adding.kill()
        failed.append("read: not done after ten minutes")
    for error in failed[:5]:
        print(error, file=sys.stderr)
    return took, len(failed)


def searches(path: Path, times: int = 200, seed: int = 3) -> float:
    """The 95th percentile of the seconds of a search as one types, without the page around it."""
    chance = random.Random(seed)
    draw = clicks(path).kinds["search"]
    took = []
    with Store.open(path) as store:
        from urllib.parse import unquote

        for _ in range(times):
            words = unquote(draw(chance).split("q=")[1])
            began = time.perf_counter()
            search(store, words)
            took.append(time.perf_counter() - began)
    return p95(took)


def first_view(address: str) -> float | None:
    """Seconds until a browser that was never here shows the overview; None where there is no browser."""
    from shutil import which

    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    browser = which("chromium") or which("chromium-browser")
    if browser is None:
        return None
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = running.new_page()
        began = time.perf_counter()
        page.goto(f"{address}/timeline", wait_until="load")
        page.wait_for_selector(".events tbody tr")
        took = time.perf_counter() - began
        running.close()
    return took


def shipped() -> dict[str, int]:
    """Bytes of each script, compressed; empty where they are not built."""
    return {path.name.rsplit("-", 1)[0]: len(gzip.compress(path.read_bytes())) for path in sorted(STATIC.rglob("*.js"))}


def p95(took: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(took)[max(0, -(-95 * len(took) // 100) - 1)]


def rows() -> list[tuple[str, str, str]]:
    """What was measured, as rows of the table of benchmarks."""
    from shutil import copyfile

    path = record()
    what = clicks(path)
    out = []
    with tempfile.TemporaryDirectory() as work:
        own = Path(work) / "crowd.dragoman"
        copyfile(path, own)  # pages are added to it
        with served(own) as desk:
            took = first_view(desk.address)
            if took is not None:
                out.append(("desk: first view in a browser that was never here", f"{took:.2f} s", "1.5 s"))
            for kind, of in pages(desk, what).items():
                told = f"{of.wall * 1_000:.0f} ms ({of.work * 1_000:.0f} ms of a processor)"
                out.append((f"desk: {kind}, p95 of 40", told, "150 ms"))
            all_of_them, failed = readers(own, desk, what)
            told = f"{p95(all_of_them) * 1_000:.0f} ms, {failed} of {len(all_of_them)} failed"
            out.append((f"desk: {READERS} readers while pages are added, p95", told, "400 ms, none"))
    out.append(("desk: search as one types, p95 of 200", f"{searches(path) * 1_000:.0f} ms", "50 ms"))
    sizes = shipped()
    if sizes:
        out.append(("desk: scripts, compressed, all together", f"{sum(sizes.values()) / 1000:.0f} kB", "700 kB"))
    return out


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
