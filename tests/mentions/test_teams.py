"""Whose a delegation is that somebody leads or is in."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, the


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # Who leads a delegation or is in it serves whom it serves.
        ("A Russian team under General Ivan Buvaltsev has been to Mali.", "Ivan Buvaltsev", "RUS"),
        ("A team from Kenya, headed by General Charles Kahariri, met the Ethiopians.", "Charles Kahariri", "KEN"),
        ("The delegation came to Mali. General Ivan Buvaltsev led the Russian side.", "Ivan Buvaltsev", "RUS"),
        (
            "Chile and Peru agreed in Lima. On behalf of the Chilean side the deputy minister of defence Luis Paz signed.",
            "Luis Paz",
            "CHL",
        ),
        ("A Vietnamese delegation, with General Phan Van Giang, came as well.", "Phan Van Giang", "VNM"),
        ("Peru was represented by minister Luis Paz and Chile by minister Ana Sol.", "Luis Paz", "PER"),
        ("Peru was represented by minister Luis Paz and Chile by minister Ana Sol.", "Ana Sol", "CHL"),
        ("Luis Paz led the Peruvian delegation and Ana Sol headed the Chilean delegation.", "Ana Sol", "CHL"),
    ],
)
def test_who_leads_a_team_serves_whom_it_serves(text: str, name: str, country: str) -> None:
    assert the(page(text), name).country == country
