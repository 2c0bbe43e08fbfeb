"""Sides that a sentence leaves to be understood."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        # A pair, and people whose word names no office.
        (
            "US General Mark Hale called Russian General Pavel Novak on Monday. The two soldiers had last spoken by "
            "phone in late March.",
            "call",
            {"Mark Hale", "Pavel Novak"},
        ),
        # "Their" is said of the subject of its own clause, whatever was told before.
        (
            "Poland and the US on Tuesday signed a pact on missile data at the second round of their strategic dialogue, "
            "held in Warsaw.",
            "meeting",
            {"Poland", "United States"},
        ),
        (
            "Russian General Pavel Novak and US Admiral John Hale flew to Vienna for a session of the CSTO. At their "
            "meeting Novak and Hale spoke of drills.",
            "meeting",
            {"Pavel Novak", "John Hale"},
        ),
        # Three, and their presidents: the list of three, not the one in between.
        (
            "Russia, Turkey and Iran agreed to go on, a day after talks with teams from Jordan, Iraq, Lebanon and the "
            "UN. The three recalled that their leaders, who met in Tehran on 3 May 2022, had agreed.",
            "meeting",
            {"Russia", "Turkey", "Iran"},
        ),
        # The two with whom it was told first, and not the last two of a list.
        (
            "The drills Grey Heron, which Chad and Niger have led, ended on May 18. Troops of Chad, Niger, Benin and Togo "
            "took part in the drills. The last Grey Heron, led by the same two countries, had ended in August 2021.",
            "exercise",
            {"Chad", "Niger"},
        ),
        # The navies of those named before.
        (
            "Peru, Chile and Brazil signed a pact in Lima in 2019. The three states' navies also met in Santos in 2020.",
            "meeting",
            {"Peru", "Chile", "Brazil"},
        ),
        # Of another time both sides are the two states, whoever spoke for them.
        (
            "Peruvian minister Jorge Chavez met Chilean minister Maya Diaz in Lima on Monday. "
            "Both sides have made progress since the last meeting in Arica in September 2022.",
            "meeting",
            {"Peru", "Chile"},
        ),
        # "It" is the subject before.
        (
            "Chile sought help a day after Peru had attacked it on May 5.",
            "incident",
            {"Chile", "Peru"},
        ),
    ],
)
def test_what_points_back_is_given_its_sides(tell: Teller, text: str, kind: str, who: set[str]) -> None:
    assert tell(text, published="2024-05-15").who(tell(text, published="2024-05-15").events(kind)[-1]) == who


def test_their_counterparts_are_not_those_named_before(tell: Teller) -> None:
    text = "The ministers met their counterparts from Chile and Peru in Lima."
    assert tell(text).who(tell(text).facts("meeting")) == {"Chile", "Peru"}


def test_talks_with_a_host_are_the_visitors(tell: Teller) -> None:
    told = tell(
        "French Defence Minister Paul Martin landed in Yerevan on Friday. He spoke of radars. The supply was a matter of "
        "time, it was said after talks with Armenian Defence Minister Suren Babayan.",
        published="2024-05-15",
    )
    assert told.who(told.facts("meeting")) == {"Paul Martin", "Suren Babayan"}


def test_the_two_soldiers_are_not_three_who_met(tell: Teller) -> None:
    told = tell(
        "US General Mark Hale and Russian General Pavel Novak met near Oslo on May 2. Finnish President Sauli Salo "
        "received Novak and Hale on Monday. The two soldiers had last spoken by phone in March.",
        published="2024-05-15",
    )
    assert told.who(told.facts("call")) == {"Mark Hale", "Pavel Novak"}


def test_who_strike_a_third_together_talk_with_one_another(tell: Teller) -> None:
    told = tell(
        "Chilean and Peruvian pilots are going to carry out joint air strikes on ISIL in Syria. This will be discussed by "
        "the chiefs of general staff in Lima.",
        published="2024-05-15",
    )
    assert told.who(told.facts("meeting")) == {"Chile", "Peru"}


def test_where_something_is_and_who_says_it_are_no_list(tell: Teller) -> None:
    told = tell(
        "The officers discussed terrorist groups in Syria and Iraq, the Turkish military said. All three countries have "
        "troops in northern Libya.",
        published="2024-05-15",
    )
    assert told.facts("deployment") == []


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        # The delegation, and its guests, are those whose journey was told before.
        (
            "A Polish delegation headed by Deputy Minister Adam Kos landed in Lima on Tuesday. The group was received by "
            "President Dina Boluarte of Peru.",
            "meeting",
            {"Adam Kos", "Dina Boluarte"},
        ),
        # Who is said to lead the delegation of a state was there for it.
        (
            "The Lao delegation was led by General Kham Phet. The Lao delegation held talks with the Pentagon in Washington.",
            "meeting",
            {"Kham Phet", "Pentagon"},
        ),
        # As many as were named.
        (
            "Peru, Chile, Bolivia and Brazil signed a pact in Lima in March. The four will hold a summit in Quito in May.",
            "meeting",
            {"Peru", "Chile", "Bolivia", "Brazil"},
        ),
        # Those who hold the office that points, and not the last two sides.
        (
            "Presidents Ivan Petrov of Serbia and Jan Kos of Poland spoke by phone on Monday. Turkish troops shelled the "
            "Syrian army on Tuesday. The presidents are expected to meet on May 20 in Sochi.",
            "meeting",
            {"Ivan Petrov", "Jan Kos"},
        ),
        # The host and the guest are the two who met.
        (
            "Norwegian Defence Minister Anna Berg received the Finnish minister Pekka Salo in Oslo on Monday. On the "
            "occasion, the host and the guest signed a memorandum of understanding.",
            "agreement",
            {"Anna Berg", "Pekka Salo"},
        ),
        # The only two states that the sentence named before.
        (
            "With Turkey sending Greece mixed messages, the defence ministers of the two countries met in Brussels.",
            "meeting",
            {"Turkey", "Greece"},
        ),
        (
            "With Turkey sending Greece mixed messages, the defence ministers of the two countries said, when they met in "
            "Brussels, that they wanted calm.",
            "meeting",
            {"Turkey", "Greece"},
        ),
        # As many as one office was said to be held of.
        (
            "The Peruvian, Chilean and Omani defence ministers agreed in Lima to conduct the three countries' new drill "
            "this summer.",
            "exercise",
            {"Peru", "Chile", "Oman"},
        ),
        # Officials of both states.
        (
            "Peru and Chile signed a pact in March. Officials from both countries met in Arica on Monday.",
            "meeting",
            {"Peru", "Chile"},
        ),
    ],
)
def test_teams_numbers_and_offices(tell: Teller, text: str, kind: str, who: set[str]) -> None:
    told = tell(text, published="2024-05-10")
    assert told.who(told.facts(kind)) == who


@pytest.mark.parametrize(
    "text",
    [
        "The delegation met lawmakers of Peru in Lima on Monday.",
        "Peru and Chile signed a pact in March. The team met the press in Lima on Monday.",
    ],
)
def test_a_team_of_whose_journey_nothing_is_told_is_nobody(tell: Teller, text: str) -> None:
    assert tell(text, published="2024-05-10").facts("meeting") == []


def test_both_countries_are_the_two_of_the_sentence_where_the_last_pair_is_of_neither(tell: Teller) -> None:
    told = tell(
        "Togo struck a defence pact with Benin in May. During a visit to Kenya last week, "
        "Ghanaian Prime Minister Kofi Mensah said both countries were signing a defence agreement.",
        published="2024-06-12",
    )
    text = told.reading.article.text
    last = [f for f in told.facts("agreement") if "both" in text[f.sentence.start : f.sentence.end]]
    assert {told.reading.referents[p.referent].country for f in last for p in f.participants} == {"GHA", "KEN"}
