"""A record that cannot be used is refused in one line that names the file, the cause and the remedy."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.store import opening, schema
from dragoman.store.store import Store
from tests.record.hand import meeting, record


def refusal(path: Path, create: bool = True) -> str:
    with pytest.raises(RecordError) as caught:
        Store.open(path, create=create).close()
    text = str(caught.value)
    assert "\n" not in text
    assert caught.value.remedy
    assert str(path) in text
    return text


def test_a_missing_record_is_made_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "r"
    assert "no such record" in refusal(path, create=False)
    assert not path.exists()
    Store.open(path, create=True).close()
    Store.open(path).close()


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "r"
    path.touch()
    Store.open(path, create=True).close()
    Store.open(path).close()


def test_a_record_says_whose_it_is_to_any_sqlite_tool(tmp_path: Path) -> None:
    path = tmp_path / "r"
    record(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (schema.SQLITE_APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.mark.parametrize("content", [b"Moscow and Ankara talked.\n", b"\xff\xd8\xff\xe0 not a page", b"SQLite"])
def test_a_file_that_is_no_record_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r"
    path.write_bytes(content)
    assert "not a dragoman record" in refusal(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "r"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE articles (id TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert "another program" in refusal(path)
    assert path.read_bytes() == before


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r"
    record(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(schema.VERSION + 1),))
    connection.commit()
    connection.close()
    assert "newer dragoman" in refusal(path)


def test_a_record_of_no_known_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r"
    record(path).close()
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM meta")
    connection.commit()
    connection.close()
    assert "schema 0" in refusal(path)


def test_a_damaged_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r"
    path.write_bytes(opening.HEADER + b"\0" * 4000)
    assert refusal(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_record_in_no_folder_is_refused(tmp_path: Path) -> None:
    assert "folder does not exist" in refusal(tmp_path / "none" / "r")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_record_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r"
    record(path).close()
    path.chmod(0)
    assert "cannot be read" in refusal(path)


@pytest.mark.parametrize("url", ["postgresql://host/record", "postgres://host/record"])
def test_a_database_server_is_refused_for_now(url: str) -> None:
    with pytest.raises(RecordError, match="files only"):
        Store.open(url)


HOLD = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(60)
"""


def test_a_record_that_another_program_writes_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r"
    record(path).close()
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.2)
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with Store.open(path) as store:
            began = time.monotonic()
            with pytest.raises(RecordError, match="locked by another program; wait until it is done"):
                store.put([(meeting("p1"), "p1.txt")], "by hand")
            assert time.monotonic() - began < 5
    finally:
        holder.kill()
        holder.wait()
    with Store.open(path) as store:
        store.put([(meeting("p1"), "p1.txt")], "by hand")
        assert store.count_articles() == 1
