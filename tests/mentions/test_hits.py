"""Gazetteer hits laid on tokens."""

from __future__ import annotations

from dragoman.mentions.hits import TokenHit, on_tokens
from tests.mentions.pages import gazetteer, tokens


def hits(sentence: str) -> list[TokenHit]:
    return on_tokens(tokens(sentence), gazetteer().find(sentence))


def test_a_hit_is_the_tokens_it_covers_without_the_possessive() -> None:
    sentence = "South Korea's envoy left the Kremlin."
    found = [(h.text, [t.text for t in tokens(sentence)[h.first : h.last]], h.code) for h in hits(sentence)]
    assert found == [("South Korea", ["South", "Korea"], "KOR"), ("Kremlin", ["Kremlin"], "RUS")]


def test_both_sides_of_a_hyphen_are_hits() -> None:
    assert [h.code for h in hits("Russian-Turkish talks began.")] == ["RUS", "TUR"]


def test_hits_stand_in_order_and_apart() -> None:
    found = hits("Turkey, Iran and Russia met in Astana, and NATO watched Moscow.")
    assert len(found) >= 6
    assert all(a.last <= b.first for a, b in zip(found, found[1:], strict=False))


def test_nothing_on_nothing() -> None:
    assert on_tokens((), gazetteer().find("Turkey")) == []
