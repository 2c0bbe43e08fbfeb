"""The place that a page implies for an event of which no sentence says where it was."""

from __future__ import annotations

import pytest

from dragoman.reading.article import read
from dragoman.types import Fact, Page
from tests.facts.telling import Teller


def _place(facts: list[Fact]) -> str | None:
    return next((f.place.place.name for f in facts if f.place is not None), None)


def test_talks_were_held_on_the_visit_that_a_later_sentence_tells(tell: Teller) -> None:
    told = tell(
        "Defence Minister Karl Olsen of Norway met Kenyan President William Ruto on Tuesday. "
        "Olsen is visiting Nairobi this week.",
        "2024-05-10",
    )
    (meeting,) = told.events("meeting")
    assert _place(meeting) == "Nairobi"
    assert meeting[0].place is not None and meeting[0].place.evidence.inferred
    assert meeting[0].host is not None and meeting[0].host.value == "KEN"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Defence Minister Karl Olsen of Norway met Italian President Sergio Mattarella on Tuesday. "
            "Olsen is visiting Nairobi this week.",
            id="talks with a third state are no part of a visit told later",
        ),
        pytest.param(
            "Foreign Minister Ana Lopez of Spain visited Rabat. "
            "She and Moroccan Foreign Minister Nasser Bourita will also meet again.",
            id="a second meeting to come is not held on the visit that is over",
        ),
        pytest.param(
            "Defence Minister Karl Olsen of Norway said in Oslo on Friday that Kenya needed ships. "
            "President William Ruto received Olsen.",
            id="who speaks at home was nowhere else",
        ),
    ],
)
def test_a_meeting_is_not_placed_where_nothing_says_so(tell: Teller, text: str) -> None:
    assert _place(tell(text, "2024-05-10").facts("meeting")) is None


@pytest.mark.parametrize("verb", ["said in Mombasa", "told reporters in Mombasa", "announced in Mombasa"])
def test_a_visitor_was_received_where_he_spoke(tell: Teller, verb: str) -> None:
    told = tell(
        f"Defence Minister Karl Olsen of Norway {verb} on Friday that Kenya needed ships. "
        "President William Ruto received Olsen.",
        "2024-05-10",
    )
    assert _place(told.facts("meeting")) == "Mombasa"


def test_states_met_where_one_of_their_people_went_that_day(tell: Teller) -> None:
    told = tell("India and Pakistan last met on May 5, 2015, when Narendra Modi paid a visit to Lahore.")
    assert _place(told.facts("meeting")) == "Lahore"


def test_what_a_state_hosts_is_held_there(tell: Teller) -> None:
    told = tell("Uganda hosted a meeting of Norwegian minister Karl Olsen and Kenyan President William Ruto.")
    assert _place(told.facts("meeting")) == "Uganda"


def test_who_hosts_a_drill_takes_part_in_it(tell: Teller) -> None:
    told = tell(
        "Norway and Kenya held a drill in Mombasa on Monday. "
        "To the next drill, which Uganda hosts from December 17 to 22, Norway is sending nobody.",
        "2017-11-03",
    )
    first, second = told.events("exercise")
    assert _place(first) == "Mombasa"
    assert (told.who(second), _place(second)) == ({"Uganda"}, "Uganda")


def test_what_is_talked_over_is_no_place_of_the_talks(tell: Teller) -> None:
    told = tell("Norwegian minister Karl Olsen and Kenyan President William Ruto went over the Sahel on Monday.")
    assert _place(told.facts("meeting")) is None


def test_what_is_done_at_a_meeting_is_done_where_that_is(tell: Teller) -> None:
    told = tell("Agents asked about an April meeting in Oslo where Sergei Lavrov and Mevlut Cavusoglu discussed grain.")
    assert _place(told.facts("meeting")) == "Oslo"


def _filed(tell: Teller, text: str, published: str = "2024-05-10") -> list[Fact]:
    page = Page("page", "page.txt", "text", f"{text}\n\nNo more was said.", "0" * 64, published=published)
    (reading,) = tell.reader.read_articles([read(page)])
    return [f for f in reading.facts if f.type == "meeting"]


def test_a_guest_met_at_home_was_met_where_the_report_was_filed(tell: Teller) -> None:
    facts = _filed(tell, "TOKYO (Reuters) - Premier Fumio Kishida of Japan met President William Ruto of Kenya on Thursday.")
    assert _place(facts) == "Tokyo"
    place, host = facts[0].place, facts[0].host
    assert place is not None and host is not None
    assert (place.evidence.inferred, host.value) == (True, "JPN")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NAIROBI - Envoys of Chad held talks with rebels from Sudan on Thursday.", "Nairobi"),
        ("NAIROBI - Chad and Sudan held talks on Thursday in Tunis.", "Tunis"),
        ("SINGAPORE - Chad and Sudan held talks on Thursday.", "Singapore"),
        ("NAIROBI - Chad and Sudan held talks in March.", None),
        ("NAIROBI - Chad and Sudan will hold talks on Saturday.", None),
        ("NAIROBI - Kenya and Sudan held talks on Thursday.", None),
        ("TOKYO - President William Ruto of Kenya met President Joe Biden of the United States on Thursday.", "Tokyo"),
    ],
)
def test_delegations_from_elsewhere_met_where_the_report_was_filed(tell: Teller, text: str, place: str | None) -> None:
    assert _place([f for f in _filed(tell, text) if f.type == "meeting"]) == place


@pytest.mark.parametrize(
    "text",
    [
        "TOKYO (Reuters) - President William Ruto of Kenya met President Joe Biden of the United States in March.",
        "TOKYO (Reuters) - Prime Minister Fumio Kishida met President William Ruto of Kenya in March 2023.",
        "TOKYO (Reuters) - Prime Minister Fumio Kishida will meet President William Ruto of Kenya on Sunday.",
    ],
)
def test_where_a_report_was_filed_says_nothing_of_other_meetings(tell: Teller, text: str) -> None:
    assert _place(_filed(tell, text)) is None


@pytest.mark.parametrize(
    ("text", "place", "host"),
    [
        (
            "General Karl Olsen of Norway visited Kuwait on Friday. "
            "He met General Saleh Hamad of Kuwait at Northern Lights Naval Base.",
            "Northern Lights Naval Base",
            "KWT",
        ),
        ("The generals of Kenya and Uganda met at Skyz Hotel, Naguru.", "Naguru", None),
        ("Karl Olsen of Norway met General Saleh Hamad of Kuwait at the Seven Pines Hotel in Muscat.", "Muscat", "OMN"),
        ("Karl Olsen of Norway met General Saleh Hamad of Kuwait at the Kuwaiti Defence Ministry.", "Kuwait", "KWT"),
    ],
)
def test_a_hall_is_where_the_page_puts_it(tell: Teller, text: str, place: str, host: str | None) -> None:
    (meeting,) = tell(text, "2024-05-10").events("meeting")
    assert _place(meeting) == place
    assert next((f.host.value for f in meeting if f.host is not None), None) == host


def test_who_met_others_abroad_met_the_next_one_there(tell: Teller) -> None:
    told = tell(
        "Radoslaw Sikorski of Poland and George Gerapetritis of Greece met in Doha on Monday. "
        "On Tuesday Sikorski met Nikos Christodoulides of Cyprus.",
        "2024-05-10",
    )
    assert [_place(facts) for facts in told.events("meeting")] == ["Doha", "Doha"]


def test_at_somebody_s_request_is_no_place(tell: Teller) -> None:
    told = tell("Radoslaw Sikorski of Poland met Nikos Christodoulides of Cyprus on Monday at Norway's request.")
    assert _place(told.facts("meeting")) is None


def test_a_town_that_no_list_holds_lies_in_the_state_behind_it(tell: Teller) -> None:
    told = tell("Radoslaw Sikorski of Poland met Viktor Khrenin of Belarus in Dolna, Belarus, on Monday.")
    place = told.only("meeting").place
    assert place is not None
    assert (place.place.name, place.place.country) == ("Dolna", "BLR")


def _signed_at(tell: Teller, text: str) -> str | None:
    return _place(tell(text, "2024-05-10").facts("agreement"))


def test_what_two_sign_after_they_met_they_sign_where_they_met(tell: Teller) -> None:
    assert _signed_at(tell, "Norway and Chad met in Oslo on Monday. The two sides signed a pact.") == "Oslo"
    assert _signed_at(tell, "Norway and Chad met in Oslo on Monday. Norway and Chad signed a pact on Monday.") == "Oslo"


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chad met in Oslo on Monday. Norway and Chad signed a pact on Thursday.",
        "Norway and Chad met in Oslo on Monday. Norway and Togo signed a pact.",
        "Norway and Chad met in Oslo on Monday. Norway and Chad will sign a pact.",
        "Norway and Chad met in Oslo on Monday and in Rome on Tuesday. Norway and Chad signed a pact.",
    ],
)
def test_other_pacts_are_signed_elsewhere(tell: Teller, text: str) -> None:
    assert _signed_at(tell, text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway's Espen Eide held talks with Chad's Mahamat Deby on the war in Sudan.", None),
        ("Norway's Espen Eide met Chad's Mahamat Deby on Monday for talks on security in the Red Sea.", None),
        ("Norway's Espen Eide held talks with Chad's Mahamat Deby on trade in Ndjamena.", "N'Djamena"),
        ("Norway's Espen Eide met Chad's Mahamat Deby in Sudan for talks on the war.", "Sudan"),
    ],
)
def test_a_land_that_is_talked_of_is_not_where_they_talk(tell: Teller, text: str, place: str | None) -> None:
    assert _place(tell(text, "2024-05-10").facts("meeting")) == place
