"""Fitting the weights of likely sides to acts that were marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.facts.read import Reader
from evaluation import sides
from evaluation.sides import area


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def _written(folder: Path) -> Path:
    rows = []
    for n, (one, other) in enumerate([("Peru", "Chile"), ("Chad", "Libya"), ("Japan", "India")] * 3):
        text = f"{one} met {other}. In {one} nobody would talk."
        met = {"kind": "meeting", "at": 9 + text.index("met"), "told": True, "sides": [9, 9 + text.index(other)]}
        talk = {"kind": "meeting", "at": 9 + text.index("talk"), "told": False, "sides": []}
        rows.append({"id": f"page {n}", "title": "Meeting", "text": text, "published": None, "acts": [met, talk]})
    path = folder / "acts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_marked_acts_are_found_again_with_those_around_them(tmp_path: Path, reader: Reader) -> None:
    found = list(sides.acts(_written(tmp_path), reader))
    assert len(found) == 18 and sum(a.told for a in found) == 9
    met = [a for a in found if a.told]
    assert all(sum(side for _, side in a.around) == 2 for a in met)


def test_weights_tell_what_was_told_from_what_was_not(tmp_path: Path, reader: Reader) -> None:
    found = list(sides.acts(_written(tmp_path), reader))
    figures = sides.figures(found)
    assert float(figures["telling: area under the curve"].value) == 1.0


def test_the_area_counts_pairs_in_the_right_order() -> None:
    assert area([(0.9, True), (0.8, False), (0.7, True), (0.1, False)]) == pytest.approx(0.75)
    assert area([(0.5, True), (0.5, False)]) == 0.5
    assert area([(0.5, True)]) == 0.5
