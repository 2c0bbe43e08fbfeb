"""Words that point at what was named before, from knowledge/pointing.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.knowledge import overlay


@overlay.once
def _words() -> Mapping[str, Any]:
    return overlay.data("pointing.yaml")


@overlay.once
def words(section: str) -> frozenset[str]:
    """The words of a section: place_nouns, here, cities, states, personal, armed_groups, ship_nouns, ..."""
    return frozenset(_words()[section])


def place_nouns() -> frozenset[str]:
    """Nouns after a name that make it a place's."""
    return words("place_nouns")


@overlay.once
def leading() -> Mapping[str, str]:
    """Verbs of being at the head, each with the title that it gives."""
    return dict(_words()["leading"])


@overlay.once
def divided() -> Mapping[str, Mapping[str, str]]:
    """Lands under two governments by their plural: word for each side -> code of its state."""
    return {plural: dict(sides) for plural, sides in _words()["divided"].items()}
