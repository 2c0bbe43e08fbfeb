"""Pages made to hurt are read in time that grows with their length and no faster."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dragoman.errors import PageError
from dragoman.reading import body_spans, read
from dragoman.types import Page

Make = Callable[..., Page]

SEEDS = [
    "a",
    "a ",
    " ",
    "(",
    "((",
    "BAKU ",
    "BAKU, ",
    "By Anna ",
    "By Anna Holm and ",
    "12:30 ",
    "12.30.",
    "a > ",
    "> ",
    "x | ",
    ". ",
    "---- ",
    "x\n",
    "\n \n",
    "Home\n",
    "Home ",
    "log out ",
    "Related news\n",
    "Leave a Reply\n",
    "1. »\n",
    "May 12, ",
    "2019-",
    "©",
    "The minister met the general in the capital on Monday. ",
    "The minister met the general in the capital on Monday, and they spoke about the border.\n",
    "\u00a0",
    "“",
]
SIZE = 200_000  # characters
SECONDS = 10.0  # on a busy machine; a quadratic pattern would take hours


@pytest.mark.parametrize("seed", SEEDS, ids=repr)
def test_a_long_page_of_anything_ends(make_page: Make, seed: str) -> None:
    page = make_page(seed * (SIZE // len(seed)), title=f"{seed * 12} x")
    begin = time.perf_counter()
    try:
        body_spans(read(page))
    except PageError as error:
        assert "\n" not in str(error) and len(str(error)) < 300
    assert time.perf_counter() - begin < SECONDS


@pytest.mark.parametrize("seed", [seed for seed in SEEDS if "\n" not in seed], ids=repr)
def test_short_lines_of_anything_end(make_page: Make, seed: str) -> None:
    line = (seed * 300)[:299]
    begin = time.perf_counter()
    try:
        body_spans(read(make_page(f"{line}\n" * 60)))
    except PageError as error:
        assert "\n" not in str(error)
    assert time.perf_counter() - begin < SECONDS


def test_fifty_megabytes_on_one_line_are_read(make_page: Make) -> None:
    sentence = "The minister met the general in the capital on Monday. "
    body = "OSLO (Reuters) - " + sentence * (50_000_000 // len(sentence))
    begin = time.perf_counter()
    article = read(make_page(body))
    assert len(article.text) == len(body) and article.publisher == "Reuters"
    assert len(body_spans(article)) == 1
    assert time.perf_counter() - begin < 30
