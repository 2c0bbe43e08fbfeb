"""What everybody looks at first is found beside the desk; till then what stood does, on pages that say so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.record.build import build
from dragoman.store.store import Store
from dragoman.views.remembered import finds, is_stale, pin, remembered
from dragoman.web.finder import Finder
from tests.record.hand import BAKU, MOSCOW, THRESHOLD, meeting, record
from tests.web.newsroom import client

NOTE = "without the pages that came in last"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with record(tmp_path / "r", meeting("a", place=(BAKU, "Baku"))) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> TestClient:
    """A desk with what everybody looks at first found and pinned."""
    asks = client(store)
    for thing in asks.app.state.desk.early:  # type: ignore[attr-defined]
        thing()
    pin(store, *finds(store))
    return asks


def more(store: Store) -> None:
    """A page of another meeting comes in."""
    other = meeting("b", date=("on 3 May 2018", "2018-05-03"), place=(MOSCOW, "Moscow"))
    store.put([(other, "b.txt")], "test")
    build(store, THRESHOLD)


def test_a_page_says_that_it_is_stale_until_a_process_has_found_it_anew(store: Store, desk: TestClient) -> None:
    assert NOTE not in desk.get("/venues").text
    more(store)
    page = desk.get("/venues").text
    assert NOTE in page and "Baku" in page and "Moscow" not in page
    assert all(NOTE in desk.get(path).text for path in ("/brokers", "/review", "/place/Baku", "/arms/totals"))
    assert NOTE not in desk.get("/timeline").text
    finder = Finder(store)
    finder.begin()
    finder.take()
    page = desk.get("/venues").text
    assert NOTE not in page and "Moscow" in page
    for key in ("held", "together", ("desk", "doubts")):
        remembered(store, key, lambda: pytest.fail("looked for again"), stale=True)
    for path in ("/timeline", "/map", "/arms/totals", "/venues.csv", "/brokers.csv", "/api/timeline"):
        assert desk.get(path).status_code == 200


def test_figures_that_are_taken_away_are_never_stale(store: Store, desk: TestClient) -> None:
    more(store)
    assert "Moscow" in desk.get("/venues.csv").text


def test_a_decision_is_in_force_at_once(store: Store, desk: TestClient) -> None:
    (id,) = (row["id"] for row in desk.get("/api/events").json()["rows"])
    origin = {"origin": "http://127.0.0.1:8765"}
    assert desk.post("/decide", data={"kind": "reject", "id": id}, headers=origin).status_code == 303
    page = desk.get("/venues").text
    assert NOTE not in page and "Baku" not in page


def test_where_it_fails_nothing_stale_does(store: Store, desk: TestClient) -> None:
    more(store)
    assert is_stale(store)
    away = store.path.rename(store.path.with_suffix(".away"))
    finder = Finder(store)
    finder.begin()
    finder.take()
    away.rename(store.path)
    assert not is_stale(store)


def test_it_can_be_stopped(store: Store, desk: TestClient) -> None:
    more(store)
    finder = Finder(store)
    finder.begin()
    finder.end()
    finder.take()
    assert not is_stale(store)
    assert "Moscow" in desk.get("/venues").text
