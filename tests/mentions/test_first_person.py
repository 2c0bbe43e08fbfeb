"""Who says "I" and "we" in a quotation."""

from __future__ import annotations

import pytest

from dragoman.mentions.first_person import first_persons, goes_on, quoted
from tests.mentions.pages import page, tokens


def _who(text: str) -> list[str]:
    """The names behind "I" and "we", in order."""
    found = page(text)
    return [
        found.referents[s.referents[0]].name
        for sentence in found.annotated.sentences
        for s in found.spots[sentence.index]
        if sentence.tokens[s.first].text in ("I", "We", "we")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"I met them in Oslo," Minister Maya Fernandez said.', ["Maya Fernandez"]),
        # The speaker of a quotation of two sentences stands at its end.
        ("“We signed on Monday. It was time,” Minister Maya Fernandez said.", ["Maya Fernandez"]),
        # Who writes is nobody of the page, and one who is silent says nothing.
        ("We met Minister Maya Fernandez in Oslo.", []),
        ('"We were in Paris," said a tourist. Minister Maya Fernandez said nothing.', []),
    ],
)
def test_the_speaker_of_a_quotation(text: str, names: list[str]) -> None:
    assert _who(text) == names


def test_what_stands_between_the_marks_is_quoted() -> None:
    found = tokens('"I met him," she said, and I agreed.')
    assert first_persons(found) == [1]
    assert not goes_on(found)


def test_a_mark_that_only_closes_ends_what_was_begun_before() -> None:
    found = tokens('We are glad," she said.')
    assert 0 in quoted(found)
    assert goes_on(tokens('"We are glad.'))
