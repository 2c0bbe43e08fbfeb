"""Scores sources, cues and contents of statements against PolNeAR, exact spans, from raw text.

    python -m evaluation.polnear [PART]     # dev, train, test or a folder; else under DRAGOMAN_BENCH/PolNeAR/data

A span of one role counts where one of the same role has the same first and last letter or digit: PolNeAR counts
commas and quotation marks in or out by rules that say nothing about who said what. Its annotators keep the "that" of a
clause and ours is left out, and they mark one content where two quotations of one cue follow one another; both are
brought to their form here. PolNeAR also marks attitudes and acts ("supports", "wants", "is expected to"), which are
no statements, so that no recall near one can be had by a reader of statements.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.facts.read import Reader
from dragoman.types import Article, Span, Statement

ROLES = ("source", "cue", "content")
PARTS = ("dev", "train", "test")
Spans = tuple[Span, ...]


@dataclass(slots=True)
class Tally:
    """Counts for one role."""

    gold: int = 0
    found: int = 0
    right: int = 0
    overlapping: int = 0

    def line(self) -> str:
        """Precision, recall and F1 in percent, and the share of gold spans that are at least touched."""
        p = self.right / self.found if self.found else 0.0
        r = self.right / self.gold if self.gold else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        touched = self.overlapping / self.gold if self.gold else 0.0
        figures = f"P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f:5.1f}  touched {100 * touched:5.1f}"
        return f"{figures}  ({self.gold} gold, {self.found} found)"


@dataclass(slots=True)
class Attribution:
    """The spans of one attribution, each role in pieces."""

    roles: dict[str, Spans] = field(default_factory=dict)


def folder() -> Path:
    """Where the corpus lies."""
    return Path(os.environ.get("DRAGOMAN_BENCH", "../bench")) / "PolNeAR" / "data"


def documents(part: Path) -> Iterator[tuple[str, str, list[Attribution]]]:
    """Name, text and gold of each document of a part; of several annotators the first."""
    taken: dict[str, Path] = {}
    for path in sorted((part / "attributions").glob("*.ann")):
        taken.setdefault(path.stem.rsplit("_", 1)[0], path)
    for name, path in sorted(taken.items()):
        text = (part / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield name, text, gold(path.read_text(encoding="utf-8"))


def gold(annotation: str) -> list[Attribution]:
    """The attributions of a brat file."""
    spans: dict[str, Spans] = {}
    out: list[Attribution] = []
    events: list[str] = []
    for row in annotation.splitlines():
        parts = row.split("\t")
        if parts[0].startswith("T") and len(parts) > 1:
            pieces = parts[1].split(" ", 1)[1].split(";")
            spans[parts[0]] = tuple(Span(int(a), int(b)) for a, b in (p.split(" ") for p in pieces))
        elif parts[0].startswith("E") and len(parts) > 1:
            events.append(parts[1])
    for event in events:
        roles: dict[str, list[Span]] = defaultdict(list)
        for item in event.split():
            role, _, key = item.partition(":")
            roles[role.rstrip("0123456789").lower()].extend(spans.get(key, ()))
        out.append(
            Attribution({role: tuple(sorted(roles[role], key=lambda s: s.start)) for role in ROLES if roles.get(role)})
        )
    return out


def found(text: str, statements: Sequence[Statement]) -> list[Attribution]:
    """What was read, in the annotators' form: one attribution a cue."""
    by_cue: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for s in statements:
        by_cue[s.cue.start, s.cue.end].append(s)
    out: list[Attribution] = []
    for (start, end), said in sorted(by_cue.items()):
        cue = Span(start, end)
        sources = sorted({(s.source.start, s.source.end) for s in said if s.source is not None})
        source = tuple(Span(a, b) for a, b in sources[:1])
        contents = [
            piece for a, b in sorted({(s.start, s.end) for s in said}) for piece in pieces(text, a, b, (cue, *source))
        ]
        out.append(Attribution({"source": source, "cue": (cue,), "content": tuple(contents)}))
    return out


def pieces(text: str, start: int, end: int, inside: Sequence[Span]) -> Iterator[Span]:
    """A content without the cue and source that stand within it, with the "that" before it."""
    begin = start
    if text[max(0, start - 5) : start].lower() == "that ":
        begin = start - 5
    holes = [s for s in inside if start < s.start and s.end < end]
    if holes:
        first = text[begin : min(h.start for h in holes)].rstrip()
        yield marked(text, Span(begin, begin + len(first.rstrip(",") if first[-1:] == "," else first)))
        begin = max(h.end for h in holes)
        begin += len(text[begin:end]) - len(text[begin:end].lstrip(' ,.;:"“”'))
    yield marked(text, Span(begin, end))


def marked(text: str, span: Span) -> Span:
    """A span with the quotation marks around it and the comma before the closing one, as annotators mark it."""
    start, end = span.start, span.end
    if start and text[start - 1] in "\"“‘'":
        start -= 1
    comma = end + (text[end : end + 1] in tuple(",.?!"))
    if text[comma : comma + 1] in tuple("\"”’'"):
        end = comma + 1
    return Span(start, end)


def trimmed(text: str, spans: Spans) -> tuple[int, int] | None:
    """First and last letter or digit of a role's pieces."""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if end > start else None


def whole(text: str, attribution: Attribution, role: str, strict: bool = False) -> tuple[tuple[int, int], ...] | None:
    """A role as what is compared: each piece by its edges, pieces that adjoin made one; `strict`: as it stands."""
    if strict:
        return tuple((s.start, s.end) for s in attribution.roles.get(role, ())) or None
    spans = attribution.roles.get(role, ())
    joined: list[Span] = []
    for s in spans:
        if joined and not any(c.isalnum() for c in text[joined[-1].end : s.start]):
            joined[-1] = Span(joined[-1].start, s.end)
        else:
            joined.append(s)
    edges = tuple(e for s in joined if (e := trimmed(text, (s,))) is not None)
    return edges or None


def compare(
    text: str,
    wanted: Sequence[Attribution],
    had: Sequence[Attribution],
    tallies: dict[str, Tally],
    strict: bool = False,
) -> None:
    """Counts one document."""
    for role in ROLES:
        want = {w for a in wanted if (w := whole(text, a, role, strict)) is not None}
        have = {w for a in had if (w := whole(text, a, role, strict)) is not None}
        tally = tallies[role]
        tally.gold += len(want)
        tally.found += len(have)
        tally.right += len(want & have)
        tally.overlapping += sum(any(a < d and c < b for x in have for c, d in x for a, b in w) for w in want)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 also where the corpus is not there: it says so."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.polnear", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("part", nargs="?", default="dev", help="dev, train, test, or the folder of a part")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each Nth document only")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print what was missed and invented in N documents"
    )
    parser.add_argument("--strict", action="store_true", help="every character counts, commas and marks too")
    options = parser.parse_args(arguments)
    part = folder() / options.part if options.part in PARTS else Path(options.part)
    if not part.is_dir():
        print(f"polnear: {part} is not there; DRAGOMAN_BENCH names the folder that holds PolNeAR")
        return 0
    reader = Reader()
    tallies = {role: Tally() for role in ROLES}
    chosen = list(documents(part))[:: options.every]
    for number, (name, text, wanted) in enumerate(chosen):
        reading = next(iter(reader.read_articles([Article(name, text, "0" * 64)])))
        had = found(text, reading.statements)
        compare(text, wanted, had, tallies, options.strict)
        if number < options.show:
            show(name, text, wanted, had)
    print(f"PolNeAR {part.name}, {len(chosen)} documents")
    for role, tally in tallies.items():
        print(f"  {role:8} {tally.line()}")
    return 0


def show(name: str, text: str, wanted: Sequence[Attribution], had: Sequence[Attribution]) -> None:
    """Prints the differences of one document."""
    print("==", name)
    for role in ROLES:
        want = {w for a in wanted if (w := whole(text, a, role)) is not None}
        have = {w for a in had if (w := whole(text, a, role)) is not None}
        for mark, items in (("-", want - have), ("+", have - want)):
            for item in sorted(items):
                print(f"  {mark} {role:8}", " ... ".join(text[a:b].replace("\n", " ") for a, b in item)[:300])


if __name__ == "__main__":
    sys.exit(main())
