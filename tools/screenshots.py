"""Pictures of every view of the desk, wide and narrow, light and dark, of a record of the sample newsroom.

With --docs the few that docs/desk.md shows, one screen each and compressed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tests.browser.browsing import Browsing, arrive, desk_on, settled, views

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = {"wide": (1440, 900), "narrow": (390, 844)}
DOCS = Path("docs/desk")
# What the documents show: a view, how wide, in which light.
SHOWN: tuple[tuple[str, str, Literal["light", "dark"]], ...] = (
    ("overview", "wide", "light"), ("timeline", "wide", "light"), ("map", "wide", "light"), ("pair", "wide", "light"),
    ("event", "wide", "light"), ("article", "wide", "light"), ("network", "wide", "dark"),
    ("venues", "narrow", "light"),
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 where every picture was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", help="a record; default: the sample newsroom, read for this")
    parser.add_argument("--out", type=Path, default=Path("build/desk"))
    parser.add_argument("--docs", action="store_true", help=f"only those of the documents, into {DOCS}")
    parser.add_argument("--only", help="a view whose name begins so")
    parser.add_argument("--dark", action="store_true", help="also in the dark")
    options = parser.parse_args(arguments)
    if options.docs:
        return _for_docs(options.record, options.only or "")
    options.out.mkdir(parents=True, exist_ok=True)
    with desk_on(options.record) as desk, Browsing() as browser:
        for name, address in views(desk).items():
            if options.only and not name.startswith(options.only):
                continue
            for width, size in WIDTHS.items():
                for scheme in ("light", "dark") if options.dark else ("light",):
                    path = options.out / f"{name}-{width}{'-dark' if scheme == 'dark' else ''}.png"
                    with browser.page(size, scheme) as page:
                        _open(page, desk.address + address)
                        page.screenshot(path=path, full_page=True)
                    print(path)
    return 0


def _for_docs(record: str | None, only: str) -> int:
    DOCS.mkdir(parents=True, exist_ok=True)
    with desk_on(record) as desk, Browsing() as browser:
        addresses = views(desk)
        for name, width, scheme in SHOWN:
            if not name.startswith(only):
                continue
            path = DOCS / f"{name}{'-narrow' if width == 'narrow' else ''}{'-dark' if scheme == 'dark' else ''}.jpg"
            with browser.page(WIDTHS[width], scheme) as page:
                _open(page, desk.address + addresses[name])
                page.screenshot(path=path, type="jpeg", quality=72)
            print(path)
    return 0


def _open(page: Page, address: str) -> None:
    arrive(page, address)
    settled(page)
    page.wait_for_timeout(600)  # pictures and type


if __name__ == "__main__":
    sys.exit(main())
