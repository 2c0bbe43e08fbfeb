"""What people decided: it goes before what pages say, holds over rebuilds, and of two that contradict the later wins."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.errors import DragomanError
from dragoman.record.build import build, update
from dragoman.record.decisions import Anchor, Decision, Kind, dumps, loads, verdicts
from dragoman.record.ledger import anchors, decide, ledger, take_in, verdicts_of
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Reading
from dragoman.views.seek import whole_id
from tests.record.hand import MOSCOW, THRESHOLD, Hand, meeting, record


def anchor(id: str) -> tuple[Anchor, ...]:
    return (Anchor(id, "p" + id, "meeting", 0, 3, "met"),)


def entry(kind: Kind, *groups: str, n: int = 1, when: str = "2020-01-01", **more: str) -> Decision:
    return Decision(kind, tuple(anchor(g) for g in groups), "editor", when, "seen", n, **more)


def found(a: Anchor) -> str | None:
    return None if a.id == "gone" else a.id


def events(store: Store) -> list[dict[str, Any]]:
    query = select(schema.events.c.body).order_by(schema.events.c.sort, schema.events.c.id)
    return [json.loads(row.body) for row in store.rows(query)]


def pages(store: Store) -> list[list[str]]:
    return sorted(sorted(s["article"] for s in e["sources"]) for e in events(store))


def event_of(store: Store, page: str) -> str:
    return next(e["id"] for e in events(store) if any(s["article"] == page for s in e["sources"]))


def made(store: Store, kind: Kind, *pages_: str, when: str = "2020-01-01T00:00:00", **more: str) -> Decision:
    groups = [[a for a in anchors(store, event_of(store, p)) if a.article == p] for p in pages_]
    done = decide(store, kind, groups, "editor", when, "seen", **more)
    update(store, THRESHOLD)
    after = events(store)
    build(store, THRESHOLD)
    assert events(store) == after  # brought up to date is made anew
    return done


def test_the_later_of_two_that_contradict_wins_and_the_earlier_is_shown() -> None:
    merge, apart = entry("merge", "a", "b", n=1), entry("not-same", "a", "b", n=2)
    got = verdicts([apart, merge], found)
    assert got.bonds.together == () and got.bonds.apart == {("a", "b")}
    assert got.states[merge.id].name == "overruled" and got.states[merge.id].by == apart.id
    back = verdicts([merge, apart, entry("merge", "b", "a", n=3)], found)
    assert back.bonds.together == (("a", "b"),) and not back.bonds.apart


def test_bonds_contradict_each_other_over_others_too() -> None:
    chain = [entry("not-same", "a", "c", n=1), entry("merge", "a", "b", n=2), entry("merge", "b", "c", n=3)]
    got = verdicts(chain, found)
    assert got.bonds.together == (("a", "b", "c"),)
    assert [got.states[d.id].name for d in chain] == ["overruled", "in force", "in force"]


def test_an_undo_takes_back_and_can_be_taken_back() -> None:
    merge = entry("merge", "a", "b")
    undo = entry("undo", n=2, undoes=merge.id)
    assert verdicts([merge, undo], found).bonds.together == ()
    again = entry("undo", n=3, undoes=undo.id)
    got = verdicts([merge, undo, again], found)
    assert got.bonds.together == (("a", "b"),)
    assert [got.states[d.id].name for d in (merge, undo, again)] == ["in force", "undone", "in force"]


def test_what_is_no_longer_there_is_waited_for() -> None:
    got = verdicts([entry("merge", "a", "gone"), entry("undo", n=2, undoes="d0")], found)
    assert {state.name for state in got.states.values()} == {"waiting"}
    assert got.bonds.together == ()


def test_the_order_of_the_ledger_does_not_matter() -> None:
    several = [entry("merge", "a", "b"), entry("not-same", "b", "c", n=2), entry("merge", "a", "c", n=3), entry("reject", "a", n=4)]
    assert verdicts(several, found) == verdicts(several[::-1], found)


names = st.sampled_from("abcdef")
entries = st.lists(
    st.builds(
        lambda kind, a, b, n: entry(kind, a, b, n=n), st.sampled_from(["merge", "not-same"]), names, names, st.integers(0, 9)
    ).filter(lambda d: d.groups[0] != d.groups[1]),
    max_size=9,
)


@given(entries)
def test_no_two_are_both_together_and_apart(several: list[Decision]) -> None:
    bonds = verdicts(several, found).bonds
    for a, b in bonds.apart:
        assert not any(a in group and b in group for group in bonds.together)


def test_a_merge_holds_over_rebuilds_and_new_pages_and_the_old_id_resolves(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p"), meeting("q", place=(MOSCOW, "Moscow"), published="2017-02-18")) as store:
        old = event_of(store, "q")
        made(store, "merge", "p", "q")
        assert pages(store) == [["p", "q"]]
        assert whole_id(store, old) == event_of(store, "p") != old
        store.put([(meeting("r", published="2017-02-19"), "r")], "by hand")
        update(store, THRESHOLD)
        assert [page for page in pages(store) if "p" in page and "q" in page]


def test_two_that_are_not_the_same_are_kept_apart_until_it_is_taken_back(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p"), meeting("q")) as store:
        assert pages(store) == [["p", "q"]]
        done = made(store, "not-same", "p", "q")
        assert pages(store) == [["p"], ["q"]]
        decide(store, "undo", [], "editor", "2020-01-02", "wrong", undoes=done.id)
        update(store, THRESHOLD)
        assert pages(store) == [["p", "q"]]
        assert [d.kind for d in ledger(store)] == ["not-same", "undo"]


def test_a_correction_shows_what_it_took_the_place_of(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p")) as store:
        made(store, "correct", "p", field="start", value="2017-02-15")
        made(store, "correct", "p", field="place", value="Ganja|AZE", when="2020-01-02")
        (event,) = events(store)
        assert event["start"] == "2017-02-15" and event["place"]["name"] == "Ganja" and event["place"]["country"] == "AZE"
        assert [(d["field"], d["was"], d["who"], d["why"]) for d in event["decisions"]] == [
            ("start", "2017-02-16", "editor", "seen"), ("place", "Baku", "editor", "seen"),
        ]
        for field, value in (("status", "perhaps"), ("start", "soon"), ("colour", "red"), ("transfer.quantity", "many")):
            with pytest.raises(DragomanError):
                decide(store, "correct", [anchors(store, event["id"])], "editor", "2020", "no", field, value)


def test_a_rejected_event_is_kept_aside_and_a_confirmed_one_is_shown(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p"), meeting("q", confidence=0.1, published="2019-01-01")) as store:
        made(store, "reject", "p")
        made(store, "confirm", "q")
        assert {s["article"]: e["aside"] for e in events(store) for s in e["sources"]} == {"p": True, "q": False}


def test_a_decision_outlives_a_page_that_is_read_again(tmp_path: Path) -> None:
    def moved() -> Reading:
        page = Hand("q", "On Thursday it was said: Valery Gerasimov met Joseph Dunford in Moscow on 16 February 2017.", "2017-02-17")
        sides = [page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA")]
        page.fact("meeting", "met", sides, date=("16 February 2017", "2017-02-16"), place=(MOSCOW, "Moscow"))
        return page.reading()

    with record(tmp_path / "r", meeting("p"), meeting("q", place=(MOSCOW, "Moscow"))) as store:
        old = event_of(store, "q")
        made(store, "merge", "p", "q")
        store.put([(moved(), "q")], "by hand")
        update(store, THRESHOLD)
        assert pages(store) == [["p", "q"]]
        assert whole_id(store, old) == event_of(store, "p")
        store.put([(Hand("q", "Nothing happened.").reading(), "q")], "by hand")
        update(store, THRESHOLD)
        assert pages(store) == [["p"]]
        assert [s.name for s in verdicts_of(store).states.values()] == ["waiting"]


def test_a_ledger_is_shared_and_a_line_cut_off_loses_no_other(tmp_path: Path) -> None:
    readings = [meeting("p"), meeting("q"), meeting("r", place=(MOSCOW, "Moscow"))]
    with record(tmp_path / "one", *readings) as one, record(tmp_path / "two", *readings) as two:
        made(one, "not-same", "p", "q")
        made(one, "reject", "r")
        lines = [dumps(d) for d in ledger(one)]
        assert [loads(line) for line in lines] == ledger(one)
        new, wrong = take_in(two, [lines[0], "", lines[1][: len(lines[1]) // 2]], "shared.jsonl")
        assert new == 1 and [e.where for e in wrong] == ["shared.jsonl:3"]
        assert take_in(two, lines, "shared.jsonl") == (1, [])
        assert take_in(two, lines, "shared.jsonl") == (0, [])
        update(two, THRESHOLD)
        assert events(two) == events(one)
        forged = lines[0].replace("editor", "somebody")
        assert [e.why for e in take_in(two, [forged], "x")[1]] == ["was changed after it was made, by its id"]


def test_nothing_takes_from_the_ledger(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p"), meeting("q")) as store:
        made(store, "not-same", "p", "q")
        with pytest.raises(DragomanError, match="no decision"):
            decide(store, "undo", [], "editor", "2020", "why", undoes="d000000000000")
        build(store, THRESHOLD)
        assert len(ledger(store)) == 1
