"""The ids of actors that are no more lead to whoever holds what they stood for, however that came about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.errors import DragomanError
from dragoman.export.jsonl import export
from dragoman.record.aliases import holders
from dragoman.record.build import build, update
from dragoman.record.ledger import decide, parted_anchors
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Reading
from dragoman.views.called import one_called
from dragoman.views.seek import seek, standing, whole_id
from tests.record.hand import THRESHOLD, Hand, meeting, record
from tests.record.test_build import derived, fresh
from tests.record.test_persons import on

IVAN = "Ivan Petrov"


def alone(page: str, name: str, country: str | None = "RUS") -> Reading:
    """A page that names one person, who met an American."""
    hand = Hand(page, f"{name} met Joseph Dunford.", "2017-02-17")
    hand.fact("meeting", "met", [hand.person(name, country), hand.person("Joseph Dunford", "USA")])
    return hand.reading()


def comes(store: Store, *readings: Reading) -> None:
    store.put([(reading, reading.article.id) for reading in readings], "by hand")
    update(store, THRESHOLD)


def ids(store: Store) -> set[str]:
    return {row.id for row in store.rows(select(schema.actors.c.id))}


def exported(store: Store, folder: Path) -> dict[str, bytes]:
    export(store, folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def same_anew(store: Store) -> bool:
    before = derived(store)
    build(store, THRESHOLD)
    return derived(store) == before


def test_two_persons_that_a_third_page_joins_are_found_by_their_old_ids(tmp_path: Path) -> None:
    found = (alone("p", "I. Petrov"), alone("q", IVAN, None), alone("r", IVAN))
    with record(tmp_path / "r", *found[:2]) as store:
        old = [on(store, "p", "I. Petrov"), on(store, "q", IVAN)]
        assert len(set(old)) == 2
        comes(store, found[2])
        one = on(store, "r", IVAN)
        assert not set(old) & ids(store)
        assert [whole_id(store, id) for id in old] == [one, one]
        assert [one_called(store, id).id for id in old] == [one, one]
        assert [seek(store, id).actors for id in old] == [{one}, {one}]
        grown = exported(store, tmp_path / "grown")
        assert same_anew(store)
        assert [whole_id(store, id) for id in old] == [one, one]
    with record(tmp_path / "s", *found) as store:
        assert exported(store, tmp_path / "whole") == grown
        with pytest.raises(DragomanError, match="no event or actor"):
            whole_id(store, old[0])  # never shown in this record


def test_a_chain_of_joins_is_followed(tmp_path: Path) -> None:
    with record(tmp_path / "r", alone("p", "I. Petrov", None)) as store:
        old = [on(store, "p", "I. Petrov")]
        comes(store, alone("q", "I. Petrov"))
        old.append(on(store, "p", "I. Petrov"))
        comes(store, alone("r", IVAN))
        one = on(store, "r", IVAN)
        assert len({*old, one}) == 3 and not set(old) & ids(store)
        assert [whole_id(store, id) for id in old] == [one, one]
        build(store, THRESHOLD)
        assert [whole_id(store, id) for id in old] == [one, one]


def test_the_id_of_a_person_split_off_leads_back_when_the_split_is_undone(tmp_path: Path) -> None:
    with record(tmp_path / "r", *(alone(page, IVAN) for page in "pqr")) as store:
        id = on(store, "p", IVAN)
        split = decide(store, "split-actors", parted_anchors(store, id, ["p"]), "editor", "2020-01-01", "his son")
        update(store, THRESHOLD)
        son = on(store, "p", IVAN)
        decide(store, "undo", [], "editor", "2020-01-02", "no", undoes=split.id)
        update(store, THRESHOLD)
        assert son not in ids(store)
        assert whole_id(store, son) == id
        assert same_anew(store)
        assert whole_id(store, son) == id


@pytest.mark.parametrize(
    "before, after",
    [("I. Petrov", IVAN), ("Ivan Petrof", "Ivan Petrof Sidorenko"), ("A. Robles", "Angela Robles Gomez")],
)
def test_a_page_that_is_read_again_keeps_whom_it_named(tmp_path: Path, before: str, after: str) -> None:
    with record(tmp_path / "r", alone("p", before), meeting("q")) as store:
        old = on(store, "p", before)
        comes(store, alone("p", after))
        assert old not in ids(store)
        assert whole_id(store, old) == on(store, "p", after)
        build(store, THRESHOLD)
        assert whole_id(store, old) == on(store, "p", after)


def test_a_page_that_names_somebody_else_when_it_is_read_again_leads_nowhere(tmp_path: Path) -> None:
    with record(tmp_path / "r", alone("p", IVAN)) as store:
        old = on(store, "p", IVAN)
        comes(store, alone("p", "Oleg Sidorov"))
        assert holders(store, old) == []
        comes(store, alone("p", IVAN))
        assert whole_id(store, old) == old
        assert not list(store.rows(select(schema.past_actors).where(schema.past_actors.c.id == old)))


def test_all_who_hold_what_an_id_stood_for_are_offered_who_holds_most_first(tmp_path: Path) -> None:
    with record(tmp_path / "r", *(alone(page, "I. Petrov") for page in "pqr")) as store:
        old = on(store, "p", "I. Petrov")
        comes(store, alone("p", "Igor Petrov"), alone("q", IVAN), alone("r", IVAN))
        both = [on(store, "q", IVAN), on(store, "p", "Igor Petrov")]
        assert holders(store, old) == both
        with pytest.raises(DragomanError, match=f"several now .{both[0]}, {both[1]}."):
            whole_id(store, old)
        with pytest.raises(DragomanError, match="is the name of several"):
            one_called(store, old)


names = st.tuples(
    st.sampled_from(["I. Petrov", IVAN, "Igor Petrov", "Petrov", "Ivan Sergeyevich Petrov"]), st.sampled_from(["RUS", None])
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(names, min_size=2, max_size=7), st.booleans())
def test_every_id_ever_shown_leads_to_all_who_hold_its_mentions(tmp_path: Path, found: list[Any], anew: bool) -> None:
    shown: dict[str, set[tuple[str, int]]] = {}
    with record(fresh(tmp_path)) as store:
        for number, (name, country) in enumerate(found):
            comes(store, alone(f"p{number}", name, country))
            now = mentions(store)
            shown |= {id: {key for key, one in now.items() if one == id} for id in set(now.values())}
        if anew:
            build(store, THRESHOLD)
        now = mentions(store)
        for id, keys in shown.items():
            assert set(standing(store, id)) == ({id} if id in now.values() else {now[key] for key in keys})


def mentions(store: Store) -> dict[tuple[str, int], str]:
    m = schema.actor_mentions.c
    return {(row.article, row.referent): row.actor for row in store.rows(select(m.article, m.referent, m.actor))}


def test_a_body_is_found_by_the_id_it_had_without_its_country(tmp_path: Path) -> None:
    def page(id: str, country: str | None) -> Reading:
        hand = Hand(id, "Nordwerft met Joseph Dunford.", "2017-02-17")
        hand.fact("meeting", "met", [hand.referent("company", "Nordwerft", country), hand.person("Joseph Dunford", "USA")])
        return hand.reading()

    with record(tmp_path / "r", page("p", None)) as store:
        old = on(store, "p", "Nordwerft")
        comes(store, page("q", "DEU"))
        assert old not in ids(store)
        assert whole_id(store, old) == on(store, "q", "Nordwerft")


def test_a_whole_rebuild_by_other_rules_keeps_the_ids_that_it_changes(tmp_path: Path) -> None:
    with record(tmp_path / "r", alone("p", "I. Petrov")) as store:
        old = on(store, "p", "I. Petrov")
        store.put([(alone("p", IVAN), "p")], "by another reader")
        build(store, THRESHOLD)
        assert old not in ids(store)
        assert whole_id(store, old) == on(store, "p", IVAN)
