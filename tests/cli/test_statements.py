"""`dragoman says`, `claims` and `coverage`: tables in a pipe, CSV, and what they say where there is nothing."""

from __future__ import annotations

import csv

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.cli.claims import COLUMNS as OF_CLAIMS
from dragoman.cli.coverage import COLUMNS as OF_COVERAGE
from dragoman.cli.says import COLUMNS as OF_SAYS
from tests.views.conftest import reported

__all__ = ["reported"]  # the record that the views are tested on


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(main, [*arguments])
    assert done.exit_code == 0, done.output
    return done


def event(path: str) -> str:
    return run("timeline", "--record", path, "--who", "Dunford").stdout.splitlines()[1].split()[-1]


def test_says_is_one_line_a_statement(reported: str) -> None:
    done = run("says", "Aliyev", "--record", reported, "--about", "arms")
    (line,) = done.stdout.splitlines()[1:]
    assert "Ilham Aliyev" in line and "$4 billion (arms" in line and "Trend" in line
    assert done.stderr == "1 statement\n"


def test_says_gives_the_stance_with_its_words(reported: str) -> None:
    assert 'praises Azerbaijan ("thanked")' in run("says", "Lavrov", "--record", reported).stdout


def test_nothing_said_says_so(reported: str) -> None:
    done = run("says", "Aliyev", "--record", reported, "--about", "refugees")
    assert (done.stdout, done.stderr) == ("", "no statement\n")


def test_claims_are_side_by_side(reported: str) -> None:
    out = run("claims", event(reported), "--record", reported).stdout
    assert "the page itself" in out and "RIA Novosti" in out and "speaks of it (supports)" in out


def test_coverage_of_an_event_and_of_a_pair(reported: str) -> None:
    done = run("coverage", event(reported), "--record", reported)
    assert "Associated Press" in done.stdout and "1 of 1" in done.stdout
    assert done.stderr == "1 event\n"
    assert "Reuters" in run("coverage", "RUS", "TUR", "--record", reported).stdout


@pytest.mark.parametrize(
    ("command", "columns"), [("says", OF_SAYS), ("claims", OF_CLAIMS), ("coverage", OF_COVERAGE)]
)
def test_csv_has_a_head_and_a_row_for_each(reported: str, command: str, columns: tuple[str, ...]) -> None:
    what = "Lavrov" if command == "says" else event(reported)
    head, *rows = csv.reader(run(command, what, "--record", reported, "--csv").stdout.splitlines())
    assert tuple(head) == columns
    assert rows and all(len(row) == len(columns) for row in rows)


def test_three_states_are_one_too_many() -> None:
    done = CliRunner().invoke(main, ["coverage", "RUS", "TUR", "AZE"])
    assert done.exit_code == 2 and "one event or two states" in done.stderr


@pytest.mark.parametrize("command", ["claims", "coverage"])
def test_an_actor_is_no_event(reported: str, command: str) -> None:
    done = CliRunner().invoke(main, [command, "a", "--record", reported])
    assert done.exit_code == 2 and done.stderr.startswith("Error: a")
