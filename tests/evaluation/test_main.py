"""Where the answers are not there, the command says what is missing and fails nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.show import main as show


def test_without_the_score_tools_it_says_so_and_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRAGOMAN_EVAL", str(tmp_path))
    assert main([]) == 0
    assert f"{tmp_path / 'score' / 'score.py'}" in capsys.readouterr().out


def test_without_the_pages_each_set_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "score").mkdir()
    for tool in ("score.py", "score_people.py"):
        (tmp_path / "score" / tool).write_text("")
    monkeypatch.setenv("DRAGOMAN_EVAL", str(tmp_path))
    assert main([]) == 0
    out = capsys.readouterr().out
    for name in ("seeds", "newsroom", "devreal"):
        assert f"{name} is left out" in out


def test_lowering_floors_takes_raising_them(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--lower"])
    assert "--raise-floors" in capsys.readouterr().err


def test_showing_an_unknown_set_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        show(["harvest"])
    assert "seeds, newsroom, devreal" in capsys.readouterr().err
