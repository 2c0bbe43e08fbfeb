"""Who takes part in a candidate."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two Russian MiG-31s violated Estonian airspace on Friday.", {"Russia", "Estonia"}),
        ("Chinese J-16s harassed an Australian P-8 near the Paracels on Tuesday.", {"China", "Australia"}),
    ],
)
def test_arms_act_for_whose_they_are(tell: Teller, text: str, who: set[str]) -> None:
    assert tell(text).who(tell(text).facts("incident")) == who


def test_troops_that_stayed_after_an_exercise_took_part_in_it(tell: Teller) -> None:
    text = "About 900 Russian soldiers remained in Belarus after an exercise there."
    assert tell(text).who(tell(text).facts("exercise")) == {"Russia"}


def test_who_comes_after_a_fight_did_not_fight(tell: Teller) -> None:
    assert tell("Peruvian marines had been flown in after the fighting of 3 June in Arica.").facts("incident") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "US Secretary of State Mike Hale and US Defence Secretary Mark Ess landed in Delhi on Monday. The Americans also "
            "met Indian adviser Ajit Rao.",
            {"Mike Hale", "Mark Ess", "Ajit Rao"},
        ),
        (
            "Russian General Pavel Novak flew to Helsinki on Monday, where the Russian held talks with Finnish chief of "
            "defence Jarmo Salo.",
            {"Pavel Novak", "Jarmo Salo"},
        ),
        ("The Americans met Indian Prime Minister Ajit Rao in Delhi.", {"United States", "Ajit Rao"}),
    ],
)
def test_the_americans_are_those_named_before(tell: Teller, text: str, who: set[str]) -> None:
    assert tell(text).who(tell(text).facts("meeting")) == who


def test_who_brings_others_to_a_truce_does_not_keep_it(tell: Teller) -> None:
    text = "The Omani-brokered ceasefire between Chad and Libya held. UN envoy Ole Larsen tried to bring about a truce in Chad."
    told = tell(text)
    assert told.who(told.facts("ceasefire")) == {"Chad", "Libya"}


def test_experts_sent_to_a_state_are_not_its_own(tell: Teller) -> None:
    told = tell("India's Coastal Relief Force deployed more than 700 experts to Nepal's flooded regions.")
    assert told.who(told.facts("deployment")) == {"Coastal Relief Force"}


def test_who_is_called_on_at_headquarters_is_met(tell: Teller) -> None:
    text = "Colonel Petrov of Russia also called on Chief of the Naval Staff Admiral Saleh Hinai at Naval Headquarters, Muscat."
    assert tell(text).who(tell(text).facts("meeting")) == {"Petrov", "Saleh Hinai"}


def test_one_among_them_is_no_more_than_that_one(tell: Teller) -> None:
    text = (
        "Peruvian minister Jorge Chavez met Omani General Saleh Hinai in Muscat. Chavez met senior Omani officials, "
        "Sultan Haitham bin Tariq among them."
    )
    assert [len(f.participants) for f in tell(text).facts("meeting")] == [2, 2]


def test_a_delegation_at_a_university_of_a_state_is_in_that_state(tell: Teller) -> None:
    told = tell("Oman and Uzbekistan signed a pact. An Uzbek delegation visited the National Defence University of Oman.")
    (visit,) = told.facts("visit")
    assert told.who([visit]) == {"Uzbekistan"}
    assert visit.place is not None and visit.place.place.name == "Oman"


def test_how_many_states_a_trip_is_to_names_no_traveller(tell: Teller) -> None:
    text = "Peru, Chile and Oman were glad. Japanese minister Ken Ito will start his three nation trip with a visit to Lima."
    assert tell(text).who(tell(text).facts("visit")) == {"Ken Ito"}


def test_those_along_with_whom_one_takes_part_take_part(tell: Teller) -> None:
    text = "Japan's Ken Ito will take part in a summit in Lima, along with US President Joe Biden and Omani Sultan Haitham."
    assert {"Ken Ito", "Joe Biden"} <= tell(text).who(tell(text).facts("meeting"))


def test_what_is_discussed_does_not_discuss(tell: Teller) -> None:
    text = "The minister, Juan Lopez of Peru, discussed the importance of the NATO alliance and thanked Norway."
    assert tell(text).facts("meeting") == []


def test_a_name_tells_of_no_event(tell: Teller) -> None:
    text = "Attorney General Jeff Sessions and Senator Mark Summit praised Russia and Peru on Monday."
    assert tell(text).facts("meeting") == []


def test_talked_to_somebody_takes_the_other_side(tell: Teller) -> None:
    text = "Japan's Foreign Minister Ken Ito talked to his Indian counterpart Arun Rao about rice on Friday."
    assert tell(text).who(tell(text).facts("call")) == {"Ken Ito", "Arun Rao"}


def test_a_city_before_a_summit_is_where_it_was(tell: Teller) -> None:
    text = "The Bucharest summit of NATO and Georgia in 2008 changed little."
    fact = tell(text).only("meeting")
    assert tell(text).who(fact) == {"North Atlantic Treaty Organization", "Georgia"}
    assert fact.place is not None and fact.place.place.name == "Bucharest"


def test_american_jets_by_their_type_are_sent_by_america(tell: Teller) -> None:
    text = "American F-15s were sent to Oman in May."
    assert tell(text).who(tell(text).facts("deployment")) == {"United States"}


@pytest.mark.parametrize("verb", ["are gearing up for", "are preparing for"])
def test_those_who_make_ready_for_a_drill_take_part_in_it(tell: Teller, verb: str) -> None:
    drill = tell(f"Peru and Chile {verb} a joint air drill at Arica.").only("exercise")
    assert drill.status == "planned" and {p.slot for p in drill.participants} == {"side"}
    assert len(drill.participants) == 2


@pytest.mark.parametrize("who", ["Peru and Chile", "The two Koreas"])
def test_those_who_get_ready_for_a_drill_are_to_hold_it(tell: Teller, who: str) -> None:
    drill = tell(f"{who} are getting ready for a joint drill off Lima.").only("exercise")
    assert drill.status == "planned" and len(drill.participants) == 2


def test_a_turn_of_speech_is_no_place(tell: Teller) -> None:
    told = tell("Kenya, on its part, has sent 1,000 soldiers to Haiti to back the police.")
    fact = told.only("deployment")
    assert fact.place is not None and fact.place.place.name == "Haiti"


@pytest.mark.parametrize("verb", ["cancelled", "postponed", "proposed", "called off", "rejected", "sought"])
def test_who_puts_off_or_seeks_talks_with_another_is_a_side_of_them(tell: Teller, verb: str) -> None:
    told = tell(f"Chad {verb} a high-level meeting with Niger over the arrest of two officers.")
    assert told.who(told.facts("meeting")) == {"Chad", "Niger"}


def test_who_speaks_of_the_talks_of_others_is_no_side_of_them(tell: Teller) -> None:
    told = tell("Chad condemned a meeting with Niger that Mali held on Monday.")
    assert "Chad" not in told.who(told.facts("meeting"))


def test_what_forces_hold_is_no_part_of_their_state(tell: Teller) -> None:
    told = tell("Chilean gunners shelled Peruvian positions on Monday.", published="2024-06-12")
    assert all(f.place is None for f in told.facts("incident"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels attacked Chinese soldiers on Monday.", None),
        ("Rebels attacked Chinese soldiers in Mali on Monday.", "Mali"),
        ("Chilean Prime Minister Ana Vuki assaulted the Peruvian ambassador in a row over Tonga.", None),
        ("A Chilean jet was shot down over Peru on Monday.", "Peru"),
    ],
)
def test_whose_people_are_hit_and_what_a_quarrel_is_over_is_no_place(tell: Teller, text: str, place: str | None) -> None:
    places = {f.place.place.name for f in tell(text, published="2024-06-12").facts("incident") if f.place is not None}
    assert places == ({place} if place is not None else set())
