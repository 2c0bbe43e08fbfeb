"""A name in parts: what tells, and what stands around it."""

from __future__ import annotations

import pytest

from dragoman.names.parts import LONGEST_WORD, MOST_WORDS, Sort, taken_apart


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sergei Shoigu", "sergei shoigu"),
        ("Shoigu, Sergei", "sergei shoigu"),
        ("SHOIGU Sergei", "shoigu sergei"),
        ("Gen. Sergei Shoigu", "sergei shoigu"),
        ("Col. Gen. Sergei Shoigu", "sergei shoigu"),
        ("President Erdoğan", "erdogan"),
        ("President", "president"),  # there is nothing else
        ("JC Juncker", "j c juncker"),
        ("J.-C. Juncker", "j c juncker"),
        ("Joseph Dunford, Jr.", "joseph dunford"),
        ("Nicolás Maduro LLC", "nicolas maduro"),
    ],
)
def test_words_of_a_person(name: str, words: str) -> None:
    assert " ".join(taken_apart(name, "person").texts) == words


@pytest.mark.parametrize(
    ("name", "words", "forms"),
    [
        ("OOO Oboronnye Initsiativy", "oboronnye initsiativy", {"llc"}),
        ("Oboronnye Initsiativy o.O.O.", "oboronnye initsiativy", {"llc"}),
        ("Tactical Missiles Corporation Joint Stock Company", "tactical missiles", {"inc", "joint stock"}),
        ("Siemens Aktiengesellschaft", "siemens", {"ag"}),
        ("Bowne Global Solutions, S.A.R.L.", "bowne global solutions", {"sarl"}),
        ("U.S. Department of State", "united states department of state", set()),
        ("The Coca-Cola Company", "coca cola", {"inc"}),
        ("Company", "company", set()),
    ],
)
def test_words_of_a_company(name: str, words: str, forms: set[str]) -> None:
    parts = taken_apart(name, "organisation")
    assert (" ".join(parts.texts), parts.forms) == (words, forms)


def test_a_suffix_and_a_turned_name_are_told() -> None:
    assert taken_apart("Joseph Dunford Jr.", "person").suffix == "jr"
    assert taken_apart("Dunford, Joseph", "person").turned
    assert not taken_apart("Joseph Dunford, Jr.", "person").turned


@pytest.mark.parametrize("sort", ["person", "organisation"])
@pytest.mark.parametrize("name", ["", "...", "\u202e\u200f", "x", "Dr.", "Mr. Dr. Gen.", "a" * 10_000, "Ali " * 5_000, "." * 10_000])
def test_what_is_hardly_a_name_is_taken_apart_all_the_same(name: str, sort: Sort) -> None:
    parts = taken_apart(name, sort)
    assert len(parts.words) <= MOST_WORDS
    assert all(0 < len(text) <= LONGEST_WORD for text in parts.texts)
