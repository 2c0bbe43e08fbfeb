"""Reading the patterns of dates.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dragoman.mentions.dates import grammar, lexicon


@pytest.fixture
def with_rule(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Load a grammar of the real lexicon with one rule only."""
    words = lexicon.load()

    def load(**rule: Any) -> grammar.Grammar:
        entry = {"name": "mine", "reading": "date", "type": "DATE", "grain": "day"} | rule
        fields = {name: getattr(words, name) for name in words.__slots__}
        changed = lexicon.Lexicon(**(fields | {"rules": (entry,)}))
        monkeypatch.setattr(lexicon, "load", lambda: changed)
        return grammar.load.__wrapped__()

    yield load


def kinds(text: str) -> str:
    return "".join(kind for kind, _ in lexicon.scan(text, 0, len(text)))


def test_a_pattern_matches_its_words_and_captures_them(with_rule: Any) -> None:
    rule = with_rule(pattern="( in )? month=MONFULL YEAR?").rules["mine"]
    match = rule.core.fullmatch(kinds("in June 2018"))
    assert match is not None and match.span("month") == (1, 2) and match.span("year") == (2, 3)
    assert rule.core.fullmatch(kinds("June")) is not None
    assert rule.core.fullmatch(kinds("2018")) is None


def test_context_is_asked_for_and_not_taken(with_rule: Any) -> None:
    rule = with_rule(pattern="YEAR", before=["in"], not_after=["COUNTED"]).rules["mine"]
    assert rule.pattern.match(kinds("in 2018"), 1) is not None
    assert rule.pattern.match(kinds("of 2018"), 1) is None
    assert rule.pattern.match(kinds("in 2018 soldiers"), 1) is None


def test_what_a_rule_needs_finds_all_that_it_matches(with_rule: Any) -> None:
    rules = with_rule(pattern="the? ( WEEKDAY | day MONFULL )")
    for text in ("Monday", "the Monday", "day June"):
        assert rules.hold.search(kinds(text)) is not None
    assert rules.hold.search(kinds("the")) is None


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("( MONFULL", "leaves a bracket open"),
        ("MONFULL )", "never opened"),
        ("NOSUCHCLASS", "no class or word"),
        ("$NOSUCHMACRO", "is missing"),
        ("MONFULL? YEAR?", "can match nothing"),
    ],
)
def test_a_pattern_that_cannot_be_read_names_its_rule(with_rule: Any, pattern: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint) as raised:
        with_rule(pattern=pattern)
    assert "mine" in str(raised.value)
