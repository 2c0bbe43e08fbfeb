"""The exported files: as the contract has them, the same bytes for the same pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import DragomanError
from dragoman.export import jsonl
from dragoman.types import Reading
from tests.record.hand import Hand, meeting, record

PLAN = meeting("plan", status="planned", published="2017-02-14", date=("this month", "2017-02"))
REPORT = meeting("report")
WEAK = meeting("weak", b=("Tod Wolters", "NATO"), confidence=0.2)


def exported(folder: Path, *readings: Reading, everything: bool = False) -> dict[str, bytes]:
    folder.mkdir(exist_ok=True)
    with record(folder / "r", *readings) as store:
        jsonl.export(store, folder / "out", everything)
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode("utf-8").splitlines()]


def test_there_are_four_files_and_no_more(tmp_path: Path) -> None:
    assert sorted(exported(tmp_path, REPORT)) == sorted(jsonl.FILES)


def test_an_empty_record_gives_four_empty_files(tmp_path: Path) -> None:
    assert exported(tmp_path) == dict.fromkeys(sorted(jsonl.FILES), b"")


def test_the_same_pages_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    assert exported(tmp_path / "a", PLAN, REPORT, WEAK) == exported(tmp_path / "b", WEAK, REPORT, PLAN)


def test_exporting_again_over_older_files_gives_the_same_bytes(tmp_path: Path) -> None:
    with record(tmp_path / "r", PLAN, REPORT) as store:
        counts = jsonl.export(store, tmp_path / "out")
        first = {name: (tmp_path / "out" / name).read_bytes() for name in jsonl.FILES}
        assert jsonl.export(store, tmp_path / "out") == counts
        assert {name: (tmp_path / "out" / name).read_bytes() for name in jsonl.FILES} == first
    assert counts == {"events.jsonl": 1, "actors.jsonl": 2, "statements.jsonl": 0, "articles.jsonl": 2}


def test_what_is_kept_aside_comes_only_when_asked_for(tmp_path: Path) -> None:
    assert len(lines(exported(tmp_path / "a", REPORT, WEAK)["events.jsonl"])) == 1
    with_all = lines(exported(tmp_path / "b", REPORT, WEAK, everything=True)["events.jsonl"])
    assert sorted(event["aside"] for event in with_all) == [False, True]


def test_actors_and_events_point_at_each_other(tmp_path: Path) -> None:
    files = exported(tmp_path, PLAN, REPORT)
    actors = {actor["id"]: actor for actor in lines(files["actors.jsonl"])}
    articles = {article["id"] for article in lines(files["articles.jsonl"])}
    for event in lines(files["events.jsonl"]):
        assert {p["actor"] for p in event["participants"]} <= set(actors)
        assert {s["article"] for s in event["sources"]} <= articles
    for actor in actors.values():
        assert {s["article"] for s in actor["sources"]} <= articles
        assert {"id", "name", "kind", "country", "names", "roles", "links", "sources"} <= set(actor)


def test_every_source_quotes_its_article(tmp_path: Path) -> None:
    files = exported(tmp_path, PLAN, REPORT)
    texts = {article["id"]: article["text"] for article in lines(files["articles.jsonl"])}
    sources = [source for event in lines(files["events.jsonl"]) for source in event["sources"]]
    assert len(sources) == 2
    for source in sources:
        assert texts[source["article"]][source["start"] : source["end"]] == source["sentence"]


def test_letters_of_any_script_are_written_as_they_are(tmp_path: Path) -> None:
    page = Hand("p", "Министр обороны Закир Гасанов, Zakir Həsənov.").reading()
    assert "Həsənov".encode() in exported(tmp_path, page)["articles.jsonl"]


def test_a_page_with_the_text_of_another_is_its_copy(tmp_path: Path) -> None:
    first, second = Hand("a", "One text on two pages.").reading(), Hand("b", "One text on two pages.").reading()
    articles = lines(exported(tmp_path, second, first)["articles.jsonl"])
    assert [(article["id"], article["copies_of"]) for article in articles] == [("a", None), ("b", "a")]


def test_a_folder_that_cannot_be_written_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    blocked = tmp_path / "out"
    blocked.write_text("a file")
    with record(tmp_path / "r", REPORT) as store, pytest.raises(DragomanError, match="cannot be written.*--out"):
        jsonl.export(store, blocked / "deeper")
