"""An article's own words: its paragraphs with the furniture out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.reading.lines import lines_of
from dragoman.types import Article, Furniture, Span

_BREAK = re.compile(r"\n")


def body_spans(article: Article) -> list[Span]:
    """The paragraphs of the article's own words, in order.

    Furniture, bylines and datelines are out; the title, where it stands in the text, is a span of
    its own that equals `title_span`. No span is blank, begins or ends with a line break, or holds one but where the
    page cut its lines at a width.
    """
    return list(own_words(article.text, article.furniture, article.title_span))


def own_words(text: str, furniture: Iterable[Furniture], title: Span | None) -> Iterator[Span]:
    """Spans of the lines of a text outside furniture, cut at both ends of the title."""
    at = 0
    wraps = frozenset(m.start() for line in lines_of(text) for m in _BREAK.finditer(text, line.start, line.end))
    for piece in furniture:
        yield from _paragraphs(text, at, piece.start, title, wraps)
        at = max(at, piece.end)
    yield from _paragraphs(text, at, len(text), title, wraps)


def _paragraphs(text: str, start: int, end: int, title: Span | None, wraps: frozenset[int]) -> Iterator[Span]:
    cuts = sorted({cut for cut in (title.start, title.end) if start < cut < end}) if title else []
    for first, last in zip([start, *cuts], [*cuts, end], strict=True):
        while first < last:
            stop = text.find("\n", first, last)
            while stop in wraps:
                stop = text.find("\n", stop + 1, last)
            stop = last if stop < 0 else stop
            span = _trimmed(text, first, stop)
            if span:
                yield span
            first = stop + 1


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without blanks around it; None where it has neither letter nor digit."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(text[at].isalnum() for at in range(start, end)) else None
