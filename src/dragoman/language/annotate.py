"""Articles with their sentences: split, sifted, and where it is worth it, parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.language.parser import Parser
from dragoman.language.sentences import sentences
from dragoman.language.triage import Triage
from dragoman.reading import body_spans
from dragoman.types import Annotated, Article


def annotate(articles: Sequence[Article], parser: Parser, triage: Triage | None) -> Iterator[Annotated]:
    """Each article with its sentences, those that triage wants parsed; all of them without a triage."""
    split = [sentences(a.text, body_spans(a), a.title_span) for a in articles]
    wanted = [
        triage.wanted(a.text, found) if triage is not None else [True] * len(found)
        for a, found in zip(articles, split, strict=True)
    ]
    jobs = (
        (a.text[s.start : s.end].replace("\n", " "), s.start)
        for a, found, keep in zip(articles, split, wanted, strict=True)
        for s, k in zip(found, keep, strict=True)
        if k
    )
    parsed = parser.parse(jobs)
    for article, found, keep in zip(articles, split, wanted, strict=True):
        yield Annotated(
            article, tuple(replace(s, tokens=next(parsed)) if k else s for s, k in zip(found, keep, strict=True))
        )
