"""From pages to a record: what is new is read, what fails is named, nothing that was read is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from dragoman.config import Config
from dragoman.errors import DragomanError, PageError
from dragoman.pipeline import Tally, fingerprint, read_into
from dragoman.store.store import Store
from dragoman.types import Article, Page, Reading


def page(id: str, body: str = "Nothing happened.", origin: str | None = None) -> Page:
    return Page(id, origin or f"{id}.txt", "text", body, sha256=f"{id}:{body}")


def article_of(page: Page) -> Article:
    if not page.body:
        raise PageError(page.origin, "is empty", "remove it")
    if page.body == "unforeseen":
        raise RuntimeError("two\nlines")
    return Article(page.id, page.body, page.sha256)


class Plain:
    """Reads that an article says nothing; fails where `fails` says so, and counts how many it was given."""

    def __init__(self, fails: Callable[[Article], BaseException | None] = lambda article: None) -> None:
        self.fails = fails
        self.given: list[str] = []

    def read_articles(self, articles: Iterable[Article]) -> Iterator[Reading]:
        for article in articles:
            self.given.append(article.id)
            error = self.fails(article)
            if error is not None:
                raise error
            yield Reading(article, (), ())


def run(
    store: Store, pages: Iterable[Page | PageError], reader: Plain | None = None, mark: str = "one", batch: int = 2
) -> Tally:
    tally = Tally()
    read_into(store, pages, article_of, reader or Plain(), mark, Config(batch=batch), tally)
    return tally


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "r", create=True) as opened:
        yield opened


def ids(store: Store) -> list[str]:
    return [article.id for article in store.articles()]


def test_pages_are_read_in_batches_and_written(store: Store) -> None:
    tally = run(store, [page(f"p{i}") for i in range(5)])
    assert (tally.read, tally.unchanged, tally.failed) == (5, 0, [])
    assert ids(store) == ["p0", "p1", "p2", "p3", "p4"]


def test_a_batch_is_written_before_the_next_is_begun(store: Store) -> None:
    def pages() -> Iterator[Page]:
        for i in range(6):
            assert store.count_articles() >= i - i % 2
            yield page(f"p{i}")

    assert run(store, pages()).read == 6


def test_reading_again_reads_nothing(store: Store) -> None:
    pages = [page("a"), page("b")]
    run(store, pages)
    reader = Plain()
    tally = run(store, pages, reader)
    assert (tally.read, tally.unchanged, reader.given) == (0, 2, [])


def test_a_page_or_a_reader_that_changed_is_read_again(store: Store) -> None:
    run(store, [page("a"), page("b")])
    assert run(store, [page("a", "Something happened."), page("b")]).replaced == ["a"]
    assert run(store, [page("a", "Something happened."), page("b")], mark="two").replaced == ["a", "b"]
    assert ids(store) == ["a", "b"]


def test_two_pages_with_one_id_are_not_mixed_up(store: Store) -> None:
    pages = [page("a", "One.", "x/a.txt"), page("a", "Another.", "y/a.txt"), page("a", "One.", "z/a.txt")]
    tally = run(store, pages)
    assert (tally.read, tally.unchanged) == (1, 1)
    (error,) = tally.failed
    assert str(error) == "y/a.txt: its id a is that of x/a.txt, another page; rename one of the two"
    assert store.article("a").text == "One."


def test_what_fails_is_named_and_the_rest_is_read(store: Store) -> None:
    bad = PageError("x.jsonl:3", "is not JSON", "mend the line")
    pages = [page("a"), bad, page("b", ""), page("c", "unforeseen"), page("d")]
    tally = run(store, pages)
    assert ids(store) == ["a", "d"]
    assert [str(error) for error in tally.failed] == [
        "x.jsonl:3: is not JSON; mend the line",
        "b.txt: is empty; remove it",
        "c.txt: reading it failed (RuntimeError: two); leave the page out, and report the fault with the page",
    ]


def test_a_page_longer_than_any_article_is_refused_before_it_is_parsed(store: Store) -> None:
    tally = run(store, [page("a"), page("book", "word " * 200_001)])
    assert ids(store) == ["a"]
    assert [str(error) for error in tally.failed] == [
        "book.txt: holds 1,000,005 characters, more than any article (1,000,000 at most); "
        "split it into its articles, a page each"
    ]


@pytest.mark.parametrize("error", [ValueError("broken"), PageError("b.txt", "reads badly", "leave it")])
@pytest.mark.parametrize("batch", [1, 2, 5])
def test_an_article_on_which_the_reader_fails_costs_no_other(store: Store, error: Exception, batch: int) -> None:
    reader = Plain(lambda article: error if article.id == "b" else None)
    tally = run(store, [page(id) for id in "abcd"], reader, batch=batch)
    assert ids(store) == ["a", "c", "d"]
    assert [e.where for e in tally.failed] == ["b.txt"]
    assert tally.read == 3


def test_a_reader_that_cannot_work_at_all_ends_the_run(store: Store) -> None:
    reader = Plain(lambda article: DragomanError("parser", "is not installed", "install it"))
    with pytest.raises(DragomanError, match="not installed"):
        run(store, [page("a")], reader)


def test_an_interrupt_keeps_what_was_read(store: Store) -> None:
    reader = Plain(lambda article: KeyboardInterrupt() if article.id == "d" else None)
    tally = Tally()
    with pytest.raises(KeyboardInterrupt):
        read_into(store, [page(id) for id in "abcde"], article_of, reader, "one", Config(batch=3), tally)
    assert ids(store) == ["a", "b", "c"]
    with pytest.raises(KeyboardInterrupt):
        read_into(store, [page(id) for id in "dabcx"], article_of, reader, "one", Config(batch=3), tally)
    reader.fails = lambda article: KeyboardInterrupt() if article.id == "y" else None
    with pytest.raises(KeyboardInterrupt):
        read_into(store, [page(id) for id in "xyz"], article_of, reader, "one", Config(batch=3), tally)
    assert ids(store) == ["a", "b", "c", "x"]
    assert tally.read == 4


def test_every_page_is_a_step(store: Store) -> None:
    steps: list[None] = []
    pages = [page("a"), page("b", ""), PageError("c", "is gone", "look for it"), page("a", origin="again/a.txt")]
    read_into(store, pages, article_of, Plain(), "one", Config(), Tally(), lambda: steps.append(None))
    assert len(steps) == len(pages)


def test_a_reader_is_known_by_its_model_and_knowledge(tmp_path: Path) -> None:
    assert fingerprint("model") == fingerprint("model") != fingerprint("other model")
    (tmp_path / "titles.yaml").write_text("a: 1")
    mine = fingerprint("model", tmp_path)
    assert mine != fingerprint("model")
    (tmp_path / "titles.yaml").write_text("a: 2")
    assert fingerprint("model", tmp_path) != mine
