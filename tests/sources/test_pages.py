"""Files and folders give pages in a stable order; one bad file never ends a run."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import PageError
from dragoman.sources import find
from dragoman.types import Page

TEXT = "The two chiefs of staff met in Helsinki on Monday."


def only(path: Path) -> Page | PageError:
    (item,) = find([path])
    return item


def test_a_folder_is_read_recursively_and_sorted(tmp_path: Path) -> None:
    for name in ["b.txt", "a.txt", "z/c.html", "z/a.htm", "m.jsonl", ".hidden.txt", ".git/x.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"id": "line", "text": "Talks."}' if name.endswith("jsonl") else TEXT)
    ids = [item.id for item in find([tmp_path]) if isinstance(item, Page)]
    assert ids == ["a", "b", "line", "a", "c"]
    assert list(find([tmp_path])) == list(find([tmp_path]))


def test_other_suffixes_in_a_folder_are_passed_over_and_counted(tmp_path: Path) -> None:
    for name in ["a.txt", "b.PDF", "c.pdf", "README"]:
        (tmp_path / name).write_text(TEXT)
    skipped: Counter[str] = Counter()
    assert [item.id for item in find([tmp_path], skipped) if isinstance(item, Page)] == ["a"]
    assert skipped == {".pdf": 2, "(no suffix)": 1}


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    assert len(list(find([tmp_path, path, path]))) == 1


def test_the_rest_is_read_when_some_are_bad(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (tmp_path / "3.txt").write_text(TEXT)
    (tmp_path / "4.jsonl").write_text('{"id": "x"\n{"id": "y", "text": "Talks began."}\n')
    items = list(find([tmp_path]))
    assert [type(item).__name__ for item in items] == ["PageError", "PageError", "Page", "PageError", "Page"]


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("empty.txt", b"", "is empty"),
        ("empty.jsonl", b"", "is empty"),
        ("a.doc", b"x", "suffix"),
        ("p.txt", b"\x89PNG\r\n\x1a\n", "PNG"),
    ],
)
def test_a_bad_file_is_named_with_its_cause_in_one_line(tmp_path: Path, name: str, content: bytes, cause: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    error = only(path)
    assert isinstance(error, PageError)
    assert str(path) in str(error) and cause in str(error) and "; " in str(error) and "\n" not in str(error)


def test_a_missing_path_and_a_folder_without_pages_are_errors(tmp_path: Path) -> None:
    missing, bare = only(tmp_path / "nowhere.txt"), only(tmp_path)
    assert isinstance(missing, PageError) and "no such file" in str(missing)
    assert isinstance(bare, PageError) and "no pages in this folder" in str(bare)


def test_a_pipe_named_like_a_page_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    error = only(tmp_path / "pipe.txt")
    assert isinstance(error, PageError) and "regular file" in str(error)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    error = only(path)
    assert isinstance(error, PageError) and "cannot be read" in str(error)


def test_html_saved_under_the_name_of_text_is_html(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n<!DOCTYPE html>\n<html><body><p>Talks.</p></body></html>")
    page = only(path)
    assert isinstance(page, Page) and page.kind == "html"


def test_a_line_of_fifty_megabytes_passes_in_bounded_time(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("a" * 50_000_000)
    begin = time.perf_counter()
    page = only(path)
    assert isinstance(page, Page) and len(page.body) == 50_000_000
    assert time.perf_counter() - begin < 20
