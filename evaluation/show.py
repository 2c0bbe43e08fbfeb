"""`python -m evaluation.show [SET] [--pages IDS]`: what is wrong on which page, held-back pages left out."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from evaluation import records, scores, sets


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 unless a set could not be read."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.show", description=__doc__)
    parser.add_argument("set", nargs="*", help="seeds, newsroom, devreal; default: all")
    parser.add_argument("--pages", help="comma-separated page ids")
    parser.add_argument("--types", default="", help="comma-separated kinds of event; default: all")
    parser.add_argument("--people", action="store_true", help="people and speakers instead of events")
    parser.add_argument("--held-back", action="store_true", help="show held-back pages too: only when the work is done")
    options = parser.parse_args(arguments)
    folder = sets.root()
    held = frozenset() if options.held_back else sets.held_back(folder)
    known = sets.gold_sets(folder)
    unknown = set(options.set) - {gold.name for gold in known}
    if unknown:
        parser.error(f"no such set: {', '.join(sorted(unknown))}; there are {', '.join(g.name for g in known)}")
    for gold in known:
        if options.set and gold.name not in options.set:
            continue
        if missing := gold.missing():
            print(f"{gold.name}: not there: {', '.join(map(str, missing))}")
            continue
        wanted = set(options.pages.split(",")) if options.pages else None
        pages = [page for page in gold.page_ids() if page not in held and (wanted is None or page in wanted)]
        if not pages:
            continue
        print(f"== {gold.name}: {len(pages)} pages")
        with tempfile.TemporaryDirectory() as work:
            try:
                export = records.export([gold.pages], Path(work))
            except records.CommandFailed as failure:
                print(failure, file=sys.stderr)
                return 1
            kinds = [kind for kind in options.types.split(",") if kind]
            if options.people:
                print(scores.people(folder / "score", gold, export, pages, "--show") or "no people in the gold")
            else:
                print(scores.events(folder / "score", gold, export, pages, kinds, "--show"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
