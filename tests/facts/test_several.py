"""Candidates that tell of several events at once."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("call", "Peruvian minister Jorge Chavez had telephone conversations with his Chilean and Omani counterparts."),
        ("call", "Peruvian minister Jorge Chavez spoke to President Maya Diaz of Chile and then to Omani Sultan Haitham."),
        ("meeting", "Peruvian minister Jorge Chavez met several leaders, including French President Emmanuel Macron and Omani Sultan Haitham."),
        ("meeting", "Peruvian minister Jorge Chavez held meetings with his Chilean and Omani counterparts in Quito."),
    ],
    ids=["conversations", "one and then the other", "of several", "meetings"],
)
def test_what_is_held_with_each_of_two_is_held_twice(tell: Teller, kind: str, text: str) -> None:
    first, second = tell(text).facts(kind)
    assert len(first.participants) == len(second.participants) == 2


def test_a_conversation_with_two_is_one(tell: Teller) -> None:
    text = "Peruvian minister Jorge Chavez had a telephone conversation with his Chilean and Omani counterparts."
    assert len(tell(text).only("call").participants) == 3
