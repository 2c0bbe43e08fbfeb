"""The catalogue of arms is large, sound, and never ambiguous."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pytest
import yaml

REGISTER = {"I", "II", "III", "IV", "V", "VI", "VII"}


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Any]:
    text = (files("dragoman.knowledge") / "arms.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def systems() -> list[tuple[str, str, str, list[str]]]:
    """Category, makers, family and its other names."""
    return [
        (category, makers, family, names)
        for category, by_maker in catalogue().items()
        if category in catalogue()["categories"]
        for makers, families in by_maker.items()
        for family, names in families.items()
    ]


def folded(name: str) -> str:
    return re.sub(r"[\s-]+", "", name.lower())


def test_it_holds_more_than_a_thousand_families_in_every_category() -> None:
    assert len(systems()) >= 1000
    count = Counter(category for category, *_ in systems())
    assert set(count) | {"other"} == set(catalogue()["categories"])
    assert min(count.values()) >= 10


def test_every_category_of_the_register_is_there() -> None:
    found = {category["register"] for category in catalogue()["categories"].values()}
    assert found == REGISTER | {None}


def test_every_category_has_generic_nouns_in_lower_case() -> None:
    nouns = [noun for category in catalogue()["categories"].values() for noun in category["nouns"]]
    assert len(nouns) == len(set(nouns))
    assert all(noun == noun.lower() for noun in nouns)


def test_a_name_belongs_to_one_family() -> None:
    seen: dict[str, str] = {}
    for category, makers, family, names in systems():
        for name in (family, *names):
            owner = f"{category} {makers} {family}"
            assert seen.setdefault(folded(name), owner) == owner, name


def test_names_are_text_without_stray_space() -> None:
    for _, _, family, names in systems():
        for name in (family, *names):
            assert isinstance(name, str) and name == " ".join(name.split()) and len(name) > 1


def test_makers_are_states() -> None:
    text = (files("dragoman.knowledge") / "countries.yaml").read_text(encoding="utf-8")
    states = set(yaml.safe_load(text)["countries"])
    used = {maker for _, makers, _, _ in systems() for maker in makers.split("/")}
    assert used <= states


def test_strong_names_are_names_of_families() -> None:
    known = {folded(name) for _, _, family, names in systems() for name in (family, *names)}
    assert {folded(name) for name in catalogue()["strong"]} <= known


@pytest.mark.parametrize(
    ("name", "family", "makers", "register"),
    [
        ("F-16 Block 70", "F-16", "USA", "IV"),
        ("Mi-35M", "Mi-35", "RUS", "V"),
        ("MIM-104", "Patriot", "USA", None),
        ("Brahmos-NG", "BrahMos", "IND/RUS", "VII"),
        ("Project 636", "Kilo", "RUS", "VI"),
        ("Leopard 2A6", "Leopard 2", "DEU", "I"),
        ("M142", "HIMARS", "USA", "III"),
        ("TB-2", "Bayraktar TB2", "TUR", "IV"),
        ("BTR-82AM", "BTR-82A", "RUS", "II"),
    ],
)
def test_a_variant_leads_to_its_family(name: str, family: str, makers: str, register: str | None) -> None:
    hits = [s for s in systems() if folded(name) in {folded(x) for x in (s[2], *s[3])}]
    assert [(s[2], s[1]) for s in hits] == [(family, makers)]
    assert catalogue()["categories"][hits[0][0]]["register"] == register
