"""Words that point at what was named before, from knowledge/pointing.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    text = (files("dragoman.knowledge") / "pointing.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@lru_cache(maxsize=16)
def words(section: str) -> frozenset[str]:
    """The words of a section: place_nouns, here, cities, states, personal, armed_groups, ship_nouns, ..."""
    return frozenset(_words()[section])


def place_nouns() -> frozenset[str]:
    """Nouns after a name that make it a place's."""
    return words("place_nouns")


@lru_cache(maxsize=1)
def leading() -> Mapping[str, str]:
    """Verbs of being at the head, each with the title that it gives."""
    return dict(_words()["leading"])


@lru_cache(maxsize=1)
def divided() -> Mapping[str, Mapping[str, str]]:
    """Lands under two governments by their plural: word for each side -> code of its state."""
    return {plural: dict(sides) for plural, sides in _words()["divided"].items()}
