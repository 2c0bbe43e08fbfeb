"""Phrases that point back at those who were named before."""

from __future__ import annotations

import pytest

from dragoman.facts.pointer_words import host_and_guest, how_many, of_both, points_back
from dragoman.types import Argument, Token
from tests.mentions.pages import tokens


def _subject(sentence: str) -> tuple[tuple[Token, ...], Argument]:
    """The tokens of a sentence, and what stands before its verb as the agent."""
    found = tokens(sentence)
    verb = next(t.i for t in found if t.dep == "ROOT")
    head = next(t.i for t in found if t.dep == "nsubj" and t.head == verb)
    return found, Argument("agent", head, 0, verb, "subject")


@pytest.mark.parametrize(
    ("sentence", "points", "count"),
    [
        ("The two ministers met.", True, 2),
        ("All four leaders met.", True, 4),
        ("Four leaders met.", False, 4),
        ("The ministers met.", True, 2),
        ("Ministers met.", False, 2),
    ],
)
def test_who_is_pointed_at_and_how_many(sentence: str, points: bool, count: int) -> None:
    found, argument = _subject(sentence)
    assert points_back(found, argument) is points
    assert how_many(found, argument) == count


def test_people_of_two_who_were_named() -> None:
    assert of_both(*_subject("Officials from both countries met."))
    assert of_both(*_subject("Representatives of the two ministries met."))
    assert not of_both(*_subject("Officials from neighbouring countries met."))


def test_a_host_is_one_of_two_beside_his_guest() -> None:
    assert host_and_guest(*_subject("The host and the guest met."))
    assert not host_and_guest(*_subject("The host met reporters."))
