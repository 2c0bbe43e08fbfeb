"""The words that tell whose an office is."""

from __future__ import annotations

from dragoman.mentions.serving_words import data, words


def test_a_section_is_a_set_of_words_and_the_rest_is_kept_as_it_stands() -> None:
    assert {"delegation", "team"} <= words("teams")
    assert data()["sites"]["no"] == "NOR"
