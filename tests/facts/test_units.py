"""Whose people somebody is."""

from __future__ import annotations

from dragoman.facts.units import unit_of, units_of
from dragoman.mentions.spots import PageReferents
from dragoman.types import Annotated, Article, Referent

PAGE = PageReferents(
    Annotated(Article("page", "Nothing.", "0" * 64), ()),
    (
        Referent(0, "state", "Azerbaijan", "AZE", ()),
        Referent(1, "person", "Zakir Hasanov", "AZE", (), acts_for=0),
        Referent(2, "person", "the envoy", None, (), acts_for=0),
        Referent(3, "person", "a traveller", None, ()),
        Referent(4, "force", "the rebels", None, ()),
        Referent(5, "person", "a spokesman", None, (), acts_for=4),
    ),
    (),
    (),
)


def test_a_person_belongs_to_a_state_by_country_or_by_whom_he_acts_for() -> None:
    assert unit_of(PAGE, 1) == "AZE"
    assert unit_of(PAGE, 2) == "AZE"


def test_who_belongs_to_no_state_is_a_unit_of_his_own_or_of_his_armed_group() -> None:
    alone = [unit_of(PAGE, r) for r in (3, 4, 5)]
    assert alone[1] == alone[2] != alone[0]
    assert "AZE" not in alone


def test_units_are_counted_once() -> None:
    assert units_of(PAGE, (0, 1, 2)) == {"AZE"}
    assert len(units_of(PAGE, (0, 3, 4))) == 3
    assert units_of(PAGE, ()) == frozenset()
