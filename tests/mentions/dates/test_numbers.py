"""Numbers in digits and words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dragoman.mentions.dates.numbers import count_of, ordinal_of, spelled_year


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("four", 4),
        ("a", 1),
        ("twenty - four", 24),
        ("two hundred", 200),
        ("two thousand", 2000),
        ("1,200", 1200),
        ("a couple of", 2),
        ("a dozen", 12),
        ("two and a half", Fraction(5, 2)),
        ("two - and - a - half", Fraction(5, 2)),
        ("half a", Fraction(1, 2)),
        ("5 1 / 2", Fraction(11, 2)),
        ("1.5", Fraction(3, 2)),
        ("a hundred", 100),
        ("１２", 12),
        ("several", None),
        ("the few", None),
        ("two to three", None),
        ("5 1 / 0", None),
    ],
)
def test_a_count(words: str, count: int | Fraction | None) -> None:
    assert count_of(words.split()) == count


@pytest.mark.parametrize(("words", "place"), [("14th", 14), ("fourteenth", 14), ("twenty - first", 21), ("3rd", 3)])
def test_an_ordinal(words: str, place: int) -> None:
    assert ordinal_of(words.split()) == place


@pytest.mark.parametrize(
    ("words", "year"),
    [("nineteen ninety - six", 1996), ("two thousand five", 2005), ("nineteen", None), ("ninety six", None)],
)
def test_a_year_in_words(words: str, year: int | None) -> None:
    assert spelled_year(words.split()) == year
