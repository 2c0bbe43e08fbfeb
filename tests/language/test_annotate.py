"""Articles with their sentences, parsed where triage wants it."""

from __future__ import annotations

from functools import cache

from dragoman.knowledge.pack import load
from dragoman.language.annotate import annotate
from dragoman.language.parser import Parser
from dragoman.language.triage import Triage
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Article, Furniture, Span


@cache
def parser() -> Parser:
    return Parser()


def article(id: str, text: str, *furniture: str, title: str | None = None) -> Article:
    cut = tuple(Furniture(text.index(f), text.index(f) + len(f), "menu") for f in furniture)
    span = Span(text.index(title), text.index(title) + len(title)) if title else None
    return Article(id, text, "0" * 64, title, span, furniture=cut)


def test_each_article_keeps_its_own_sentences_in_order() -> None:
    pages = [article("a", "Poland signed the treaty. Roses bloom."), article("b", "Latvia met Estonia.")]
    a, b = annotate(pages, parser(), Triage(("sign", "meet"), Vocabulary(load())))
    assert [bool(s.tokens) for s in a.sentences] == [True, False]
    assert [t.text for t in b.sentences[0].tokens] == ["Latvia", "met", "Estonia", "."]


def test_offsets_are_those_of_the_article_and_furniture_is_left_out() -> None:
    text = "Home | Sport\nMinisters meet\nFinland's minister met Norway's in Oslo."
    (page,) = annotate([article("a", text, "Home | Sport", title="Ministers meet")], parser(), None)
    assert [text[s.start : s.end] for s in page.sentences] == [
        "Ministers meet",
        "Finland's minister met Norway's in Oslo.",
    ]
    assert [s.headline for s in page.sentences] == [True, False]
    assert all(text[t.start : t.end] == t.text for s in page.sentences for t in s.tokens)


def test_without_triage_all_is_parsed() -> None:
    (page,) = annotate([article("a", "Roses bloom. It rains.")], parser(), None)
    assert all(s.tokens for s in page.sentences) and len(page.sentences) == 2
