"""`dragoman date`: what dates a page, and a date settled by hand, from which all that hung on it is resolved."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main

TEXT = """BAKU, August 15. Russian Defense Minister Sergei Shoigu met Azerbaijani Defense Minister Zakir Hasanov.

Shoigu came to Baku on Sunday. He will visit Yerevan next week.
"""


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--record", "r"])


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record of two pages, read once."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "page.txt").write_text(TEXT)
    (folder / "other.txt").write_text("Sergei Shoigu visited Minsk on March 3.")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert invoke("read", "page.txt", "other.txt").exit_code == 0
    return folder


@pytest.fixture(autouse=True)
def in_copy(read: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(read, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)


def starts(tmp_path: Path) -> list[str | None]:
    assert invoke("export", "--out", "out").exit_code == 0
    events = [json.loads(line) for line in (tmp_path / "out" / "events.jsonl").read_text().splitlines()]
    return [e["start"] for e in events if e["sources"][0]["article"] == "page"]


def exported(tmp_path: Path) -> dict[str, str]:
    """Every file of the export."""
    assert invoke("export", "--out", "out").exit_code == 0
    return {path.name: path.read_text() for path in sorted((tmp_path / "out").iterdir())}


def test_without_a_date_it_shows_what_dates_the_article(tmp_path: Path) -> None:
    done = invoke("date", "page")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["page: --08-15 (text)", '  --08-15: text, "August 15"']


def test_a_date_settled_by_hand_resolves_all_that_hung_on_it_and_says_through_what(tmp_path: Path) -> None:
    assert sorted(map(str, starts(tmp_path))) == ["--08-15", "None", "None"]
    done = invoke("date", "page", "2016-08-15")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "no date -> 2016-08-14" in done.stdout
    assert "the nearest Sunday on or before 2016-08-15 (settled by hand)" in done.stdout
    assert "3 dates of its events are others now." in done.stdout
    assert sorted(map(str, starts(tmp_path))) == ["2016-08", "2016-08-14", "2016-08-15"]


def test_the_decision_survives_a_read_of_a_new_version_of_the_page(tmp_path: Path) -> None:
    invoke("date", "page", "2016-08-15")
    (tmp_path / "page.txt").write_text(TEXT + "\nNothing else was said.\n")
    assert invoke("read", "page.txt").exit_code == 0
    assert sorted(map(str, starts(tmp_path))) == ["2016-08", "2016-08-14", "2016-08-15"]
    shown = invoke("date", "page").stdout.splitlines()
    assert shown[:2] == ["page: 2016-08-15 (given)", "  2016-08-15: settled by hand"]


def test_a_decision_can_be_taken_back(tmp_path: Path) -> None:
    before = starts(tmp_path)
    invoke("date", "page", "2016-08-15")
    done = invoke("date", "page", "--forget")
    assert done.stdout.splitlines()[0] == "page: --08-15 (text)"
    assert starts(tmp_path) == before


def test_another_decision_replaces_the_first_and_what_contradicts_it_is_shown() -> None:
    invoke("date", "page", "2016-08-15")
    invoke("date", "page", "2016-09-01")
    assert invoke("date", "page").stdout.splitlines() == [
        "page: 2016-09-01 (given)",
        "  2016-09-01: settled by hand",
        '  --08-15: text, "August 15"; contradicts',
    ]


@pytest.mark.parametrize("day", ["2016-13", "2016-02-30", "0000-01-01", "12016-01-01", "--08-15", "soon", "15.08.2016"])
def test_what_is_no_date_of_a_year_is_refused_with_what_to_write(day: str) -> None:
    done = CliRunner().invoke(main, ["date", "--record", "r", "--", "page", day])
    assert done.exit_code == 2
    assert f"{day}: is not a date; write YYYY, YYYY-MM or YYYY-MM-DD" in done.stderr


def test_an_article_that_is_not_there_is_named() -> None:
    done = invoke("date", "nowhere", "2016")
    assert done.exit_code == 2
    assert "holds no article nowhere" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_date_and_forget_are_not_taken_together() -> None:
    assert invoke("date", "page", "2016", "--forget").exit_code == 2


COPY = "A copy of it.\n\n" + TEXT.replace("BAKU, August 15. ", "") + "\nBoth ministers laid wreaths at the memorial.\n"


def test_a_settled_date_is_also_that_of_undated_copies_and_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(COPY)
    assert invoke("read", "copy.txt").exit_code == 0
    before = exported(tmp_path)
    done = invoke("date", "page", "2016-08-15")
    assert done.stdout.splitlines()[-1] == "Its copy copy is dated anew: 2016-08-15 (inferred)."
    assert invoke("date", "copy").stdout.splitlines() == [
        "copy: 2016-08-15 (inferred)",
        "  2016-08-15: as old as its original, page",
    ]
    assert sorted(map(str, starts(tmp_path))) == ["2016-08", "2016-08-14", "2016-08-15"]
    done = invoke("date", "page", "--forget")
    assert done.stdout.splitlines()[-1] == "Its copy copy is dated anew: no date (unknown)."
    assert exported(tmp_path) == before


def test_a_copy_with_a_settled_date_of_its_own_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(COPY)
    assert invoke("read", "copy.txt").exit_code == 0
    invoke("date", "copy", "2016-08-16")
    done = invoke("date", "page", "2016-08-15")
    assert "Its copy" not in done.stdout
    assert invoke("date", "copy").stdout.splitlines()[0] == "copy: 2016-08-16 (given)"
    invoke("date", "copy", "--forget")
    assert invoke("date", "copy").stdout.splitlines()[0] == "copy: 2016-08-15 (inferred)"


def test_it_shows_between_which_days_an_article_was_written_and_what_tells(tmp_path: Path) -> None:
    told = "Sergei Shoigu visited Minsk on March 3{year}. Sergei Shoigu met Zakir Hasanov in Baku on March 12{year}.\n"
    (tmp_path / "bare.txt").write_text(told.format(year=""))
    (tmp_path / "full.txt").write_text("Another outlet has it so. " + told.format(year=", 2016"))
    assert invoke("read", "bare.txt", "full.txt").exit_code == 0
    head, bounds, *_ = invoke("date", "bare").stdout.splitlines()
    assert head == "bare: no date (unknown)"
    assert bounds.startswith("  not before 2016-03-12, not after ?, by what other pages tell of e")
