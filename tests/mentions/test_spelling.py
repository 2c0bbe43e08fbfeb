"""One form of a name for comparison; how names are compared is promised in tests/record/test_names.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mentions.spelling import consonants, fold, parse, same_surname, skeleton


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Do-gyun", "do gyun"),
        ("N’Djamena", "ndjamena"),
        ("O'Neill", "oneill"),
        ("Əliyev", "aliyev"),
        ("Łukasz", "lukasz"),
        ("Sadıqov", "sadiqov"),
        ("J.F. Dunford", "j f dunford"),
        ("al‑Sisi", "al sisi"),
    ],
)
def test_one_form(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once_and_words_are_apart_by_one_space(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert once == " ".join(once.split())


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_every_word_is_itself_in_another_spelling_of_itself(word: str) -> None:
    assert skeleton(word) == skeleton(word) and same_surname(word, word)
    assert consonants(word) or not word


@given(st.text(max_size=200))
def test_any_text_has_parts(text: str) -> None:
    parsed = parse(text)
    assert (parsed.surname == "") == (fold(text) == "")


def test_a_name_of_ten_thousand_letters_is_folded() -> None:
    assert len(fold("é" * 10_000)) == 10_000
