"""The record as it could be known on a day, and what has changed since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from dragoman.cli import main
from dragoman.errors import DragomanError
from dragoman.record.as_of import as_of
from dragoman.record.ledger import anchors, decide
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Reading
from dragoman.views.changes import changes
from tests.record.hand import MOSCOW, THRESHOLD, meeting, record

PLAN = meeting("plan", status="planned", published="2017-02-10", date=("on 16 February 2017", "2017-02-16"))
REPORT = meeting("report", published="2017-02-17", titles=("General", "Chairman"))
OTHER = meeting("other", b=("Hulusi Akar", "TUR"), date=("on 20 February 2017", "2017-02-20"), published="2017-02-21")
UNDATED = meeting("undated", a=("Sergei Shoigu", "RUS"), published=None, place=(MOSCOW, "Moscow"))


def statuses(store: Store) -> list[str]:
    return [row.status for row in store.rows(select(schema.events.c.status).order_by(schema.events.c.sort))]


@pytest.mark.parametrize(
    "day, expected",
    [("2017-02-09", []), ("2017-02-10", ["planned"]), ("2017-02-17", ["occurred"]), ("2017", ["occurred", "occurred"])],
)
def test_only_what_was_published_by_then_is_known(tmp_path: Path, day: str, expected: list[str]) -> None:
    with record(tmp_path / "r", PLAN, REPORT, OTHER, UNDATED) as store:
        before = statuses(store)
        with as_of(store, day, THRESHOLD) as then:
            assert statuses(then) == expected
        assert statuses(store) == before


def test_the_record_of_a_day_is_what_those_pages_alone_give(tmp_path: Path) -> None:
    with record(tmp_path / "r", PLAN, REPORT, OTHER) as store, record(tmp_path / "s", PLAN, REPORT) as alone:
        query = select(schema.events.c.body).order_by(schema.events.c.id)
        with as_of(store, "2017-02-18", THRESHOLD) as then:
            assert [r.body for r in then.rows(query)] == [r.body for r in alone.rows(query)]


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    with record(tmp_path / "r", PLAN) as store, pytest.raises(DragomanError, match="is not a date"), as_of(store, "then", 0.3):
        pass


def told(store: Store, day: str) -> list[tuple[str, str, str, str]]:
    with as_of(store, day, THRESHOLD) as before:
        return [(c.kind, c.field, c.was, c.now) for c in changes(before, store)]


def test_what_has_changed_since_a_day(tmp_path: Path) -> None:
    with record(tmp_path / "r", PLAN, REPORT, OTHER) as store:
        assert told(store, "2017-02-16") == [
            ("new", "", "", ""), ("happened", "status", "planned", "occurred"),
        ]
        assert told(store, "2017-02-21") == []
        assert [kind for kind, *_ in told(store, "2017-02-01")] == ["new", "new"]


def test_a_new_page_that_disagrees_contradicts(tmp_path: Path) -> None:
    late: Reading = meeting("late", published="2017-02-25", date=("on 17 February 2017", "2017-02-17"), titles=("Army", None))
    with record(tmp_path / "r", REPORT, late) as store:
        assert ("contradicted", "start", "", "2017-02-16 / 2017-02-17") in told(store, "2017-02-20")


def test_what_somebody_rejects_is_gone(tmp_path: Path) -> None:
    from dragoman.record.build import update

    with record(tmp_path / "r", REPORT) as store, record(tmp_path / "s", REPORT) as now:
        (id,) = (row.id for row in now.rows(select(schema.events.c.id)))
        decide(now, "reject", [anchors(now, id)], "editor", "2020", "no")
        update(now, THRESHOLD)
        assert [c.kind for c in changes(store, now)] == ["gone"]


def test_the_commands(tmp_path: Path) -> None:
    record(tmp_path / "r", PLAN, REPORT, OTHER).close()
    path = str(tmp_path / "r")
    run = CliRunner()
    then = run.invoke(main, ["timeline", "--record", path, "--as-of", "2017-02-12"])
    assert then.exit_code == 0 and "planned" in then.output and "1 event" in then.output, then.output
    changed = run.invoke(main, ["changes", "--record", path, "--since", "2017-02-17"])
    assert changed.exit_code == 0 and "status: planned -> occurred" in changed.output, changed.output
    assert run.invoke(main, ["changes", "--record", path, "--since", "lately"]).exit_code == 2
    assert run.invoke(main, ["timeline", "--record", path, "--as-of", "--02"]).exit_code == 2
    out = run.invoke(main, ["export", "--record", path, "--as-of", "2017-02-12", "--out", str(tmp_path / "x")])
    assert out.exit_code == 0
    (line,) = (tmp_path / "x" / "events.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["status"] == "planned" and json.loads(line)["unconfirmed"] is False
