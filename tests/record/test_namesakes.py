"""Which names are compared: those that may be one, and hardly more."""

from __future__ import annotations

import pytest

from dragoman.mentions.spelling import parse
from dragoman.record.geography import is_state
from dragoman.record.namesakes import namesakes


def brought_together(a: tuple[str, str], b: tuple[str, str]) -> bool:
    found = [(parse(name), country) for name, country in (a, b)]
    return list(namesakes(found, is_state)) == [(0, 1)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Shoigu", "Sergey Shoygu"),
        ("Sergei Shoigu", "S. Shoigu"),
        ("Sergei Shoigu", "Shoigu Sergei"),
        ("Recep Tayyip Erdogan", "Tayyip Erdogan"),
        ("Abdel Fattah al-Sisi", "Abdelfattah Sisi"),
        ("Petr Pavel", "Peter Paul"),
        ("Valery Gerasimov", "Valery Geasimov"),  # a letter is missing
        ("Valery Gerasimov", "Valery Geramisov"),  # two have changed places
        ("Valery Gerasimov", "Vlery Gerasimov"),
        ("V. Gerasimov", "V. Guerasimov"),
    ],
)
def test_what_may_be_one_is_compared(a: str, b: str) -> None:
    assert brought_together((a, "RUS"), (b, "RUS"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Sergei Shoigu", "RUS"), ("Anatoly Serdyukov", "RUS")),
        (("Sergei Shoigu", "RUS"), ("Sergei Shoigu", "TUR")),  # of two states
        (("Shoigu", "RUS"), ("Sergei Shoigu", "RUS")),  # a family name alone
        (("Valery Gerasimov", "RUS"), ("Valery Geasimov", "")),  # a slip counts only within one state
    ],
)
def test_what_can_not_is_not(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert not brought_together(a, b)


def test_many_bearers_of_one_name_are_not_all_held_against_each_other() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    found = [(parse(f"Sergei {x}{y} Ivanov"), "RUS") for x in letters for y in letters]
    pairs = list(namesakes(found, is_state))
    assert len(pairs) == len(set(pairs)) < len(found) * 100
    assert all(i < j for i, j in pairs)
