"""`python -m evaluation.bench`: speed, start-up, memory and sameness of bytes, as one table."""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from dragoman import sample
from evaluation import sets, table
from evaluation.bench import actors, corpus, dating, decided, desk, memory, scale, speed, stability, startup

Row = tuple[str, str, str]  # what, measured, bar
MEGABYTE = 1024 * 1024
PAGES = Path("docs/benchmarks.md")

PREFACE = """\
# Speed and size

Written by `make bench ARGS=--write`. The pages are real ones and not part of this repository (`DRAGOMAN_EVAL` names
their folder); processor time on one core, the parser loaded, reader and bare parser in turns over the same batches.

"""


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 unless a command failed or two runs differ."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.bench", description=__doc__)
    parser.add_argument("which", nargs="*", help=f"of {', '.join(PARTS)}; default: all")
    parser.add_argument("--write", action="store_true", help=f"write the table to {PAGES} as well")
    options = parser.parse_args(arguments)
    unknown = set(options.which) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    rows: list[Row] = []
    for name, part in PARTS.items():
        if not options.which or name in options.which:
            print(f"bench: {name} ...", file=sys.stderr, flush=True)
            rows += part()
    text = table.rows(["what", "measured", "bar"], [list(row) for row in rows])
    print(text)
    if options.write:
        machine = f"{platform.machine()}, Python {platform.python_version()}"
        PAGES.write_text(f"{PREFACE}{text}\nMeasured on {machine}.\n", encoding="utf-8")
    return 1 if any(measured.startswith("DIFFERS") for _, measured, _ in rows) else 0


def _memory() -> list[Row]:
    if absent := _absent():
        return [("peak memory", absent, "")]
    with tempfile.TemporaryDirectory() as work:
        peaks = {pages: memory.peak(pages, Path(work)) for pages in (1000, 2000)}
    small, large = peaks[1000] / MEGABYTE, peaks[2000] / MEGABYTE
    return [
        ("peak memory reading 1,000 pages", f"{small:.0f} MB", "under 1,024 MB"),
        ("peak memory reading 2,000 pages", f"{large:.0f} MB ({large / small:.2f} of it)", "no more"),
    ]


def _startup() -> list[Row]:
    return [("`dragoman --help`, median of 10", f"{startup.seconds():.2f} s", "under 0.3 s")]


def _speed() -> list[Row]:
    if absent := _absent():
        return [("speed", absent, "")]
    result = speed.measure(corpus.paths())
    return [
        ("reader", f"{result.words / result.reader:,.0f} words/s", ""),
        ("bare parser, same text", f"{result.words / result.parser:,.0f} words/s", ""),
        (f"reader's speed against it, {result.pages:,} pages", f"{result.parser / result.reader:.2f}", "0.8"),
    ]


def _dates() -> list[Row]:
    if absent := _absent():
        return [("dates alone", absent, "")]
    result = dating.measure(corpus.paths())
    speed = f"{result.bytes / result.seconds / MEGABYTE:.2f} MB/s"
    return [(f"dates alone, {result.found:,} expressions in {result.bytes / MEGABYTE:.1f} MB", speed, "1 MB/s")]


def _stable() -> list[Row]:
    pages = [sample.folder(), *(gold.pages for gold in sets.gold_sets(sets.root()) if gold.pages.exists())]
    with tempfile.TemporaryDirectory() as work:
        differing = stability.differing(pages, Path(work))
    measured = f"DIFFERS: {', '.join(differing)}" if differing else "byte-identical"
    return [("three exports of the same pages", measured, "byte-identical")]


def _absent() -> str:
    missing = corpus.missing()
    return f"not measured: {', '.join(map(str, missing))} not there" if missing else ""


def _actors() -> list[Row]:
    found = [actors.measure(count) for count in actors.SIZES]
    rows = [
        (
            f"{m.sightings:,} actors, 1 % written twice: pairwise F1; time",
            f"{m.f1:.3f}; {m.seconds:.0f} s",
            "0.95; under 180 s" if m is found[-1] else "",
        )
        for m in found
    ]
    return [*rows, ("growth of that time with n", f"n^{actors.growth(found[0], found[-1]):.2f}", "under n^1.2")]


PARTS: dict[str, Callable[[], list[Row]]] = {
    "memory": _memory,
    "startup": _startup,
    "stable": _stable,
    "speed": _speed,
    "desk": desk.rows,
    "actors": _actors,
    "dates": _dates,
    "scale": scale.rows,
    "decided": decided.rows,
}

if __name__ == "__main__":
    sys.exit(main())
