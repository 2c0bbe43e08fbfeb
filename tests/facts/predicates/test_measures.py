"""What is done to a sum or a share of a thing is done to the thing."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


def _patients(tell: Teller, text: str, verb: str) -> list[str]:
    parsed = tell.parsed(text)
    tokens = parsed.page.annotated.sentences[0].tokens
    return [tokens[a.head].text for a in parsed.predicate(verb).arguments if a.role == "patient"]


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("Norway has provided more than $3 billion in military aid to Kenya.", "provided", "aid"),
        ("Norway sent Kenya $40 million in security assistance.", "sent", "assistance"),
        ("Norway signed $2 billion worth of arms deals with Kenya.", "signed", "deals"),
        ("Norway froze some of its arms deals with Kenya.", "froze", "deals"),
        ("Kenya received $20 million in military aid from Norway.", "received", "aid"),
    ],
)
def test_the_thing_stands_for_its_sum(tell: Teller, text: str, verb: str, thing: str) -> None:
    assert _patients(tell, text, verb) == [thing]


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("Kenya spent $3 million in Norway.", "spent", "million"),
        ("Kenya paid $3 million in exchange for land.", "paid", "million"),
        ("Kenya spent $3 million in the war.", "spent", "million"),
        ("Norway delivered two of the ships.", "delivered", "two"),
    ],
)
def test_places_and_terms_are_not_what_a_sum_is_made_of(tell: Teller, text: str, verb: str, thing: str) -> None:
    assert _patients(tell, text, verb) == [thing]
