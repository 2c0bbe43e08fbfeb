"""What is promised of who travelled: "the first visit by a Greek minister" is that of the one who has come."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    "text",
    [
        "Malian army chief Oumar Diarra arrived in Dakar on Monday. It is the first visit by a Malian army chief to "
        "Senegal in ten years.",
        "Malian Defence Minister Sadio Camara ended his two-day visit to Senegal. This was the first-ever visit of a "
        "Malian defence minister to Senegal.",
        "Malian Defence Minister Sadio Camara arrived in Dakar on Monday, marking the highest-level Malian visit to "
        "Senegal in years.",
    ],
)
def test_the_first_of_its_kind_is_the_visit_told_before(tell: Teller, text: str) -> None:
    (visit,) = tell(text, published="2023-05-17").events("visit")
    assert len(visit) > 1
    assert {f.status for f in visit} == {"occurred"}


@pytest.mark.parametrize(
    "then",
    [
        "The last visit by a Malian president to Senegal was in 2014.",
        "A Nigerien president made the first visit to Senegal in May.",
    ],
)
def test_another_visit_of_the_kind_is_another(tell: Teller, then: str) -> None:
    told = tell(f"Malian President Assimi Goita arrived in Dakar on Monday. {then}", published="2023-05-17")
    visits = told.events("visit")
    assert len(visits) == 2
    assert "Goita" not in " ".join(told.who(visits[1]))
