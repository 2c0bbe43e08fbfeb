"""Verbs of reporting: constructions in which the parser, or a first look, gives the words to somebody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.types import Reading

Said = Callable[[str], list[tuple[str, str]]]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Visiting Baku last week, President Vladimir Putin warned Ankara he was ready to close the border.",
            ("Vladimir Putin", "he was ready to close the border"),
        ),
        (
            "Sergei Lavrov admitted in a Moscow court that he had signed the deal.",
            ("Sergei Lavrov", "he had signed the deal"),
        ),
        (
            "Turkey has made clear that it will not sell the drones.",
            ("Turkey", "it will not sell the drones"),
        ),
        (
            "The general was accused by the Turkish army of leaving Idlib.",
            ("army", "leaving Idlib"),
        ),
    ],
)
def test_who_says_what(said: Said, text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


def test_he_said_is_read_where_the_sentence_names_nobody(said: Said) -> None:
    text = "Sergei Lavrov met reporters in Baku. “It is over,” he said."
    assert said(text) == [("Sergei Lavrov", "It is over")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A report by the United Nations found that Turkey had sent jets to Libya.", True),
        ("Sergei Lavrov found that Turkey had sent jets to Libya.", False),
    ],
)
def test_papers_say_what_people_only_learn(said: Said, text: str, found: bool) -> None:
    assert bool(said(text)) is found


@pytest.mark.parametrize(
    "text",
    [
        "A court in Ankara denied a request by Sergei Lavrov.",
        "Sergei Lavrov called Mevlut Cavusoglu on Monday to discuss the truce.",
    ],
)
def test_what_a_verb_does_is_not_what_it_says(said: Said, text: str) -> None:
    assert said(text) == []


def test_a_source_is_the_last_who_spoke_as_one_and_nobody_whom_the_page_names(said: Said) -> None:
    text = (
        "A Turkish security source said Sergei Lavrov would come to Ankara. "
        "“He brings no draft,” the source added. The jets are not on the list, the source said."
    )
    assert {name for name, _ in said(text)} == {"Turkish security source"}


def test_words_before_the_main_clause_end_with_their_own(said: Said) -> None:
    text = "The day before prosecutors say the call took place, Sergei Lavrov flew to Baku."
    assert [words for _, words in said(text)] == ["the call took place"]


def test_words_behind_a_conjunction_are_not_those_before_it(said: Said) -> None:
    text = "Artillery was still pounding Idlib on Monday, days after Ankara said its offensive had ended."
    assert said(text) == [("Turkey", "its offensive had ended")]


def test_it_is_the_body_of_the_sentence_where_nobody_spoke_before(said: Said) -> None:
    text = "NATO did not name the states it said had been attacked by Russia."
    assert [name for name, _ in said(text)] == ["North Atlantic Treaty Organization"]


def test_a_quotation_that_a_later_verb_gives_to_another_does_not_go_on(said: Said) -> None:
    text = (
        "“The truce holds,” Sergei Lavrov said. "
        "“I think we should stay in Idlib. I think that it is our duty,” Mevlut Cavusoglu told reporters in Ankara."
    )
    assert [name for name, words in said(text) if "our duty" in words or "stay in Idlib" in words] == [
        "Mevlut Cavusoglu"
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Sergei Lavrov told the lenta.ru news portal that the jets had come.", "Sergei Lavrov", ("lenta.ru",)),
        ("Interfax attributed the delay of the jets to officials in Baku.", "officials", ("Interfax",)),
        (
            "According to the transcript, Sergei Lavrov told the committee that the jets had come.",
            "Sergei Lavrov",
            ("transcript",),
        ),
    ],
)
def test_who_carries_it(read: Read, text: str, speaker: str, via: tuple[str, ...]) -> None:
    assert (speaker, via) in [(s.speaker_name, s.via) for s in read(text).statements if s.mode == "said"]


def test_an_outlet_that_only_carries_is_kept_as_such(read: Read) -> None:
    text = "Sergei Lavrov asked Vladimir Putin in Sochi whether the jets had come, Interfax reported."
    assert {(s.speaker_name, s.mode) for s in read(text).statements} == {
        ("Sergei Lavrov", "said"),
        ("Interfax", "carried"),
    }


def test_a_name_that_is_given_is_told_from_what_is_reported(read: Read) -> None:
    (only,) = read("Sergei Lavrov called the deal with Baku a mistake.").statements
    assert only.mode == "named"


def test_a_quotation_closed_by_a_single_mark_ends_there(said: Said) -> None:
    text = "``If we want it, it can be done in a week.' Sergei Lavrov is to meet Ilham Aliyev in Baku."
    assert all("Baku" not in words for _, words in said(text))


def test_what_the_page_adds_of_somebody_is_not_in_anothers_words(read: Read) -> None:
    text = "The Kremlin said it was looking into claims against Mevlut Cavusoglu, who said they were lies."
    assert {(s.speaker_name, s.via) for s in read(text).statements} == {("Russia", ()), ("Mevlut Cavusoglu", ())}


def test_a_warning_not_to_do_it_is_a_demand(read: Read) -> None:
    (only,) = read("Barack Obama had warned Vladimir Putin not to send troops to Crimea.").statements
    assert only.status == "demanded"


def test_what_else_a_speaker_is_makes_no_second_one(said: Said) -> None:
    text = "“It is over,” said Sergei Lavrov, a diplomat in Moscow and an ally of the president."
    assert [name for name, _ in said(text)] == ["Sergei Lavrov"]
