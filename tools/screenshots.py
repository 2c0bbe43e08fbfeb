"""Pictures of every view of the desk, wide and narrow, light and dark, of a record of the sample newsroom."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.browser.browsing import Browsing, desk_on, views

WIDTHS = {"wide": (1440, 900), "narrow": (390, 844)}


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 where every picture was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", help="a record; default: the sample newsroom, read for this")
    parser.add_argument("--out", type=Path, default=Path("docs/desk"))
    parser.add_argument("--only", help="a view whose name begins so")
    parser.add_argument("--dark", action="store_true", help="also in the dark")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    with desk_on(options.record) as desk, Browsing() as browser:
        for name, address in views(desk).items():
            if options.only and not name.startswith(options.only):
                continue
            for width, size in WIDTHS.items():
                for scheme in ("light", "dark") if options.dark else ("light",):
                    path = options.out / f"{name}-{width}{'-dark' if scheme == 'dark' else ''}.png"
                    with browser.page(size, scheme) as page:
                        page.goto(desk.address + address)
                        page.wait_for_load_state("networkidle")
                        page.wait_for_timeout(600)
                        page.screenshot(path=path, full_page=True)
                    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
