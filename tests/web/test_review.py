"""Decisions at the desk: into the ledger, seen on the page, taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.record.ledger import ledger
from dragoman.store.store import Store
from dragoman.views.review import doubts
from dragoman.views.timeline import Filter, timeline
from tests.record.hand import MOSCOW, meeting, record
from tests.web.newsroom import client

ORIGIN = {"origin": "http://127.0.0.1:8765"}


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    readings = [
        meeting("a"), meeting("b", date=None, place=(MOSCOW, "Moscow")),
        meeting("weak", b=("Tod Wolters", "NATO"), date=("on 1 March 2019", "2019-03-01"), confidence=0.1),
    ]  # fmt: skip
    with record(tmp_path_factory.mktemp("review") / "r", *readings) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> TestClient:
    return client(store)


def post(desk: TestClient, **fields: object) -> str:
    answer = desk.post("/decide", data=fields, headers=ORIGIN)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def done(location: str) -> str:
    found = re.search(r"done=(\w+)", location)
    assert found is not None
    return found[1]


def waiting(store: Store, kind: str) -> list[str]:
    """The first of the ids of each question of a kind."""
    return [doubt.ids[0] for doubt in doubts(store) if doubt.kind == kind]


def test_what_is_kept_aside_waits_and_can_be_confirmed_and_that_be_taken_back(desk: TestClient, store: Store) -> None:
    (id,) = waiting(store, "stands?")
    assert f'value="{id}"' in desk.get("/review").text
    made = done(post(desk, kind="confirm", id=id))
    assert waiting(store, "stands?") == []
    assert [d.kind for d in ledger(store)] == ["confirm"]
    assert "Nothing is kept aside" in desk.get("/review").text
    post(desk, kind="undo", undoes=made)
    assert waiting(store, "stands?") == [id]
    assert [d.kind for d in ledger(store)] == ["confirm", "undo"]


def test_an_event_is_rejected_and_corrected_on_its_page(desk: TestClient, store: Store) -> None:
    id = next(timeline(store, Filter(since="2017"))).id
    back = post(desk, kind="correct", id=id, field="start", value="2017-02-17", why="the ministry's own page", back=f"/event/{id}")
    assert back.startswith(f"/event/{id}?done=")
    page = desk.get(back).text
    assert "<time>2017-02-17</time>" in page and "Decided and in force" in page
    post(desk, kind="reject", id=id)
    assert id not in {row.id for row in timeline(store, Filter())}
    assert "the ministry&#39;s own page" in desk.get("/review").text


def test_two_that_are_alike_are_compared_and_merged(desk: TestClient, store: Store) -> None:
    dated, undated = list(timeline(store, Filter(who="Dunford")))
    (pair,) = (doubt.ids for doubt in doubts(store) if doubt.kind == "same?")
    assert set(pair) == {dated.id, undated.id}
    page = desk.get(f"/review/pair/{pair[0]}/{pair[1]}").text
    assert "One event or two?" in page and 'data-key="m"' in page and 'data-key="k"' in page
    made = done(post(desk, kind="not-same", id=[dated.id, undated.id]))
    assert "No two events look alike" in desk.get("/review").text
    post(desk, kind="undo", undoes=made)
    assert "Compare" in desk.get("/review").text
    made = done(post(desk, kind="merge", id=[dated.id, undated.id]))
    assert len(list(timeline(store, Filter(who="Dunford")))) == 1
    post(desk, kind="undo", undoes=made)
    assert len(list(timeline(store, Filter(who="Dunford")))) == 2


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 400),
        ({"kind": "destroy", "id": "e0"}, 400),
        ({"kind": "split", "id": "e0"}, 400),
        ({"kind": "confirm"}, 400),
        ({"kind": "confirm", "id": "e0"}, 400),
        ({"kind": "merge", "id": "e0"}, 400),
        ({"kind": "undo", "undoes": "d0"}, 400),
        ({"kind": "confirm", "id": "x" * 50_000}, 400),
    ],
)
def test_what_cannot_be_decided_is_said(desk: TestClient, store: Store, fields: dict[str, str], status: int) -> None:
    answer = desk.post("/decide", data=fields, headers=ORIGIN)
    assert answer.status_code == status
    assert "Traceback" not in answer.text and ledger(store) == []


def test_a_correction_that_cannot_be_is_not_written(desk: TestClient, store: Store) -> None:
    id = next(timeline(store, Filter(since="2017"))).id
    for field, value in (("start", "soon"), ("status", "maybe"), ("nonsense", "x")):
        assert desk.post("/decide", data={"kind": "correct", "id": id, "field": field, "value": value, "why": "x"}, headers=ORIGIN).status_code == 400
    assert ledger(store) == []


def test_another_site_decides_nothing(desk: TestClient, store: Store) -> None:
    id = waiting(store, "stands?")[0]
    assert desk.post("/decide", data={"kind": "confirm", "id": id}, headers={"origin": "http://evil.example"}).status_code == 403
    assert desk.get(f"/decide?kind=confirm&id={id}").status_code == 405
    assert ledger(store) == []


def test_the_way_back_leads_nowhere_else(desk: TestClient, store: Store) -> None:
    id = waiting(store, "stands?")[0]
    for back in ("https://evil.example/", "//evil.example", "/event/../../x", "javascript:alert(1)"):
        assert post(desk, kind="confirm", id=id, back=back).startswith("/review?done=")


def test_persons_in_doubt_are_compared_merged_and_kept_apart(tmp_path: Path) -> None:
    names = {"p": ("S. Ivanov", "2017-02-16"), "q": ("Sergey Ivanov", "2018-03-03"), "r": ("Stepan Ivanov", "2019-05-05")}
    readings = [
        meeting(id, a=(name, "RUS"), b=(f"{id.upper()}onald Smith", "USA"), date=(f"on {day}", day))
        for id, (name, day) in names.items()
    ]

    def in_doubt() -> set[tuple[str, ...]]:
        return {doubt.ids for doubt in doubts(store) if doubt.kind == "same person?"}

    with record(tmp_path / "r", *readings) as store:
        desk = client(store)
        asked = min(before := in_doubt())
        address = f"/review/persons/{asked[0]}/{asked[1]}"
        assert address in desk.get("/review").text
        page = desk.get(address).text
        assert "One person or two?" in page and "S. Ivanov" in page and page.count("<blockquote>") >= 2
        assert 'data-key="m"' in page and 'data-key="k"' in page
        made = done(post(desk, kind="merge-actors", id=list(asked)))
        assert asked not in in_doubt() and address not in desk.get("/review").text
        assert desk.get(address).status_code == 404
        post(desk, kind="undo", undoes=made)
        assert in_doubt() == before
        made = done(post(desk, kind="not-same-actors", id=list(asked)))
        assert asked not in in_doubt() and desk.get(address).status_code == 200
        post(desk, kind="undo", undoes=made)
        assert address in desk.get("/review").text
        one = desk.post("/decide", data={"kind": "merge-actors", "id": asked[0]}, headers=ORIGIN)
        assert one.status_code == 400
