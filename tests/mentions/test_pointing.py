"""The words that point, as the file has them."""

from __future__ import annotations

import pytest

from dragoman.knowledge.pack import load
from dragoman.mentions import pointing


@pytest.mark.parametrize("section", ["place_nouns", "here", "cities", "states", "personal", "armed_groups"])
def test_every_section_holds_lower_case_words(section: str) -> None:
    words = pointing.words(section)
    assert words and all(isinstance(w, str) and w == w.lower() and " " not in w for w in words)


def test_every_leading_verb_gives_a_title() -> None:
    titles = {head.word for head in load().titles.heads}
    assert pointing.leading() and set(pointing.leading().values()) <= titles


def test_the_sides_of_a_divided_land_are_states() -> None:
    assert pointing.divided()
    for sides in pointing.divided().values():
        assert len(sides) == 2 and all(load().country(code) is not None for code in sides.values())
