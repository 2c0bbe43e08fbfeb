"""What the gazetteer finds in text, where, and as what."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.pack import load
from dragoman.mentions.gazetteer import Gazetteer


@cache
def shared() -> Gazetteer:
    """One gazetteer for all tests: it takes half a second to build."""
    return Gazetteer(load())


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return shared()


def seen(text: str) -> list[tuple[str, str, str | None]]:
    return [(hit.text, hit.kind, hit.candidates[0].code) for hit in shared().find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian-Azerbaijani talks", [("Russian", "demonym", "RUS"), ("Azerbaijani", "demonym", "AZE")]),
        ("Moscow's answer", [("Moscow", "capital", "RUS")]),
        ("Moscow\u2019s answer", [("Moscow", "capital", "RUS")]),
        ("the Taliban\u2019s and Mali\u2019s", [("Taliban", "force", None), ("Mali", "country", "MLI")]),
        ("Malinowski and Irano wrote", []),
        ("U.S.-led coalition", [("U.S.-led coalition", "body", None)]),
        ("a U.S. delegation", [("U.S.", "country", "USA")]),
        ("US Army General", [("US Army", "body", "USA")]),
        ("the Kremlin and the Pentagon", [("Kremlin", "metonym", "RUS"), ("Pentagon", "metonym", "USA")]),
        ("South Korean officers", [("South Korean", "demonym", "KOR")]),
        ("NATO\u2019s Military Committee", [("NATO\u2019s Military Committee", "body", "NATO")]),
        ("the NATO Military Committee", [("NATO Military Committee", "body", "NATO")]),
        ("BAKU, June 5", [("BAKU", "capital", "AZE")]),
        ("C\u00f4te d\u2019Ivoire", [("C\u00f4te d\u2019Ivoire", "country", "CIV")]),
        ("N\u2019Djamena", [("N\u2019Djamena", "capital", "TCD")]),
        ("in Kiev and Kyiv", [("Kiev", "capital", "UKR"), ("Kyiv", "capital", "UKR")]),
        ("Guinea-Bissau", [("Guinea-Bissau", "country", "GNB")]),
        ("Rosoboronexport", [("Rosoboronexport", "company", "RUS")]),
        ("Houthi rebels near Al-Tanf", [("Houthi", "force", None), ("Al-Tanf", "venue", "SYR")]),
        ("Mazar-i-Sharif", [("Mazar-i-Sharif", "city", "AFG")]),
        ("us and the unit", []),
    ],
)
def test_names_in_text(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert seen(text) == expected


def test_one_name_for_several_things_keeps_them_all(gazetteer: Gazetteer) -> None:
    (hit,) = gazetteer.find("Georgia")
    assert [(entry.kind, entry.code) for entry in hit.candidates][:2] == [("country", "GEO"), ("region", "USA")]
    (hit,) = gazetteer.find("Congo")
    assert {entry.code for entry in hit.candidates} == {"COD", "COG"}


def test_a_capital_is_a_place_and_speaks_for_its_state(gazetteer: Gazetteer) -> None:
    (hit,) = gazetteer.find("Tbilisi")
    capital = hit.of_kind("capital")
    assert capital is not None and capital.code == "GEO"
    assert capital.lat is not None and capital.geonames is not None
    assert hit.of_kind("outlet") is None
    (hit,) = gazetteer.find("Tel Aviv")
    assert hit.kind == "capital" and hit.candidates[0].lat is not None


def test_cities_of_one_name_come_with_most_people_first(gazetteer: Gazetteer) -> None:
    (hit,) = gazetteer.find("Alexandria")
    people = [entry.population for entry in hit.candidates if entry.kind == "city" and not entry.weak]
    assert hit.candidates[0].code == "EGY" and people == sorted(people, reverse=True)


def test_what_is_also_a_word_or_a_person_is_weak_or_left_out(gazetteer: Gazetteer) -> None:
    assert [hit.weak for hit in gazetteer.find("Nice")] == [True]
    assert gazetteer.find("Of Police, Most Dates and Union matters") == []
    for surname in ("Jackson", "Clinton", "Obama", "Mattis", "Dunford", "Taylor"):
        assert all(hit.weak for hit in gazetteer.find(surname)), surname


def test_offsets_count_from_the_beginning_of_the_text(gazetteer: Gazetteer) -> None:
    text = "Paris. Talks in Vienna went on."
    (hit,) = gazetteer.find(text, start=7)
    assert text[hit.start : hit.end] == hit.text == "Vienna"
    assert gazetteer.find(text, start=7, end=15) == []


def test_candidates_of_a_name_alone(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Elys\u00e9e") == gazetteer.candidates("\u00c9lys\u00e9e") != ()
    assert gazetteer.candidates("nothing of the kind") == gazetteer.candidates("Moscow rules") == ()
    likeliest = gazetteer.candidates("Foggy Bottom")[0]
    assert (likeliest.kind, likeliest.code) == ("metonym", "USA")


def test_a_users_entries_are_found(tmp_path: Path) -> None:
    (tmp_path / "bodies.yaml").write_text("companies:\n  Example Arsenal Works: {country: BGR}\n", encoding="utf-8")
    (hit,) = Gazetteer(load(tmp_path)).find("from Example Arsenal Works.")
    assert (hit.kind, hit.candidates[0].code) == ("company", "BGR")


_PIECES = st.sampled_from(
    ["Russia", "Moscow", "U.S.", "'s", "\u2019s", " ", "-", "Mali", "nowski", "NATO", ", ", "New York", "x", "é"]
)


@given(st.lists(_PIECES | st.text(max_size=6), max_size=25).map("".join))
def test_hits_are_ordered_apart_and_on_word_borders(text: str) -> None:
    end = 0
    for hit in shared().find(text):
        assert end <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.text
        assert hit.candidates and hit.kind == hit.candidates[0].kind
        assert not (hit.start and text[hit.start - 1].isalnum())
        assert not (hit.end < len(text) and text[hit.end].isalnum())
        end = hit.end


def test_two_gazetteers_of_one_pack_agree(gazetteer: Gazetteer) -> None:
    text = "Washington, Georgia and Jordan; Alexandria; the Congo; Paris; San Jose."
    assert gazetteer.find(text) == Gazetteer(load()).find(text)


def test_a_long_line_takes_time_in_proportion(gazetteer: Gazetteer) -> None:
    line = "Washington and Moscow, the UN and NATO met in Saint Petersburg; " * 15_000  # a megabyte
    begun = time.process_time()
    hits = gazetteer.find(line)
    assert len(hits) == 75_000
    assert time.process_time() - begun < 3


def test_a_quarter_that_speaks_for_a_government_is_no_city(gazetteer: Gazetteer) -> None:
    assert [gazetteer.find(name)[0].kind for name in ("Capitol Hill", "Yangon")] == ["metonym", "capital"]
