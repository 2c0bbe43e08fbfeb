"""Who is who by what people decided: put together, kept apart, split by pages, over rebuilds and new pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.errors import DragomanError
from dragoman.record.build import build, update
from dragoman.record.decisions import Anchor, Decision, Kind, dumps
from dragoman.record.ledger import actor_anchors, decide, parted_anchors, take_in, verdicts_of
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Reading
from dragoman.views.called import one_called
from dragoman.views.seek import whole_id
from tests.record.hand import THRESHOLD, Hand, meeting, record


def pages(store: Store) -> list[list[str]]:
    bodies = [json.loads(row.body) for row in store.rows(select(schema.events.c.body))]
    return sorted(sorted(s["article"] for s in e["sources"]) for e in bodies)


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
