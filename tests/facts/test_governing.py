"""What the words above an act make of it."""

from __future__ import annotations

import pytest

from dragoman.facts.governing import denied_above, governed, inherited
from dragoman.facts.predicates import predicates
from dragoman.language.parser import Parser
from dragoman.types import Predicate, Status, Token

ACTS = frozenset({"visit", "talks", "talk", "plan"})


def read(text: str) -> tuple[tuple[Token, ...], dict[str, Predicate]]:
    (tokens,) = Parser().parse([(text, 0)])
    return tokens, {tokens[p.token].text: p for p in predicates(tokens, ACTS)}


@pytest.mark.parametrize(
    ("word", "own", "status", "expected"),
    [
        ("planned", "occurred", None, "planned"),
        ("planned", "denied", None, "denied"),  # "did not agree to send"
        ("planned", "possible", None, "possible"),
        ("planned", "occurred", "possible", None),  # what may be is not made sure by a plan of it
        ("denied", "occurred", "denied", "possible"),  # "refused to cancel"
        ("denied", "possible", None, "possible"),
        ("ongoing", "occurred", "planned", None),
        ("ongoing", "planned", None, "planned"),
    ],
)
def test_a_word_that_governs(word: Status, own: Status, status: Status | None, expected: Status | None) -> None:
    tokens, found = read("Chile agreed to send two ships.")
    said = governed(tokens, found["agreed"], found["send"], word, (own, 1, "its own clause"), status)
    assert (None if said is None else said[0]) == expected


@pytest.mark.parametrize(
    ("text", "verb", "link", "expected"),
    [
        ("The envoy spoke after the talks.", "spoke", "oblique:after", "occurred"),
        ("The envoy spoke before the talks.", "spoke", "oblique:before", "occurred"),
        ("The envoy will speak before the talks.", "speak", "oblique:before", "planned"),
        ("The envoy flew home without talks.", "flew", "oblique:without", "denied"),
        ("The envoy ended the talks.", "ended", "object", "occurred"),
    ],
)
def test_what_merely_stands_under_a_verb(text: str, verb: str, link: str, expected: Status) -> None:
    tokens, found = read(text)
    assert inherited(tokens, found[verb], link, False)[0] == expected


def test_a_noun_that_governs_may_itself_be_denied() -> None:
    for text, expected in (("They keep the plan of a visit.", False), ("They have not kept the plan of a visit.", True)):
        tokens, _ = read(text)
        noun = next(t.i for t in tokens if t.text == "plan")
        assert denied_above(tokens, noun) is expected
