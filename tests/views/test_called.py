"""Whom a name means: the very name, a part of it, an id, or another spelling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.views.called import called, one_called
from tests.record.hand import meeting, record


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    readings = [
        meeting("p", a=("Sergei Shoigu", "RUS"), b=("Ilham Aliyev", "AZE")),
        meeting("q", a=("Sergei Shoigu", "RUS"), b=("Heydar Aliyev", "AZE")),
    ]
    with record(tmp_path / "r", *readings) as opened:
        yield opened


@pytest.mark.parametrize(
    ("word", "how"),
    [
        ("Sergei Shoigu", "name"), ("shoigu", "part"), ("Sergey Shoygu", "like"), ("Шойгу Сергей", "like"),
        ("Shoigu, Sergei", "like"), ("Army General Sergey Shoygu", "like"),
    ],
)
def test_one_is_meant(store: Store, word: str, how: str) -> None:
    found = one_called(store, word)
    assert (found.name, found.how, found.pages) == ("Sergei Shoigu", how, 2)
    assert one_called(store, found.id).id == found.id


def test_a_name_of_two_is_refused_with_both(store: Store) -> None:
    with pytest.raises(DragomanError, match=r"Aliyev: is the name of several: (Heydar|Ilham) Aliyev"):
        one_called(store, "Aliyev")
    assert one_called(store, "Ilham Aliyev").name == "Ilham Aliyev"


@pytest.mark.parametrize("word", ["Joseph Dunford", "", "...", "x" * 10_000, "Gen.", "\u202e", "%", "_"])
def test_nobody_is_meant(store: Store, word: str) -> None:
    assert called(store, word) == []
    with pytest.raises(DragomanError, match="nobody"):
        one_called(store, word)
