"""Which codes are states, and what the record calls them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from dragoman.knowledge import overlay
from dragoman.knowledge.files import layers, mapping
from dragoman.mentions.spelling import fold

COUNTRIES_FILE = "countries.yaml"


@overlay.once
def _countries() -> dict[str, Any]:
    known: dict[str, Any] = {}
    for path in layers(COUNTRIES_FILE, overlay.folder()):
        known |= mapping(path).get("countries") or {}
    return known


def is_state(code: str) -> bool:
    """Whether a code is a state's, not an alliance's or another body's."""
    return code in _countries()


def state_name(code: str) -> str:
    """What the record calls the state or body of a code; the code itself where nothing better is known."""
    entry = _countries().get(code)
    return str(entry["name"]) if entry else code


def code_of(word: str) -> str | None:
    """The code of the state that a user means by its code, a name, or what its people are called; None for none."""
    return _names().get(fold(word))


def nearest_name(word: str) -> str | None:
    """A name or code of a state that is spelt nearly so."""
    close = get_close_matches(fold(word), _names(), n=1, cutoff=0.75)
    return state_name(_names()[close[0]]) if close else None


@overlay.once
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, entry in _countries().items():
        listed = [str(entry["name"]), *entry.get("aliases", ()), *entry.get("demonyms", ()), code]
        for name in listed:
            found.setdefault(fold(name), code)
    return found
