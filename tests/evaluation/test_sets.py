"""A set is split into what may be read while working and what is held back; nothing is in both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import sets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "newsroom").mkdir()
    (tmp_path / "newsroom" / "pages.jsonl").write_text("")
    (tmp_path / "newsroom" / "ids.txt").write_text("1\n2\n3\n")
    for kind in ("people", "statements"):
        (tmp_path / "gold" / f"newsroom_{kind}.jsonl").write_text("")
    (tmp_path / "gold" / "newsroom_events.jsonl").write_text(json.dumps({"gid": "g", "docs": ["1"]}) + "\n\n")
    return tmp_path


def newsroom(folder: Path) -> sets.GoldSet:
    return next(gold for gold in sets.gold_sets(folder) if gold.name == "newsroom")


def test_pages_without_an_event_are_scored_too(folder: Path) -> None:
    assert newsroom(folder).page_ids() == ["1", "2", "3"]


def test_held_back_pages_stand_apart(folder: Path) -> None:
    (folder / "gold" / "hold_back.txt").write_text("3\n9\n")
    parts = sets.parts(newsroom(folder), sets.held_back(folder))
    assert parts == {sets.ALL: ["1", "2", "3"], sets.DEVELOPMENT: ["1", "2"], sets.HELD_BACK: ["3"]}


def test_a_set_without_held_back_pages_has_one_part(folder: Path) -> None:
    assert sets.parts(newsroom(folder), sets.held_back(folder)) == {sets.ALL: ["1", "2", "3"]}


def test_what_is_missing_is_named(folder: Path) -> None:
    assert newsroom(folder).missing() == []
    (folder / "newsroom" / "ids.txt").unlink()
    assert newsroom(folder).missing() == [folder / "newsroom" / "ids.txt"]


def test_the_folder_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_EVAL", "/elsewhere")
    assert sets.root() == Path("/elsewhere")
    monkeypatch.delenv("DRAGOMAN_EVAL")
    assert sets.root() == Path("../shared")
