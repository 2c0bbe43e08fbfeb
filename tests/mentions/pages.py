"""Pages for the tests of this folder: a text of our own, parsed and resolved by the real parser and knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dragoman.knowledge.pack import load
from dragoman.language.annotate import annotate
from dragoman.language.parser import Parser
from dragoman.mentions import titles
from dragoman.mentions.gazetteer import Gazetteer
from dragoman.mentions.hits import on_tokens
from dragoman.mentions.names import Name, find
from dragoman.mentions.referents import resolve
from dragoman.mentions.spots import PageReferents
from dragoman.mentions.titles import TitlePhrase
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Article, Referent, Span, Token


@cache
def parser() -> Parser:
    return Parser()


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(load())


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(load())


@cache
def page(
    text: str, published: str | None = None, dateline: str | None = None, title: str | None = None
) -> PageReferents:
    """A page of which every sentence is parsed; `dateline` and `title` are words of the text."""
    article = Article("page", text, "0" * 64, title, _span(text, title), published=published)
    if dateline is not None:
        article = Article("page", text, "0" * 64, published=published, dateline_place=_span(text, dateline))
    return resolve(next(iter(annotate([article], parser(), None))), gazetteer(), vocabulary())


def _span(text: str, words: str | None) -> Span | None:
    return None if words is None else Span(text.index(words), text.index(words) + len(words))


@cache
def tokens(sentence: str) -> tuple[Token, ...]:
    return next(iter(parser().parse([(sentence, 0)])))


def titles_of(sentence: str) -> list[TitlePhrase]:
    found = tokens(sentence)
    return titles.find(found, on_tokens(found, gazetteer().find(sentence)), vocabulary())


def names_of(sentence: str) -> list[Name]:
    found = tokens(sentence)
    hits = on_tokens(found, gazetteer().find(sentence))
    return find(0, found, hits, titles.find(found, hits, vocabulary()), vocabulary())


def persons(of: PageReferents) -> list[str]:
    return [r.name for r in of.referents if r.kind == "person"]


def the(of: PageReferents, name: str, kind: str | None = None) -> Referent:
    """The one referent of that name."""
    found = [r for r in of.referents if r.name == name and kind in (None, r.kind)]
    assert len(found) == 1, (name, [(r.kind, r.name) for r in of.referents])
    return found[0]


def forms(referent: Referent) -> list[str]:
    """The words by which a page speaks of a referent, in order."""
    return [m.text for m in referent.mentions]


def stands_for(of: PageReferents, words: str, nth: int = 0) -> Sequence[Referent]:
    """What the nth stretch of text with exactly these words stands for; nothing where no spot covers it."""
    text, spans = of.annotated.article.text, []
    for sentence in of.annotated.sentences:
        for s in of.spots[sentence.index]:
            start, end = sentence.tokens[s.first].start, sentence.tokens[s.last - 1].end
            if text[start:end] == words:
                spans.append([of.referents[r] for r in s.referents])
    return spans[nth] if len(spans) > nth else []
