"""The questions that only a person can answer, and answering them in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.record.ledger import ledger
from dragoman.store.store import Store
from dragoman.views.review import doubts
from tests.record.hand import meeting, record
from tests.record.test_decisions import pages

NEXT_DAY = ("on 17 February 2017", "2017-02-17")
WOLTERS = ("Tod Wolters", "NATO")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    readings = [
        meeting("p", place=None),
        meeting("q", place=None, date=NEXT_DAY),  # a day apart and no place: may be one
        meeting("w", b=WOLTERS),  # somebody else
        meeting("low", b=("Hulusi Akar", "TUR"), confidence=0.2),
    ]
    record(tmp_path / "r", *readings).close()
    yield tmp_path / "r"


def run(path: Path, *arguments: str, keys: str = "") -> str:
    result = CliRunner().invoke(main, ["review", *arguments, "--record", str(path), "--who", "editor"], input=keys)
    assert result.exit_code == 0, result.output
    return result.output


def test_pairs_come_first_and_what_is_kept_aside_after(path: Path) -> None:
    with Store.open(path) as store:
        found = doubts(store)
    assert [d.kind for d in found] == ["same?", "stands?"]
    assert found[0].features[:3] == ("sides equal", "date near", "place unknown")


def test_both_stand_side_by_side_and_answers_are_decisions(path: Path) -> None:
    shown = run(path, keys="m\nc\n")
    line = next(row for row in shown.splitlines() if "meeting occurred" in row)
    assert line.count("meeting occurred") == 2
    assert "2 decided" in shown
    with Store.open(path) as store:
        assert ["p", "q"] in pages(store)
        assert [(d.kind, d.who) for d in ledger(store)] == [("merge", "editor"), ("confirm", "editor")]
        assert doubts(store) == []


def test_what_is_not_the_same_is_not_asked_again(path: Path) -> None:
    run(path, keys="n\nq\n")
    with Store.open(path) as store:
        assert [d.kind for d in doubts(store)] == ["stands?"]


def test_the_list_and_leaving(path: Path) -> None:
    listed = run(path, "--list")
    assert "same? e" in listed and "stands? e" in listed
    assert "0 decided" in run(path, keys="s\nq\n")
    with Store.open(path) as store:
        assert ledger(store) == []


def test_two_persons_that_may_be_one_are_asked_about_and_the_answer_holds(tmp_path: Path) -> None:
    names = ("S. Ivanov", "Sergey Ivanov", "Stepan Ivanov")
    days = ("2017-02-16", "2018-03-03", "2019-05-05")
    readings = [
        meeting(id, a=(name, "RUS"), b=(f"{id.upper()}onald Smith", "USA"), date=(f"on {day}", day))
        for id, name, day in zip("pqr", names, days, strict=True)
    ]
    path = tmp_path / "who"
    record(path, *readings).close()
    with Store.open(path) as store:
        asked = doubts(store)
    assert {d.kind for d in asked} == {"same person?"}
    shown = run(path, keys="m\n" + "n\n" * (len(asked) - 1))
    assert "Ivanov" in shown and f"{len(asked)} decided" in shown
    with Store.open(path) as store:
        assert doubts(store) == []
        kinds = [d.kind for d in ledger(store)]
        assert kinds[0] == "merge-actors" and set(kinds[1:]) <= {"not-same-actors"}
