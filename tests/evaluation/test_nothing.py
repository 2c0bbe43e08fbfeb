"""What is stated on pages that hold nothing is counted page by page, and the pages are those that were read for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation import nothing
from evaluation.scores import Figure
from evaluation.sets import GoldSet


def write(path: Path, *objects: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(o) + "\n" for o in objects))
    return path


def test_pages_without_an_answer_hold_nothing(tmp_path: Path) -> None:
    events = write(tmp_path / "events.jsonl", {"gid": "g", "docs": ["1", "3"]})
    ids = tmp_path / "ids.txt"
    ids.write_text("1\n2\n3\n4\n")
    gold = GoldSet("set", tmp_path, events, tmp_path, tmp_path, ids)
    assert nothing.pages_of_gold(gold) == ["2", "4"]


def test_an_event_counts_once_on_each_empty_page_that_reports_it(tmp_path: Path) -> None:
    write(
        tmp_path / "events.jsonl",
        {"sources": [{"article": "a"}, {"article": "a"}, {"article": "b"}]},
        {"sources": [{"article": "b"}, {"article": "full"}]},
        {"sources": [{"article": "full"}]},
    )
    assert nothing.stated(tmp_path, ["a", "b", "c"]) == 3
    assert nothing.figures(3, 4) == {"inventions a page": Figure(0.75)}


def test_without_such_pages_there_is_no_figure() -> None:
    assert nothing.figures(0, 0) == {}


def test_the_pages_are_picked_by_id_from_every_file(tmp_path: Path) -> None:
    write(tmp_path / "b.jsonl", {"id": "1", "text": "One."}, {"id": "2", "text": "Two."})
    write(tmp_path / "a.jsonl", {"id": "3", "text": "Tres más."})
    out = tmp_path / "out"
    assert nothing.select(tmp_path, {"1", "3", "9"}, out) == 2
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["3", "1"]


def test_sixty_pages_are_pinned_and_none_twice() -> None:
    ids = nothing.pinned_pages()
    assert len(ids) == len(set(ids)) == 60
