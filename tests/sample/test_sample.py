"""The sample ships with the package, is readable, and says of each page what may be checked where."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman import sample

FOLDER = sample.folder()
JSONL = [json.loads(line) for line in (FOLDER / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
README = (FOLDER.parent / "README.md").read_text(encoding="utf-8")


def test_there_are_about_fifteen_pages_in_three_forms() -> None:
    files = sorted(path.suffix for path in FOLDER.iterdir())
    assert {".txt", ".html", ".jsonl"} == set(files)
    assert 15 <= files.count(".txt") + files.count(".html") + len(JSONL) <= 18


def test_every_page_is_in_the_list_of_facts() -> None:
    for path in FOLDER.iterdir():
        assert f"`pages/{path.name}`" in README
    for page in JSONL:
        assert f"`{page['id']}`" in README


def test_a_jsonl_page_has_what_the_reader_asks_for() -> None:
    for page in JSONL:
        assert set(page) == {"id", "url", "title", "published", "text"}
        assert page["url"].startswith("https://wire.example/")


def test_ids_do_not_collide() -> None:
    ids = [path.stem for path in FOLDER.iterdir() if path.suffix != ".jsonl"] + [page["id"] for page in JSONL]
    assert len(ids) == len(set(ids))


def test_one_page_stands_twice_in_itself() -> None:
    text = (FOLDER / "baku-2017-host.txt").read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("Baku, February 17."))
    assert text.count(first) == 2


def test_the_folder_is_inside_the_package() -> None:
    assert FOLDER.is_dir()
    assert Path(sample.__file__).parent in FOLDER.parents
