"""What a clause says of itself: its tense, and what negates it."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize("text", ["Peru and Chile to meet or not", "The ministers met on Friday, the army chiefs did not"])
def test_a_negation_may_end_a_sentence(tell: Teller, text: str) -> None:
    assert tell(text).reading.article.text.endswith("not")
