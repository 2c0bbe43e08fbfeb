"""Who somebody is: offices over time, whom met, where, and last seen, each with what says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.store.store import Store
from dragoman.views.who import who
from tests.record.hand import BAKU, MOSCOW, meeting, record

MINISTER, SECRETARY = "Defense Minister", "Security Council Secretary"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    a, b = ("Sergei Shoigu", "RUS"), ("Zakir Hasanov", "AZE")
    readings = [
        meeting("p1", a, b, ("on 3 March 2014", "2014-03-03"), (BAKU, "Baku"), published="2014-03-04", titles=(MINISTER, None)),
        meeting("p2", a, b, ("on 5 May 2018", "2018-05-05"), (BAKU, "Baku"), published="2018-05-06", titles=(MINISTER, None)),
        meeting("p3", a, ("Akif", "AZE"), ("on 1 June 2025", "2025-06-01"), (MOSCOW, "Moscow"), published="2025-06-02", titles=(SECRETARY, None)),
        meeting("p4", a, b, ("on 1 July 2026", "2026-07-01"), (MOSCOW, "Moscow"), status="planned", published="2025-06-30"),
        meeting("p5", ("Sergey Shoygu", "RUS"), b, None, None, published=None),
    ]
    with record(tmp_path / "r", *readings) as opened:
        yield opened


def test_offices_stand_in_order_of_the_pages_that_state_them(store: Store) -> None:
    found = who(store, "Shoigu").terms
    assert [(t.title, t.first, t.last, t.pages) for t in found] == [
        (MINISTER, "2014-03-04", "2018-05-06", 2), (SECRETARY, "2025-06-02", "2025-06-02", 1),
    ]
    (first, last), (only,) = (t.sources for t in found)
    assert (first.article, last.article, only.article) == ("p1", "p2", "p3")
    assert first.passage[slice(*first.mark)] == MINISTER


def test_whom_met_and_where_with_the_latest_event_that_took_place(store: Store) -> None:
    found = who(store, "Shoigu")
    assert [(m.name, m.events, m.last, m.place) for m in found.met] == [
        ("Zakir Hasanov", 3, "2018-05-05", "Baku"), ("Akif", 1, "2025-06-01", "Moscow"),
    ]
    assert [(s.place, s.events, s.last) for s in found.stays] == [("Baku", 2, "2018-05-05"), ("Moscow", 1, "2025-06-01")]
    assert (found.seen.start, found.seen.place) == ("2025-06-01", "Moscow")  # what is planned was not seen
    assert (found.seen.page, found.seen.published) == ("p4", "2025-06-30")


def test_names_offices_of_public_data_and_pages(store: Store) -> None:
    found = who(store, "Shoygu")
    assert found.names == (("Sergei Shoigu", 4), ("Sergey Shoygu", 1))
    assert (found.pages, found.link) == (5, "Q32024")
    assert "Minister of Defence" in {o.title for o in found.offices}
