"""The parser behind plain tokens: offsets, second parses, hostile input, the model's name."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.language.parser import MAX_TOKENS, Parser, info


@cache
def parser() -> Parser:
    return Parser()


TEXT = "On Monday, Defence Minister Boris Pistorius of Germany met his Polish counterpart in Warsaw."


def test_offsets_count_from_the_offset_given() -> None:
    (found,) = parser().parse([(TEXT, 100)])
    assert all(TEXT[t.start - 100 : t.end - 100] == t.text for t in found)
    assert [t.i for t in found] == list(range(len(found)))
    assert all(0 <= t.head < len(found) for t in found)


def test_a_sentence_is_one_tree() -> None:
    (found,) = parser().parse([("He came. He saw. He left.", 0)])
    assert sum(t.head == t.i for t in found) == 1


def test_a_second_parse_keeps_the_offsets_of_the_words_kept() -> None:
    (found,) = parser().parse([(TEXT, 7)])
    kept = [t for t in found if t.text not in ("Defence", "Minister")]
    (again,) = parser().parse_again([kept])
    assert [(t.text, t.start, t.end) for t in again] == [(t.text, t.start, t.end) for t in kept]
    assert [t.i for t in again] == list(range(len(kept)))


def test_what_is_too_long_to_parse_gives_no_tokens_and_its_neighbours_are_parsed() -> None:
    long = "word " * (MAX_TOKENS + 1)
    first, none, last = parser().parse([("Poland signed.", 0), (long, 20), ("Latvia did not.", 3000)])
    assert [t.text for t in first] == ["Poland", "signed", "."]
    assert none == ()
    assert last[0].start == 3000


def test_nothing_in_nothing_out() -> None:
    assert list(parser().parse([])) == []
    assert list(parser().parse([("", 5)])) == [()]


def test_a_model_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(DragomanError, match="no_such_model_here.*pip install"):
        list(Parser("no_such_model_here").parse([(TEXT, 0)]))
    with pytest.raises(DragomanError, match="no_such_model_here"):
        info("no_such_model_here")


def test_the_installed_model_says_its_version_and_hash() -> None:
    known = info()
    assert known.version and len(known.sha256) == 64 and known == info()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_is_parsed_alike_in_any_company(texts: list[str]) -> None:
    together = list(parser().parse((text, 0) for text in texts))
    assert [[(t.text, t.start, t.end) for t in found] for found in together] == [
        [(t.text, t.start, t.end) for t in next(iter(parser().parse([(text, 0)])))] for text in texts
    ]
    for text, found in zip(texts, together, strict=True):
        assert all(text[t.start : t.end] == t.text for t in found)


def test_initials_before_a_hyphen_are_a_word() -> None:
    (found,) = parser().parse([("The U.S.-Chilean drills and the U.N.-backed talks began.", 0)])
    assert [t.text for t in found][1:4] == ["U.S.", "-", "Chilean"]
    assert "U.N." in [t.text for t in found]
