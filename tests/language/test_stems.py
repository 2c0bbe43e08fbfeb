"""One stem for the regular forms of a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        ("visit", "visits", "visited", "visiting"),
        ("meet", "meets", "meeting"),
        ("host", "hosts", "hosted", "hosting"),
        ("discuss", "discusses", "discussed", "discussing"),
        ("sign", "signs", "signed", "signing"),
        ("deploy", "deploys", "deployed", "deploying"),
        ("arrive", "arrives", "arrived", "arriving"),
        ("carry", "carries", "carried", "carrying"),
        ("travel", "travels", "travelled", "travelling"),
        ("ship", "ships", "shipped", "shipping"),
        ("minister", "ministers"),
    ],
)
def test_regular_forms_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("a", "b"), [("visit", "meet"), ("sign", "sing"), ("attack", "attach"), ("sell", "seal")])
def test_different_words_keep_different_stems(a: str, b: str) -> None:
    assert stem(a) != stem(b)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_a_stem_is_the_beginning_of_its_word(word: str) -> None:
    assert stem(word) and word.startswith(stem(word))
