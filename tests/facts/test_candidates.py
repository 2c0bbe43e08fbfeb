"""What one predicate of one sentence says of an event, before the page is looked at as a whole."""

from __future__ import annotations

import pytest

from tests.facts.telling import Parsed, Teller


def _sides(tell: Teller, text: str, kind: str = "meeting") -> list[list[str]]:
    parsed = tell.parsed(text)
    return [parsed.sides(c) for c in tell.candidates(parsed, kind)]


# ------------------------------------------------------------------ which words, in which company


def test_a_frame_takes_the_sides_that_its_trigger_names(tell: Teller) -> None:
    text = "Russian Foreign Minister Sergey Lavrov met Turkish Foreign Minister Mevlut Cavusoglu in Antalya."
    parsed = tell.parsed(text)
    (found,) = tell.candidates(parsed, "meeting")
    assert parsed.sides(found) == ["Sergey Lavrov", "Mevlut Cavusoglu"]
    assert parsed.places(found) == ["Antalya"]
    assert found.scope.status == "occurred"
    assert not (found.definite or found.additive or found.several)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # "see" means a meeting only where its object is an official by the words that stand there.
        ("Vladimir Putin saw his Turkish counterpart Recep Tayyip Erdogan in Sochi.", 1),
        ("Vladimir Putin saw Recep Tayyip Erdogan in Sochi.", 0),
        # A patient that is a thing, and one that is excluded by name.
        ("Turkey met all expectations in Brussels.", 0),
        ("Vladimir Putin met voters in Moscow.", 0),
        ("French Foreign Minister Jean-Yves Le Drian attended the funeral of the king in Amman.", 0),
        ("French Foreign Minister Jean-Yves Le Drian attended the summit in Amman.", 2),  # the verb and the noun
    ],
)
def test_conditions_tell_a_meeting_from_other_uses_of_its_words(tell: Teller, text: str, count: int) -> None:
    assert len(_sides(tell, text)) == count


@pytest.mark.parametrize("title", ["Turkish President", "President of the Republic of Turkey"])
def test_a_condition_holds_for_a_title_that_was_taken_out_for_the_second_parse(tell: Teller, title: str) -> None:
    text = f"Vladimir Putin saw {title} Recep Tayyip Erdogan in Sochi."
    fact = tell(text).only("meeting")
    assert tell(text).who(fact) == {"Vladimir Putin", "Recep Tayyip Erdogan"}
    assert tell(text).words(fact.trigger) == "saw"


def test_one_word_gives_one_kind(tell: Teller) -> None:
    told = tell("Vladimir Putin spoke with French President Emmanuel Macron by telephone.")
    assert [f.type for f in told.reading.facts] == ["call"]


def test_a_role_without_a_name_is_a_person_to_a_trigger_that_asks_for_one(tell: Teller) -> None:
    told = tell("The president of Turkey received Russian Foreign Minister Sergey Lavrov in Ankara.")
    fact = told.only("meeting")
    assert told.who(fact) == {"Turkey", "Sergey Lavrov"}
    assert told.inferred(fact) == {}
    assert fact.host is not None
    assert fact.host.value == "TUR"


def test_a_state_by_its_bare_name_is_none(tell: Teller) -> None:
    assert tell("Turkey received wheat in Ankara from Russian President Vladimir Putin.").facts("meeting") == []


def test_what_belongs_to_a_state_does_not_talk_for_it(tell: Teller) -> None:
    parsed = tell.parsed("Russian officers negotiated with Turkish banks in Ankara on Monday.")
    assert [parsed.sides(c) for c in tell.candidates(parsed, "meeting")] == [["Russia"]]


def test_a_whole_people_does_not_travel_but_its_officials_do(tell: Teller) -> None:
    assert tell("Americans visited Cuba in 2016.").facts("visit") == []
    told = tell("American officials visited Cuba in 2016.")
    assert told.who(told.only("visit")) == {"United States"}


def test_people_of_other_states_make_a_meeting_of_one_named_side(tell: Teller) -> None:
    told = tell("Russian Defence Minister Sergey Shoygu met army chiefs from other states in Moscow.")
    assert told.who(told.only("meeting")) == {"Sergey Shoygu"}
    assert tell("Russian Defence Minister Sergey Shoygu met army chiefs in Moscow.").facts("meeting") == []


# ------------------------------------------------------------------ verbs that lean on a noun


@pytest.mark.parametrize(
    ("text", "more", "part"),
    [
        (
            "Recep Tayyip Erdogan attended the talks between Vladimir Putin and Volodymyr Zelensky in Istanbul.",
            "Recep Tayyip Erdogan",
            "side",
        ),
        ("Qatar mediated talks between Vladimir Putin and Volodymyr Zelensky in Doha.", "Qatar", "mediator"),
    ],
)
def test_who_joins_the_talks_takes_part_in_that_very_event(tell: Teller, text: str, more: str, part: str) -> None:
    told = tell(text)
    (event,) = told.events("meeting")
    assert len(event) == 2
    assert told.who(event) == {"Vladimir Putin", "Volodymyr Zelensky", more}
    assert told.who(event, part) >= {more}


def test_who_skips_the_talks_is_not_said_to_have_been_there(tell: Teller) -> None:
    told = tell("Russian Foreign Minister Sergey Lavrov skipped the meeting with Antony Blinken in Astana.")
    assert {f.status for f in told.facts("meeting")} <= {"denied"}


def test_a_host_of_talks_lends_its_soil_and_is_no_side(tell: Teller) -> None:
    told = tell("Baku hosted talks between Russian General Valery Gerasimov and US General Joseph Dunford.")
    (event,) = told.events("meeting")
    assert told.who(event) == {"Valery Gerasimov", "Joseph Dunford"}
    host = next(f.host for f in event if f.host is not None)
    assert host.value == "AZE"
    assert told.words(host.evidence) == "Baku"


def test_who_speaks_and_who_listens_at_talks_are_their_sides(tell: Teller) -> None:
    told = tell("Vladimir Putin told Recep Tayyip Erdogan during talks in Moscow that Russia would help.")
    fact = told.only("meeting")
    assert told.who(fact) == {"Vladimir Putin", "Recep Tayyip Erdogan"}
    assert told.inferred(fact) == {"Recep Tayyip Erdogan": "who spoke and who listened"}


def test_a_sentence_without_a_listener_does_not_say_who_talked(tell: Teller) -> None:
    assert tell("Vladimir Putin said during talks in Moscow that Russia would help.").facts("meeting") == []


# ------------------------------------------------------------------ times and places


def _only(tell: Teller, text: str, kind: str) -> tuple[Parsed, list[str], list[str]]:
    parsed = tell.parsed(text)
    (found,) = tell.candidates(parsed, kind)
    return parsed, parsed.places(found), [t.text for t in found.times]


def test_each_act_of_a_sentence_has_its_own_time_and_place(tell: Teller) -> None:
    text = "Antony Blinken, who visited Kyiv on Wednesday, met Sergey Lavrov in Geneva on Friday."
    assert _only(tell, text, "visit")[1:] == (["Kyiv"], ["Wednesday"])
    assert _only(tell, text, "meeting")[1:] == (["Geneva"], ["Friday"])


def test_a_noun_has_the_time_and_place_of_the_verb_that_carries_it(tell: Teller) -> None:
    text = "Talks between Iran and the United States were held in Muscat on April 12, 2025."
    assert _only(tell, text, "meeting")[1:] == (["Muscat"], ["April 12, 2025"])


def test_a_time_said_of_the_speech_is_not_that_of_the_act(tell: Teller) -> None:
    told = tell(
        "The Kremlin said on Monday that Antony Blinken had met Sergey Lavrov in Geneva.", published="2022-01-25"
    )
    assert told.only("meeting").date is None


def test_a_place_or_time_that_the_parser_hung_elsewhere_is_taken_and_marked(tell: Teller) -> None:
    parsed = tell.parsed("Antony Blinken met Sergey Lavrov for talks, the first since May, at a hotel in Geneva.")
    found = tell.candidates(parsed, "meeting")[0]
    assert parsed.places(found) == ["Geneva"]
    assert "place by nearness" in found.features
    parsed = tell.parsed("Meeting of Antony Blinken and Sergey Lavrov (January 21, 2022) lasted long.")
    found = tell.candidates(parsed, "meeting")[0]
    assert [t.text for t in found.times] == ["January 21, 2022"]
    assert "time by nearness" in found.features


@pytest.mark.parametrize(
    "text",
    [
        "Antony Blinken met with Sergey Lavrov, the Russian foreign minister since 2004, in Geneva.",
        "Antony Blinken met Sergey Lavrov for talks, the first since May, at a hotel in Geneva.",
        "Antony Blinken met Sergey Lavrov for talks, the last before June, at a hotel in Geneva.",
        "Antony Blinken met Sergey Lavrov before May 15, 2022.",
        "Antony Blinken and Sergey Lavrov have met since 2021.",
    ],
)
def test_a_time_from_which_or_up_to_which_something_else_counts_is_not_that_of_the_act(tell: Teller, text: str) -> None:
    assert [f.date for f in tell(text, "2022-05-20").facts("meeting") if f.date] == []


def test_a_stay_began_at_the_time_since_which_it_goes_on(tell: Teller) -> None:
    told = tell("Russian Foreign Minister Sergey Lavrov has been in Ankara since Tuesday.", "2022-06-08")
    date = told.only("visit").date
    assert date is not None
    assert date.value.start == "2022-06-07"


@pytest.mark.parametrize(
    ("text", "published", "status"),
    [
        ("The Turkish president visits Baku on Monday.", "2021-06-11", "planned"),
        ("The Turkish president visits Baku on June 8, 2021.", "2021-06-11", "occurred"),  # a chronicle's present
        ("The Turkish president visits Baku.", "2021-06-11", "occurred"),
        ("The Turkish president visited Baku on Monday.", "2021-06-11", "occurred"),
    ],
)
def test_a_present_tense_with_a_date_to_come_is_a_plan(tell: Teller, text: str, published: str, status: str) -> None:
    assert tell(text, published).only("visit").status == status


# ------------------------------------------------------------------ one sentence, several events


def test_talks_with_two_people_of_one_state_are_two_meetings(tell: Teller) -> None:
    told = tell(
        "Joe Biden met Japanese Prime Minister Fumio Kishida and Japanese Defence Minister Nobuo Kishi in Tokyo."
    )
    who = [told.who(event) for event in told.events("meeting")]
    assert who == [{"Joe Biden", "Fumio Kishida"}, {"Joe Biden", "Nobuo Kishi"}]


def test_talks_with_people_of_two_states_are_one(tell: Teller) -> None:
    told = tell(
        "Joe Biden held talks with Japanese Prime Minister Fumio Kishida and South Korean President Yoon Suk-yeol in Madrid."
    )
    assert told.who(told.only("meeting")) == {"Joe Biden", "Fumio Kishida", "Yoon Suk-yeol"}


def test_every_state_on_the_way_is_a_visit(tell: Teller) -> None:
    told = tell("US Defense Secretary Jim Mattis left for Thailand and Indonesia on Sunday.", "2018-01-21")
    assert [f.host.value for f in told.facts("visit") if f.host] == ["THA", "IDN"]
    assert len(told.events("visit")) == 2
    assert {f.date.value.start for f in told.facts("visit") if f.date} == {"2018-01-21"}


def test_candidates_come_in_the_order_of_their_triggers(tell: Teller) -> None:
    parsed = tell.parsed("Antony Blinken met Sergey Lavrov in Geneva and met Wang Yi in Rome.")
    tokens = [c.predicate.token for c in tell.candidates(parsed, "meeting")]
    assert tokens == sorted(tokens)
    assert len(tokens) == 2


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("Sergey Lavrov and Antony Blinken discussed the situation in Syria.", "meeting", []),
        ("The defence ministers of Russia and Armenia signed a plan of cooperation in Moscow.", "agreement", ["Moscow"]),
        ("Greek and Egyptian forces rehearsed a landing on Crete.", "exercise", ["Crete"]),
    ],
)
def test_where_what_is_talked_about_lies_is_not_where_they_talk(
    tell: Teller, text: str, kind: str, places: list[str]
) -> None:
    found = {f.place.place.name for f in tell(text).facts(kind) if f.place}
    assert found == set(places)
