"""A record of an older version is backed up and brought up to date, and nothing that was read is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.errors import RecordError
from dragoman.record.build import refresh
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.seek import whole_id
from tests.record.hand import THRESHOLD, meeting, record
from tests.record.test_persons import on

_ADDED = ("decisions", "settled_dates", "past_reports", "past_actors", "touched")


def older(path: Path) -> None:
    """A record as the first schema had it: with tables that are gone now, and without those that are new."""
    record(path, meeting("p"), meeting("q")).close()
    with sqlite3.connect(path) as connection:
        for table in (*(t.name for t in schema.DERIVED), *_ADDED):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP VIEW article_texts")
        connection.execute("CREATE TABLE events (id TEXT PRIMARY KEY, body TEXT)")
        connection.execute("CREATE TABLE event_evidence (event TEXT, position INTEGER)")
        connection.execute("INSERT INTO events VALUES ('e1', 'old')")
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
        connection.execute("PRAGMA user_version = 1")
    connection.close()


def test_an_older_record_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "r"
    older(path)
    with Store.open(path) as store:
        assert refresh(store, THRESHOLD) is False
        assert [a.id for a in store.articles()] == ["p", "q"]
        assert len(list(store.rows(select(schema.events)))) == 1
    with Store.open(path) as store:
        assert store.meta("schema") == str(schema.VERSION)
    assert sorted(p.name for p in tmp_path.glob("r.schema*")) == ["r.schema1"]


def test_ids_of_actors_that_the_last_schema_showed_go_on_resolving(tmp_path: Path) -> None:
    path = tmp_path / "r"
    with record(path, meeting("p", a=("I. Petrov", "RUS"))) as store:
        old = on(store, "p", "I. Petrov")
        store.put([(meeting("p", a=("Ivan Petrov", "RUS")), "p")], "by another reader")
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE past_actors")
        connection.execute("UPDATE meta SET value = '7' WHERE key = 'schema'")
        connection.execute("PRAGMA user_version = 7")
    connection.close()
    with Store.open(path) as store:
        refresh(store, THRESHOLD)
        assert whole_id(store, old) == on(store, "p", "Ivan Petrov") != old
        assert {row.id for row in store.rows(select(schema.past_actors.c.id))} == {old}
    assert (tmp_path / "r.schema7").exists()


def test_the_backup_is_what_was_there_and_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "r"
    older(path)
    (tmp_path / "r.schema1").write_bytes(b"an earlier backup")
    Store.open(path).close()
    assert (tmp_path / "r.schema1").read_bytes() == b"an earlier backup"
    with sqlite3.connect(tmp_path / "r.schema1.2") as connection:
        assert connection.execute("SELECT body FROM events").fetchall() == [("old",)]
    connection.close()


def test_without_a_backup_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r"
    older(path)

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(RecordError, match="cannot be backed up"):
        Store.open(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT body FROM events").fetchall() == [("old",)]
    connection.close()
    assert not list(tmp_path.glob("*.part"))
