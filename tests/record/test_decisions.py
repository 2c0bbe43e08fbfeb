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
from dragoman.record.ledger import actor_anchors, anchors, decide, ledger, parted_anchors, take_in, verdicts_of
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Reading
from dragoman.views.called import one_called
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


# ---------------------------------------------------------------------- who is who

SPANISH = "Angela Robles Gomez"


def who(store: Store, name: str) -> str:
    n = schema.actor_names.c
    (row,) = store.rows(select(n.actor).where(n.name == name))
    return str(row.actor)


def persons(store: Store) -> list[str]:
    a = schema.actors.c
    return sorted(row.name for row in store.rows(select(a.name).where(a.kind == "person")))


def derived(store: Store) -> list[list[str]]:
    return [sorted(repr(tuple(row)) for row in store.rows(select(table))) for table in schema.DERIVED]


def settled(store: Store, kind: Kind, *names_: str, n: int = 1, **more: str) -> Decision:
    groups = [actor_anchors(store, who(store, name)) for name in names_]
    made = decide(store, kind, groups, "editor", f"2020-01-01T00:00:0{n}", "the ministry's own list", **more)
    update(store, THRESHOLD)
    after = derived(store)
    build(store, THRESHOLD)
    assert derived(store) == after  # brought up to date is made anew
    return made


# "Robles" and "Gomez" sound like two: no comparison of names would ever bring the two before anybody.
OTHERS = [
    meeting("p", a=("Angela Robles", "ESP")),
    meeting("q", a=(SPANISH, "ESP"), published="2017-02-18"),
    meeting("r", a=("Ursula Gomez", "ESP"), date=("on 3 March 2018", "2018-03-03")),
]


def test_persons_that_somebody_put_together_are_one_wherever_they_are_filed(tmp_path: Path) -> None:
    with record(tmp_path / "r", *OTHERS) as store:
        assert pages(store) == [["p"], ["q"], ["r"]]
        made_ = settled(store, "merge-actors", "Angela Robles", SPANISH)
        assert who(store, "Angela Robles") == who(store, SPANISH)
        assert pages(store) == [["p", "q"], ["r"]]  # so that their meeting is one, too
        store.put([(meeting("s", a=(SPANISH, "ESP"), published="2017-02-19"), "s")], "by hand")
        update(store, THRESHOLD)
        assert pages(store) == [["p", "q", "s"], ["r"]]
        after = derived(store)
        build(store, THRESHOLD)
        assert derived(store) == after
        decide(store, "undo", [], "editor", "2020-01-02", "no", undoes=made_.id)
        update(store, THRESHOLD)
        assert who(store, "Angela Robles") != who(store, SPANISH)
        after = derived(store)
        build(store, THRESHOLD)
        assert derived(store) == after
        assert [s.name for s in verdicts_of(store).states.values()] == ["undone", "in force"]


def test_persons_that_somebody_kept_apart_are_two_and_no_doubt_is_left(tmp_path: Path) -> None:
    alike = [meeting("p", a=("Valery Gerasimov", "RUS")), meeting("q", a=("Valeri Gerasimov", None), published="2017-02-18")]
    with record(tmp_path / "r", *alike) as store:
        assert len(persons(store)) == 2  # with Dunford
        assert who(store, "Valery Gerasimov") == who(store, "Valeri Gerasimov")
    with record(tmp_path / "s", alike[0]) as store:
        first = actor_anchors(store, who(store, "Valery Gerasimov"))
    other = Anchor("a0", "q", "person", 0, len("Valeri Gerasimov"), "Valeri Gerasimov")
    with record(tmp_path / "t", *alike) as store:
        decide(store, "not-same-actors", [first, [other]], "editor", "2020-01-01", "father and son")
        update(store, THRESHOLD)
        assert who(store, "Valery Gerasimov") != who(store, "Valeri Gerasimov")
        assert not list(store.rows(select(schema.doubtful_pairs)))
        after = derived(store)
        build(store, THRESHOLD)
        assert derived(store) == after


def on(store: Store, page: str, name: str) -> str:
    """The actor that a page names so."""
    s, m = schema.sightings.c, schema.actor_mentions.c
    query = select(s.body, m.actor).join(schema.actor_mentions, (m.article == s.article) & (m.referent == s.referent))
    (found,) = {row.actor for row in store.rows(query.where(s.article == page)) if json.loads(row.body)[2] == name}
    return str(found)


IVAN = "Ivan Petrov"


def namesakes(*pages_: str) -> list[Reading]:
    days = [f"2017-02-{day}" for day in range(17, 29)]
    return [
        meeting(page, a=(IVAN, "RUS"), date=("in the year", day), published=day)
        for page, day in zip(pages_, days, strict=False)
    ]


def same_anew(store: Store) -> bool:
    after = derived(store)
    build(store, THRESHOLD)
    return derived(store) == after


def test_a_person_is_split_by_pages_and_the_one_who_keeps_the_others_keeps_the_id(tmp_path: Path) -> None:
    *before, new = namesakes("p", "q", "r", "s")
    with record(tmp_path / "r", *before) as store:
        id = who(store, IVAN)
        split = decide(store, "split-actors", parted_anchors(store, id, ["p"]), "editor", "2020-01-01", "his son")
        update(store, THRESHOLD)
        assert on(store, "p", IVAN) != id
        assert on(store, "q", IVAN) == on(store, "r", IVAN) == id
        assert not list(store.rows(select(schema.doubtful_pairs)))
        assert same_anew(store)
        store.put([(new, "s")], "by hand")
        update(store, THRESHOLD)
        assert on(store, "s", IVAN) == id
        assert same_anew(store)
        decide(store, "undo", [], "editor", "2020-01-02", "no", undoes=split.id)
        update(store, THRESHOLD)
        assert on(store, "p", IVAN) == id
        assert same_anew(store)


def test_who_was_split_off_is_split_again_and_put_back_by_later_decisions(tmp_path: Path) -> None:
    with record(tmp_path / "r", *namesakes("p", "q", "r")) as store:
        first = parted_anchors(store, who(store, IVAN), ["p", "q"])
        decide(store, "split-actors", first, "editor", "2020-01-01", "his son")
        update(store, THRESHOLD)
        second = parted_anchors(store, on(store, "p", IVAN), ["q"])
        decide(store, "split-actors", second, "editor", "2020-01-02", "a third")
        update(store, THRESHOLD)
        assert len({on(store, page, IVAN) for page in "pqr"}) == 3
        assert same_anew(store)
        ids = [on(store, page, IVAN) for page in "pr"]
        decide(store, "merge-actors", [actor_anchors(store, id) for id in ids], "editor", "2020-01-03", "one")
        update(store, THRESHOLD)
        assert on(store, "p", IVAN) == on(store, "r", IVAN) != on(store, "q", IVAN)
        assert same_anew(store)


def test_two_put_together_who_are_both_like_a_third_leave_one_doubt(tmp_path: Path) -> None:
    names = {"p": IVAN, "q": "Igor Petrov", "r": "I. Petrov"}
    found = [meeting(p, a=(name, "RUS"), date=("then", f"2017-0{i}-17")) for i, (p, name) in enumerate(names.items(), 1)]
    with record(tmp_path / "r", *found) as store:
        assert len(list(store.rows(select(schema.doubtful_pairs)))) == 2
        settled(store, "merge-actors", IVAN, "Igor Petrov")
        assert len(list(store.rows(select(schema.doubtful_pairs)))) == 1


def test_a_split_takes_apart_who_was_put_together_from_two_blocks(tmp_path: Path) -> None:
    with record(tmp_path / "r", *OTHERS) as store:
        ids = {name: who(store, name) for name in ("Angela Robles", SPANISH)}
        settled(store, "merge-actors", "Angela Robles", SPANISH)
        parted = parted_anchors(store, who(store, SPANISH), ["q"])
        decide(store, "split-actors", parted, "editor", "2020-01-02", "two after all")
        update(store, THRESHOLD)
        assert {name: who(store, name) for name in ids} == ids
        assert same_anew(store)


def test_a_split_of_a_person_travels_with_the_ledger(tmp_path: Path) -> None:
    with record(tmp_path / "r", *namesakes("p", "q")) as store:
        parted = parted_anchors(store, who(store, IVAN), ["q"])
        lines = [dumps(decide(store, "split-actors", parted, "editor", "2020-01-01", "his son"))]
    with record(tmp_path / "s", *namesakes("p", "q")) as store:
        assert take_in(store, lines, "shared") == (1, [])
        update(store, THRESHOLD)
        assert on(store, "p", IVAN) != on(store, "q", IVAN)
        assert same_anew(store)


def test_a_split_must_leave_something_and_name_pages_of_a_person(tmp_path: Path) -> None:
    page = Hand("z", "Rosoboronexport met Ivan Petrov.", "2017-02-17")
    page.fact("meeting", "met", [page.referent("company", "Rosoboronexport", "RUS"), page.person(IVAN, "RUS")])
    with record(tmp_path / "r", *namesakes("p", "q"), page.reading()) as store:
        id = who(store, IVAN)
        with pytest.raises(DragomanError, match="would keep no page"):
            parted_anchors(store, id, ["p", "q", "z"])
        with pytest.raises(DragomanError, match="is not named by x"):
            parted_anchors(store, id, ["p", "x"])
        with pytest.raises(DragomanError, match="is no person"):
            parted_anchors(store, who(store, "Rosoboronexport"), ["z"])
        with pytest.raises(DragomanError, match="is about 2"):
            decide(store, "split-actors", [actor_anchors(store, id)], "editor", "2020-01-01", "no")


def test_the_ids_of_persons_before_they_were_put_together_go_on_resolving(tmp_path: Path) -> None:
    with record(tmp_path / "r", *OTHERS) as store:
        ids = [who(store, name) for name in ("Angela Robles", SPANISH)]
        made_ = settled(store, "merge-actors", "Angela Robles", SPANISH)
        (one,) = {whole_id(store, id) for id in ids}
        assert one == who(store, SPANISH)
        assert [one_called(store, id).id for id in ids] == [one, one]
        with pytest.raises(DragomanError, match="no event or actor"):
            whole_id(store, "a00000000000f")
        decide(store, "undo", [], "editor", "2020-01-02", "no", undoes=made_.id)
        update(store, THRESHOLD)
        assert [whole_id(store, id) for id in ids] == ids


def test_no_person_is_made_one_with_a_body_and_no_state_with_anybody(tmp_path: Path) -> None:
    page = Hand("p", "Russia's Rosoboronexport met Ivan Petrov.", "2017-02-17")
    sides = [page.referent("company", "Rosoboronexport", "RUS"), page.person("Ivan Petrov", "RUS"), page.state("Russia", "RUS")]
    page.fact("meeting", "met", sides)
    with record(tmp_path / "r", page.reading()) as store:
        person, company = (actor_anchors(store, who(store, name)) for name in ("Ivan Petrov", "Rosoboronexport"))
        with pytest.raises(DragomanError, match="is a person"):
            decide(store, "merge-actors", [person, company], "editor", "2020-01-01", "no")
        with pytest.raises(DragomanError, match="is a state"):
            actor_anchors(store, who(store, "Russia"))
