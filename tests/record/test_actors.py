"""One actor for one referent of the world: what is joined, what never is, and that order does not matter."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.actors import actor_of, actors, resolved
from dragoman.record.resolved import Actor
from dragoman.record.sightings import Sighting, sightings
from tests.record.hand import Hand

Seen = tuple[str, str | None, str | None]  # name, country, title


def sighting(page: str, seen: Seen, kind: str = "person") -> Sighting:
    name, country, title = seen
    hand = Hand(page, f"{title or 'Mr'} {name} spoke.")
    hand.referent(kind, name, country, title)
    (one,) = sightings(hand.reading())
    return one


def people(*seen: Seen) -> tuple[Actor, ...]:
    """The actors of pages that name one person each."""
    return actors(sighting(f"p{i}", person) for i, person in enumerate(seen))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Sergei Shoigu", "RUS", None), ("Sergey Shoygu", "RUS", None)),
        (("Zakir Hasanov", "AZE", None), ("Zakir Gasanov", "AZE", "Defense Minister")),
        (("Zakir Hasanov", "AZE", None), ("Zakir Hasanov", None, None)),
        (("Valery Gerasimov", "RUS", None), ("V. Gerasimov", "RUS", None)),
        (("Recep Tayyip Erdogan", "TUR", None), ("Tayyip Erdoğan", "TUR", None)),
        (("Tod Wolters", "NATO", None), ("Tod D. Wolters", "USA", None)),
        (("Sergei Shoigu", "RUS", "Defense Minister"), ("Shoigu", "RUS", "Minister of Defence")),
        (("Shoigu", "RUS", "Defense Minister"), ("Shoygu", "RUS", "Russian defense minister")),
        (("Nejmeddin Sadigov", "AZE", None), ("Неджмеддин Садыков", "AZE", "General")),
        (("Serzh Sargsyan", "ARM", None), ("Serzh Sarkisian", None, "President")),
        (("Tod Wolters", "NATO", None), ("Todd Walters", "USA", None)),
        (("Petr Pavel", "NATO", "NATO general"), ("Peter Paul", "NATO", "general of NATO")),
        (("Ben Wallace", "GBR", None), ("Ben Wallace", "GBR", "Defence Secretary")),
        (("Sergei Shoigu", "RUS", None), ("Shoigu, Sergei", "RUS", None)),
    ],
)
def test_one_person(a: Seen, b: Seen) -> None:
    (one,) = people(a, b)
    assert {name for name, _ in one.names} == {a[0], b[0]}
    assert [s.article for s in one.sources] == ["p0", "p1"]


@pytest.mark.parametrize(
    "seen",
    [
        [("Serzh Sargsyan", "ARM", "President"), ("Tigran Sargsyan", "ARM", "Prime Minister")],
        [("Ilham Aliyev", "AZE", "President"), ("Heydar Aliyev", "AZE", "President")],
        [("Zakir Hasanov", "AZE", None), ("Shabnam Hasanova", "AZE", None)],
        [("David Cameron", "GBR", None), ("David Cameron", "USA", None)],
        [("Shoigu", "RUS", None), ("Shoigu", "RUS", None)],
        [("Sergei Shoigu", "RUS", None), ("Shoigu", "RUS", None)],
        [("Sergei Shoigu", "RUS", "Defense Minister"), ("Shoigu", None, "Defense Minister")],
        [("Sergei Shoigu", "RUS", "Defense Minister"), ("Shoigu", "RUS", "Emergencies official")],
        [("George W. Bush", "USA", None), ("George H.W. Bush", "USA", None)],
        [("Serzh Sarkisian", "ARM", "President"), ("Tigran Sarkisian", "ARM", "President")],
        [("Ali Hassan", "IRQ", None), ("Hassan Ali", "IRQ", None)],
        [("Valery Gerasimov", "RUS", None), ("Valery Geasimov", "RUS", None)],
    ],
)
def test_persons_kept_apart(seen: list[Seen]) -> None:
    assert len(people(*seen)) == len(seen)


def test_two_spellings_that_one_page_uses_are_one_on_every_page() -> None:
    page = Hand("p0", "Valery Gerasimov came. Valery Geasimov spoke.")
    page.person("Valery Gerasimov", "UKR")
    before = actors([*sightings(page.reading()), sighting("p1", ("Valery Geasimov", "UKR", None))])
    both = sightings(page.reading())[0]._replace(forms=(("Valery Gerasimov", 1), ("Valery Geasimov", 1)))
    after = actors([both, sighting("p1", ("Valery Geasimov", "UKR", None))])
    assert (len(before), len(after)) == (2, 1)


def test_a_pair_in_doubt_is_left_apart_and_told() -> None:
    seen: list[Seen] = [("Valery Gerasimov", "RUS", None), ("Valery Geasimov", "RUS", None), ("Ilham Aliyev", "AZE", None)]
    found, doubts = resolved(sighting(f"p{i}", person) for i, person in enumerate(seen))
    names = {actor.id: actor.name for actor in found}
    assert [{names[d.a], names[d.b]} for d in doubts] == [{"Valery Gerasimov", "Valery Geasimov"}]


def test_who_may_be_one_of_two_is_in_doubt_with_both() -> None:
    seen: list[Seen] = [("Sergey Ivanov", "RUS", None), ("Stepan Ivanov", "RUS", None), ("S. Ivanov", "RUS", None)]
    found, doubts = resolved(sighting(f"p{i}", person) for i, person in enumerate(seen))
    assert (len(found), len(doubts)) == (3, 2)


@pytest.mark.parametrize("name", ["X", "x" * 10_000, "Gen.", "Mr. Dr. General", "\u202eShoigu\u202c", "Sеrgеi Shоigu", "Ali " * 3_000])
def test_no_name_is_too_odd(name: str) -> None:
    assert len(people((name, "RUS", None), ("Sergei Shoigu", "RUS", None), (name, None, "General"))) >= 1


def test_a_surname_that_two_may_bear_is_nobodys() -> None:
    seen = [("Ilham Aliyev", "AZE", "President"), ("Heydar Aliyev", "AZE", "President"), ("Aliyev", "AZE", "President")]
    assert len(people(*seen)) == 3


def test_an_initial_that_two_may_bear_is_nobodys() -> None:
    seen = [("Sergey Ivanov", "RUS", None), ("Stepan Ivanov", "RUS", None), ("S. Ivanov", "RUS", None)]
    assert len(people(*seen)) == 3


def test_a_name_without_country_that_two_countries_know_stays_apart() -> None:
    seen = [("David Cameron", "GBR", None), ("David Cameron", "USA", None), ("David Cameron", None, None)]
    assert len(people(*seen)) == 3


def test_a_full_name_without_a_middle_does_not_join_two_that_have_one() -> None:
    seen = [("George W. Bush", "USA", None), ("George H.W. Bush", "USA", None), ("George Bush", "USA", None)]
    assert len(people(*seen)) == 3


def test_a_page_that_keeps_a_surname_apart_is_believed() -> None:
    page = Hand("p0", "Defense Minister Sergei Shoigu spoke. The other Shoigu, also Defense Minister, did not.")
    page.person("Sergei Shoigu", "RUS", "Defense Minister")
    page.referent("person", "Shoigu, also", "RUS", "Defense Minister", name="Shoigu")
    assert len(actors(sightings(page.reading()))) == 2


def test_a_suffix_that_some_pages_leave_out_is_one_person() -> None:
    (one,) = people(("Joseph F. Dunford Jr.", "USA", None), ("Joseph Dunford", "USA", "General"))
    assert len(one.sources) == 2


def test_a_monarch_is_one_with_his_number_and_without_where_pages_give_one_number() -> None:
    named = [("Abdullah", "JOR", "King"), ("Abdullah II", "JOR", "King"), ("Abdullah", "JOR", "King")]
    assert len(people(*named)) == 1
    assert len(people(*named, ("Abdullah III", "JOR", "King"))) == 3
    assert len(people(("Abdullah", "SAU", "King"), ("Abdullah II", "JOR", "King"))) == 2


def test_a_father_and_his_son_are_two_where_a_page_names_both() -> None:
    page = Hand("p0", "Michael Flynn came with Michael Flynn Jr. that day.")
    page.person("Michael Flynn", "USA")
    page.person("Michael Flynn Jr.", "USA")
    found = [*sightings(page.reading()), sighting("p1", ("Michael Flynn", "USA", None))]
    assert sorted((a.name, len(a.sources)) for a in actors(found)) == [("Michael Flynn", 2), ("Michael Flynn Jr.", 1)]


def test_a_country_that_one_page_in_many_gives_leaves_no_choice() -> None:
    name = "James Mattis"
    seen: list[Seen] = [(name, "USA", None)] * 12 + [(name, "RUS", None), (name, None, None)]
    assert sorted(len(a.sources) for a in people(*seen)) == [1, 13]


def test_the_fullest_name_is_shown_and_every_form_is_kept() -> None:
    (one,) = people(
        ("Shoigu", "RUS", "Defense Minister"), ("Sergey Shoigu", "RUS", "Defense Minister"),
        ("Sergey Shoigu", "RUS", None), ("Sergei Shoygu", "RUS", None),
    )
    assert one.name == "Sergey Shoigu"
    assert one.names == (("Sergey Shoigu", 2), ("Sergei Shoygu", 1), ("Shoigu", 1))
    assert [(r.title, [s[0] for s in r.sources]) for r in one.roles] == [("Defense Minister", ["p0", "p1"])]


def test_states_are_one_by_code_and_named_as_the_record_names_them() -> None:
    seen = [("Russian Federation", "RUS"), ("Russia", "RUS"), ("Turkey", "TUR")]
    found = actors(sighting(f"p{i}", (name, code, None), "state") for i, (name, code) in enumerate(seen))
    assert sorted((a.name, len(a.sources)) for a in found) == [("Russia", 2), ("Turkey", 1)]


@pytest.mark.parametrize(
    ("seen", "count"),
    [
        ([("Ministry of Defence", "RUS"), ("Defense Ministry", "RUS")], 1),
        ([("Ministry of Defence", "RUS"), ("Ministry of Defence", "TUR")], 2),
        ([("North Atlantic Council", "NATO"), ("North Atlantic Council", None)], 1),
        ([("NATO", "NATO"), ("North Atlantic Council", "NATO")], 2),
        ([("General Staff", "RUS"), ("General Staff", "AZE"), ("General Staff", None)], 3),
    ],
)
def test_bodies_are_one_by_name_and_country(seen: list[tuple[str, str | None]], count: int) -> None:
    found = actors(sighting(f"p{i}", (name, code, None), "body") for i, (name, code) in enumerate(seen))
    assert len(found) == count


def test_a_group_that_takes_part_is_its_state() -> None:
    page = Hand("p0", "The Turkish ministers met Sergei Shoigu in Moscow.")
    ministers = page.referent("person", "Turkish ministers", "TUR", plural=True)
    shoigu = page.person("Sergei Shoigu", "RUS")
    page.fact("meeting", "met", [ministers, shoigu])
    found = actors(sightings(page.reading()))
    assert sorted((a.kind, a.name) for a in found) == [("person", "Sergei Shoigu"), ("state", "Turkey")]
    assert len(actor_of(found)) == 2


def test_a_group_that_does_nothing_is_no_actor() -> None:
    page = Hand("p0", "The ministers are expected.")
    page.referent("person", "ministers", "TUR", plural=True)
    assert not sightings(page.reading())


NAMES = ["Sergei Shoigu", "Sergey Shoygu", "Shoigu", "S. Shoigu", "Larisa Shoigu", "Zakir Hasanov", "Z. Gasanov"]
seen = st.tuples(
    st.sampled_from(NAMES), st.sampled_from(["RUS", "AZE", "NATO", None]),
    st.sampled_from(["Defense Minister", "Deputy Speaker", None]),
)


@settings(deadline=None)  # the first look loads the knowledge
@given(st.lists(seen, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_pages_does_not_matter(pages: list[Seen], random: object) -> None:
    found = [sighting(f"p{i}", person) for i, person in enumerate(pages)]
    expected = actors(found)
    random.shuffle(found)  # type: ignore[attr-defined]
    assert actors(found) == expected


@settings(deadline=None)
@given(st.lists(seen, max_size=8))
def test_everyone_is_somebody_once_and_never_with_another_given_name(pages: list[Seen]) -> None:
    found = actors(sighting(f"p{i}", person) for i, person in enumerate(pages))
    members = [key for actor in found for key in actor.members]
    assert len(members) == len(set(members)) == len(pages)
    assert len({actor.id for actor in found}) == len(found)
    for actor in found:
        given_names = {name.split()[0][0] for name, _ in actor.names if " " in name}
        assert len(given_names) <= 1


@settings(deadline=None)
@given(st.lists(seen, max_size=6))
def test_states_of_one_person_do_not_conflict(pages: list[Seen]) -> None:
    found = actors(sighting(f"p{i}", person) for i, person in enumerate(pages))
    for actor in found:
        countries = {pages[int(key.article[1:])][1] for key in actor.members}
        assert not any({a, b} == {"RUS", "AZE"} for a, b in itertools.combinations(countries, 2))
