"""A line is a page, or an error that names the line and what is wrong with it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import PageError
from dragoman.sources.jsonl import read_lines
from dragoman.types import Page

TEXT = "The two chiefs of staff met in Helsinki on Monday."


def lines(tmp_path: Path, *rows: Any) -> list[Page | PageError]:
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return list(read_lines(path))


def test_all_fields_of_a_line_are_taken(tmp_path: Path) -> None:
    row = {
        "id": "n1",
        "text": TEXT,
        "url": "https://example.org/a",
        "title": " Chiefs \n meet ",
        "published": "2017-02",
    }
    (page,) = lines(tmp_path, row)
    assert isinstance(page, Page)
    assert (page.id, page.kind, page.body, page.url) == ("n1", "text", TEXT, "https://example.org/a")
    assert (page.title, page.published) == ("Chiefs meet", "2017-02")
    assert page.sha256 == hashlib.sha256(json.dumps(row).encode()).hexdigest()
    assert page.origin.endswith("pages.jsonl:1")


def test_html_is_marked_as_such_and_text_wins_over_it(tmp_path: Path) -> None:
    only, both = lines(tmp_path, {"id": "a", "html": "<p>x</p>"}, {"id": "b", "html": "<p>x</p>", "text": TEXT})
    assert isinstance(only, Page) and only.kind == "html"
    assert isinstance(both, Page) and both.kind == "text"


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ('{"id": "a", "text": "cut in the mid', "broken JSON"),
        ("[1, 2]", "not a JSON object"),
        ("[" * 100_000, "broken JSON"),
        ({"text": TEXT}, '"id" is missing'),
        ({"id": "", "text": TEXT}, '"id" is missing'),
        ({"id": "a"}, 'neither "text" nor "html"'),
        ({"id": "a", "text": None}, 'neither "text" nor "html"'),
        ({"id": "a", "text": 7}, '"text" is not text'),
        ({"id": "a", "text": "  "}, "is empty"),
        ({"id": "a", "text": TEXT, "url": 3}, '"url" is not text'),
        ({"id": "a", "text": TEXT, "published": "some day"}, "is not a date"),
        ({"id": "a", "text": TEXT, "published": "2019-02-31"}, "no date of the calendar"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path, row: Any, cause: str) -> None:
    bad, good = lines(tmp_path, row, {"id": "good", "text": TEXT})
    assert isinstance(bad, PageError)
    assert cause in str(bad) and ":1: " in str(bad) and "\n" not in str(bad) and len(str(bad)) < 400
    assert isinstance(good, Page) and good.id == "good"


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2017", "2017"),
        (2017, "2017"),
        ("2017-02", "2017-02"),
        ("2017-02-16", "2017-02-16"),
        ("2017-02-16T09:30:00+04:00", "2017-02-16"),
        ("2017-02-16 09:30", "2017-02-16"),
        ("Thu, 16 Feb 2017 09:30:00 GMT", "2017-02-16"),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_as_coarse_as_given(tmp_path: Path, given: Any, read: str | None) -> None:
    (page,) = lines(tmp_path, {"id": "a", "text": TEXT, "published": given})
    assert isinstance(page, Page) and page.published == read


def test_blank_lines_count_in_the_numbering_and_give_nothing(tmp_path: Path) -> None:
    first, second = lines(tmp_path, {"id": "a", "text": TEXT}, "", {"id": "b"})
    assert isinstance(first, Page)
    assert isinstance(second, PageError) and ":3: " in str(second)


def test_utf_16_files_and_numbers_as_ids_are_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.jsonl"
    path.write_text(json.dumps({"id": 12, "text": TEXT}) + "\n", encoding="utf-16")
    (page,) = read_lines(path)
    assert isinstance(page, Page) and page.id == "12" and page.body == TEXT


def test_half_characters_in_a_line_do_not_reach_the_record(tmp_path: Path) -> None:
    (page,) = lines(tmp_path, '{"id": "a", "text": "Talks \\ud83d began \\u0000 today."}')
    assert isinstance(page, Page)
    page.body.encode("utf-8")
    assert "\x00" not in page.body
