"""Arms in sentences: the item as an expert names it, how many, in what units, and what is no arms at all."""

from __future__ import annotations

import time
from functools import lru_cache

import pytest

from dragoman.language.annotate import annotate
from dragoman.language.parser import Parser
from dragoman.mentions.armoury import armoury
from dragoman.mentions.arms import items
from dragoman.mentions.item import Item
from dragoman.types import Article


@lru_cache(maxsize=1)
def parser() -> Parser:
    return Parser()


def read(text: str) -> list[Item]:
    (page,) = annotate([Article(id="p", text=text, sha256="0" * 64)], parser(), None)
    found: list[Item] = []
    for sentence in page.sentences:
        found.extend(items(text, sentence, found))
    return found


def told(text: str) -> list[tuple[str, object]]:
    return [(i.name, i.quantity.value if i.quantity else None) for i in read(text)]


@pytest.mark.parametrize(
    ("text", "name", "quantity", "category"),
    [
        ("Oman received 12 Maxxus Armoured Personnel Carriers (APCs).", "Maxxus", 12, "armoured_vehicle"),
        ("Oman will get 13 Zephyrus UAVs.", "Zephyrus", 13, "drone"),
        ("The Omani army signed for 13 Airbus drones.", "drone", 13, "drone"),
        ("Japan donated three surveillance planes TC90 to Oman.", "TC-90", 3, "transport_aircraft"),
        ("Oman bought several Bayraktar TB2 models.", "Bayraktar TB2", "several", "combat_drone"),
        ("Russia sold 24 Mi-35 helicopter gunships to Iraq.", "Mi-35", 24, "attack_helicopter"),
        ("Algeria ordered Su-30MKA multirole fighters.", "Su-30MKA", None, "combat_aircraft"),
        ("Poland bought 180 K2 tanks from South Korea.", "K2", 180, "tank"),
        ("Egypt received a FREMM frigate from France.", "FREMM frigate", 1, "warship"),
        ("Kyiv asked for 108 Abrams tanks.", "M1 Abrams", 108, "tank"),
        ("Greece sent 59 more Bradley vehicles.", "M2 Bradley", 59, "armoured_vehicle"),
        ("Iraq bought 20 attack helicopters from Russia.", "attack helicopter", 20, "attack_helicopter"),
        ("Serbia bought air-defence systems from Russia.", "air defence system", None, "air_defence"),
        ("Moscow sent offensive weaponry to Damascus.", "offensive weaponry", None, "other"),
        ("Washington gave Kyiv up to 50 HIMARS launchers.", "HIMARS", 50, "artillery"),
        ("Jordan received dozens of tanks.", "tank", "dozens", "tank"),
    ],
)
def test_an_item_has_its_name_number_and_category(text: str, name: str, quantity: object, category: str) -> None:
    (item,) = read(text)
    assert (item.name, item.quantity.value if item.quantity else None, item.category) == (name, quantity, category)


def test_several_items_of_one_list_are_several() -> None:
    text = "France sold Egypt 24 Rafale fighters, a FREMM frigate and two Mistral ships."
    assert told(text) == [("Rafale", 24), ("FREMM frigate", 1), ("Mistral", 2)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Turkey received four batteries of S-400 missiles.", "four batteries"),
        ("Turkey received the first batch of S-400 missiles.", "first batch"),
        ("Russia delivered two S-400 battalions to India.", "two S-400 battalions"),
    ],
)
def test_batteries_and_battalions_are_units_and_no_number(text: str, unit: str) -> None:
    (item,) = read(text)
    assert item.quantity is None and item.unit is not None
    assert text[slice(*item.unit)] == unit


def test_the_jets_are_those_named_before() -> None:
    first, second = read("India wants Rafale fighters. It signed a contract for 36 of the jets.")
    assert (second.name, second.family, second.points_back) == (first.name, first.family, True)
    assert second.quantity is not None and second.quantity.value == 36


def test_a_designation_that_no_list_has_is_the_name() -> None:
    (item,) = read("Iran showed the QX-77 missile in Tehran.")
    assert (item.name, item.category, item.makers) == ("QX-77", "missile", ())


@pytest.mark.parametrize(
    "text",
    [
        "The tiger and the leopard live in Asia.",
        "The tank commander spoke in Berlin.",
        "Inspectors discussed arms control in Vienna.",
        "The F-16 pilot met the minister.",
        "Milan sold its striker to Turin.",
        "A missile test was held in the Sea of Japan.",
    ],
)
def test_what_only_sounds_like_arms_is_none(text: str) -> None:
    assert read(text) == []


def test_a_doubtful_noun_counts_on_a_page_that_speaks_of_arms() -> None:
    assert told("The club has 20 engines.") == []
    assert ("engine", 20) in told("Russia sold Su-35 fighters to China. It also sold 20 engines.")


@pytest.mark.parametrize("written", ["Su-30", "SU30", "Su 30", "su-30", "Su\u201130"])
def test_case_hyphens_and_spaces_do_not_matter(written: str) -> None:
    assert [n.system.family for n in armoury().named(f"They fly {written} jets.")] == ["Su-30"]


def test_a_name_inside_a_word_or_number_is_none() -> None:
    assert armoury().named("XS-400Y and 1F-16 and Rafaleur") == []


def test_looking_for_names_takes_time_in_proportion() -> None:
    times = []
    for count in (2_000, 40_000):
        text = "S-4 F Su-3 Leopard 2 A " * count
        start = time.perf_counter()
        armoury().named(text)
        times.append(time.perf_counter() - start)
    assert times[1] < times[0] * 60


def test_four_of_six_are_four_and_the_first_of_six_is_one() -> None:
    assert told("Oman received four of six NASAMS launchers.") == [("NASAMS", 4)]
    assert told("Oman received the first of 12 Typhoon jets.") == [("Typhoon", 1)]


def test_a_noun_says_which_of_two_things_a_name_means() -> None:
    (item,) = read("Slovenia gave Kyiv 28 M-55S tanks.")
    assert (item.category, item.makers) == ("tank", ())


def test_missiles_for_a_launcher_are_the_launcher_s_missiles() -> None:
    assert told("Oslo will send 30 guided missiles for the NASAMS launchers.") == [("NASAMS", 30)]


def test_arms_told_again_with_their_number_keep_their_name() -> None:
    assert told("Oman bought 12 Typhoon jets. The 12 fighter jets were handed over.")[1] == ("Typhoon", 12)


def test_a_place_before_a_number_is_no_designation() -> None:
    assert told("Sofia will give Kyiv 100 armoured personnel carriers.") == [("armoured personnel carrier", 100)]


def test_a_queen_is_no_carrier_until_a_noun_says_so() -> None:
    assert told("Missiles were shown to Queen Elizabeth.") == [("missile", None)]
    assert any(name.startswith("Queen Elizabeth") for name, _ in told("Missiles guard the Queen Elizabeth carrier."))


def test_a_doubtful_noun_is_arms_in_a_list_of_arms() -> None:
    assert told("Oman bought Leopard 2 tanks from Berlin, drones from Ankara.") == [("Leopard 2", None), ("drone", None)]
    assert told("Oman bought Leopard 2 tanks, and its students saw drones.") == [("Leopard 2", None)]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Oslo sent Kyiv 8,000 155 mm artillery shells.", ("artillery shell", 8000)),
        ("Seoul sold Lima three 1,400-ton submarines.", ("submarine", 3)),
        ("Lima ordered 24 multi-role combat aircraft.", ("combat aircraft", 24)),
        ("Lima ordered six units of the T129 helicopter.", ("T129", 6)),
    ],
)
def test_a_number_counts_across_what_says_how_large_or_of_which_kind_they_are(text: str, item: tuple[str, int]) -> None:
    assert item in told(text)
