"""`dragoman read` with the real reader: exit codes, problems in a line each, and a break at any moment."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.config import Config

ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1"}
MET = "Russian Defense Minister Sergei Shoigu met Azerbaijani President Ilham Aliyev in Baku on {day} August 2016."
BATCH = Config().batch
COUNT = 3 * BATCH


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def pages(folder: Path, count: int) -> Path:
    """A .jsonl file of short reports."""
    path = folder / "pages.jsonl"
    texts = [MET.format(day=1 + i % 28) + f"\n\nThis is report {i}." for i in range(count)]
    rows = [{"id": f"p{i:04}", "text": text, "published": "2016-09-01"} for i, text in enumerate(texts)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def exported(record: Path, out: Path) -> dict[str, bytes]:
    done = invoke("export", "--record", record, "--out", out)
    assert done.exit_code == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_is_new_is_read_and_what_is_not_is_not(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(MET.format(day=15))
    first = invoke("read", "one.txt", "--record", "r")
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.splitlines()[0] == "1 page read."
    before = exported(tmp_path / "r", tmp_path / "out")
    again = invoke("read", "one.txt", "--record", "r")
    assert again.stdout.splitlines()[0] == "0 pages read; 1 already in the record."
    assert exported(tmp_path / "r", tmp_path / "out") == before
    (tmp_path / "two.txt").write_text("The same day, nothing else was reported from the Caspian coast by any agency.")
    added = invoke("read", ".", "--record", "r")
    assert "1 page read; 1 already in the record" in added.stdout
    articles = exported(tmp_path / "r", tmp_path / "out")["articles.jsonl"].splitlines()
    assert [json.loads(line)["id"] for line in articles] == ["one", "two"]


def test_bad_pages_are_named_a_line_each_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(MET.format(day=15))
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8)
    good = json.dumps({"id": "a", "text": "Nothing was reported from the coast that day."})
    (tmp_path / "lines.jsonl").write_text(good + '\n{"id":\n')
    done = invoke("read", tmp_path, "nowhere.txt", "--record", "r")
    assert done.exit_code == 1
    problems = done.stderr.splitlines()
    assert len(problems) == 4
    for name in ("empty.txt", "picture.txt", "lines.jsonl:2", "nowhere.txt"):
        (line,) = [line for line in problems if name in line]
        assert line.startswith("not read: ") and "; " in line
    assert "2 pages read; 4 not read." in done.stdout


@pytest.mark.parametrize("content", [b"a text file", b"SQLite format 3\x00" + b"\0" * 200])
def test_a_file_that_is_no_record_is_exit_code_2_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r").write_bytes(content)
    done = invoke("read", ".", "--record", "r")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("Error: r: ")
    assert (tmp_path / "r").read_bytes() == content


def count(record: Path) -> int:
    if not record.exists():
        return 0
    connection = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:  # not laid out yet
        return 0
    finally:
        connection.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Pages, and what a read of them that was not broken off gives."""
    folder = tmp_path_factory.mktemp("whole")
    source = pages(folder, COUNT)
    assert invoke("read", source, "--record", folder / "r").exit_code == 0
    return source, exported(folder / "r", folder / "out")


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_read_broken_off_leaves_a_record_that_goes_on(
    tmp_path: Path, how: signal.Signals, whole: tuple[Path, dict[str, bytes]]
) -> None:
    source, expected = whole
    record = tmp_path / "r"
    running = subprocess.Popen(
        [sys.executable, "-m", "dragoman", "read", str(source), "--record", str(record)],
        env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs ignore it
    )
    deadline = time.monotonic() + 200
    while count(record) < BATCH and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(how)
    out, err = running.communicate(timeout=60)
    kept = count(record)
    assert BATCH <= kept < COUNT, "the read ended before it was broken off"
    if how is signal.SIGINT:
        assert running.returncode == 130
        assert f"{kept} pages read." in out
        assert err.strip() == f"Stopped. What was read is kept in {record}; run the same command again to go on."
    looked = invoke("timeline", "--record", record)
    assert looked.exit_code == 0
    assert "broken off" in looked.stderr
    done = invoke("read", source, "--record", record)
    assert done.stdout.splitlines()[0] == f"{COUNT - kept} pages read; {kept} already in the record."
    assert exported(record, tmp_path / "out") == expected
