"""Copies: which articles are versions of one text, syndicated, retitled, shortened, updated or corrected.

Shingles of own words are sampled by their hash, so that any two articles sample the same ones; pairs that
share enough of them are aligned. Only what two texts say decides on them, never what else the record holds.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from dragoman.reading.publication import original_of
from dragoman.record.dates import partial, period
from dragoman.record.groups import Groups
from dragoman.record.versions import Version, version
from dragoman.types import Article

LENGTH = 5  # words of a shingle
LEVELS = ((256, 1), (1024, 3), (4096, 5))  # up to so many shingles, one in 2 ** bits is kept
LAST_LEVEL = 7
SHARED = 0.25  # of the shorter text's sample, for a pair to be aligned at all
LEAST = 2  # shingles shared for that
ALIGNED = 0.5  # of the shorter text's runs of three words that stand in the longer one in order
WHOLE = 0.8  # from this share on it does not matter where the rest stands
QUARTER = 0.3  # of each quarter of the shorter text's runs, otherwise
SHORTEST = 0.15  # of the longer text: less is a passage that two texts share, not a version
WINDOW = 45  # days between two versions; the same words, all of them, are a copy after any time
MOST_WORDS = 20_000  # that are compared; a longer text is a book

_WORD = re.compile(r"\w+")
_SPARE = 4  # bits of a hash of 64 that are left out: a database holds the rest as a number
_blake2b = hashlib.blake2b


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to find its copies."""

    article: str
    shingles: int  # how many the text has
    level: int  # hashes whose lowest bits, so many, are zero are kept
    hashes: tuple[int, ...]  # sorted
    day: int | None = None  # of publication, as an ordinal


@dataclass(frozen=True, slots=True)
class Text:
    """All that families are made by, of one article."""

    sketch: Sketch
    digest: str  # of its own words; "" where it has none
    outlet: Outlet


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is known of an article apart from its words: enough to lead a family and to correct another."""

    article: str
    publisher: str | None
    published: str | None  # of its own, with its year
    version: Version | None

    @property
    def order(self) -> tuple[str, str]:
        """Earlier first; unknown dates last."""
        return (self.published or "~", self.article)


@dataclass(frozen=True, slots=True)
class Member:
    """An article's place in its family of copies."""

    lead: str  # the earliest article of the family; itself where it leads or has no copies
    superseded_by: str | None = None  # the same outlet's correction or retraction of it
    version: Version | None = None


def own_words(article: Article) -> list[str]:
    """The words of an article's own text in lower case, without its title and furniture."""
    out: list[str] = []
    for start, end in own_spans(article):
        out.extend(_WORD.findall(article.text[start:end].lower()))
    return out[:MOST_WORDS]


def own_spans(article: Article) -> Iterator[tuple[int, int]]:
    """The stretches of an article's text between its title and furniture."""
    at, whole = 0, len(article.text)
    taken = [(f.start, f.end) for f in article.furniture]
    if article.title_span:
        taken.append((article.title_span.start, article.title_span.end))
    for start, end in [*sorted(taken), (whole, whole)]:
        if start > at:
            yield at, start
        at = max(at, end)


def sketch(article: str, words: Sequence[str], day: int | None = None) -> Sketch:
    """The sample of an article's shingles, from its own words."""
    text, starts, ends = " ".join(words).encode(), [], []
    at = 0
    for word in words:
        starts.append(at)
        at += len(word.encode())
        ends.append(at)
        at += 1
    found = {
        int.from_bytes(_blake2b(text[start:end], digest_size=8).digest()) >> _SPARE
        for start, end in zip(starts, ends[LENGTH - 1 :], strict=False)
    }
    level = next((bits for most, bits in LEVELS if len(found) <= most), LAST_LEVEL)
    mask = (1 << level) - 1
    return Sketch(article, len(found), level, tuple(sorted(h for h in found if not h & mask)), day)


def enough(a: Sketch, b: Sketch, shared: int) -> bool:
    """Whether two texts share enough of what both sampled, so many hashes, to be aligned."""
    if shared < LEAST:
        return False
    short, long = (a, b) if (a.shingles, a.article) < (b.shingles, b.article) else (b, a)
    if short.shingles < SHORTEST * long.shingles:
        return False
    if short.level >= long.level:
        return shared >= SHARED * len(short.hashes)
    mask = (1 << long.level) - 1
    return shared >= SHARED * sum(not h & mask for h in short.hashes)


def are_copies(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether enough of the shorter text's runs of words stand in the longer one in the same order.

    What two texts share only at the head or the end, a rubric or the background, is no copy: unless almost all of the
    shorter one is shared, some of each of its quarters must be.
    """
    x, y = sorted((_runs(a), _runs(b)), key=len)
    if not x:
        return list(a) == list(b) and bool(a)
    least = math.ceil(ALIGNED * len(x))
    shared = LCSseq.similarity(x, y, score_cutoff=least)
    if shared < least:
        return False
    return bool(shared >= WHOLE * len(x)) or min(_quarters(x, y)) >= QUARTER


def _quarters(x: Sequence[object], y: Sequence[object]) -> list[float]:
    """The share of each quarter of `x` that is aligned with `y`."""
    aligned = [0] * len(x)
    for step in LCSseq.opcodes(x, y):
        if step.tag == "equal":
            aligned[step.src_start : step.src_end] = [1] * (step.src_end - step.src_start)
    bounds = [len(x) * i // 4 for i in range(5)]
    return [sum(aligned[i:j]) / (j - i) if j > i else 1.0 for i, j in pairwise(bounds)]


def candidate_pairs(sketches: Iterable[Sketch]) -> Iterator[tuple[str, str]]:
    """Pairs of articles worth an alignment, each once; `sketches` come as `by_day` orders them."""
    known: dict[str, Sketch] = {}
    recent: deque[Sketch] = deque()
    undated: dict[int, list[str]] = defaultdict(list)
    holders: dict[int, list[str]] = defaultdict(list)
    for sketch in sketches:
        while recent and sketch.day is not None and recent[0].day is not None and recent[0].day < sketch.day - WINDOW:
            old = recent.popleft()
            del known[old.article]
            for h in old.hashes:
                holders[h].remove(old.article)
                if not holders[h]:
                    del holders[h]
        shared: dict[str, int] = {}
        for h in sketch.hashes:
            for known_by in (undated, holders):
                if h in known_by:
                    for other in known_by[h]:
                        shared[other] = shared.get(other, 0) + 1
        for other, count in sorted(shared.items()):
            if count >= LEAST and enough(known[other], sketch, count):
                yield (other, sketch.article) if other < sketch.article else (sketch.article, other)
        known[sketch.article] = sketch
        if sketch.day is None:
            for h in sketch.hashes:
                undated[h].append(sketch.article)
        else:
            recent.append(sketch)
            for h in sketch.hashes:
                holders[h].append(sketch.article)


def by_day(sketch: Sketch) -> tuple[int, str]:
    """Puts sketches in order of their days, those without one first."""
    return (sketch.day if sketch.day is not None else -1, sketch.article)


def day_of(published: str | None) -> int | None:
    """The day of publication as an ordinal; None where it is not known to the day and year."""
    when = period(published, None)
    return when.days(0)[0] if when is not None and when.grain == "day" and when.start.year else None


def families(outlets: Iterable[Outlet], edges: Iterable[tuple[str, str]]) -> dict[str, Member]:
    """The family of every article, from the pairs that are copies; the order of neither matters."""
    by_id = {o.article: o for o in outlets}
    groups: Groups[str] = Groups(by_id)
    for a, b in edges:
        groups.join(a, b)
    out: dict[str, Member] = {}
    for _, ids in sorted(groups.all().items()):
        versions = sorted((by_id[id] for id in ids), key=lambda o: o.order)
        lead = versions[0].article
        for i, one in enumerate(versions):
            later = [o.article for o in versions[i + 1 :] if _takes_back(o, one)]
            out[one.article] = Member(lead, later[-1] if later else None, one.version)
    return out


def text_of(article: Article) -> Text:
    """What is kept of an article to find its family, in which a date that it has from another one does not count."""
    words = own_words(article)
    digest = hashlib.sha256(" ".join(words).encode()).hexdigest()[:32] if words else ""
    when = partial(article.published) if original_of(article) is None else None
    published = article.published if when is not None and when.year else None
    return Text(
        sketch(article.id, words, day_of(published)), digest,
        Outlet(article.id, article.publisher, published, version(article)),
    )  # fmt: skip


def family_of(articles: Iterable[Article], article: Callable[[str], Article]) -> dict[str, Member]:
    """The family of each article; `article` gives one again by its id, for the few that must be aligned."""
    texts = {one.id: text_of(one) for one in articles}
    edges = list(same_words({id: text.digest for id, text in texts.items()}))
    for a, b in candidate_pairs(sorted((text.sketch for text in texts.values()), key=by_day)):
        if are_copies(own_words(article(a)), own_words(article(b))):
            edges.append((a, b))
    return families((text.outlet for text in texts.values()), edges)


def same_words(digests: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Articles word for word the same, each with the first of them."""
    first: dict[str, str] = {}
    for id, digest in sorted(digests.items()):
        if digest and first.setdefault(digest, id) != id:
            yield first[digest], id


def _takes_back(later: Outlet, earlier: Outlet) -> bool:
    same = later.publisher is not None and later.publisher == earlier.publisher
    return same and later.version in ("correction", "retraction")


def _runs(words: Sequence[str]) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))
