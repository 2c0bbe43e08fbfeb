"""Search: words become a query that cannot break, and finds come with their passage."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.store.store import Store
from dragoman.views.search import match, search
from tests.record.hand import Hand, meeting, record


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    grain = Hand("grain", "Turkey said the grain corridor stays open. The corridor of power is elsewhere.")
    path = tmp_path_factory.mktemp("search") / "r"
    with record(path, meeting("a"), meeting("b", b=("Tod Wolters", "NATO")), grain.reading()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("gerasi", '"gerasi"*'),
        ("Baku talks", '"Baku" "talks"*'),
        ('"grain corridor"', '"grain corridor"'),
        ('"grain corridor" op', '"grain corridor" "op"*'),
        ("S-400", '"S 400"*'),
        ('a" OR b NEAR(', '"a" "OR" "b" "NEAR"*'),
        ("Baku t", '"Baku"'),
        ("Baku t ", '"Baku" "t"*'),
        ("* ( ) \"\"", ""),
        ("", ""),
    ],
)
def test_words_become_a_query(words: str, query: str) -> None:
    assert match(words) == query


def test_a_phrase_stands_together(store: Store) -> None:
    assert [s.article for s in search(store, '"grain corridor"').articles] == ["grain"]
    assert search(store, '"corridor grain"').articles == ()


def test_a_find_says_where_it_stands(store: Store) -> None:
    (found,) = search(store, "grain").articles
    assert ("grain", True) in found.parts
    assert "".join(text for text, _ in found.parts).startswith("Turkey said the grain corridor")


def test_people_and_events_are_found_by_the_beginning_of_a_name(store: Store) -> None:
    found = search(store, "wolt")
    assert [a.name for a in found.actors] == ["Tod Wolters"]
    assert [e.type for e in found.events] == ["meeting"]
    assert search(store, "w") == search(store, "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_the_search(store: Store, words: str) -> None:
    search(store, words)
