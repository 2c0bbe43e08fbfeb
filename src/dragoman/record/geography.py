"""Which codes are states, and what the record calls them."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from dragoman.errors import KnowledgeError

COUNTRIES_FILE = "countries.yaml"


@cache
def _countries() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = resources.files("dragoman.knowledge").joinpath(COUNTRIES_FILE).read_text("utf-8")
    try:
        return dict(yaml.load(text, loader)["countries"])  # noqa: S506 - a safe loader either way
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(COUNTRIES_FILE, f"is malformed ({error})", "correct the file") from error


def is_state(code: str) -> bool:
    """Whether a code is a state's, not an alliance's or another body's."""
    return code in _countries()


def state_name(code: str) -> str:
    """What the record calls the state or body of a code; the code itself where nothing better is known."""
    entry = _countries().get(code)
    return str(entry["name"]) if entry else code
