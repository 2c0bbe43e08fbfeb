"""Names of any script in plain letters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.names.writing import LONGEST, plain, without_disguise


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Шойгу", "shoygu"),
        ("Әліев", "aliev"),
        ("Sadıqov", "sadiqov"),
        ("习近平", "xi jinping"),
        ("Μητσοτάκης", "mitsotakis"),
        ("Qa'ida", "qaida"),
        ("\u202eSergei\u202c Shoi\u200bgu", "sergei shoigu"),  # marks of direction and a blank of no width
        ("Ｓｅｒｇｅｉ", "sergei"),  # full-width letters
        ("Sеrgеi Shоigu", "sergei shoigu"),  # Cyrillic e and o among Latin letters
        ("...", ""),
        ("", ""),
    ],
)
def test_plain_letters(written: str, letters: str) -> None:
    assert plain(written) == letters


def test_digits_among_letters_are_letters_and_numbers_stay() -> None:
    assert [without_disguise(w) for w in ("ig0r", "sech1n", "44", "f16")] == ["igor", "sechin", "44", "f16"]


@settings(deadline=None)
@given(st.text(max_size=400))
def test_plain_is_plain_and_bounded(text: str) -> None:
    found = plain(text)
    assert plain(found) == found[:LONGEST].strip()
    assert found == found.lower()
