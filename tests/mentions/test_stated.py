"""Offices said once of several, of a counterpart, or left out beside another state."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, the


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Lt. Gen. Luis Paz spoke.", "Lieutenant General"),
        ("Brig-Gen Luis Paz spoke.", "Brigadier General"),
        ("Major-General Luis Paz spoke.", "Major-General"),
        ("Sen. Luis Paz spoke.", "Senator"),
        ("Rep. Luis Paz spoke.", "House Representative"),
        ("Former Gov. Luis Paz spoke.", "Former Governor"),
    ],
)
def test_what_is_shortened_before_a_name_is_told_in_full(text: str, rank: str) -> None:
    assert [r.title for r in the(page(text), "Luis Paz").roles] == [rank]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "The foreign ministers of Peru, Chile and the Philippines - Ana Lopez, Juan Perez and Rui Costa - met.",
            {"Ana Lopez": ("foreign minister", "PER"), "Juan Perez": ("foreign minister", "CHL"), "Rui Costa": ("foreign minister", "PHL")},
        ),
        (
            "The army chiefs of Chad and Niger, General Ali Sow and Colonel Omar Diop, met in Niamey.",
            {"Ali Sow": ("army chief", "TCD"), "Omar Diop": ("army chief", "NER")},
        ),
        (
            "Peru's foreign minister Ana Lopez met Chile's Juan Perez in Lima.",
            {"Ana Lopez": ("foreign minister", "PER"), "Juan Perez": ("foreign minister", "CHL")},
        ),
        (
            "Ali Sow, the chairman of Chad's National Security Committee, and his Nigerien counterpart, Omar Diop, signed it.",
            {"Omar Diop": ("chairman of the National Security Committee", "NER")},
        ),
    ],
)
def test_an_office_said_once_is_held_by_each(text: str, offices: dict[str, tuple[str, str]]) -> None:
    held = {r.name: [(role.title, role.country) for role in r.roles] for r in page(text).referents if r.kind == "person"}
    assert all(office in held[name] for name, office in offices.items())


@pytest.mark.parametrize(
    "text",
    [
        "Peru's foreign minister Ana Lopez praised Chile's Juan Perez.",
        "Peru's foreign minister Ana Lopez spoke to the BBC's Juan Perez.",
        "The ministers of Peru, Chile's Juan Perez said, were late.",
    ],
)
def test_an_office_is_not_lent_to_whoever_is_named_next(text: str) -> None:
    (juan,) = (r for r in page(text).referents if r.name == "Juan Perez")
    assert not any("minister" in role.title for role in juan.roles)


def test_an_office_may_be_told_of_an_apposition() -> None:
    text = "Jonas Petraitis, the conservative who chairs the committee on security, spoke in Lithuania."
    assert [(r.title, r.org) for r in the(page(text), "Jonas Petraitis").roles] == [("chair", "committee")]


def test_who_is_met_as_another_state_s_is_the_colleague_of_a_minister() -> None:
    text = "Russian Defence Minister Ivan Petrov sat in Moscow. Petrov spoke separately to Turkey's Haluk Kaya and Britain's Ben Hale."
    for name, country in (("Haluk Kaya", "TUR"), ("Ben Hale", "GBR")):
        assert [(r.title, r.country) for r in the(page(text), name).roles] == [("Defence Minister", country)]
    text = "Russian President Ivan Petrov sat in Moscow. Petrov spoke separately to Turkey's Haluk Kaya."
    assert not the(page(text), "Haluk Kaya").roles
