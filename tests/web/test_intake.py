"""Pages added at the desk come into the record; what cannot be read is named; a form has its limits."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.web import intake
from dragoman.web.intake import Intake, pasted
from tests.web.newsroom import client

ORIGIN = {"origin": "http://127.0.0.1:8765"}
TEXT = "General Valery Gerasimov met General Joseph Dunford in Baku on 16 February 2017, the ministry said."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "r.dragoman", create=True) as opened:
        yield opened


def settled(desk: TestClient, location: str) -> str:
    for _ in range(600):
        page = desk.get(location).text
        if 'http-equiv="refresh"' not in page:
            return page
        time.sleep(0.2)
    raise AssertionError("the pages were not read in two minutes")


def test_dropped_files_and_a_pasted_text_are_read(store: Store) -> None:
    desk = client(store)
    files = [
        ("files", ("../../one.txt", TEXT.encode(), "text/plain")),
        ("files", ("one.txt", b"Nothing of note happened in the weather today, the office said.", "text/plain")),
        ("files", ("broken.jsonl", b"{not json\n", "application/json")),
    ]
    answer = desk.post("/add", files=files, data={"title": "Talks", "text": "Putin visited Riyadh on 3 May 2019."}, headers=ORIGIN)
    assert answer.status_code == 303
    page = settled(desk, answer.headers["location"])
    ids = set(store.ids())
    assert {"one", "one-2"} < ids and len(ids) == 3 and any(id.startswith("pasted-") for id in ids)
    assert "3 pages came into the record" in page
    assert "broken.jsonl" in page
    assert not list(store.path.parent.glob("*.txt"))  # nothing is left lying, inside or outside the folder
    assert "Gerasimov" in desk.get("/timeline").text


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ([], "holds no page"),
        ([("a.txt", b"  \n")], "holds no page"),
        ([("a.exe", b"MZ")], "of a kind that is not read"),
        ([("a.txt", b"x"), ("b", b"y")], "of a kind that is not read"),
        ([(f"{n}.txt", b"x") for n in range(intake.MOST_FILES + 1)], "holds more than"),
        ([("a.txt", b"x" * (intake.MOST_BYTES + 1))], "holds more than"),
    ],
)
def test_what_cannot_be_taken_is_said(store: Store, files: list[tuple[str, bytes]], says: str) -> None:
    with pytest.raises(DragomanError, match=says):
        Intake(store).begin(files)


def test_a_form_that_is_too_long_is_not_read(store: Store) -> None:
    desk = client(store)
    head = ORIGIN | {"content-type": "multipart/form-data; boundary=x"}
    assert desk.post("/add", content=b"x", headers=head | {"content-length": str(intake.MOST_BYTES + 1)}).status_code == 413
    assert desk.post("/add", content=(part for part in [b"x"]), headers=head).status_code == 411
    many = [("files", (f"{n}.txt", b"x", "text/plain")) for n in range(intake.MOST_FILES + 1)]
    assert desk.post("/add", files=many, headers=ORIGIN).status_code == 400
    assert desk.post("/add", content=b"garbage", headers=head).status_code == 400
    assert store.count_articles() == 0
    assert desk.post("/add", data={"text": "x"}, headers={"origin": "http://evil.example"}).status_code == 403


def test_a_job_that_this_desk_did_not_begin_is_said(store: Store) -> None:
    assert client(store).get("/add/j1").status_code == 400


def test_a_pasted_text_is_named_after_what_it_says() -> None:
    assert pasted("a", "") == pasted("a", "  ") != pasted("a", "b")
    assert pasted("words", "A title")[1] == b"A title\n\nwords"
