"""Where a title ends because a name, or another title, begins."""

from __future__ import annotations

import pytest

from dragoman.mentions.hits import TokenHit, on_tokens
from dragoman.mentions.title_edge import is_person, name_behind, opens_name
from tests.mentions.pages import gazetteer, tokens, vocabulary


def _at(sentence: str, word: str) -> tuple[int, list[str], dict[int, TokenHit]]:
    found = tokens(sentence)
    hits = on_tokens(found, gazetteer().find(sentence))
    at = {k: h for h in hits for k in range(h.first, h.last)}
    return next(t.i for t in found if t.text == word), [t.text.lower() for t in found], at


@pytest.mark.parametrize(
    ("sentence", "word", "cls", "name"),
    [
        ("Minister of Defence Saleh Hinai spoke.", "Saleh", "minister", True),
        ("Minister of Defence Jean-Yves Le Drian spoke.", "Jean", "minister", True),
        ("They met Chair of the Parliamentary Security Committee Gela Besiashvili.", "Gela", "head", True),
        ("The director of the National Security Training Institute spoke.", "Training", "head", False),
        ("The head of the Naval Staff College spoke.", "College", "head", False),
    ],
)
def test_two_capitals_behind_a_field_or_body_are_a_name(sentence: str, word: str, cls: str, name: bool) -> None:
    k, lower, at = _at(sentence, word)
    assert name_behind(tokens(sentence), lower, k, at, vocabulary(), cls) is name


@pytest.mark.parametrize(
    ("sentence", "word", "opens"),
    [
        ("The chief of the navy Admiral Luis Paz spoke.", "Admiral", True),
        ("The minister of defence Luis Paz spoke.", "Luis", True),
        ("Chief of Army General Luis Paz spoke.", "Army", False),
        ("The deputy head of the Peruvian Navy spoke.", "Navy", False),
    ],
)
def test_a_rank_and_a_name_end_the_title_before_them(sentence: str, word: str, opens: bool) -> None:
    k, lower, at = _at(sentence, word)
    assert opens_name(tokens(sentence), lower, k, at, vocabulary(), k) is opens


def test_a_person_is_one_whom_the_tagger_gives_two_names() -> None:
    sentence = "He was an adviser to Karl Lund in Oslo."
    for word, person in (("Karl", True), ("Oslo", False)):
        k, _, at = _at(sentence, word)
        assert is_person(tokens(sentence), k, at, vocabulary()) is person
