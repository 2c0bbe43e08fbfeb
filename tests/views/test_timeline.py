"""The timeline's filters, each on a record of four events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.types import Reading
from dragoman.views.timeline import Filter, timeline, types
from tests.record.hand import BAKU, Hand, meeting, record


def visit() -> Reading:
    page = Hand("visit", "Defense Minister Sergei Shoigu visited Azerbaijan on 14 and 15 August 2016.")
    page.state("Azerbaijan", "AZE")
    shoigu = page.person("Sergei Shoigu", "RUS", "Defense Minister")
    page.fact("visit", "visited", [(shoigu, "visitor")], host=("AZE", "Azerbaijan"),
              date=("14 and 15 August 2016", "2016-08-14", "2016-08-15"))
    return page.reading()


def talks() -> Reading:
    page = Hand("talks", "NATO's Petr Pavel met Valery Gerasimov in Baku on 7 September.")
    page.referent("body", "NATO", "NATO")
    pavel, gerasimov = page.person("Petr Pavel", "NATO"), page.person("Valery Gerasimov", "RUS")
    page.fact("meeting", "met", [pavel, gerasimov], date=("7 September", "--09-07"), place=(BAKU, "Baku"))
    return page.reading()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    readings = [
        visit(), talks(), meeting("dunford"),
        meeting("weak", b=("Tod Wolters", "NATO"), date=None, confidence=0.1),
    ]
    with record(tmp_path / "r", *readings) as opened:
        yield opened


def found(store: Store, **wanted: object) -> list[tuple[str, str | None]]:
    return [(row.type, row.start) for row in timeline(store, Filter(**wanted))]  # type: ignore[arg-type]


VISIT = ("visit", "2016-08-14")
DUNFORD = ("meeting", "2017-02-16")
PAVEL = ("meeting", "--09-07")
WEAK = ("meeting", None)


def test_events_come_in_order_of_time_with_unknown_years_last(store: Store) -> None:
    assert found(store) == [VISIT, DUNFORD, PAVEL]
    assert found(store, aside=True) == [VISIT, DUNFORD, PAVEL, WEAK]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"who": "Gerasimov"}, [DUNFORD, PAVEL]),
        ({"who": "valery gerasimov"}, [DUNFORD, PAVEL]),
        ({"who": "RUS"}, [VISIT, DUNFORD, PAVEL]),
        ({"who": "Azerbaijan"}, [VISIT]),
        ({"who": "NATO"}, [PAVEL]),
        ({"who": "Gerasim"}, []),
        ({"who": "Gerasimov", "with_": "Dunford"}, [DUNFORD]),
        ({"who": "Gerasimov", "with_": "RUS"}, []),
        ({"who": "Shoigu", "with_": "Azerbaijan"}, [VISIT]),
        ({"with_": "Pavel"}, [PAVEL]),
        ({"where": "Baku"}, [DUNFORD, PAVEL]),
        ({"where": "Azerbaijan"}, [VISIT, DUNFORD, PAVEL]),
        ({"where": "aze"}, [VISIT, DUNFORD, PAVEL]),
        ({"where": "Moscow"}, []),
        ({"type": "visit"}, [VISIT]),
        ({"since": "2017"}, [DUNFORD]),
        ({"until": "2016"}, [VISIT]),
        ({"since": "2016-08-15", "until": "2016-08-15"}, [VISIT]),
        ({"since": "2016-08-16", "until": "2017-02-15"}, []),
        ({"since": "2017-02", "until": "2017-02"}, [DUNFORD]),
    ],
)
def test_filters(store: Store, wanted: dict[str, str], expected: list[tuple[str, str | None]]) -> None:
    assert found(store, **wanted) == expected


@pytest.mark.parametrize("bad", ["yesterday", "2017-13", "--09-07", "2017-02-30"])
def test_a_bound_that_is_no_date_is_refused(store: Store, bad: str) -> None:
    with pytest.raises(DragomanError, match="not a date; write YYYY"):
        found(store, since=bad)


def test_a_row_says_who_where_and_by_how_many(store: Store) -> None:
    (row,) = timeline(store, Filter(who="Dunford"))
    assert [(s.name, s.country) for s in row.sides] == [("Valery Gerasimov", "RUS"), ("Joseph Dunford", "USA")]
    assert (row.place, row.country, row.pages, row.conflicts) == ("Baku", "AZE", 1, ())


def test_the_types_of_a_record(store: Store) -> None:
    assert types(store) == ["meeting", "visit"]
