"""Who is said to have attended what was told before joins it; other occasions stay apart."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller

TALKS = "Norwegian Prime Minister Ola Berg met Finnish President Matti Laine in Oslo on Monday. "


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The Danish minister Lars Holm and his Swedish colleague Nils Ek also took part in the meeting.", True),
        ("The talks were attended by the Danish ambassador Lars Holm.", True),
        ("The Danish minister Lars Holm and Swedish minister Nils Ek will attend the NATO summit on Friday.", False),
        ("The Danish minister Lars Holm and Swedish minister Nils Ek attended the conference.", False),
        ("The Danish minister Lars Holm and Swedish minister Nils Ek held talks.", False),
    ],
)
def test_who_attended_the_talks_took_part_in_those_told_before(tell: Teller, text: str, joined: bool) -> None:
    told = tell(TALKS + text, published="2024-06-12")
    first = told.who(told.events("meeting")[0])
    assert {"Ola Berg", "Matti Laine"} <= first
    assert ("Lars Holm" in first) == joined


def test_nobody_attended_what_is_only_to_come(tell: Teller) -> None:
    told = tell(
        TALKS + "They agreed to hold direct talks with Poland. The Danish envoy Lars Holm also attended the talks.",
        published="2024-06-12",
    )
    assert "Lars Holm" in told.who(told.events("meeting")[0])
