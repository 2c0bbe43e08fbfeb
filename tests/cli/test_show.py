"""`dragoman show`: every value with its words marked, and who reported it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from dragoman.cli import main
from dragoman.views.seek import seek
from dragoman.views.timeline import Filter, timeline
from tests.record.hand import meeting, record


def shown(path: Path, id: str, *options: str) -> str:
    done = CliRunner().invoke(main, ["show", id, "--record", str(path), *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_an_event_with_the_words_behind_every_value(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p", titles=("General", None)), meeting("q", status="denied")) as store:
        (row,) = timeline(store, Filter())
    text = shown(tmp_path / "r", row.id[:7])
    assert "status     occurred" in text
    assert "General Valery Gerasimov met Joseph Dunford in «Baku» on 16 February 2017." in text
    assert "General «Valery Gerasimov» met" in text
    assert "in Baku «on 16 February 2017»." in text
    assert "1. p (2017-02-17): occurred" in text and "2. q (2017-02-17): denied" in text
    assert "disagree   status: occurred (report 1); denied (report 2)" in text
    assert "rule:" not in text


def test_why_gives_the_rule_behind_each_value(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p")) as store:
        (row,) = timeline(store, Filter())
    assert "rule: date; as written" in shown(tmp_path / "r", row.id, "--why")


def test_an_actor_with_its_names_roles_and_events(tmp_path: Path) -> None:
    a, b = meeting("p", a=("Sergei Shoigu", "RUS"), titles=("Minister", None)), meeting("q", a=("Sergey Shoygu", "RUS"))
    with record(tmp_path / "r", a, b) as store:
        (id,) = seek(store, "Shoygu").actors
        (row,) = timeline(store, Filter())
    text = shown(tmp_path / "r", id)
    assert "names      Sergei Shoigu (1); Sergey Shoygu (1)" in text
    assert "role       Minister" in text
    assert "Named on 2 pages" in text
    assert row.id in text


def test_words_with_brackets_are_shown_as_they_are(tmp_path: Path) -> None:
    page = meeting("[p]", place=None, date=("on [bold]16 February 2017", "2017-02-16"))
    with record(tmp_path / "r", page) as store:
        (row,) = timeline(store, Filter())
    text = shown(tmp_path / "r", row.id)
    assert "«on [bold]16 February 2017»" in text
    assert "1. [p] (2017-02-17)" in text


def test_an_id_of_nothing_is_exit_code_2(tmp_path: Path) -> None:
    record(tmp_path / "r", meeting("p")).close()
    done = CliRunner().invoke(main, ["show", "e00", "--record", str(tmp_path / "r")])
    assert done.exit_code == 2
    assert done.stderr == "Error: e00: no event or actor has an id that begins so; dragoman timeline lists the ids\n"
