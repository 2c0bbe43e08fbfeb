"""When an article without a date was written, as far as other pages tell of when its events were."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.export.jsonl import export
from dragoman.record.bounds import Bounds
from dragoman.record.build import bring_up, build, update
from dragoman.record.ledger import anchors, decide
from dragoman.record.making.bounds import bounds_of
from dragoman.record.told import event_again
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Reading, Status
from evaluation.orders import digest
from tests.record.hand import THRESHOLD, Hand, record

# What two pages tell of: a meeting in August, an exercise in September.
MEETING, EXERCISE = ("met", "meeting", "August 14", "08-14"), ("trained with", "exercise", "September 3", "09-03")
VISIT, SHOTS = ("visited", "visit", "March 9", "03-09"), ("shot at", "incident", "July 30", "07-30")
Told = tuple[str, str, str, str]


def page(
    id: str, year: str, *told: Told, status: dict[str, Status] | None = None, published: str | None = None
) -> Reading:  # fmt: skip
    """A page that tells events with or without the year (`-` for none)."""
    text = " ".join(f"Kari Lund {verb} Jan Zielinski on {day}." for verb, _, day, _ in told)
    hand = Hand(id, text, published)
    for number, (verb, kind, day, iso) in enumerate(told):
        sides = [hand.person("Kari Lund", "NOR"), hand.person("Jan Zielinski", "POL")]
        as_told = (status or {}).get(kind, "occurred")
        hand.fact(kind, verb, sides, event=number, date=(day, f"{year}-{iso}"), status=as_told)
    return hand.reading()


def found(tmp_path: Path, *readings: Reading) -> Bounds | None:
    with record(tmp_path / "r", *readings) as store:
        return bounds_of(store).get("undated")


def bare(*told: Told, status: dict[str, Status] | None = None, published: str | None = None) -> Reading:
    return page("undated", "-", *told, status=status, published=published)


def test_an_article_is_not_older_than_what_it_looks_back_on(tmp_path: Path) -> None:
    known = found(tmp_path, bare(MEETING, EXERCISE), page("dated", "2016", MEETING, EXERCISE, published="2016-09-05"))
    assert known is not None
    assert (known.after, known.before, len(known.through)) == ("2016-09-03", None, 2)


def test_an_article_is_not_younger_than_what_it_announces(tmp_path: Path) -> None:
    ahead: dict[str, Status] = {"exercise": "planned"}
    known = found(tmp_path, bare(MEETING, EXERCISE, status=ahead), page("dated", "2016", MEETING), page("p", "2016", EXERCISE))
    assert known is not None
    assert (known.after, known.before) == ("2016-08-14", "2016-09-03")


@pytest.mark.parametrize(
    "others",
    [
        [page("one", "2016", MEETING)],  # one event may be another of that day in another year
        [page("one", "2016", MEETING), page("two", "2018", EXERCISE)],  # not of one time
        [page("one", "2016", MEETING), page("two", "2018", MEETING), page("three", "2016", EXERCISE)],  # which of them?
        [page("one", "-", MEETING, EXERCISE)],
    ],
)
def test_where_events_are_too_few_or_do_not_agree_nothing_is_said(tmp_path: Path, others: list[Reading]) -> None:
    assert found(tmp_path, bare(MEETING, EXERCISE), *others) is None


def test_an_article_that_announces_what_lies_before_what_it_looks_back_on_is_misread(tmp_path: Path) -> None:
    ahead: dict[str, Status] = {"meeting": "planned"}
    assert found(tmp_path, bare(MEETING, EXERCISE, status=ahead), page("dated", "2016", MEETING, EXERCISE)) is None


@pytest.mark.parametrize(
    ("own", "day"), [("--09-04", "2016-09-04"), ("--01-20", "2017-01-20"), ("--09-02", None), ("--08-14", None)]
)
def test_a_day_of_its_own_without_a_year_is_one_of_those_between(tmp_path: Path, own: str, day: str | None) -> None:
    known = found(tmp_path, bare(MEETING, EXERCISE, published=own), page("dated", "2016", MEETING, EXERCISE))
    assert (known.after if known else None, known.before if known else None) == (day, day)


def test_an_article_with_a_date_needs_no_bounds(tmp_path: Path) -> None:
    dated = page("dated", "2016", MEETING, EXERCISE)
    assert found(tmp_path, bare(MEETING, EXERCISE, published="2016-09-04"), dated) is None


def test_the_export_has_the_bounds_and_what_they_follow_from(tmp_path: Path) -> None:
    with record(tmp_path / "r", bare(MEETING, EXERCISE), page("dated", "2016", MEETING, EXERCISE)) as store:
        export(store, tmp_path / "out")
    articles = {a["id"]: a for a in map(json.loads, (tmp_path / "out" / "articles.jsonl").read_text().splitlines())}
    events = [json.loads(line)["id"] for line in (tmp_path / "out" / "events.jsonl").read_text().splitlines()]
    told = articles["undated"]
    assert (told["published"], told["published_after"], told["bounded_by"]) == (None, "2016-09-03", sorted(events))
    assert "bounded_by" not in articles["dated"]


PAGES = st.lists(
    st.tuples(
        st.sampled_from(["-", "-", "2016", "2019"]),
        st.lists(st.sampled_from([MEETING, EXERCISE, VISIT, SHOTS]), unique=True, min_size=1),
        st.sampled_from([None, None, "--09-04", "2016-09-05", "2019-09-05"]),
        st.sampled_from([None, "meeting", "exercise"]),
    ),
    min_size=3, max_size=6,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES, st.randoms(use_true_random=False))
def test_bounds_are_the_same_whatever_the_order_and_one_by_one(
    pages: list[tuple[str, list[Told], str | None, str | None]], random: Random
) -> None:
    readings = [
        page(str(n), year, *told, published=published, status={ahead: "planned"} if ahead else {})
        for n, (year, told, published, ahead) in enumerate(pages)
    ]
    random.shuffle(readings)
    with TemporaryDirectory() as folder, record(Path(folder) / "all", *readings) as whole:
        with Store.open(Path(folder) / "each", create=True) as store:
            build(store, THRESHOLD)
            for reading in readings:
                store.put([(reading, "hand")], "hand")
                update(store, THRESHOLD)
            assert digest(store) == digest(whole)


def starts(store: Store) -> dict[str, str]:
    return {row.type: row.start for row in store.rows(select(schema.events.c.type, schema.events.c.start))}


def test_the_other_days_without_a_year_have_it_too_and_say_through_what(tmp_path: Path) -> None:
    with record(tmp_path / "r", bare(MEETING, EXERCISE, SHOTS), page("dated", "2016", MEETING, EXERCISE)) as store:
        assert starts(store) == {"meeting": "2016-08-14", "exercise": "2016-09-03", "incident": "2016-07-30"}
        (shots,) = store.rows(select(schema.events.c.id, schema.events.c.first_day).where(schema.events.c.type == "incident"))
        event, _ = event_again(store, shots.id)
        (trail,) = [t.trail for t in event.trace if t.field == "start"]
        through = ", ".join(bounds_of(store)["undated"].through)
        assert trail == f"as written; its year, 2016, by what other pages tell of {through}"
        assert shots.first_day == date(2016, 7, 30).toordinal()


def test_a_day_that_two_years_could_have_or_that_the_article_cannot_have_known_keeps_none(tmp_path: Path) -> None:
    far = ("shot at", "incident", "February 29", "02-29")
    with record(tmp_path / "r", bare(MEETING, EXERCISE, far), page("dated", "2017", MEETING, EXERCISE)) as store:
        assert starts(store)["incident"] == "--02-29"
    ahead: dict[str, Status] = {"incident": "planned"}
    late = bare(MEETING, EXERCISE, SHOTS, status=ahead)
    with record(tmp_path / "s", late, page("dated", "2017", MEETING, EXERCISE)) as store:
        assert starts(store)["incident"] == "--07-30"


def test_what_an_article_gains_by_another_page_it_loses_with_it(tmp_path: Path) -> None:
    undated = bare(MEETING, EXERCISE, SHOTS)
    with record(tmp_path / "r", undated, page("dated", "-", MEETING, EXERCISE)) as store:
        before = digest(store)
        store.put([(page("dated", "2016", MEETING, EXERCISE), "hand")], "hand")
        update(store, THRESHOLD)
        assert starts(store)["incident"] == "2016-07-30"
        store.put([(page("dated", "-", MEETING, EXERCISE), "hand")], "hand")
        update(store, THRESHOLD)
        assert digest(store) == before


def test_a_decision_on_an_event_holds_for_the_bounds_and_goes_with_it(tmp_path: Path) -> None:
    with record(tmp_path / "r", bare(MEETING, EXERCISE), page("dated", "2016", MEETING, EXERCISE)) as store:
        before = bounds_of(store)["undated"]
        event = before.through[0]
        made = decide(store, "correct", [anchors(store, event)], "ann", "2026-01-01", "misprint", "start", "2015-01-01")
        bring_up(store, THRESHOLD)
        assert bounds_of(store) == {}
        decide(store, "undo", (), "ann", "2026-01-02", "it was right", undoes=made.id)
        bring_up(store, THRESHOLD)
        assert bounds_of(store) == {"undated": before}
