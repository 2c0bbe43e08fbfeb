"""The classes of nouns that stand for people, as knowledge/people.yaml lists them."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.knowledge import overlay


@overlay.once
def groups() -> Mapping[str, frozenset[str]]:
    """The classes of nouns that stand for people, from knowledge/people.yaml."""
    return {name: frozenset(words) for name, words in overlay.data("people.yaml").items()}
