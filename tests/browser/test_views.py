"""Every view in a real browser: it opens clean, fits the screen, asks nobody else, and a screen reader can follow it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from dragoman.web.render import MANIFEST

if TYPE_CHECKING:
    from playwright.sync_api import Page

from tests.browser.browsing import NAMES, Browsing, Served, arrive, settled, views

AXE = Path(__file__).parents[2] / "islands" / "node_modules" / "axe-core" / "axe.min.js"
WIDE, NARROW = (1440, 900), (390, 844)


ALL = "{resultTypes: ['violations']}"
COLOURS = "{resultTypes: ['violations'], runOnly: ['color-contrast']}"


@cache
def axe() -> str | None:
    """The script that looks for what a screen reader cannot follow; None where it is not there."""
    return AXE.read_text(encoding="utf-8") if AXE.exists() else None


def visit(
    browser: Browsing, desk: Served, address: str, size: tuple[int, int], scheme: Literal["light", "dark"] = "light",
    rules: str | None = None,
) -> tuple[list[str], list[dict[str, Any]] | None, int]:
    """What went wrong on a page, what axe finds serious in it (None without axe), and by how much it is too wide."""
    wrong: list[str] = []
    expected = 400 if "since=soon" in address else 200
    with browser.page(size, scheme) as page:
        page.on("console", lambda m: wrong.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: wrong.append(f"error: {e}"))
        page.on("dialog", lambda d: (wrong.append(f"dialog: {d.message}"), d.dismiss()))
        page.on("request", lambda r: _own(desk, r.url) or wrong.append(f"asks {r.url}"))
        page.on("requestfailed", lambda r: wrong.append(f"failed: {r.url}"))
        assert arrive(page, desk.address + address) == expected, address
        settled(page) if MANIFEST.exists() else page.wait_for_load_state("load")
        serious = None
        if rules is not None and (script := axe()) is not None:
            page.evaluate(script)
            found = page.evaluate(f"axe.run(document, {rules})")
            serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
        over = max(_over(page, width) for width in ((size,) if size == NARROW else (size, NARROW)))
    if expected == 400:
        wrong = [w for w in wrong if "400" not in w]  # the browser tells of the answer that was asked for
    return wrong, serious, over


def _over(page: Page, size: tuple[int, int]) -> int:
    """By how many pixels a page is wider than a screen of this size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def _own(desk: Served, url: str) -> bool:
    return url.startswith((desk.address + "/", "data:", "blob:"))


@pytest.mark.parametrize("name", NAMES)
def test_a_view_opens_clean(browser: Browsing, desk: Served, name: str) -> None:
    wrong, serious, over = visit(browser, desk, views(desk)[name], WIDE, rules=ALL)
    assert wrong == []
    assert over <= 0, f"{over} pixels wider than the screen, wide or narrow"
    assert [(v["id"], [n["html"][:200] for n in v["nodes"]][:3]) for v in serious or ()] == []


@pytest.mark.parametrize("name", ["timeline", "map", "network"])
def test_what_a_script_draws_fits_a_narrow_screen(browser: Browsing, desk: Served, name: str) -> None:
    wrong, _, over = visit(browser, desk, views(desk)[name], NARROW)
    assert wrong == [] and over <= 0


@pytest.mark.parametrize("name", ["overview", "timeline", "pair", "event", "article", "map"])
def test_a_view_is_legible_in_the_dark(browser: Browsing, desk: Served, name: str) -> None:
    wrong, serious, _ = visit(browser, desk, views(desk)[name], WIDE, "dark", COLOURS)
    assert wrong == []
    assert [(v["id"], [n["html"][:200] for n in v["nodes"]][:3]) for v in serious or ()] == []


def test_a_page_that_means_harm_does_none(browser: Browsing, desk: Served) -> None:
    from urllib.parse import quote

    for address in (
        "/article/" + quote('x" onclick="alert(3)<i>', safe=""), "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/timeline?who=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "/search?q=ministry",
    ):  # fmt: skip
        wrong, _, _ = visit(browser, desk, address, WIDE)
        assert wrong == []
