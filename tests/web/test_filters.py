"""A filter reads from an address and is written into one again, the same."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.web.filters import MOST, PAGE, STATUSES, asked

WORDS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=40)


@given(WORDS, WORDS, WORDS, st.sampled_from(["", *STATUSES]), st.sampled_from(["", "2017", "2017-02", "2017-02-16"]),
       st.integers(1, 500), st.booleans())
def test_what_is_written_reads_the_same(
    who: str, with_: str, outlet: str, status: str, since: str, page: int, aside: bool
) -> None:
    first = asked({"who": who, "with": with_, "outlet": outlet, "status": status, "since": since, "page": str(page),
                   "aside": "1" if aside else ""})
    again = asked(dict(parse_qsl(first.query())))
    assert again == first


def test_rows_before_a_page() -> None:
    assert asked({}).first == 0
    assert asked({"page": "3"}).first == 2 * PAGE


@pytest.mark.parametrize(
    ("given_", "field"),
    [({"since": "--02-16"}, "since"), ({"until": "x"}, "until"), ({"status": "maybe"}, "status"), ({"page": "1e3"}, "page"),
     ({"page": "٣"}, "page"), ({"who": "x" * (MOST + 1)}, "who"), ({"order": "x"}, "order")],
)
def test_what_no_filter_can_be_is_named(given_: dict[str, str], field: str) -> None:
    with pytest.raises(DragomanError) as raised:
        asked(given_)
    assert raised.value.where.startswith(field)


def test_blanks_and_nothing_are_nothing() -> None:
    assert asked({"who": "   ", "since": " ", "page": ""}) == asked({})
    assert not asked({"order": "latest"}).is_narrowed
    assert asked({"who": "a"}).is_narrowed
