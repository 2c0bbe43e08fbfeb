"""Why two names are or are not one: the sum is that of its features, and the record's own word stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.record.build import update
from dragoman.record.decisions import Kind
from dragoman.record.ledger import actor_anchors, decide
from dragoman.store.store import Store
from dragoman.views.called import called
from dragoman.views.why import why, why_names
from tests.record.hand import THRESHOLD, meeting, record


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    readings = [
        meeting("p", a=("Sergei Shoigu", "RUS"), b=("Ilham Aliyev", "AZE")),
        meeting("q", a=("Sergey Shoygu", "RUS"), b=("Heydar Aliyev", "AZE")),
        meeting("r", a=("Valery Gerasimov", "RUS"), b=("Valery Geaasimof", "RUS")),
    ]
    with record(tmp_path / "r", *readings) as opened:
        yield opened


def test_two_spellings_of_one_person(store: Store) -> None:
    found = why(store, "Sergei Shoigu", "Sergey Shoygu")
    assert found.sum >= found.one
    assert found.sum == pytest.approx(found.start + sum(f.adds for f in found.features))
    assert found.record is not None and found.record.startswith("one person, Serge")
    assert all(f.meaning for f in found.features)


def test_two_persons_of_one_family(store: Store) -> None:
    found = why(store, "Ilham Aliyev", "Heydar Aliyev")
    assert found.doubt is not None and found.sum < found.doubt
    assert found.record is not None and found.record.startswith("two persons")
    assert min(found.features, key=lambda f: f.adds).name in ("other given name", "two holders")


def test_names_that_the_record_does_not_know_are_compared_as_names(store: Store) -> None:
    found = why(store, "Petr Pavel", "Peter Pavel")
    assert (found.record, found.doubt) == (None, None)
    assert found == why_names("Petr Pavel", "Peter Pavel")
    assert why_names("", "...").features == ()


def test_a_pair_in_doubt_says_that_it_waits(tmp_path: Path) -> None:
    readings = [
        meeting("p", a=("S. Ivanov", "RUS")), meeting("q", a=("Sergey Ivanov", "RUS")),
        meeting("r", a=("Stepan Ivanov", "RUS")),
    ]
    with record(tmp_path / "r", *readings) as store:
        found = why(store, "S. Ivanov", "Stepan Ivanov")
        assert found.record is not None and found.record.endswith("waits for a person to decide")


def test_who_decided_that_two_are_one_or_two_is_said(tmp_path: Path) -> None:
    readings = [
        meeting("p", a=("S. Ivanov", "RUS")), meeting("q", a=("Sergey Ivanov", "RUS")),
        meeting("r", a=("Stepan Ivanov", "RUS")),
    ]

    def decided(store: Store, kind: Kind, b: str, n: int) -> str | None:
        two = [actor_anchors(store, called(store, name)[0].id) for name in ("S. Ivanov", b)]
        decide(store, kind, two, "editor", f"2020-01-0{n}", "his own list")
        update(store, THRESHOLD)
        return why(store, "S. Ivanov", b).record

    with record(tmp_path / "r", *readings) as store:
        apart = decided(store, "not-same-actors", "Sergey Ivanov", 1)
        assert apart is not None and apart.startswith("two persons") and "as editor decided" in apart
        assert "waits" not in apart
        one = decided(store, "merge-actors", "Stepan Ivanov", 2)
        assert one is not None and one.startswith("one person") and "his own list" in one
