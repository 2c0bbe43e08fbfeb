"""The desk as of a day: the same views over what could be known, carried on by every link, and never mixed up."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from dragoman.store.store import Store
from dragoman.web.then import NotYetError, Then

VIEWS = ("/", "/timeline", "/map", "/network", "/arms", "/arms/totals", "/pair", "/venues", "/brokers", "/search?q=Baku",
         "/place/Baku", "/pair?who=RUS&with=USA")  # fmt: skip


@pytest.fixture(scope="module")
def then(desk: TestClient) -> TestClient:
    """The desk, once the record as of 2018 is put together."""
    until = time.monotonic() + 60
    while desk.get("/?as-of=2018").status_code == 202 and time.monotonic() < until:
        time.sleep(0.2)
    return desk


def dated(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}as-of=2018"


@pytest.mark.parametrize("path", VIEWS)
def test_every_view_says_its_day_and_its_links_stay_in_it(then: TestClient, path: str) -> None:
    answer = then.get(dated(path))
    assert answer.status_code == 200
    assert "as it could be known by 2018" in answer.text
    html = answer.text.replace("&amp;", "&")
    leads = re.findall(r'href="(/(?:event|article|actor|place|timeline|map|network|arms|pair|venues|brokers)[^"]*)"', html)
    today = re.search(r'<a href="([^"]*)">Today</a>', html)
    assert today is not None and "as-of" not in today[1]
    cleared = re.findall(r'href="([^"]*)">Clear</a>', html)  # of the day as of the rest of the filter
    assert [lead for lead in leads if "as-of=2018" not in lead and lead not in (today[1], *cleared)] == []


def test_what_was_not_known_yet_is_not_there(then: TestClient) -> None:
    def rows(path: str) -> int:
        return int(then.get(path).json()["total"])

    assert 0 < rows("/api/events?as-of=2018") < rows("/api/events")
    later = then.get("/api/events?since=2023").json()["rows"][0]["id"]
    assert then.get(f"/event/{later}").status_code == 200
    gone = then.get(f"/event/{later}?as-of=2018")
    assert gone.status_code == 404 and "as of that day" in gone.text
    assert "Decide" not in then.get(dated(f"/event/{then.get('/api/events?as-of=2018').json()['rows'][0]['id']}")).text
    csv = then.get("/timeline.csv?as-of=2018")
    assert csv.status_code == 200 and csv.text.count("\n") == rows("/api/events?as-of=2018") + 1


@pytest.mark.parametrize("path", ["/timeline?as-of=soon", "/?as-of=--02", "/api/events?as-of=1", "/event/e1?as-of=x"])
def test_what_is_no_day_is_refused_by_name(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 400 and "as-of" in answer.text and "is not a date" in answer.text


@pytest.fixture
def hasty(store: Store) -> Iterator[Then]:
    made = Then(store, patience=0.0)
    yield made
    made.close()


def test_whoever_will_not_wait_is_told_and_comes_back(hasty: Then) -> None:
    with pytest.raises(NotYetError, match="as of 2019: is being put together"):
        hasty.store("2019")
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            found = hasty.store("2019-12-31")  # the same last day
            break
        except NotYetError:
            time.sleep(0.2)
    assert 0 < found.count_articles()
    assert hasty.store("2019") is found
    place = found.path
    hasty.close()
    assert not place.exists()
