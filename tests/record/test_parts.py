"""A visit holds its meetings, a summit its bilaterals, a tour its stops, a contract its deliveries."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from dragoman.record.parts import Whole, holds, parts, wholes

VISIT = Whole("v", "visit", frozenset({"RUS"}), frozenset({"shoigu"}), "AZE", "Baku", "AZE", 100, 101, frozenset({"p"}))
TALKS = Whole("t", "meeting", frozenset({"RUS", "AZE"}), frozenset({"shoigu", "hasanov"}), "AZE", "Baku", "AZE", 101, 101, frozenset({"q"}))
SUMMIT = Whole("s", "meeting", frozenset({"RUS", "TUR", "IRN"}), frozenset(), None, "Sochi", "RUS", 200, 200, frozenset({"p"}))
PAIR = Whole("b", "meeting", frozenset({"RUS", "TUR"}), frozenset(), None, "Sochi", "RUS", 200, 200, frozenset({"p"}))
TOUR = replace(VISIT, id="tour", host=None, place=None, country=None, first=99, last=105)
DEAL = Whole("d", "arms_transfer", frozenset({"FRA", "EGY"}), frozenset(), None, None, None, 10, 10, frozenset({"p"}), "Rafale", "contract")
DELIVERY = replace(DEAL, id="e", stage="delivered", first=200, last=200)


@pytest.mark.parametrize("whole, part", [(VISIT, TALKS), (SUMMIT, PAIR), (TOUR, VISIT), (DEAL, DELIVERY)])
def test_what_holds_what(whole: Whole, part: Whole) -> None:
    assert holds(whole, part)
    assert not holds(part, whole)


@pytest.mark.parametrize(
    "whole, part",
    [
        (VISIT, replace(TALKS, first=110, last=110)),
        (VISIT, replace(TALKS, persons=frozenset({"lavrov"}))),
        (VISIT, replace(TALKS, country="RUS", place="Moscow")),
        (SUMMIT, replace(PAIR, place="Moscow")),
        (SUMMIT, replace(PAIR, sides=frozenset({"RUS", "USA"}))),
        (DEAL, replace(DELIVERY, item="frigate")),
        (DEAL, replace(DELIVERY, first=1, last=1)),
        (VISIT, replace(TALKS, first=None, last=None)),
        (VISIT, VISIT),
    ],
)
def test_what_is_no_part(whole: Whole, part: Whole) -> None:
    assert not holds(whole, part)


def test_without_days_one_page_must_tell_both() -> None:
    assert holds(VISIT, replace(TALKS, first=None, last=None, articles=frozenset({"p"})))


def test_each_is_part_of_the_closest_whatever_the_order() -> None:
    longer = replace(VISIT, id="w", first=95, last=104)
    events = [VISIT, longer, TALKS, TOUR]
    expected = {"t": "v", "v": "tour", "w": "tour"}
    assert all(parts(order) == expected for order in permutations(events))
    assert wholes(expected) == {"tour": ("v", "w"), "v": ("t",)}
