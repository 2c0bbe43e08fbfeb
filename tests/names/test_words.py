"""Two words of names compared."""

from __future__ import annotations

import pytest

from dragoman.names.words import likeness, sound, two_names, two_sexes


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("shoygu", "shoigu", "spelling"),
        ("sadigov", "sadikov", "spelling"),
        ("gerasimov", "geasimov", "altered"),
        ("robert", "bob", "short form"),
        ("s", "sergei", "initial"),
        ("sergei", "sergei", "same"),
        ("wolters", "walters", "spelling"),
        ("petrov", "petkov", "altered"),
    ],
)
def test_how_words_are_alike(a: str, b: str, how: str) -> None:
    assert likeness(a, b).how == likeness(b, a).how == how
    assert likeness(a, b).value >= 0.8


@pytest.mark.parametrize(("a", "b"), [("serzh", "tigran"), ("s", "tigran"), ("44", "45"), ("oleg", "olga")])
def test_words_that_are_not_alike(a: str, b: str) -> None:
    assert likeness(a, b).value < 0.62


def test_sounds_outlast_transliteration() -> None:
    assert sound("sargsyan") == sound("sarkisian")
    assert sound("aliyev") == sound("əliyev".replace("ə", "a"))


def test_names_that_are_known_to_be_two() -> None:
    assert two_names("ilham", "heydar")
    assert not two_names("sergei", "sergey")
    assert not two_names("ilham", "hasanov")  # the second is no given name


def test_men_and_women() -> None:
    assert two_sexes("hasanov", "hasanova")
    assert two_sexes("oleg", "olga")
    assert not two_sexes("ivanov", "petrov")
