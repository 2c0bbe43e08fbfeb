"""Mentions of actors are noted before they are dropped, and forgotten again where the id goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.record.build import build, update
from dragoman.store import schema
from dragoman.store.store import Store
from tests.record.hand import THRESHOLD, Hand, meeting, record
from tests.record.test_persons import on


def noted(store: Store) -> list[tuple[object, ...]]:
    return [tuple(row) for row in store.rows(select(schema.past_actors))]


def test_of_an_id_that_is_no_more_the_mentions_are_noted(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p", a=("I. Petrov", "RUS"))) as store:
        old = on(store, "p", "I. Petrov")
        store.put([(meeting("q", a=("Ivan Petrov", "RUS")), "q")], "by hand")
        update(store, THRESHOLD)
        assert noted(store) == [(old, "p", 0, 9, "person", "I. Petrov")]
        build(store, THRESHOLD)
        assert noted(store) == [(old, "p", 0, 9, "person", "I. Petrov")]


def test_nothing_is_noted_of_ids_that_go_on_nor_of_states(tmp_path: Path) -> None:
    page = Hand("q", "Russia met Joseph Dunford.", "2017-02-17")
    page.fact("meeting", "met", [page.state("Russia", "RUS"), page.person("Joseph Dunford", "USA")])
    with record(tmp_path / "r", meeting("p"), page.reading()) as store:
        store.put([(meeting("p"), "p"), (meeting("q"), "q")], "by hand")
        update(store, THRESHOLD)
        build(store, THRESHOLD)
        assert noted(store) == []


def test_a_build_that_fails_notes_nothing(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p")) as store:
        with pytest.raises(RuntimeError), store.rebuilding("another"):
            raise RuntimeError
        assert noted(store) == []
