"""What a record promises as a file: transactions, replacement, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dragoman.errors import RecordError
from dragoman.record.build import build, builder
from dragoman.store import schema
from dragoman.store.store import Store
from tests.record.hand import THRESHOLD, Hand, meeting, record


def test_a_reading_comes_back_with_its_article(tmp_path: Path) -> None:
    reading = meeting("p1")
    with record(tmp_path / "r", reading) as store:
        assert list(store.readings()) == [reading]
        assert store.reading("p1") == reading
        assert store.article("p1") == reading.article


def test_readings_come_in_order_of_id(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("b"), meeting("c"), meeting("a")) as store:
        assert [r.article.id for r in store.readings()] == ["a", "b", "c"]
        assert [a.id for a in store.articles()] == ["a", "b", "c"]


def test_an_unknown_article_is_a_key_error(tmp_path: Path) -> None:
    with record(tmp_path / "r") as store:
        with pytest.raises(KeyError):
            store.article("p1")
        with pytest.raises(KeyError):
            store.reading("p1")


def test_only_the_same_input_by_the_same_reader_is_read(tmp_path: Path) -> None:
    reading = meeting("p1")
    with record(tmp_path / "r", reading) as store:
        sha256 = reading.article.sha256
        assert store.is_read("p1", sha256, "by hand")
        assert not store.is_read("p1", sha256, "another reader")
        assert not store.is_read("p1", "other bytes", "by hand")
        assert not store.is_read("p2", sha256, "by hand")


def test_a_page_that_changed_replaces_its_older_reading(tmp_path: Path) -> None:
    older = meeting("p1")
    newer = Hand("p1", "Nothing happened in Baku.").reading()
    with record(tmp_path / "r", older) as store:
        store.put([(newer, "p1.txt")], "by hand")
        assert list(store.readings()) == [newer]
        build(store, THRESHOLD)
        (count,) = store.rows(select(func.count().label("n")).select_from(schema.events))
        assert count.n == 0


def test_a_batch_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p1")) as store:
        broken = meeting("p3")
        twice = [(meeting("p2"), "p2.txt"), (broken, "p3.txt"), (broken, "p3.txt")]
        with pytest.raises(RecordError):
            store.put(twice, "by hand")
        assert [a.id for a in store.articles()] == ["p1"]


def test_derived_tables_are_stale_until_built_and_by_that_builder_only(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        assert store.is_stale(builder(THRESHOLD))
        store.put([(meeting("p1"), "p1.txt")], "by hand")
        build(store, THRESHOLD)
        assert not store.is_stale(builder(THRESHOLD))
        assert store.is_stale(builder(0.9))
        store.put([(meeting("p2"), "p2.txt")], "by hand")
        assert store.is_stale(builder(THRESHOLD))


def test_a_build_that_fails_leaves_the_old_tables(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p1")) as store:
        before = [row.body for row in store.rows(select(schema.events.c.body))]
        with pytest.raises(RuntimeError), store.rebuilding("another"):
            raise RuntimeError
        assert [row.body for row in store.rows(select(schema.events.c.body))] == before
        assert not store.is_stale(builder(THRESHOLD))


def test_only_derived_tables_are_rebuilt(tmp_path: Path) -> None:
    with record(tmp_path / "r") as store, store.rebuilding("b") as tables, pytest.raises(ValueError, match="articles"):
        tables.add(schema.articles, [])


def test_reading_goes_on_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "r"
    with record(path, meeting("p1")) as writer, Store.open(path) as reader, writer.rebuilding("b"):
        assert [a.id for a in reader.articles()] == ["p1"]


def test_everything_an_article_knows_is_kept(tmp_path: Path) -> None:
    from dragoman.types import DateClaim, Furniture, Span

    reading = meeting("p1")
    article = replace(
        reading.article, title="Generals meet", title_span=Span(0, 7), byline="Staff", url="https://example.org/1",
        dateline_place=Span(0, 4), country="AZE", language="en", published_after="2017-02-16",
        published_before="2017-02-18", date_claims=(DateClaim("2017-02-17", "text", 0, 4),),
        furniture=(Furniture(0, 3, "menu"),), copies_of="p0",
    )
    with record(tmp_path / "r", replace(reading, article=article)) as store:
        assert store.article("p1") == article


def test_a_settled_date_is_kept_apart_from_what_was_read(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p")) as store:
        assert store.settled_date("p") is None
        store.settle_date("p", "2017-02-17")
        store.settle_date("q", "2018")
        store.put([(meeting("p"), "p.txt")], "another reader")
        assert (store.settled_date("p"), store.settled_date("q")) == ("2017-02-17", "2018")
        store.settle_date("p", "2017-02-18")
        assert store.settled_date("p") == "2017-02-18"
        store.settle_date("p", None)
        assert store.settled_date("p") is None
        assert store.origin("p") == "p.txt"
        with pytest.raises(KeyError):
            store.origin("q")


def test_all_rows_come_at_once_as_they_come_one_by_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        m = schema.meta.c
        query = select(m.key, m.value).where(m.key != "nothing")
        assert sorted(store.at_once(query)) == sorted(list(row) for row in store.rows(query))
        assert store.at_once(query.where(m.key == "nothing")) == []
