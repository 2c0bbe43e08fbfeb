"""Borders as places."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page


def _borders(text: str) -> list[tuple[str, tuple[str | None, ...], str | None]]:
    """Name, states and own side of each border of a page."""
    found = page(text)
    code = {r.id: r.country for r in found.referents}
    return [
        (found.referents[ref].name, tuple(code[s] for s in b.states), code.get(-1 if b.own is None else b.own))
        for ref, b in found.borders.items()
    ]


@pytest.mark.parametrize(
    ("text", "name", "states", "own"),
    [
        ("Shots fell on the Peruvian-Chilean border.", "Peruvian-Chilean border", ("PER", "CHL"), None),
        ("Shots fell on the border between Peru and Chile.", "Peru-Chile border", ("PER", "CHL"), None),
        ("Troops left Peru's long frontier with Chile.", "Peru-Chile frontier", ("PER", "CHL"), "PER"),
        ("Peru sent troops to its border with Chile.", "Peru-Chile border", ("PER", "CHL"), "PER"),
        ("Troops went to the border with neighbouring Chile.", "border with Chile", ("CHL",), None),
        ("Troops stood in the Chilean border area.", "Chilean border area", ("CHL",), None),
        ("Troops went to the frontier.", "frontier", (), None),
    ],
)
def test_a_border_has_the_states_that_its_phrase_names(
    text: str, name: str, states: tuple[str, ...], own: str | None
) -> None:
    assert _borders(text) == [(name, states, own)]


def test_a_border_is_one_however_it_is_named() -> None:
    text = "Shots fell on the border between Peru and Chile. Troops went to the Chilean border. The border was shut."
    assert [name for name, _, _ in _borders(text)] == ["Peru-Chile border"]


@pytest.mark.parametrize("text", ["Chilean border guards slept.", "A border clash in Peru ended.", "Peru borders Chile."])
def test_what_stands_at_a_border_is_none(text: str) -> None:
    assert _borders(text) == []


def test_who_is_met_at_a_border_is_no_state_of_it() -> None:
    assert _borders("Guards clashed on the border with Chilean troops.") == [("border", (), None)]
