"""What is remembered stands until the record is made anew; what may be stale, for as long as a state is pinned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.record.build import build
from dragoman.store.store import Store
from dragoman.views.remembered import finds, is_stale, pin, remembered, unpin
from tests.record.hand import THRESHOLD, meeting, record


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with record(tmp_path / "r", meeting("a")) as opened:
        yield opened


def test_what_was_found_stands_until_the_record_is_made_anew(store: Store) -> None:
    assert (remembered(store, "n", lambda: 1), remembered(store, "n", lambda: 2)) == (1, 1)
    build(store, THRESHOLD)
    assert remembered(store, "n", lambda: 3) == 3


def test_what_failed_is_looked_for_again(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        remembered(store, "n", lambda: 1 // 0)
    assert remembered(store, "n", lambda: 1) == 1


def test_the_state_that_is_pinned_does_for_what_may_be_stale_alone(store: Store) -> None:
    state, _ = finds(store)
    pin(store, state, {"n": 1})
    assert remembered(store, "n", lambda: 2, stale=True) == 1
    assert not is_stale(store)
    build(store, THRESHOLD)
    assert is_stale(store)
    assert remembered(store, "n", lambda: 2, stale=True) == 1
    assert remembered(store, "n", lambda: 3) == 3
    pin(store, finds(store)[0], {"n": 4})
    assert not is_stale(store)
    assert remembered(store, "n", lambda: 5, stale=True) == 4


def test_what_is_found_while_a_state_is_pinned_goes_with_it(store: Store) -> None:
    pin(store, finds(store)[0], {})
    build(store, THRESHOLD)
    assert remembered(store, "n", lambda: 1, stale=True) == 1
    unpin(store)
    assert not is_stale(store)
    assert remembered(store, "n", lambda: 2, stale=True) == 2
    assert finds(store)[1] == {"n": 2}


def test_what_comes_late_is_not_pinned(store: Store) -> None:
    state, _ = finds(store)
    build(store, THRESHOLD)
    pin(store, state, {"n": 1})
    assert remembered(store, "n", lambda: 2, stale=True) == 2
