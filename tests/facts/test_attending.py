"""Who is said to have attended what was told before joins it; other occasions stay apart."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller

TALKS = "Norwegian Prime Minister Ola Berg met Finnish President Matti Laine in Oslo on Monday. "


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The Danish minister Lars Holm and his Swedish colleague Nils Ek also took part in the meeting.", True),
        ("The talks were attended by the Danish ambassador Lars Holm.", True),
        ("The Danish minister Lars Holm and Swedish minister Nils Ek will attend the NATO summit on Friday.", False),
        ("The Danish minister Lars Holm and Swedish minister Nils Ek attended the conference.", False),
        ("The Danish minister Lars Holm and Swedish minister Nils Ek did not attend the talks.", False),
        ("The Danish minister Lars Holm and Swedish minister Nils Ek held talks.", False),
    ],
)
def test_who_attended_the_talks_took_part_in_those_told_before(tell: Teller, text: str, joined: bool) -> None:
    told = tell(TALKS + text, published="2024-06-12")
    first = told.who(told.events("meeting")[0])
    assert {"Ola Berg", "Matti Laine"} <= first
    assert ("Lars Holm" in first) == joined


@pytest.mark.parametrize(
    ("text", "kind", "there"),
    [
        ("Peru's Luis Paz met Chile's Ana Sol in Lima on Monday in the presence of Minister Jorge Rey.", "meeting", True),
        ("Peru's Luis Paz received Chile's Ana Sol on Monday, in the presence of Minister Jorge Rey.", "meeting", True),
        ("Peru's Luis Paz met Chile's Ana Sol on Monday in the absence of Minister Jorge Rey.", "meeting", False),
        ("Peru and Chile signed a pact in Lima on Monday in the presence of Minister Jorge Rey.", "agreement", False),
    ],
)
def test_in_whose_presence_others_meet_takes_part(tell: Teller, text: str, kind: str, there: bool) -> None:
    told = tell(text, published="2024-06-12")
    assert ("Jorge Rey" in told.who(told.events(kind)[0])) == there


def test_a_meeting_held_in_the_presence_of_others_is_the_one_told_before(tell: Teller) -> None:
    told = tell(
        "GCC defence ministers held a meeting in Muscat on Wednesday. The meeting was held in the presence of Ali "
        "Falasi, UAE Minister of State for Defence Affairs, Khalid Attiyah, Minister of State for "
        "Defence Affairs in the State of Qatar, and Abdul Zayani, GCC Secretary-General.",
        published="2024-06-14",
    )
    (event,) = told.events("meeting")
    assert {"Ali Falasi", "Khalid Attiyah", "Abdul Zayani"} <= told.who(event)
    assert {f.place.place.country for f in event if f.place is not None} == {"OMN"}


def test_where_an_ambassador_is_posted_nobody_went(tell: Teller) -> None:
    told = tell(
        "Guyana's president Ali Rey visited Washington on Monday. Rey was accompanied by Luis Paz, Guyana's ambassador "
        "to Mexico.",
        published="2024-06-12",
    )
    assert {f.place.place.country for f in told.facts("visit") if f.place is not None} == {"USA"}


def test_those_with_whom_others_have_ties_do_not_meet(tell: Teller) -> None:
    told = tell(
        "Chile and Peru held talks on Monday, amid closer ties between Ghana and Togo.", published="2024-06-12"
    )
    assert told.who(told.events("meeting")[0]) == {"Chile", "Peru"}


def test_nobody_attended_what_is_only_to_come(tell: Teller) -> None:
    told = tell(
        TALKS + "They agreed to hold direct talks with Poland. The Danish envoy Lars Holm also attended the talks.",
        published="2024-06-12",
    )
    assert "Lars Holm" in told.who(told.events("meeting")[0])


def test_who_stayed_away_from_talks_that_were_held_makes_no_talks_that_were_not(tell: Teller) -> None:
    told = tell("The ministers of Chile, Peru and Brazil met in Lima on Monday. Bolivia did not attend the talks.")
    (facts,) = told.events("meeting")
    assert told.who(facts) == {"Chile", "Peru", "Brazil"}
