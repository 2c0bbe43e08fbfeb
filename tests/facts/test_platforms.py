"""Systems under their own names, and ships under theirs, act for the state that the phrase names."""

from __future__ import annotations

import pytest

from dragoman.facts.platforms import platform_nouns, prefix_of
from dragoman.facts.read import Reader
from dragoman.language.annotate import annotate
from dragoman.mentions.referents import resolve
from dragoman.mentions.spots import PageReferents
from dragoman.types import Article
from tests.facts.telling import Teller


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def _page(reader: Reader, text: str) -> PageReferents:
    article = Article(id="p", text=text, sha256="0" * 64)
    return resolve(next(iter(annotate([article], reader.parser, reader.triage))), reader.gazetteer, reader.vocabulary)


def _token(page: PageReferents, word: str) -> int:
    return next(t.i for t in page.annotated.sentences[0].tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("Three Russian Su-34s attacked Odesa.", "34s", "jet"),
        ("Indian Mirages attacked Odesa.", "Mirages", "jet"),
        ("Dutch Gripens attacked Odesa.", "Gripens", "jet"),
        ("The frigate HMS Kent attacked Aden.", "Kent", "warship"),
        ("The frigate HMS Kent attacked Aden.", "frigate", "warship"),
    ],
)
def test_a_system_is_what_its_category_is(reader: Reader, text: str, word: str, noun: str) -> None:
    page = _page(reader, text)
    tokens = page.annotated.sentences[0].tokens
    at = next((t.i for t in tokens if t.text == word), None) or next(t.i for t in tokens if word in t.text)
    assert noun in platform_nouns(page, 0, at)


@pytest.mark.parametrize(
    ("text", "word"),
    [("Senator Jones attacked Russia.", "Senator"), ("The minister attacked Russia.", "minister")],
)
def test_a_name_that_is_also_a_word_is_no_system_without_its_people(reader: Reader, text: str, word: str) -> None:
    page = _page(reader, text)
    assert not platform_nouns(page, 0, _token(page, word))


def test_no_prefix_before_a_person(reader: Reader) -> None:
    page = _page(reader, "Vladimir Putin attacked Ukraine.")
    assert prefix_of(page, 0, _token(page, "Putin")) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The frigate INS Kaveri docked in Lagos on Monday.", {"India"}),
        ("INS inspectors travelled to Mexico on Friday.", set()),
        ("ORP officials signed an agreement with Chile in Quito.", set()),
    ],
)
def test_letters_before_no_ship_are_no_people(tell: Teller, text: str, who: set[str]) -> None:
    told = tell(text, published="2024-05-10")
    assert {n for kind in ("deployment", "visit") for f in told.facts(kind) for n in told.who(f)} == who
    assert not any(r.country == "POL" for r in told.reading.referents)
