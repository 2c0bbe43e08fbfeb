"""Fitting the weights of likely starts to acts that were marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.facts.read import Reader
from evaluation import timing

NATIONS = [("Peru", "Chile"), ("Chad", "Libya"), ("Japan", "India"), ("Kenya", "Uganda")]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def _written(folder: Path) -> Path:
    rows = []
    for n, (one, other) in enumerate(NATIONS * 3):
        text = f"{one} has shelled {other}. The fire began on Tuesday. {other} met Oman in Rome. It was cold in 2011."
        acts = [
            {"kind": "incident", "at": text.index("shelled"), "starts": ["2019-06-04"]},
            {"kind": "meeting", "at": text.index("met"), "starts": []},
        ]
        rows.append({"id": f"page {n}", "title": None, "text": text, "published": "2019-06-06", "acts": acts})
    path = folder / "acts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_marked_events_are_found_again_with_the_times_of_their_page(tmp_path: Path, reader: Reader) -> None:
    found = list(timing.starts(_written(tmp_path), reader))
    assert len(found) == 24 and sum(bool(s.right) for s in found) == 12
    assert all(s.told is None for s in found)
    assert all("2019-06-04" in {o.time.value.start for o in s.options} for s in found)


def test_weights_tell_the_start_of_one_event_from_times_of_others(tmp_path: Path, reader: Reader) -> None:
    figures = timing.figures(list(timing.starts(_written(tmp_path), reader)))
    assert (figures["told: right"].count, figures["told: right"].of) == (0, 12)
    assert (figures["told or likely: right"].count, figures["told or likely: right"].of) == (12, 12)
    assert figures["told or likely: wrong of those stated"].count == 0


@pytest.mark.parametrize(
    ("start", "verdict"),
    [("2019-06-04", "right"), ("2019-06", "coarse"), ("2019-06-05", "wrong"), (None, "absent")],
)
def test_a_start_that_says_less_is_coarse_and_not_wrong(start: str | None, verdict: str) -> None:
    assert timing.Start(0, frozenset({"2019-06-04"}), None, ()).verdict(start) == verdict


def test_a_start_where_none_is_right_is_wrong() -> None:
    assert timing.Start(0, frozenset(), None, ()).verdict("2019") == "wrong"
    assert timing.Start(0, frozenset(), None, ()).verdict(None) == "none"
