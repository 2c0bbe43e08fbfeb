"""Whether a word that may head a title does."""

from __future__ import annotations

import pytest

from dragoman.mentions.title_heads import chief_of_a_trade, inside_name, modifies_next
from tests.mentions.pages import tokens, vocabulary


def head(sentence: str, word: str) -> tuple[int, list[str]]:
    lower = [t.text.lower() for t in tokens(sentence)]
    return lower.index(word), lower


@pytest.mark.parametrize(
    ("sentence", "word", "modifies"),
    [
        ("The deputy prime minister left.", "deputy", True),
        ("The justice minister left.", "justice", True),
        ("The justice left.", "justice", False),
        ("They asked for justice", "justice", False),
        ("The chief left.", "chief", False),
    ],
)
def test_what_only_modifies_the_next_office(sentence: str, word: str, modifies: bool) -> None:
    i, lower = head(sentence, word)
    assert modifies_next(lower, i, 1, {}, vocabulary()) is modifies


@pytest.mark.parametrize(("sentence", "of_trade"), [("The chief market analyst left.", True), ("The chief left.", False)])
def test_the_chief_of_a_trade_is_no_chief(sentence: str, of_trade: bool) -> None:
    i, lower = head(sentence, "chief")
    found = vocabulary().head_at(lower, i)
    assert found is not None
    assert chief_of_a_trade(tokens(sentence), lower, i, found[1], vocabulary()) is of_trade


@pytest.mark.parametrize(("sentence", "inside"), [("Ahmad Tun Razak left.", True), ("He saw Tun Razak.", False)])
def test_a_style_in_a_name_is_part_of_it(sentence: str, inside: bool) -> None:
    i, lower = head(sentence, "tun")
    found = vocabulary().head_at(lower, i)
    assert found is not None
    assert inside_name(tokens(sentence), lower, i, i + 1, found[1], vocabulary()) is inside
