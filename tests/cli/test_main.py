"""The command line as a whole: help that costs nothing, errors in one line, exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman import __version__
from dragoman.cli import main


def test_help_names_the_commands_in_the_order_of_use() -> None:
    shown = CliRunner().invoke(main, ["--help"]).output
    positions = [shown.index(f"\n  {name} ") for name in ("read", "timeline", "show", "export", "doctor")]
    assert positions == sorted(positions)


def test_python_m_is_the_same_command() -> None:
    done = subprocess.run([sys.executable, "-m", "dragoman", "--version"], capture_output=True, text=True)
    assert done.stdout.strip() == f"dragoman, version {__version__}"


@pytest.mark.parametrize(
    "arguments",
    [["timeline"], ["show", "e1"], ["export", "--out", "out"]],
)
def test_a_record_that_is_not_there_is_one_line_and_exit_code_2(tmp_path: Path, arguments: list[str]) -> None:
    record = tmp_path / "none.dragoman"
    done = CliRunner().invoke(main, [*arguments, "--record", str(record)])
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        f"Error: {record}: there is no such record; make one: dragoman read PATH --record {record}"
    ]
    assert not record.exists()


@pytest.mark.parametrize("arguments", [[], ["read"], ["export"], ["timeline", "--since"], ["nonsense"]])
def test_wrong_use_is_exit_code_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_the_record_comes_from_the_environment(tmp_path: Path) -> None:
    done = CliRunner(env={"DRAGOMAN_RECORD": str(tmp_path / "mine")}).invoke(main, ["timeline"])
    assert str(tmp_path / "mine") in done.stderr
