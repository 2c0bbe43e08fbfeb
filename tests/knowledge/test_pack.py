"""The packaged knowledge is sound, and a user's folder is laid over it or refused with file, entry and reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.entries import Office
from dragoman.knowledge.files import PACKAGED
from dragoman.knowledge.pack import Knowledge, held, load


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def overlay(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


class TestPackagedData:
    def test_states(self, knowledge: Knowledge) -> None:
        assert len(knowledge.countries) >= 193
        assert {"TWN", "XKX", "PSE", "VAT"} <= set(knowledge.countries)
        names = Counter(country.name for country in knowledge.countries.values())
        assert names.most_common(1)[0][1] == 1
        for code, country in knowledge.countries.items():
            assert code == country.code and len(code) == 3 and code.isupper()

    def test_every_state_has_a_people(self, knowledge: Knowledge) -> None:
        without = {c.code for c in knowledge.countries.values() if not c.demonyms}
        assert without <= {"DMA", "KNA", "VAT"}

    def test_every_capital_is_on_the_map(self, knowledge: Knowledge) -> None:
        for code in knowledge.countries:
            place = knowledge.capital_of(code)
            assert place is not None and place.lat is not None and place.country == code, code

    def test_no_name_is_listed_twice_in_one_state(self, knowledge: Knowledge) -> None:
        for country in knowledge.countries.values():
            assert len(set(country.names)) == len(country.names), country.code
            assert len(set(country.demonyms)) == len(country.demonyms), country.code
            assert len(set(country.capital)) == len(country.capital), country.code

    def test_places_lie_on_the_globe_in_known_states(self, knowledge: Knowledge) -> None:
        known = set(knowledge.countries) | {city.country for city in knowledge.cities}
        for place in (*knowledge.cities, *knowledge.venues.values()):
            assert -90 <= place.lat <= 90 and -180 <= place.lon <= 180
            assert place.country in known
        for region in knowledge.regions.values():
            assert region.state is None or region.state in knowledge.countries

    def test_cities_are_ordered_by_people_and_listed_once(self, knowledge: Knowledge) -> None:
        people = [city.population for city in knowledge.cities]
        assert people == sorted(people, reverse=True)
        assert len({city.geonames for city in knowledge.cities}) == len(knowledge.cities) > 30_000

    def test_bodies_refer_to_known_states(self, knowledge: Knowledge) -> None:
        for body in knowledge.bodies.values():
            assert body.names, body.name
            for code in (*body.members, *((body.country,) if body.country else ())):
                assert code in knowledge.countries or code == "ESH", f"{body.name}: {code}"

    def test_a_name_stands_for_one_body(self, knowledge: Knowledge) -> None:
        owners = Counter(name for body in knowledge.bodies.values() for name in dict.fromkeys(body.names))
        shared = {name for name, count in owners.items() if count > 1}
        assert not shared

    def test_the_code_of_an_organisation_is_its_own_entry_first(self, knowledge: Knowledge) -> None:
        for code, name in {
            "NATO": "North Atlantic Treaty Organization",
            "UN": "United Nations",
            "EU": "European Union",
        }.items():
            body = knowledge.body_of_code(code)
            assert body is not None and body.name == name

    def test_titles_are_lower_case_and_mean_one_class(self, knowledge: Knowledge) -> None:
        titles = knowledge.titles
        forms = [form for head in titles.heads for form in head.forms]
        assert all(form == form.lower() for form in forms)
        assert len(set(forms)) == len(forms)
        for head in titles.heads:
            assert head.state is None or head.state in knowledge.countries or knowledge.body_of_code(head.state)
        assert titles.still_in_office | titles.held_at_the_time <= set(titles.modifiers["former"])

    def test_offices_tell_when(self, knowledge: Knowledge) -> None:
        assert len(knowledge.offices) > 5_000
        for office in knowledge.offices:
            assert office.basis in ("wikidata", "unverified"), office
            assert office.end is None or office.end[:4] >= office.start[:4], office

    def test_files_stay_small(self) -> None:
        assert (PACKAGED / "places.csv").stat().st_size < 2_500_000
        assert (PACKAGED / "offices.csv").stat().st_size < 700_000


class TestLookUps:
    def test_state_of_a_name(self, knowledge: Knowledge) -> None:
        assert knowledge.country_of_name("Russian Federation") == "RUS"
        assert knowledge.country_of_name("U.S.") == "USA"
        assert knowledge.country_of_name("Congo") is None  # two states
        assert knowledge.country_of_name("Ruritania") is None

    def test_state_of_a_demonym(self, knowledge: Knowledge) -> None:
        assert knowledge.country_of_demonym("Azeri") == "AZE"
        assert knowledge.country_of_demonym("North Koreans") == "PRK"
        assert knowledge.country_of_demonym("Congolese") is None

    def test_a_place_by_spelling_and_by_state(self, knowledge: Knowledge) -> None:
        kyiv, kiev = knowledge.place_in("Kharkiv"), knowledge.place_in("Kharkov")
        assert kyiv == kiev and kyiv is not None and kyiv.country == "UKR"
        egypt, america = knowledge.place_in("Alexandria", "EGY"), knowledge.place_in("Alexandria", "USA")
        assert egypt is not None and america is not None
        assert egypt.geonames != america.geonames
        assert knowledge.place_in("Alexandria", "ARM") is None

    def test_a_venue_and_a_region_are_places(self, knowledge: Knowledge) -> None:
        venue, region = knowledge.place_in("Panmunjom"), knowledge.place_in("Artsakh")
        assert venue is not None and (venue.kind, venue.country) == ("venue", "KOR")
        assert region is not None and (region.name, region.country) == ("Nagorno-Karabakh", "AZE")

    def test_who_held_an_office(self, knowledge: Knowledge) -> None:
        then = {office.person for office in knowledge.holders("USA", "defence_minister", "2017-02-16")}
        assert then == {"James Mattis"}
        assert [o.cls for o in knowledge.offices_of("Valery Gerasimov")] == ["chief_of_staff"]
        assert knowledge.offices_of("Nobody At All") == ()

    @pytest.mark.parametrize(
        ("start", "end", "on", "expected"),
        [
            ("2015-02", "2018-05", "2017-01-01", True),
            ("2015-02", "2018-05", "2018-05-30", True),  # the month of the end: it may be
            ("2015-02", "2018-05", "2018-06-01", False),
            ("2015-02-10", None, "2015", True),
            ("2015-02-10", None, "2014", False),
            ("2015", "2016", "2016-12", True),
        ],
    )
    def test_coarse_dates_give_the_benefit_of_doubt(self, start: str, end: str | None, on: str, expected: bool) -> None:
        assert held(Office("XXX", "minister", "Minister", "Somebody", None, start, end, "wikidata"), on) is expected


class TestOverlay:
    def test_entries_of_the_same_key_replace_and_others_add(self, tmp_path: Path, knowledge: Knowledge) -> None:
        text = """
countries:
  MDV: {name: Maldives, aliases: [The Atolls], demonyms: [Maldivian], capital: [Male], at: [4, 73]}
venues:
  Fort Example: {country: MDV, at: [4.1, 73.2]}
"""
        ours = load(overlay(tmp_path, "countries.yaml", text))
        assert ours.country_of_name("The Atolls") == "MDV"
        assert ours.country_of_name("Maldive Islands") is None
        place = ours.place_in("Fort Example")
        assert place is not None and place.country == "MDV"
        assert len(ours.countries) == len(knowledge.countries)

    def test_lists_of_words_grow(self, tmp_path: Path, knowledge: Knowledge) -> None:
        ours = load(
            overlay(tmp_path, "titles.yaml", "domains:\n  defence: [homeland guard]\ncollective: [triumvirs]\n")
        )
        assert set(ours.titles.domains["defence"]) - set(knowledge.titles.domains["defence"]) == {"homeland guard"}
        assert "triumvirs" in ours.titles.collective
        assert len(ours.titles.heads) == len(knowledge.titles.heads)

    def test_cities_and_offices(self, tmp_path: Path) -> None:
        overlay(
            tmp_path,
            "places.csv",
            "name,alternates,country,lat,lon,population,geonames,weak\nNew Town,,MDV,4,73,9,1,\n",
        )
        head = "country,class,title,person,wikidata,start,end,basis\n"
        row = "MDV,defence_minister,Minister of Defence,Test Person,,2030-01,,unverified\n"
        ours = load(overlay(tmp_path, "offices.csv", head + row))
        assert [city.country for city in ours.cities_named("New Town", "MDV")] == ["MDV"]
        assert [office.person for office in ours.holders("MDV", "defence_minister", "2030-05")] == ["Test Person"]

    def test_an_office_of_two_times_is_of_two_persons(self, knowledge: Knowledge) -> None:
        then, now = (knowledge.holders("AZE", "head_of_state", day) for day in ("1995-03-02", "2013-03-02"))
        assert [o.person for o in (*then, *now)] == ["Heydar Aliyev", "Ilham Aliyev"]

    def test_loading_twice_gives_the_same(self, tmp_path: Path) -> None:
        assert load(tmp_path) is load(tmp_path)


class TestRefusals:
    @pytest.mark.parametrize(
        ("name", "text", "where", "why"),
        [
            ("countries.yaml", "countries:\n  RU: {name: Russia}", "countries", "'RU' is no alpha-3 code"),
            ("countries.yaml", "countries:\n  QQQ: {name: Q, capital: [Q], at: [95, 0]}", "QQQ", "off the globe"),
            ("countries.yaml", "countries:\n  QQQ: {name: Q, capitol: [Q], at: [5, 0]}", "QQQ", "no field capitol"),
            (
                "countries.yaml",
                "countries:\n  QQQ: {name: France, capital: [Q], at: [5, 0]}",
                "QQQ",
                "also a name of FRA",
            ),
            ("countries.yaml", "countries:\n  QQQ: {name: Q, capital: [], at: [5, 0]}", "QQQ", "capital is missing"),
            ("countries.yaml", "venues:\n  Q: {country: ZZZ, at: [5, 0]}", "Q", "ZZZ is not among the countries"),
            ("countries.yaml", "states: {}", "countries.yaml", "no section 'states'"),
            ("countries.yaml", "countries: {QQQ: {name: 'x", "line 1", "is not YAML"),
            ("countries.yaml", "- a list", "countries.yaml", "is not a mapping"),
            ("bodies.yaml", "bodies:\n  Q: {aliases: [no]}", "Q", "holds False"),
            ("bodies.yaml", "bodies:\n  Q: {kind: club}", "Q", "kind is 'club'"),
            ("bodies.yaml", "bodies:\n  Q: {weak: perhaps}", "Q", "weak is 'perhaps'"),
            ("titles.yaml", "heads: {chief: [{head: boss, bares: true}]}", "boss", "no field bares"),
            ("names.yaml", "given: {male: [Q], female: [Q]}", "given", "stands under male and female"),
            ("places.csv", "name,country\nA,B\n", "places.csv", "has columns name,country"),
            ("places.csv", "name,alternates,country,lat,lon,population,geonames,weak\nQ,,FRA,x,0,0,1,\n", "Q", "x"),
            (
                "places.csv",
                "name,alternates,country,lat,lon,population,geonames,weak\nQ,,FRA,0,0\n",
                "line 2",
                "5 fields",
            ),
            ("offices.csv", "country,class,title\nFRA,Q,Q\n", "offices.csv", "has columns country,class,title"),
        ],
    )
    def test_a_bad_file_is_named_with_entry_and_reason(
        self, tmp_path: Path, name: str, text: str, where: str, why: str
    ) -> None:
        with pytest.raises(KnowledgeError) as caught:
            load(overlay(tmp_path, name, text))
        assert name in caught.value.where and where in caught.value.where
        assert why in caught.value.why
        assert caught.value.remedy

    def test_a_file_that_is_not_utf8(self, tmp_path: Path) -> None:
        (tmp_path / "bodies.yaml").write_bytes("bodies: {Élysée: {}}".encode("cp1252"))
        with pytest.raises(KnowledgeError, match="is not UTF-8"):
            load(tmp_path)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(KnowledgeError, match="is no folder"):
            load(tmp_path / "absent")
