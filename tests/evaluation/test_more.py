"""Benchmarks that were not fetched are named with where they come from, and fail nothing."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from evaluation import more


def test_without_a_folder_it_says_what_the_folder_holds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DRAGOMAN_BENCH", raising=False)
    assert more.main() == 0
    out = capsys.readouterr().out
    assert all(benchmark.folder in out and benchmark.source in out for benchmark in more.BENCHMARKS)


def test_a_benchmark_that_is_not_there_is_left_out_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRAGOMAN_BENCH", str(tmp_path))
    assert more.main() == 0
    assert capsys.readouterr().out.count("left out:") == len(more.BENCHMARKS)


def test_what_scores_a_benchmark_is_there() -> None:
    for benchmark in more.BENCHMARKS:
        assert importlib.util.find_spec(benchmark.module)
