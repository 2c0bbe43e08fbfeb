"""The sample newsroom: short reports on real public events, written for this project."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder of the sample's pages, as `dragoman read` takes it."""
    return Path(__file__).parent / "pages"
