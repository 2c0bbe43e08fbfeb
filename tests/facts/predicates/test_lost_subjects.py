"""Subjects that the parser hands to an occasion or to a participle are given back to their verb."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            "At Sunday's meeting Japanese Defense Minister Minoru Kihara, U.S. Defense Secretary Lloyd Austin and South "
            "Korean Defense Minister Shin Won-sik also agreed to share data.",
            "meeting",
            {"Minoru Kihara", "Lloyd Austin", "Shin Won-sik"},
        ),
        ("At Monday's talks Peru, Chile and Brazil agreed to open the border.", "meeting", {"Peru", "Chile", "Brazil"}),
        ("At talks in Geneva, Peru and Chile settled the dispute.", "meeting", {"Peru", "Chile"}),
        (
            "To strengthen the relationship between the two navies, a Chilean naval delegation met for talks "
            "with its Peruvian counterparts in Lima.",
            "meeting",
            {"Chile", "Peru"},
        ),
        ("At Monday's summit, Peru, Chile and Brazil agreed to open the border.", "meeting", {"Peru", "Chile", "Brazil"}),
        ("Iran and Oman discussed the border at Monday's talks.", "meeting", {"Iran", "Oman"}),
        ("INS Tabar, a frigate of the Indian Navy, called at Piraeus, Greece, on Monday.", "visit", {"India"}),
        (
            "Chad's government and Tubu rebels led by Mahamat Idriss, whose men hold 20 soldiers, agreed to a truce.",
            "ceasefire",
            {"government", "Tubu rebels", "Mahamat Idriss"},
        ),
        ("A treaty setting out rules for patrols was signed by Peru and Chile in Lima.", "agreement", {"Peru", "Chile"}),
    ],
)
def test_who_did_it_stands_behind_the_occasion(tell: Teller, text: str, kind: str, who: set[str]) -> None:
    told = tell(text, published="2024-06-03")
    assert told.who(told.facts(kind)) == who


@pytest.mark.parametrize(
    "text",
    ["Peru and Chile were praised at talks in Geneva.", "In the port city Odesa Ukrainian forces shot down drones.", "Signing a pact was ruled out by Peru and Chile."],
)
def test_other_openings_are_left_alone(tell: Teller, text: str) -> None:
    assert not [f for f in tell(text).facts("meeting") + tell(text).facts("agreement") if f.status == "occurred"]
