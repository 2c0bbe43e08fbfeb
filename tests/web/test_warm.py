"""While a desk runs, what everybody looks at first is found as it begins and whenever the record changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.record.build import build
from dragoman.views.remembered import finds, is_stale, pin
from dragoman.web import beside, warm
from tests.record.hand import THRESHOLD, meeting, record
from tests.web.newsroom import client


def eventually(so: Callable[[], bool]) -> bool:
    until = time.monotonic() + 120
    while not so() and time.monotonic() < until:
        time.sleep(0.05)
    return so()


def test_it_is_found_at_the_beginning_and_after_every_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "FIRST", 0.0)
    monkeypatch.setattr(warm, "PAUSE", 0.05)
    with record(tmp_path / "r", meeting("a")) as store:
        with client(store):
            assert eventually(lambda: "held" in finds(store)[1])
            build(store, THRESHOLD)
            assert is_stale(store)
            assert eventually(lambda: not is_stale(store)) and "held" in finds(store)[1]
        build(store, THRESHOLD)
        assert not is_stale(store)


def test_where_no_process_can_begin_nothing_stale_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def begin(*_: str, **__: object) -> None:
        raise OSError("too many processes")

    monkeypatch.setattr(warm, "FIRST", 0.0)
    monkeypatch.setattr(beside, "begin", begin)
    with record(tmp_path / "r", meeting("a")) as store:
        pin(store, *finds(store))
        build(store, THRESHOLD)
        assert is_stale(store)
        with client(store) as desk:
            assert eventually(lambda: not is_stale(store))
            assert desk.get("/venues").status_code == 200
