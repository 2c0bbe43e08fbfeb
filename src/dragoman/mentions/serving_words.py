"""The words of knowledge/serving.yaml: what tells whose an office is that a page names without its state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.knowledge import overlay


@overlay.once
def data() -> Mapping[str, Any]:
    """Every section of the file, as it stands."""
    return overlay.data("serving.yaml")


@overlay.once
def words(section: str) -> frozenset[str]:
    """The words of one section that is a list: others, teams, joining, leading, towards, inside, encounters, ..."""
    return frozenset(data()[section])
