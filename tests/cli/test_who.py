"""`dragoman who`: a dossier on the terminal and as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.cli.who import COLUMNS
from tests.record.hand import meeting, record


@pytest.fixture
def path(tmp_path: Path) -> str:
    readings = [meeting("p", titles=("General", None)), meeting("q", b=("Nejmeddin Sadigov", "AZE"))]
    record(tmp_path / "r", *readings).close()
    return str(tmp_path / "r")


def test_everything_told_stands_with_what_says_so(path: str) -> None:
    done = CliRunner().invoke(main, ["who", "Gerasimov", "--record", path])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Valery Gerasimov a")
    for words in ("on 2 pages", "names: Valery Gerasimov (2)", "last seen 2017-02-16: meeting in Baku", "«General» Valery",
                  "[p]", "Nejmeddin Sadigov", "Joseph Dunford"):
        assert words in done.stdout


def test_csv_has_one_row_for_each_thing(path: str) -> None:
    done = CliRunner().invoke(main, ["who", "Gerasimov", "--record", path, "--csv"])
    head, *rows = csv.reader(io.StringIO(done.stdout))
    assert tuple(head) == COLUMNS
    assert {row[0] for row in rows} == {"name", "office", "public data", "met", "place", "last seen", "last page"}
    assert all(len(row) == len(COLUMNS) and row[6] for row in rows)


@pytest.mark.parametrize("name", ["Shoigu", "", "\u202e"])
def test_nobody_of_that_name_is_exit_code_2(path: str, name: str) -> None:
    done = CliRunner().invoke(main, ["who", name, "--record", path])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "knows nobody of this name" in done.stderr
