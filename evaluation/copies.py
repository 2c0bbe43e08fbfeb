"""Families of copies: how many of seeded ones are found, and how many pairs are put together wrongly.

    python -m evaluation.copies [FAMILIES]

Each family is a text of its own with one to four versions made of it by cutting, by another title, by another dateline
and by putting other words for one in ten.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from random import Random

from dragoman.record.copies import family_of
from dragoman.types import Article, Span
from evaluation.newswire import text

SEED = 11
PARAPHRASED = 0.1
WORDS = (
    "officials", "reported", "earlier", "later", "several", "according", "ministry", "spokesman", "situation", "region",
    "added", "noted", "stressed", "further", "recent", "military", "political", "week", "month", "capital",
)


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs of articles put in one family: how many, how many of them rightly, how many there are."""

    pairs: int
    right: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the pairs found that are versions of one text."""
        return self.right / self.pairs if self.pairs else 1.0

    @property
    def recall(self) -> float:
        """Share of the pairs of versions that are found."""
        return self.right / self.gold if self.gold else 1.0


def measure(families: int, seed: int = SEED) -> Found:
    """Makes so many families and finds them again."""
    made = dict(_made(families, Random(seed)))
    articles = {id: article for id, (article, _) in made.items()}
    found = family_of(articles.values(), articles.__getitem__)
    got = _pairs((member.lead, id) for id, member in found.items())
    gold = _pairs((family, id) for id, (_, family) in made.items())
    return Found(len(got), len(got & gold), len(gold))


def _pairs(members: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    groups: dict[str, list[str]] = {}
    for family, id in members:
        groups.setdefault(family, []).append(id)
    return {pair for ids in groups.values() for pair in combinations(sorted(ids), 2)}


def _made(families: int, random: Random) -> Iterable[tuple[str, tuple[Article, str]]]:
    for n in range(families):
        base = text(random, random.randrange(4, 25))
        for v in range(random.randrange(2, 6)):
            id = f"f{n:05d}-{v}"
            yield id, (_article(id, base if v == 0 else _version(base, random), random), f"f{n:05d}")


def _version(base: str, random: Random) -> str:
    words = base.split()
    kinds = random.sample(("cut", "paraphrase", "dateline"), random.randrange(1, 4))
    if "cut" in kinds:
        kept = max(30, int(len(words) * random.uniform(0.4, 0.9)))
        first = 0 if random.random() < 0.7 else random.randrange(max(1, len(words) - kept + 1))
        words = words[first : first + kept]
    if "paraphrase" in kinds:
        words = [random.choice(WORDS) if random.random() < PARAPHRASED else w for w in words]
    if "dateline" in kinds:
        words = ["MOSCOW,", str(random.randrange(1, 29)), "March", "-", *words]
    return " ".join(words)


def _article(id: str, body: str, random: Random) -> Article:
    title = " ".join(random.choice(WORDS) for _ in range(random.randrange(5, 12)))
    whole = f"{title}\n{body}"
    published = f"2017-03-{random.randrange(1, 32):02d}"
    return Article(id, whole, "", title=title, title_span=Span(0, len(title)), published=published)


def main() -> int:
    """Prints precision and recall over pairs."""
    families = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    found = measure(families)
    shares = f"precision {found.precision:.4f}, recall {found.recall:.4f}"
    print(f"copies, {families} families, {found.gold} pairs: {shares}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
