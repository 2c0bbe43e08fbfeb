"""The token on which a range hangs; the rest of owning is promised where titles are read (test_titles)."""

from __future__ import annotations

import pytest

from dragoman.mentions.owning import head_of, owned_titles
from tests.mentions.pages import titles_of, tokens


def test_the_head_of_a_range_hangs_outside_it() -> None:
    found = tokens("The Turkish foreign minister met Hakan Fidan.")
    assert found[head_of(found, 0, 4)].text == "minister"
    assert found[head_of(found, 5, 7)].text == "Fidan"


def test_a_title_belongs_to_one_name() -> None:
    sentence = "Foreign Minister Hakan Fidan and Defence Minister Yasar Guler came."
    found = tokens(sentence)
    runs = [(2, 4), (7, 9)]
    assert [found[first].text for first, _ in runs] == ["Hakan", "Yasar"]
    owned = owned_titles(found, runs, titles_of(sentence))
    assert [[t.text for t in mine] for mine in owned] == [["Foreign Minister"], ["Defence Minister"]]


def test_nobody_owns_the_title_of_somebody_else() -> None:
    sentence = "Yasar Guler met the Greek defence minister."
    assert owned_titles(tokens(sentence), [(0, 2)], titles_of(sentence)) == [[]]


def test_one_of_several_bears_their_title() -> None:
    sentence = "Ricardo Lagos, one of several presidents in Cuzco, spoke."
    assert [[t.text for t in mine] for mine in owned_titles(tokens(sentence), [(0, 2)], titles_of(sentence))] == [
        ["president"]
    ]


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Saleh Hinai, who is also president of the peace commission, spoke.", ["president of the peace commission"]),
        ("Saleh Hinai, a Malaysian who was a UN special envoy, spoke.", ["UN special envoy"]),
        ("Saleh Hinai, who says that his brother is a general, spoke.", []),
    ],
)
def test_an_office_may_be_told_in_a_relative_clause(sentence: str, offices: list[str]) -> None:
    assert [[t.text for t in mine] for mine in owned_titles(tokens(sentence), [(0, 2)], titles_of(sentence))] == [offices]


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Saleh Hinai PhD, chief of the army staff, spoke.", ["chief of the army staff"]),
        ("Saleh Hinai, SBP, OSP, ndu, psc, chief of the army staff, spoke.", ["chief of the army staff"]),
        ("The chief of the army staff (CAS) Saleh Hinai spoke.", ["chief of the army staff"]),
        ("Saleh Hinai (HN), commander of the fleet, spoke.", ["commander of the fleet"]),
        ("Karl Lund was tapped by Saleh Hinai as attorney general.", []),
        ("The visit will be led by Saleh Hinai, a ministry spokesman said.", []),
        ("They met one of Karl's predecessors, Saleh Hinai, there.", ["predecessor"]),
        ("Speaking to reporters at the Capitol, Saleh Hinai said so.", []),
        ("Present was Saleh Hinai as the representative of Peru.", ["representative of Peru"]),
    ],
)
def test_an_office_may_stand_behind_letters_and_as(sentence: str, offices: list[str]) -> None:
    found = tokens(sentence)
    first = next(t.i for t in found if t.text == "Saleh")
    owned = owned_titles(found, [(first, first + 2)], titles_of(sentence))
    assert [[t.text for t in mine] for mine in owned] == [offices]


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Chief of Staff of Peru, Luis Paz and Foreign Minister Ana Sol of Chile came.", ["Chief of Staff of Peru"]),
        ("As chief of staff of Peru, Luis Paz came.", []),
    ],
)
def test_an_office_without_an_article_waits_for_its_holder(sentence: str, offices: list[str]) -> None:
    found = tokens(sentence)
    runs = [(t.i, t.i + 2) for t in found if t.text in ("Luis", "Ana")]
    assert [t.text for t in owned_titles(found, runs, titles_of(sentence))[0]] == offices
def test_whose_people_he_is_of_parts_nobody_from_his_office() -> None:
    found = tokens(sentence := "It was signed by the commissioner of the council, Omani Saleh Hinai.")
    first = next(t.i for t in found if t.text == "Saleh")
    owned = owned_titles(found, [(first, first + 2)], titles_of(sentence))
    assert [[t.text for t in mine] for mine in owned] == [["commissioner of the council"]]


def test_offices_of_two_states_are_not_stacked_on_one_name() -> None:
    sentence = "They saw the representative of Peru's minister and Chile's Deputy Minister of Defence, Admiral Luis Paz."
    found = tokens(sentence)
    first = next(t.i for t in found if t.text == "Luis")
    owned = owned_titles(found, [(first, first + 2)], titles_of(sentence))
    assert [[t.text for t in mine] for mine in owned] == [["Admiral", "Deputy Minister of Defence"]]


def test_a_mark_of_retirement_parts_no_rank_from_its_bearer() -> None:
    sentence = "They asked the former director of the ISI, Lt. Gen. (retd) Saleh Hinai, to come."
    found = tokens(sentence)
    first = next(t.i for t in found if t.text == "Saleh")
    owned = owned_titles(found, [(first, first + 2)], titles_of(sentence))
    assert [[t.text for t in mine] for mine in owned] == [["Lt. Gen.", "former director of the ISI"]]


def test_in_a_list_each_office_is_of_the_one_behind_it() -> None:
    sentence = (
        "The admiral saw the Deputy Director, Brigadier General Saleh Hinai, the Under Secretary, "
        "Lieutenant General Hashem Rifai, and the Chief of General Staff, Lieutenant General Khaled Badri."
    )
    found = tokens(sentence)
    runs = [(t.i, t.i + 2) for t in found if t.text in ("Saleh", "Hashem", "Khaled")]
    offices = [[t.text for t in mine] for mine in owned_titles(found, runs, titles_of(sentence))]
    assert offices == [
        ["Brigadier General", "Deputy Director"],
        ["Lieutenant General", "Under Secretary"],
        ["Lieutenant General", "Chief of General Staff"],
    ]
