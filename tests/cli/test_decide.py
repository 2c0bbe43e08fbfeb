"""Deciding from the command line, and sharing what was decided."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.store.store import Store
from tests.record.hand import MOSCOW, meeting, record
from tests.record.test_decisions import event_of, pages
from tests.record.test_persons import on, who


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "r"
    record(path, meeting("p"), meeting("q", published="2017-02-18"), meeting("r", place=(MOSCOW, "Moscow"))).close()
    return path


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--record", str(path)], env={"DRAGOMAN_WHO": "editor"})


def ids(path: Path, *wanted: str) -> list[str]:
    with Store.open(path) as store:
        return [event_of(store, page) for page in wanted]


def test_split_merge_and_undo(path: Path) -> None:
    (event,) = ids(path, "p")
    done = run(path, "decide", "split", event, "q", "--why", "another day")
    assert done.exit_code == 0, done.output
    with Store.open(path) as store:
        assert pages(store) == [["p"], ["q"], ["r"]]
    listed = run(path, "decisions")
    assert "split q / p" in listed.output and "[in force]" in listed.output and "another day" in listed.output
    assert run(path, "decide", "merge", *ids(path, "q", "r"), "--why", "one", "--when", "2000-01-01").exit_code == 0
    with Store.open(path) as store:
        assert pages(store) == [["p"], ["q", "r"]]
    assert run(path, "decide", "undo", done.output.split()[0], "--why", "mistake").exit_code == 0
    listed = run(path, "decisions").output
    assert "[undone by d" in listed


def test_a_ledger_travels(path: Path, tmp_path: Path) -> None:
    (event,) = ids(path, "r")
    assert run(path, "decide", "reject", event, "--why", "no such meeting", "--when", "2020-05-05").exit_code == 0
    out = tmp_path / "ledger.jsonl"
    assert run(path, "decisions", "--export", str(out)).exit_code == 0
    (line,) = out.read_text("utf-8").splitlines()
    assert json.loads(line)["when"] == "2020-05-05"
    out.write_text(line + "\n" + line[:40], "utf-8")
    other = tmp_path / "other"
    record(other, meeting("r", place=(MOSCOW, "Moscow"))).close()
    taken = run(other, "decisions", "--import", str(out))
    assert taken.exit_code == 1 and "1 new decisions" in taken.output and f"{out}:2" in taken.output
    assert "aside" not in run(other, "timeline").output and "no event" in run(other, "timeline").output


@pytest.mark.parametrize(
    "arguments, told",
    [
        (["merge", "{p}", "{q}"], "one event only"),
        (["split", "{p}", "r"], "is not told by r"),
        (["split", "{p}", "p", "q"], "would keep no page"),
        (["correct", "{p}", "start", "soon"], "is no date"),
        (["undo", "d12"], "is no decision"),
        (["reject", "e99"], "no event or actor"),
    ],
)
def test_what_cannot_be_decided_is_told_in_one_line(path: Path, arguments: list[str], told: str) -> None:
    p, q = ids(path, "p", "q")
    result = run(path, "decide", *(a.format(p=p, q=q) for a in arguments), "--why", "because")
    assert result.exit_code == 2 and told in result.output, result.output


def test_actors_are_put_together_by_their_ids(tmp_path: Path) -> None:
    path = tmp_path / "who"
    record(path, meeting("p", a=("Angela Robles", "ESP")), meeting("q", a=("Angela Robles Gomez", "ESP"))).close()
    with Store.open(path) as store:
        one, other = (who(store, name) for name in ("Angela Robles", "Angela Robles Gomez"))
        (event,) = (event_of(store, page) for page in ("p",))
    refused = run(path, "decide", "merge", one, event, "--why", "no")
    assert refused.exit_code != 0 and "events and actors" in refused.output
    done = run(path, "decide", "merge", one, other, "--why", "the ministry's list")
    assert done.exit_code == 0, done.output
    with Store.open(path) as store:
        assert who(store, "Angela Robles") == who(store, "Angela Robles Gomez")
    assert "merge-actors p / q" in run(path, "decisions").output


def test_a_person_is_split_by_pages(tmp_path: Path) -> None:
    path = tmp_path / "who"
    record(path, *(meeting(page, a=("Ivan Petrov", "RUS")) for page in ("p", "q"))).close()
    with Store.open(path) as store:
        id = who(store, "Ivan Petrov")
    done = run(path, "decide", "split", id, "q", "--why", "his son")
    assert done.exit_code == 0, done.output
    assert "split-actors q / p" in run(path, "decisions").output
    assert "is the name of several" in run(path, "who", "Ivan Petrov").output
    assert run(path, "who", id).exit_code == 0
    with Store.open(path) as store:
        ids = [on(store, page, "Ivan Petrov") for page in ("p", "q")]
    assert "his son" in run(path, "why", *ids).output
    refused = run(path, "decide", "split", id, "p", "--why", "no")
    assert refused.exit_code != 0 and "would keep no page" in refused.output


def test_the_old_ids_of_persons_put_together_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "who"
    record(path, meeting("p", a=("Angela Robles", "ESP")), meeting("q", a=("Angela Robles Gomez", "ESP"))).close()
    with Store.open(path) as store:
        one, other = (who(store, name) for name in ("Angela Robles", "Angela Robles Gomez"))
    assert run(path, "decide", "merge", one, other, "--why", "the ministry's list").exit_code == 0
    for id in (one, other):
        for command in (["show", id], ["who", id], ["why", id, one]):
            shown = run(path, *command)
            assert shown.exit_code == 0 and "Angela Robles" in shown.output, shown.output
