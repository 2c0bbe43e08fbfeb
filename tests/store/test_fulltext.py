"""The full-text index keeps step with the articles, and an older record is brought up with what was read."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from dragoman.record.build import build, refresh
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.search import search
from tests.record.hand import THRESHOLD, Hand, meeting, record


def found(store: Store, words: str) -> list[str]:
    return sorted(s.article for s in search(store, words).articles)


def test_an_article_is_found_as_soon_as_it_is_in_and_no_longer_once_replaced(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("a"), meeting("b", b=("Tod Wolters", "NATO"))) as store:
        assert found(store, "gerasimov") == ["a", "b"]
        assert found(store, "wolters") == ["b"]
        store.put([(Hand("b", "Talks on grain were put off.").reading(), "b.txt")], "test")
        assert found(store, "gerasimov") == ["a"]
        assert found(store, "grain") == ["b"]
        assert found(store, "wolters") == []


def test_a_record_of_the_first_schema_keeps_what_was_read(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("a"), meeting("b", date=("on 1 March 2018", "2018-03-01"))) as store:
        events = [row.body for row in store.rows(select(schema.events.c.body).order_by(schema.events.c.id))]
        with store._writes() as connection:  # as the first schema laid it out
            for name in ("article_in", "article_out"):
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            for name in ("article_words", "article_numbers", "event_words", "actor_words", "events"):
                connection.exec_driver_sql(f"DROP TABLE {name}")
            connection.exec_driver_sql("CREATE TABLE events (id TEXT PRIMARY KEY, body TEXT NOT NULL)")
            connection.exec_driver_sql("UPDATE meta SET value = '1' WHERE key = 'schema'")
    with Store.open(tmp_path / "r") as store:
        assert not refresh(store, THRESHOLD)  # nothing was broken off
        assert [row.body for row in store.rows(select(schema.events.c.body).order_by(schema.events.c.id))] == events
        assert found(store, "gerasimov") == ["a", "b"]


def test_what_is_compacted_is_found_all_the_same(tmp_path: Path) -> None:
    with record(tmp_path / "r", *(meeting(f"m{i}") for i in range(5))) as store:
        store.put([(Hand("m2", "Nothing of note.").reading(), "m2.txt")], "test")
        build(store, THRESHOLD)
        with store._engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.execute("VACUUM")  # SQLite numbers the rows anew
        assert found(store, "gerasimov") == ["m0", "m1", "m3", "m4"]
        assert found(store, "note") == ["m2"]
