"""Whose ambassador somebody is of whom a page does not say it."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, the


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Peruvian embassy in Oslo said that Ambassador Luis Paz came.", "Luis Paz", "PER"),
        ("Peru's embassy in Oslo said that Charge d'Affaires a.i. Luis Paz came.", "Luis Paz", "PER"),
        ("The Embassy of Peru said that Ambassador Luis Paz came.", "Luis Paz", "PER"),
        ("The Peruvian embassy and the Chilean embassy said that Ambassador Luis Paz came.", "Luis Paz", None),
        ("The Peruvian embassy said that Admiral Luis Paz of the Lima Sea Scouts came.", "Luis Paz", None),
        ("The Chilean ambassador went to the Peruvian embassy. Ambassador Luis Paz of Chile smiled.", "Luis Paz", "CHL"),
    ],
)
def test_an_ambassador_is_of_the_one_state_whose_embassy_is_named(text: str, name: str, country: str | None) -> None:
    assert the(page(text), name).country == country
