"""Whether the same pages give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evaluation.records import export


def differing(pages: Sequence[Path], folder: Path) -> list[str]:
    """Names of the exported files that differ between runs: with other hash seeds, and with the paths in reverse.

    Raises CommandFailed.
    """
    first = _files(export(pages, folder / "first", {"PYTHONHASHSEED": "1"}))
    again = _files(export(pages, folder / "again", {"PYTHONHASHSEED": "2"}))
    turned = _files(export(list(reversed(pages)), folder / "turned", {"PYTHONHASHSEED": "3"}))
    names = sorted(set(first) | set(again) | set(turned))
    out = [f"{name}, second run" for name in names if first.get(name) != again.get(name)]
    return out + [f"{name}, paths in reverse" for name in names if first.get(name) != turned.get(name)]


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
