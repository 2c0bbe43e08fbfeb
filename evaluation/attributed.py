"""Scores who is said to say so: the chains behind 160 reports of events on real pages, marked by hand.

    python -m evaluation.attributed [--show]

`attributed.jsonl` keeps where each report's trigger stands and the chains that are right, outermost first; `|` in a
chain's place holds other names of one source. The pages lie in the folder `corpus` of DRAGOMAN_EVAL; the marks follow
one rule: a report is attributed to those in whose reported words its trigger stands, and to nobody where the page
itself tells it.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.facts.attribution import Sayings
from dragoman.facts.read import Reader
from dragoman.mentions.spelling import fold
from dragoman.reading import read
from dragoman.sources import find
from dragoman.types import Article, Evidence, Page
from evaluation.scores import Figure, Figures
from evaluation.sets import root, rows

FILE = Path(__file__).parent / "attributed.jsonl"
CORPUS = "corpus"  # the folder of the pages
COLUMN = "who says so"

Chain = tuple[frozenset[str], ...]  # each link by its names


@dataclass(frozen=True, slots=True)
class Mark:
    """One report with the chains that are right for it."""

    article: str
    text_sha256: str  # first characters of the digest of the text that the offsets are of
    start: int
    end: int
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read for a mark; None where its page is not there or has another text."""

    mark: Mark
    names: tuple[str, ...] | None

    @property
    def right(self) -> bool:
        """Whether one of the mark's chains was read."""
        return self.names is not None and any(same(chain, self.names) for chain in self.mark.chains)


def marks(path: Path = FILE) -> list[Mark]:
    """The marks in the order of the file."""
    return [
        Mark(
            row["article"],
            row["text_sha256"],
            row["start"],
            row["end"],
            tuple(tuple(frozenset(names) for names in chain) for chain in row["chains"]),
        )
        for row in rows(path)
    ]


def same(chain: Chain, names: Sequence[str]) -> bool:
    """Whether the names that were read are those of a chain, link by link."""
    return len(chain) == len(names) and all(
        any(_alike(marked, name) for marked in link) for link, name in zip(chain, names, strict=True)
    )


def _alike(marked: str, name: str) -> bool:
    """Whether the words of one name are all in the other: "two people" and "two people who know the matter"."""
    one, other = set(fold(marked).split()), set(fold(name).split())
    return bool(one and other) and (one <= other or other <= one)


def answers(folder: Path, wanted: Sequence[Mark]) -> list[Answer]:
    """What the reader makes of each mark's report, from the pages of a folder."""
    ids = {mark.article for mark in wanted}
    articles: list[Article] = []
    for page in find(sorted(folder.glob("*.jsonl"))):
        if isinstance(page, Page) and page.id in ids:
            articles.append(read(page))
    texts = {a.id: hashlib.sha256(a.text.encode()).hexdigest() for a in articles}
    sayings = {r.article.id: Sayings(r.statements) for r in Reader().read_articles(articles)}
    out = []
    for mark in wanted:
        there = texts.get(mark.article, "").startswith(mark.text_sha256) and mark.article in sayings
        trigger = Evidence(mark.start, mark.end, "marked")
        out.append(Answer(mark, sayings[mark.article].attributed_to(trigger) if there else None))
    return out


def figures(found: Sequence[Answer]) -> Figures:
    """The share that is right, of all reports and of those that somebody is cited for."""
    cited = [a for a in found if () not in a.mark.chains]
    return {
        "attributed_to: right": _share(found),
        "attributed_to: right where somebody is cited": _share(cited),
    }


def _share(found: Sequence[Answer]) -> Figure:
    right = sum(a.right for a in found)
    return Figure(right / len(found) if found else 0.0, right, len(found))


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 also where the pages are not there: it says so."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.attributed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--show", action="store_true", help="print each report that is wrong")
    options = parser.parse_args(arguments)
    folder = root() / CORPUS
    if not folder.is_dir():
        print(f"attributed: {folder} is not there; DRAGOMAN_EVAL names the folder that holds it")
        return 0
    found = answers(folder, marks())
    for a in found:
        if options.show and not a.right:
            wanted = " or ".join(" > ".join("|".join(sorted(link)) for link in c) or "nobody" for c in a.mark.chains)
            got = "not there" if a.names is None else " > ".join(a.names) or "nobody"
            print(f"{a.mark.article} {a.mark.start}-{a.mark.end}: {got}; right: {wanted}")
    for name, figure in figures(found).items():
        print(f"{name}: {figure} = {figure.value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
