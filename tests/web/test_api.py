"""The record over HTTP has the shapes of the export."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from fastapi.testclient import TestClient

from dragoman.export.jsonl import export
from dragoman.store.store import Store
from dragoman.types import Evidence, Statement
from tests.record.hand import meeting, record
from tests.record.test_aliases import alone, comes
from tests.record.test_decisions import event_of
from tests.record.test_persons import on
from tests.web.newsroom import client


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_events_actors_statements_and_articles_are_those_of_the_export(
    desk: TestClient, store: Store, tmp_path: Path
) -> None:
    export(store, tmp_path)
    # What an event is to others and to the record's newest page is worked out for the export as a whole.
    worked_out = ("part_of", "parts", "unconfirmed")
    exported = [{k: v for k, v in e.items() if k not in worked_out} for e in lines(tmp_path / "events.jsonl")]
    got = desk.get("/api/events?size=1000").json()
    assert got["rows"] == exported and got["total"] == len(exported)
    for event in exported[:3]:
        assert desk.get(f"/api/events/{event['id']}").json() == event
    for actor in lines(tmp_path / "actors.jsonl")[:5]:
        assert desk.get(f"/api/actors/{actor['id']}").json() == actor
    said = desk.get("/api/statements?size=1000").json()["rows"]
    assert said == lines(tmp_path / "statements.jsonl")
    article = desk.get("/api/articles/baku-2017-host").json()
    assert article in lines(tmp_path / "articles.jsonl")


def test_events_page_and_filter(desk: TestClient) -> None:
    whole = desk.get("/api/events?size=1000&who=Gerasimov").json()["rows"]
    pages = [desk.get(f"/api/events?size=3&page={n}&who=Gerasimov").json() for n in (1, 2)]
    assert [e for p in pages for e in p["rows"]] == whole[:6]
    assert {p["total"] for p in pages} == {len(whole)}


def test_the_description_is_served_from_here(desk: TestClient) -> None:
    spec = desk.get("/api/openapi.json").json()
    assert {"/api/events", "/api/events/{id}", "/api/actors/{id}", "/api/articles/{id}", "/api/statements"} <= set(spec["paths"])
    page = desk.get("/api").text
    for path in spec["paths"]:
        assert path in page


def test_an_error_is_json(desk: TestClient) -> None:
    wrong = desk.get("/api/events?since=soon")
    assert wrong.status_code == 400 and "is not a date" in wrong.json()["error"]
    assert desk.get("/api/events/none").status_code == 404


def test_the_line_of_time_has_what_can_be_placed_on_it(desk: TestClient) -> None:
    got = desk.get("/api/timeline?who=Gerasimov").json()
    assert got["total"] >= len(got["events"]) > 0
    assert all(event["start"][0] != "-" for event in got["events"])


def test_old_ids_give_what_holds_now_what_they_stood_for(tmp_path: Path) -> None:
    said = alone("p", "I. Petrov")
    words = said.article.text
    quoted = Statement(0, "I. Petrov", "indirect", 0, len(words), "asserted", Evidence(0, 9, "by hand"), (), ())
    with record(tmp_path / "r", replace(said, statements=(quoted,)), alone("q", "I. Petrov")) as own:
        asked = client(own)
        old = on(own, "p", "I. Petrov")
        comes(own, alone("r", "Ivan Petrov"))
        one = on(own, "r", "Ivan Petrov")
        found = asked.get(f"/api/actors/{old}")
        assert found.status_code == 200 and found.json() == asked.get(f"/api/actors/{one}").json()
        rows = asked.get(f"/api/statements?speaker={old}").json()["rows"]
        assert [row["speaker"] for row in rows] == [one]
        assert asked.get(f"/api/actors/{one[:6]}").status_code == 404
        comes(own, alone("p", "Ivan Petrov"), alone("q", "Igor Petrov"))
        several = asked.get(f"/api/actors/{old}")
        assert several.status_code == 300 and all(id in several.json()["error"] for id in (one, on(own, "q", "Igor Petrov")))


def test_the_old_id_of_an_event_gives_the_event_it_is_in_now(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("q", published="2017-02-18")) as own:
        asked = client(own)
        old = event_of(own, "q")
        comes(own, meeting("p"))
        assert event_of(own, "q") != old
        assert asked.get(f"/api/events/{old}").json()["id"] == event_of(own, "q")
