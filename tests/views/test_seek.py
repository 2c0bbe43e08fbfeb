"""Whom a word means, and which id a prefix begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.views.seek import seek, whole_id
from dragoman.views.timeline import Filter, timeline
from tests.record.hand import meeting, record


def test_a_word_of_any_form_of_a_name_finds_its_bearer(tmp_path: Path) -> None:
    a = meeting("p", a=("Sergei Shoigu", "RUS"))
    b = meeting("q", a=("Sergey Shoygu", "RUS"))
    with record(tmp_path / "r", a, b) as store:
        assert seek(store, "Shoigu") == seek(store, "SHOYGU")
        assert len(seek(store, "Shoigu").actors) == 1
        assert not seek(store, "Shoi").actors
        assert not seek(store, "...").actors


def test_a_prefix_finds_the_one_id_that_begins_so(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p")) as store:
        (row,) = timeline(store, Filter())
        assert whole_id(store, row.id) == row.id
        assert whole_id(store, row.id[:6]) == row.id


@pytest.mark.parametrize("prefix", ["e000000", "%", "", "e_"])
def test_a_prefix_of_nothing_is_refused(tmp_path: Path, prefix: str) -> None:
    with record(tmp_path / "r", meeting("p")) as store, pytest.raises(DragomanError, match="begins so"):
        whole_id(store, prefix)


def test_a_prefix_of_several_is_refused_and_names_them(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p")) as store, pytest.raises(DragomanError, match="begins several"):
        whole_id(store, "a")
