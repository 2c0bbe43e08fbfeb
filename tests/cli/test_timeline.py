"""`dragoman timeline`: a line an event in a pipe, filters, dates as a reader expects them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.cli.timeline import when
from tests.record.hand import BAKU, meeting, record

LONG = ("Nejmeddin Sadigov", "AZE")


@pytest.fixture
def path(tmp_path: Path) -> str:
    readings = [
        meeting("p"), meeting("q", b=LONG, date=("on 1 March 2018", "2018-03-01")),
        meeting("r", status="denied", published="2017-02-18"),
    ]
    record(tmp_path / "r", *readings).close()
    return str(tmp_path / "r")


def lines(path: str, *options: str) -> list[list[str]]:
    done = CliRunner().invoke(main, ["timeline", "--record", path, *options])
    assert done.exit_code == 0, done.output
    return [line.split("  ") for line in done.stdout.splitlines()]


def test_in_a_pipe_each_event_is_one_line_in_full(path: str) -> None:
    head, first, second = ([cell.strip() for cell in line if cell.strip()] for line in lines(path))
    assert head == ["when", "what", "status", "who", "where", "pages", "id"]
    assert first[:6] == [
        "2017-02-16", "meeting", "denied !", "Valery Gerasimov (RUS), Joseph Dunford (USA)", "Baku (AZE)", "2",
    ]
    assert second[3] == "Valery Gerasimov (RUS), Nejmeddin Sadigov (AZE)"


def test_nothing_found_says_so_and_prints_no_table(path: str) -> None:
    done = CliRunner().invoke(main, ["timeline", "--record", path, "--type", "call"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "no event; the record's types are meeting\n"


def test_filters_are_passed_on(path: str) -> None:
    assert len(lines(path, "--who", "Gerasimov", "--with", "Dunford", "--where", BAKU.name)) == 2
    assert len(lines(path, "--since", "2018", "--until", "2018-03")) == 2


def test_a_date_that_is_none_is_exit_code_2(path: str) -> None:
    done = CliRunner().invoke(main, ["timeline", "--record", path, "--since", "soon"])
    assert done.exit_code == 2
    assert done.stderr == "Error: --since soon: is not a date; write YYYY, YYYY-MM or YYYY-MM-DD\n"


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, "undated"),
        ("2017-02-16", None, "2017-02-16"),
        ("2016-08-14", "2016-08-15", "2016-08-14/15"),
        ("2016-08-30", "2016-09-02", "2016-08-30/2016-09-02"),
        ("--02-06", "--02-07", "????-02-06/07"),
        ("--02", None, "????-02"),
    ],
)
def test_dates_as_a_reader_expects_them(start: str | None, end: str | None, shown: str) -> None:
    assert when(start, end) == shown
