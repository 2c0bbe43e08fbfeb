"""Acts that are only spoken about."""

from __future__ import annotations

import pytest

from dragoman.facts.predicates import predicates
from dragoman.facts.spoken_about import a_reason, any_one, aspect, topic
from dragoman.language.parser import Parser
from dragoman.types import Predicate, Token

ACTS = frozenset({"truce", "talks", "talk", "drill", "visit"})


def read(text: str) -> tuple[tuple[Token, ...], dict[str, Predicate]]:
    (tokens,) = Parser().parse([(text, 0)])
    return tokens, {tokens[p.token].text: p for p in predicates(tokens, ACTS)}


@pytest.mark.parametrize(
    ("text", "act", "above", "expected"),
    [
        ("Chile and Peru agreed to hold talks on a truce.", "truce", "talks", True),
        ("Chile and Peru signed a truce.", "truce", "signed", False),
        ("Chile and Peru discussed a truce.", "truce", "discussed", True),
    ],
)
def test_what_talks_are_about_is_their_topic(text: str, act: str, above: str, expected: bool) -> None:
    _, found = read(text)
    assert topic(found[above], found[act].link or "") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They discussed a truce.", True),
        ("They discussed the truce.", False),
        ("They discussed a truce signed in March.", False),
    ],
)
def test_an_article_tells_one_of_many_from_the_one_that_was(text: str, expected: bool) -> None:
    tokens, found = read(text)
    assert any_one(tokens, found["truce"].token) is expected


def test_what_is_answered_is_there() -> None:
    tokens, found = read("Chile cancelled the talks in response to the drill.")
    assert a_reason(tokens, found["drill"], found["cancelled"].token)
    assert not a_reason(tokens, found["talks"], found["cancelled"].token)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Chile denied details of the talks.", "denied", True),
        ("No statement was issued on the talks.", "issued", True),
        ("Chile denied the talks.", "denied", False),
    ],
)
def test_an_aspect_of_an_act_is_not_the_act(text: str, verb: str, expected: bool) -> None:
    tokens, found = read(text)
    act = found["talks"]
    assert aspect(tokens, act.token, found[verb], act.link or "") is expected
