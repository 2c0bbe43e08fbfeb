"""Whether the words of a later report make it another event, and what of all that is known speaks for one."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "meeting",
            "Finnish minister Antti Hakkanen met Sweden's Pal Jonson in Stockholm on Monday. Jonson and Hakkanen last met in Turku.",
        ),
        (
            "meeting",
            "Sergei Lavrov met Hakan Fidan in Antalya on Friday. At an earlier meeting with Fidan, Lavrov spoke of grain.",
        ),
        (
            "meeting",
            "Ethiopia and Somalia held talks in Ankara. Another round of talks between Ethiopia and Somalia failed.",
        ),
        (
            "incident",
            "North Korea fired a missile on Sunday. North Korea has carried out dozens of missile tests this year.",
        ),
        (
            "exercise",
            "Chile and Peru held the exercise Shield-24. Chile and Peru will hold the next exercise, Storm-24, in May.",
        ),
        ("sanction", "Peru declared a Chilean consul persona non grata. Chile declared a Peruvian attaché persona non grata."),
        ("visit", "Emmanuel Macron is to visit Kenya in June. Macron made an Asian tour last year."),
        ("visit", "Emmanuel Macron visited Kenya. Macron praised his hosts before his five-nation trip."),
        ("visit", "Emmanuel Macron visited Kenya. Macron's attempt to pay a surprise visit to the border failed."),
    ],
)
def test_a_report_that_is_set_apart_is_of_another_event(tell: Teller, kind: str, text: str) -> None:
    events = tell(text, published="2024-05-20").events(kind)
    assert events and len(events[0]) == 1 or len(events) == 2, events


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "meeting",
            "Sergei Lavrov met Hakan Fidan in Antalya on Friday. During a meeting with Fidan, Lavrov spoke of grain.",
        ),
        (
            "meeting",
            "Peru and Chile will hold a dialogue in Lima. The meeting of the Peru-Chile dialogue is due at noon. "
            "Peruvian Prime Minister Alberto Otarola will take part in the meeting.",
        ),
        (
            "meeting",
            "Sergei Lavrov came to Antalya for talks with Hakan Fidan. Lavrov and Fidan also discussed grain.",
        ),
        (
            "meeting",
            "Sergei Lavrov held talks with Hakan Fidan in Antalya. It was the third meeting of Lavrov and Fidan this year.",
        ),
        ("call", "Sergei Lavrov phoned Hakan Fidan on Friday. Lavrov and Fidan also spoke about grain."),
        ("visit", "Emmanuel Macron arrived in Nairobi on Monday. It is Macron's first visit to Kenya."),
        (
            "incident",
            "Two missiles were fired by North Korea on Sunday. The missile launches by North Korea drew protests.",
        ),
    ],
)
def test_what_is_told_again_is_one_event(tell: Teller, kind: str, text: str) -> None:
    assert len(tell(text, published="2024-05-20").events(kind)) == 1


def test_what_is_called_by_the_same_noun_is_that(tell: Teller) -> None:
    text = (
        "Peru and Chile signed a memorandum on Monday. On 19 April 2017 Peru and Chile had signed a treaty in Lima. "
        "The memorandum was signed in Arica."
    )
    told = tell(text, published="2024-05-20")
    assert [len(e) for e in told.events("agreement")] == [4, 2]


def test_the_lead_may_call_another_what_the_headline_tells(tell: Teller) -> None:
    told = tell("Kenya and Uganda will hold another round of talks.", "2024-05-20", "Kenya and Uganda to hold talks")
    assert len(told.events("meeting")) == 1


def test_that_no_such_meeting_was_held_is_no_event(tell: Teller) -> None:
    told = tell("There had been no such meeting between Iran and Oman since 2019.", "2024-05-20")
    assert all(f.confidence < 0.35 for f in told.facts("meeting"))


def test_the_day_since_which_there_was_no_worse_attack_is_not_its_own(tell: Teller) -> None:
    told = tell("Turkey suffered the deadliest attack by the PKK since May 2016, Ankara said.", "2024-05-20")
    assert all(f.date is None for f in told.facts("incident"))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Chile's army chief ended a visit to Ghana on Friday. Chilean General Luis Rojas was on a visit to Ghana.", 1),
        ("Chile's army chief came to Ghana on Friday. General Luis Rojas of Chile was on a visit to Togo.", 2),
        ("General Luis Rojas of Chile came to Ghana on Friday. A Chilean delegation visited Ghana in 2019.", 2),
        ("General Luis Rojas of Chile came to Ghana on Friday. Chilean minister Ana Lopez visited Ghana.", 2),
    ],
)
def test_a_traveller_told_by_his_state_is_the_one_who_is_named(tell: Teller, text: str, events: int) -> None:
    assert len(tell(text, published="2024-05-20").events("visit")) == events


def test_a_headline_and_its_lead_tell_of_one_drill_though_the_headline_names_one_side(tell: Teller) -> None:
    text = "Peru, Chile and Kenya opened their annual naval drills on June 2. This year's exercises are held off Callao."
    told = tell(text, title="Peru, allies begin annual naval drills", published="2024-06-04")
    assert len(told.events("exercise")) == 1
    assert told.who(told.facts("exercise")) == {"Peru", "Chile", "Kenya"}


def test_what_a_traveller_came_for_is_the_meeting_that_is_told(tell: Teller) -> None:
    text = (
        "Moroccan Defence Minister Ali Saley arrived in Ghana on Sunday for talks on defence. "
        "Saley held talks on Monday with Ghana army chief General Kofi Mensah."
    )
    assert len(tell(text, published="2024-06-12").events("meeting")) == 1


def test_what_a_visit_also_is_makes_no_second_visit(tell: Teller) -> None:
    text = "Chilean minister Ana Lopez came to Accra on Monday. The visit to Accra is also her first as minister."
    assert len(tell(text, published="2024-06-12").events("visit")) == 1


def test_a_force_and_whose_it_is_are_one_side(tell: Teller) -> None:
    text = "The first of four NATO battalions has arrived at a base in Latvia. NATO troops from Spain arrived in Latvia on Monday."
    assert len(tell(text, published="2024-06-12").events("deployment")) == 1
