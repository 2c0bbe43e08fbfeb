"""Copies without a date: read by the day of their original, whichever came first, and only as long as it has one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.config import Config
from dragoman.dating import put_in_order
from dragoman.facts.read import Reader
from dragoman.pipeline import Tally, read_into
from dragoman.reading import read as article_of
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Page
from evaluation.orders import digest

TEXT = (
    "Norwegian Defence Minister Kari Lund met her Polish counterpart Jan Zielinski in Gdansk on Monday. The two spoke of "
    "patrols in the Baltic Sea and of the upkeep of two old frigates. Lund will visit Tallinn next week. A spokesman said "
    "that both crews had trained together for years and that neither side wanted to give up what had been built."
)
LATER = TEXT.replace("on Monday", "on Tuesday").replace("A spokesman said", "A spokesman for the navy said")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "r", create=True) as opened:
        yield opened


def page(id: str, published: str | None = None, text: str = TEXT, url: str | None = None) -> Page:
    return Page(id, f"{id}.txt", "text", text, f"{id}{text}{published}", url, published=published)


def read(store: Store, reader: Reader, *pages: Page) -> list[str]:
    """Reads pages as `dragoman read` does; the articles dated by others anew."""
    tally = Tally()
    read_into(store, pages, article_of, reader, "here", Config(), tally)
    _, anew = put_in_order(store, reader, Config().threshold, tally)
    assert tally.failed == []
    return anew


def dated(store: Store, id: str) -> tuple[str | None, str]:
    article = store.article(id)
    return article.published, article.published_basis


def days(store: Store, id: str) -> dict[str, tuple[str | None, str]]:
    """The start and the trail of the first event of each kind that a page tells."""
    facts = reversed(store.reading(id).facts)
    return {f.type: (f.date.value.start, f.date.value.trail) if f.date else (None, "") for f in facts}


def whole(store: Store) -> tuple[str, list[tuple[object, ...]]]:
    """All that is derived, and all that is read."""
    return digest(store), [tuple(row) for row in store.rows(select(schema.readings).order_by("article"))]


def test_a_copy_without_a_date_is_as_old_as_its_original_and_says_through_what(store: Store, reader: Reader) -> None:
    assert read(store, reader, page("copy")) == []
    assert (dated(store, "copy"), days(store, "copy")["meeting"]) == ((None, "unknown"), (None, ""))
    assert read(store, reader, page("original", "2021-03-09", "GDANSK, March 9. " + TEXT)) == ["copy"]
    assert dated(store, "copy") == ("2021-03-09", "inferred")
    assert days(store, "copy")["meeting"] == (
        "2021-03-08", "weekday: the nearest Monday on or before 2021-03-09 (as old as its original, original)"
    )  # fmt: skip
    assert days(store, "copy")["visit"][0] == "2021-03"
    assert read(store, reader) == []


def test_the_order_in_which_pages_come_does_not_matter(tmp_path: Path, reader: Reader) -> None:
    pages = [page("a"), page("b", "2021-03-10"), page("c", "2021-03-09"), page("d", text="March 9. " + TEXT)]
    with Store.open(tmp_path / "all", create=True) as store:
        read(store, reader, *pages)
        assert [dated(store, id)[0] for id in "abcd"] == ["2021-03-09", "2021-03-10", "2021-03-09", "2021-03-09"]
        expected = whole(store)
    for n, order in enumerate(list(permutations(pages))[::5]):
        with Store.open(tmp_path / str(n), create=True) as store:
            for one in order:
                read(store, reader, one)
            assert whole(store) == expected


def test_what_an_original_loses_its_copies_lose(store: Store, reader: Reader) -> None:
    read(store, reader, page("copy"), page("original"))
    before = whole(store)
    read(store, reader, page("original", "2021-03-09"))
    assert dated(store, "copy")[0] == "2021-03-09"
    read(store, reader, page("original", "2022-06-01"))
    assert days(store, "copy")["meeting"][0] == "2022-05-30"
    assert read(store, reader, page("original")) == ["copy"]
    assert whole(store)[0] == before[0]
    assert [row[3] for row in whole(store)[1]] == [row[3] for row in before[1]]


def test_an_article_that_dates_itself_keeps_its_date(store: Store, reader: Reader) -> None:
    own = page("own", url="https://news.example/2020/05/04/frigates")
    read(store, reader, own, page("original", "2021-03-09"))
    assert dated(store, "own") == ("2020-05-04", "url")


def test_a_copy_that_counts_from_other_words_was_written_on_another_day(store: Store, reader: Reader) -> None:
    assert read(store, reader, page("rewritten", text=LATER), page("original", "2021-03-09")) == []
    (standing,) = store.rows(select(schema.article_standing.c.copy_of).where(schema.article_standing.c.article == "rewritten"))
    assert (standing.copy_of, dated(store, "rewritten")) == ("original", (None, "unknown"))


def test_of_versions_that_lie_days_apart_none_is_taken_for_the_original(store: Store, reader: Reader) -> None:
    assert read(store, reader, page("copy"), page("first", "2021-03-09"), page("again", "2021-03-20")) == []
    assert dated(store, "copy") == (None, "unknown")


@pytest.mark.parametrize(
    ("line", "published"),
    [("March 8", "2021-03-08"), ("March 12", "2021-03-12"), ("March 1", "--03-01"), ("June 9", "--06-09")],
)
def test_a_day_that_the_copy_has_without_its_year_gets_that_of_an_original_near_it(
    store: Store, reader: Reader, line: str, published: str
) -> None:
    read(store, reader, page("copy", text=f"GDANSK, {line}. {TEXT}"), page("original", "2021-03-09"))
    assert dated(store, "copy")[0] == published


def test_a_copy_that_was_archived_before_another_version_appeared_is_older(store: Store, reader: Reader) -> None:
    early = page("early", url="https://web.archive.org/web/20210301000000/https://news.example/frigates")
    assert read(store, reader, early, page("late", "2021-03-09")) == []
    assert store.article("early").published_before == "2021-03-01"


def test_the_earliest_report_leads_an_event_although_a_copy_is_dated_like_it(store: Store, reader: Reader) -> None:
    read(store, reader, page("z", "2021-03-09"))
    (before,) = [row.id for row in store.rows(select(schema.events.c.id).where(schema.events.c.type == "meeting"))]
    read(store, reader, page("a"))
    events = [json.loads(row.body) for row in store.rows(select(schema.events.c.body))]
    (meeting,) = [e for e in events if e["type"] == "meeting"]
    assert (meeting["id"], {s["article"] for s in meeting["sources"]}) == (before, {"a", "z"})
    assert meeting["start"] == "2021-03-08"
