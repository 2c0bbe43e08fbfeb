"""Words with a hyphen that are one word are one token; all others stay as the tokenizer parts them."""

from __future__ import annotations

import pytest

from dragoman.language.hyphens import Compounds, closed, hyphened
from dragoman.language.parser import Parser

COMPOUNDS = Compounds(["cease-fire", "airstrike", "test-fire", "talk", "set up"])
PARSER = Parser(compounds=COMPOUNDS)


@pytest.mark.parametrize(
    ("written", "lemma"),
    [
        ("cease-fire", "cease-fire"),
        ("Cease-Fires", "cease-fire"),
        ("air-strikes", "airstrike"),
        ("air‑strike", "airstrike"),
        ("test-fired", "test-fire"),
        ("test-firing", "test-fire"),
    ],
)
def test_one_word_whatever_its_form(written: str, lemma: str) -> None:
    text = f"Chad reported a {written} on Monday."
    (tokens,) = PARSER.parse([(text, 7)])
    (found,) = [t for t in tokens if t.text == written]
    assert found.lemma == lemma
    assert text[found.start - 7 : found.end - 7] == written


@pytest.mark.parametrize("written", ["Chad-Libya talk", "three-day talk", "set-up", "airstrike", "-cease-", "cease-", "air-"])
def test_what_is_no_such_word_is_left_alone(written: str) -> None:
    text = f"He saw the {written} there."
    (with_them,) = PARSER.parse([(text, 0)])
    (without,) = Parser().parse([(text, 0)])
    assert with_them == without


def test_words_without_their_hyphens() -> None:
    assert closed("cease-fire") == "ceasefire"
    assert hyphened("a cease-fire after air‑strikes in Baden-Baden - and") == ["ceasefire", "airstrikes", "BadenBaden"]
