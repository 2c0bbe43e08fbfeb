"""`dragoman why`: the features on the terminal, and the verdict."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from tests.record.hand import meeting, record


def test_names_alone_need_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)
    done = CliRunner().invoke(main, ["why", "Sergei Shoigu", "Шойгу, Сергей"])
    assert done.exit_code == 0, done.output
    assert "words alike" in done.stdout and "sergei = sergey" in done.stdout
    assert done.stdout.rstrip().endswith("more likely one name than two")
    done = CliRunner().invoke(main, ["why", "--bodies", "Rheinmetall AG", "Rheinmetall GmbH"])
    assert "other legal form" in done.stdout
    done = CliRunner().invoke(main, ["why", "...", "x" * 10_000])
    assert "share nothing" in done.stdout


def test_persons_of_a_record_are_compared_as_the_record_does(tmp_path: Path) -> None:
    readings = [meeting("p", b=("Ilham Aliyev", "AZE")), meeting("q", b=("Heydar Aliyev", "AZE"))]
    record(tmp_path / "r", *readings).close()
    done = CliRunner().invoke(main, ["why", "Ilham Aliyev", "Heydar Aliyev", "--record", str(tmp_path / "r")])
    assert done.exit_code == 0, done.output
    assert "same country" in done.stdout
    assert "the record holds two persons" in done.stdout
