"""What somebody is called in the middle of his name is no part of it."""

from __future__ import annotations

import pytest

from dragoman.mentions.nicknames import past_nickname, without_nickname
from tests.mentions.pages import tokens


def test_a_nickname_is_passed_and_left_out() -> None:
    found = tokens('Jim "Mad Dog" Hale left.')
    family = next(t.i for t in found if t.text == "Hale")
    assert past_nickname(found, 1, set()) == family
    assert without_nickname(found, 0, family + 1) == "Jim Hale"


@pytest.mark.parametrize("sentence", ['Jim "is a dog" Hale said.', 'Jim "Mad Dog" left.', "Jim Hale left."])
def test_what_is_no_nickname(sentence: str) -> None:
    assert past_nickname(tokens(sentence), 1, set()) is None
