"""`dragoman who`: a dossier on the terminal and as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.cli.who import COLUMNS
from dragoman.store.store import Store
from tests.record.hand import meeting, record
from tests.record.test_aliases import alone, comes
from tests.record.test_persons import on


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


def test_the_old_id_of_a_person_is_taken_by_every_command(tmp_path: Path) -> None:
    path = tmp_path / "joined"
    with record(path, alone("p", "I. Petrov"), alone("q", "Ivan Petrov", None)) as store:
        old = on(store, "p", "I. Petrov")
        comes(store, alone("r", "Ivan Petrov"))
        new = on(store, "r", "Ivan Petrov")
        other = on(store, "r", "Joseph Dunford")
    record_ = ["--record", str(path)]
    for command in (["who", old], ["show", old], ["why", old, new]):
        shown = CliRunner().invoke(main, [*command, *record_])
        assert shown.exit_code == 0 and f"Ivan Petrov {new}" in shown.output, shown.output
    listed = [CliRunner().invoke(main, ["timeline", "--who", id, *record_]).output for id in (old, new)]
    assert listed[0] == listed[1] and "meeting" in listed[0]
    decided = CliRunner().invoke(main, ["decide", "not-same", old, other, "--why", "seen", "--when", "2020-01-01", *record_])
    assert decided.exit_code == 0 and "not-same-actors" in decided.output, decided.output
    with Store.open(path) as store:
        assert on(store, "p", "I. Petrov") == new


def test_of_an_old_id_that_several_hold_now_all_are_offered(tmp_path: Path) -> None:
    path = tmp_path / "parted"
    with record(path, alone("p", "I. Petrov"), alone("q", "I. Petrov")) as store:
        old = on(store, "p", "I. Petrov")
        comes(store, alone("p", "Igor Petrov"), alone("q", "Ivan Petrov"))
        new = [on(store, "p", "Igor Petrov"), on(store, "q", "Ivan Petrov")]
    for command in ("who", "show"):
        told = CliRunner().invoke(main, [command, old, "--record", str(path)])
        assert told.exit_code == 2 and all(id in told.output for id in new), told.output
