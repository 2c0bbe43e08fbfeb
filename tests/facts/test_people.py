"""Who acts: nouns for people, the plural of other states, and who may fill a slot."""

from __future__ import annotations

from dragoman.facts.people import as_actor, is_actor, is_people_word, several_foreign
from dragoman.types import Referent
from tests.facts.telling import Teller


def test_people_of_other_states_are_several(tell: Teller) -> None:
    for patient, expected in (
        ("army chiefs from other states", True),
        ("visiting ministers", True),
        ("the army chief of another state", False),  # one man
        ("three journalists from other states", False),  # who act for no state
        ("army chiefs", False),  # of nobody knows where
    ):
        parsed = tell.parsed(f"The minister met {patient} in Moscow.")
        argument = next(a for a in parsed.predicate("met").arguments if a.role == "patient")
        assert several_foreign(parsed.page, 0, argument) is expected, patient


# ------------------------------------------------------------------ who can act


def _referents() -> tuple[Referent, ...]:
    return (
        Referent(0, "state", "Azerbaijan", "AZE", ()),
        Referent(1, "place", "Baku", "AZE", (), acts_for=0),
        Referent(2, "person", "Hikmet Hajiyev", "AZE", (), acts_for=0),
        Referent(3, "body", "Cabinet", None, ()),
        Referent(4, "body", "NATO", "NATO", ()),
        Referent(5, "place", "Lake Sevan", None, ()),
    )


def test_a_capital_acts_as_its_state_where_states_may_act() -> None:
    assert as_actor(_referents(), 1, {"person", "state"}) == 0
    assert as_actor(_referents(), 1, {"person"}) is None


def test_an_actor_stands_in_a_slot_of_its_kind_only() -> None:
    assert as_actor(_referents(), 2, {"person"}) == 2
    assert as_actor(_referents(), 2, {"state"}) is None


def test_a_body_of_no_state_acts_for_nobody() -> None:
    assert as_actor(_referents(), 3, {"body"}) is None
    assert as_actor(_referents(), 4, {"body"}) == 4


def test_a_place_that_stands_for_nobody_cannot_act() -> None:
    found = _referents()
    assert [is_actor(found, r.id) for r in found] == [True, True, True, True, True, False]


def test_people_words_are_delegates_governments_and_forces() -> None:
    assert all(map(is_people_word, ("delegation", "ministry", "soldier")))
    assert not any(map(is_people_word, ("tourist", "airspace", "journalist")))
