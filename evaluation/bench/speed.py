"""The reader's speed against the bare parser over the same text, in turns, in one process."""

from __future__ import annotations

import contextlib
import time
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dragoman.errors import PageError
from dragoman.facts.read import Reader
from dragoman.language.parser import DEFAULT_PARSER
from dragoman.reading import read as article_of
from dragoman.sources import find
from dragoman.types import Article, Page

BATCH = 64  # pages


@dataclass(frozen=True, slots=True)
class Speed:
    """Processor seconds that each took over the same pages."""

    pages: int
    words: int  # of the articles' own text
    reader: float
    parser: float


def measure(paths: Iterable[Path]) -> Speed:
    """Reads every page of the files that can be read both ways, the order of the two changing from batch to batch.

    The reader's time is that from a decoded page to its finished reading: extraction, triage, parse, facts. The bare
    parser's is one pass of its pipeline over the articles' own words, whatever triage makes of them.
    """
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\].*")
        nlp = spacy.load(DEFAULT_PARSER)
    reader = Reader()
    pages = list(_readable(find(paths)))
    warm_up = [article_of(page) for page in pages[:4]]
    list(reader.read_articles(warm_up))
    list(nlp.pipe(map(own_words, warm_up)))

    spent = {"reader": 0.0, "parser": 0.0}
    words = 0
    stream = iter(pages)
    for number, batch in enumerate(iter(lambda: tuple(islice(stream, BATCH)), ())):
        texts = [own_words(article_of(page)) for page in batch]
        words += sum(len(text.split()) for text in texts)

        turns: dict[str, Iterable[object]] = {
            "reader": reader.read_articles(map(article_of, batch)),
            "parser": nlp.pipe(texts, batch_size=BATCH),
        }
        for name in sorted(turns, reverse=bool(number % 2)):
            spent[name] += _seconds(turns[name])
    return Speed(len(pages), words, spent["reader"], spent["parser"])


def _readable(pages: Iterable[Page | PageError]) -> Iterator[Page]:
    """Pages that give an article: one in a language that is not read would cost the reader nothing."""
    for page in pages:
        if isinstance(page, Page):
            with contextlib.suppress(PageError):
                article_of(page)
                yield page


def own_words(article: Article) -> str:
    """The article's text without its furniture."""
    out, at = [], 0
    for stretch in article.furniture:
        out.append(article.text[at : stretch.start])
        at = max(at, stretch.end)
    return "".join([*out, article.text[at:]])


def _seconds(work: Iterable[object]) -> float:
    """Processor time that it takes to go through; what else the machine does counts for neither side."""
    begin = time.process_time()
    for _ in work:
        pass
    return time.process_time() - begin
