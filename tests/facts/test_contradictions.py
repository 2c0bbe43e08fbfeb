"""What rules out that two reports are of one event, and what only seems to."""

from __future__ import annotations

from tests.facts.telling import Teller


def test_an_earlier_meeting_was_not_of_the_same_day(tell: Teller) -> None:
    told = tell(
        "Sergei Lavrov met Hakan Fidan on May 17. At an earlier meeting with Fidan, Lavrov spoke of grain.",
        "2024-05-20",
    )
    assert all(f.date is None for f in told.events("meeting")[1])


def test_what_is_done_regularly_is_not_the_one_that_is_planned(tell: Teller) -> None:
    told = tell(
        "Drills of the CSTO are planned in Armenia for November. Russian and Armenian soldiers take part in the drills of "
        "the CSTO on a regular basis.",
        "2024-05-20",
    )
    planned = told.events("exercise")[0]
    assert {f.status for f in planned} == {"planned"}
    assert told.who(planned) == {"Collective Security Treaty Organization"}


def test_the_fight_of_a_lead_is_not_one_of_months_ago(tell: Teller) -> None:
    told = tell(
        "Kenya's army said that it had shelled Somalia. On January 14 a Somali herder was shot dead by Kenyan troops.",
        "2024-05-20",
    )
    assert [[f.date.value.start if f.date else None for f in e] for e in told.events("incident")] == [[None], ["2024-01-14"]]


def test_talks_of_months_ago_are_not_those_with_which_a_page_opens(tell: Teller) -> None:
    text = (
        "Ghanaian General Kofi Mensah met Moroccan minister Ali Saley in Rabat. "
        "Mensah and Saley agreed to go on, building on the outcomes of the dialogue held in March 2024."
    )
    (meeting, *_) = tell(text, published="2024-06-12").events("meeting")
    assert all(f.date is None for f in meeting)


def test_what_a_meeting_will_be_is_said_of_the_one_just_told(tell: Teller) -> None:
    text = (
        "The defence ministers of Chad, Mali and Niger met in Lome on Monday. "
        "This will be the first meeting of the three ministers."
    )
    assert len(tell(text, published="2024-06-12").events("meeting")) == 1


def test_some_states_of_a_headline_are_those_of_the_people_in_the_lead(tell: Teller) -> None:
    text = "Chad's Idriss Deby, Mali's Ali Konate and Niger's Omar Saley will meet in Lome on Friday."
    told = tell(text, title="Leaders of Chad and Mali to meet in Lome", published="2024-06-12")
    assert len(told.events("meeting")) == 1


def test_nor_are_they_where_their_outcome_was_built_on(tell: Teller) -> None:
    text = (
        "Ghanaian General Kofi Mensah met Moroccan minister Ali Saley in Rabat. The two countries agreed to go on, "
        "building on the discussions and outcomes of the dialogue held in March 2024."
    )
    dates = [{f.date.value.start for f in m if f.date} for m in tell(text, published="2024-06-12").events("meeting")]
    assert dates[0] == set()
