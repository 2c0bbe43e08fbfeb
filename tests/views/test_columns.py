"""Events as columns: flags, groups, and lists that are written out when they are looked at."""

from __future__ import annotations

import numpy as np

from dragoman.views.columns import Groups, Lazy, Numbers, Order, columns, each_once


def numbers(*given: int) -> Numbers:
    return np.array(given, np.int64)


def test_an_order_flags_what_it_knows_and_names_it_again() -> None:
    order = Order.of(["e3", "e1", "e2"])
    flags = order.flags(["e2", "e3", "e9"])
    assert flags.tolist() == [True, False, True]
    assert order.named(np.flatnonzero(flags)) == ("e3", "e2")
    assert order.flags([]).tolist() == [False] * 3


def test_groups_keep_the_order_of_their_rows() -> None:
    found = Groups.by(numbers(7, 2, 7, 2, 7), numbers(50, 40, 30, 20, 10))
    assert [(key, rows.tolist()) for key, rows in found] == [(2, [40, 20]), (7, [50, 30, 10])]
    assert found.counts(numbers(1, 2, 7, 9)).tolist() == [0, 2, 3, 0]
    assert found.of(7).tolist() == [50, 30, 10] and found.of(8).tolist() == found.of(99).tolist() == []


def test_a_row_counts_once_where_that_is_asked_for() -> None:
    found = Groups.once(numbers(3, 3, 1, 3), numbers(4, 4, 9, 2), 10)
    assert [(key, rows.tolist()) for key, rows in found] == [(1, [9]), (3, [2, 4])]


def test_nothing_is_grouped_to_nothing() -> None:
    for found in (Groups.by(numbers(), numbers()), Groups.once(numbers(), numbers(), 0)):
        assert list(found) == [] and found.of(0).tolist() == [] and found.counts(numbers(0, 5)).tolist() == [0, 0]
    assert [column.tolist() for column in columns([], 2)] == [[], []]
    assert each_once(numbers()).tolist() == []


def test_a_lazy_list_makes_what_is_looked_at() -> None:
    made: list[int] = []

    def make(at: int) -> str:
        made.append(at)
        return "abcde"[at]

    found = Lazy(5, make)
    assert len(found) == 5 and made == []
    assert found[1:3] == ["b", "c"] and found[-1] == "e" and made == [1, 2, 4]
    assert list(found) == list("abcde") and "f" not in found
