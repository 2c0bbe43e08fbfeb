"""Statements: who says what, in every way in which reports say so."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dragoman.types import Reading

Said = Callable[[str], list[tuple[str, str]]]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # direct
        ("“The first jets arrive in May,” Sergei Lavrov said.", ("Sergei Lavrov", "The first jets arrive in May")),
        ("“The first jets arrive in May,” said Sergei Lavrov.", ("Sergei Lavrov", "The first jets arrive in May")),
        ('"The first jets arrive in May." Sergei Lavrov said', ("Sergei Lavrov", "The first jets arrive in May.")),
        ("“Will the jets come to Baku?” Sergei Lavrov asked.", ("Sergei Lavrov", "Will the jets come to Baku?")),
        ("Sergei Lavrov said: “The first jets arrive in May.”", ("Sergei Lavrov", "The first jets arrive in May.")),
        (
            "“The first jets,” Sergei Lavrov said, “arrive in Baku in May.”",
            ("Sergei Lavrov", "The first jets,” Sergei Lavrov said, “arrive in Baku in May."),
        ),
        # indirect
        ("Sergei Lavrov said that the jets would arrive in May.", ("Sergei Lavrov", "the jets would arrive in May")),
        ("Sergei Lavrov said the jets would arrive in May.", ("Sergei Lavrov", "the jets would arrive in May")),
        ("The jets would arrive in May, Sergei Lavrov said.", ("Sergei Lavrov", "The jets would arrive in May")),
        (
            "The jets, Sergei Lavrov said, would arrive in May.",
            ("Sergei Lavrov", "The jets, Sergei Lavrov said, would arrive in May"),
        ),
        (
            "Sergei Lavrov told reporters in Baku that the jets would arrive in May.",
            ("Sergei Lavrov", "the jets would arrive in May"),
        ),
        ("As Sergei Lavrov noted, the jets arrive in May.", ("Sergei Lavrov", "the jets arrive in May")),
        ("Sergei Lavrov is confident that the jets will arrive.", ("Sergei Lavrov", "the jets will arrive")),
        ("Sergei Lavrov called the deal with Baku a mistake.", ("Sergei Lavrov", "the deal with Baku a mistake")),
        (
            "Few in Baku believed Sergei Lavrov's claim that the jets had arrived.",
            ("Sergei Lavrov", "the jets had arrived"),
        ),
        # phrases
        (
            "According to the Russian Defence Ministry, the jets arrive in May.",
            ("Defence Ministry", "the jets arrive in May"),
        ),
        (
            "The jets arrive in May, according to the Russian Defence Ministry.",
            ("Defence Ministry", "The jets arrive in May"),
        ),
        # bodies, states, people without a name
        ("The Pentagon said the talks had been useful.", ("United States", "the talks had been useful")),
        (
            "Turkish officials said the talks in Astana were useful.",
            ("Turkish officials", "the talks in Astana were useful"),
        ),
        (
            "A spokesman for the Turkish army said the talks had been useful.",
            ("spokesman for the Turkish army", "the talks had been useful"),
        ),
        ("Aid agencies in Yemen say the truce is failing.", ("Aid agencies", "the truce is failing")),
    ],
)
def test_who_says_what(said: Said, text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sergei Lavrov did not say when the jets would arrive in Baku.",
        "Sergei Lavrov declined to say when the jets would arrive in Baku.",
        "Sergei Lavrov is expected to say on Monday that the jets are late.",
        "If Sergei Lavrov says that the jets are late, Baku will wait.",
        "Sergei Lavrov heard that the jets had arrived in Baku.",
        "According to the agreement, the jets arrive in Baku in May.",
        "The “Caucasus” exercise began near Baku on Monday.",
        "The move suggests that Baku is losing patience.",
    ],
)
def test_what_nobody_has_said_is_no_statement(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sergei Lavrov denied that Russian troops had crossed the border.", "denied"),
        ("Sergei Lavrov rejected the claims of the Turkish army.", "denied"),
        ("Sergei Lavrov predicted that the talks in Astana would fail.", "predicted"),
        ("Sergei Lavrov warned that the truce could collapse.", "predicted"),
        ("Sergei Lavrov estimated that 200 people had left Aleppo.", "asserted"),
        ("Sergei Lavrov urged Turkey to leave the town.", "demanded"),
        ("Sergei Lavrov demanded an end to the strikes in Syria.", "demanded"),
        ("Sergei Lavrov promised that Russia would deliver the jets.", "promised"),
        ("Sergei Lavrov vowed to respond to the strikes.", "promised"),
        ("Sergei Lavrov called the strikes in Syria a mistake.", "asserted"),
    ],
)
def test_the_status_is_the_force_of_the_cue(read: Read, text: str, status: str) -> None:
    assert [s.status for s in read(text).statements] == [status]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The jets arrive in May,” Sergei Lavrov said.", "direct"),
        ("Sergei Lavrov said the jets would arrive in May.", "indirect"),
        ("Sergei Lavrov said the jets would arrive “in May or June”.", "mixed"),
    ],
)
def test_the_kind_is_read_off_the_marks(read: Read, text: str, kind: str) -> None:
    assert [s.kind for s in read(text).statements] == [kind]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("RIA Novosti quoted Sergei Lavrov as saying that the jets had arrived.", "Sergei Lavrov", ("RIA Novosti",)),
        ("Sergei Lavrov was quoted by Interfax as saying the jets had arrived.", "Sergei Lavrov", ("Interfax",)),
        ("Sergei Lavrov told Interfax that the jets had arrived.", "Sergei Lavrov", ("Interfax",)),
        (
            "Sergei Lavrov said in an interview with Kommersant that the jets had come.",
            "Sergei Lavrov",
            ("Kommersant",),
        ),
        ("The jets had arrived, Sergei Lavrov said, Interfax reports.", "Sergei Lavrov", ("Interfax",)),
        (
            "Interfax reported, citing the Russian Defence Ministry, that the jets had arrived.",
            "Defence Ministry",
            ("Interfax",),
        ),
    ],
)
def test_who_carried_it_stands_outermost_first(read: Read, text: str, speaker: str, via: tuple[str, ...]) -> None:
    assert [(s.speaker_name, s.via) for s in read(text).statements if s.mode == "said"] == [(speaker, via)]


def test_a_chain_of_three_is_kept(read: Read) -> None:
    text = "Interfax quoted the Russian Defence Ministry as saying that Sergei Lavrov had promised to send the jets."
    chains = {s.speaker_name: s.via for s in read(text).statements if s.mode == "said"}
    assert chains == {"Defence Ministry": ("Interfax",), "Sergei Lavrov": ("Interfax", "Defence Ministry")}


def test_an_outlet_that_says_it_itself_is_the_speaker(said: Said) -> None:
    assert said("Kommersant wrote that the jets would cost Baku twice as much.") == [
        ("Kommersant", "the jets would cost Baku twice as much")
    ]


def test_a_quotation_goes_on_in_the_next_sentence_and_paragraph(said: Said) -> None:
    text = "“The jets arrive in May,” Sergei Lavrov said. “Baku has paid for them.”\n“It will have more.”"
    assert said(text) == [
        ("Sergei Lavrov", "The jets arrive in May"),
        ("Sergei Lavrov", "Baku has paid for them."),
        ("Sergei Lavrov", "It will have more."),
    ]


def test_a_quotation_of_several_sentences_is_one_statement(said: Said) -> None:
    text = "“The jets arrive in May. Baku has paid for them. It will have more,” Sergei Lavrov said."
    assert said(text) == [("Sergei Lavrov", "The jets arrive in May. Baku has paid for them. It will have more")]


def test_the_words_behind_a_colon_may_stand_in_the_next_paragraph(said: Said) -> None:
    text = "In Baku Sergei Lavrov said:\n“The jets arrive in May. Baku has paid.”"
    assert said(text) == [("Sergei Lavrov", "The jets arrive in May. Baku has paid.")]


def test_a_pronoun_is_who_spoke_before(said: Said) -> None:
    text = (
        "A spokesman for the Turkish army said the strikes on Idlib had ended. “We have left Idlib for good,” he added."
    )
    assert {name for name, _ in said(text)} == {"spokesman for the Turkish army"}


def test_he_behind_a_quotation_is_nobody_whom_it_names(said: Said) -> None:
    text = (
        "Sergei Lavrov spoke in Baku. “The jets arrive in May. "
        "Only Ilham Aliyev knows what Baku paid for them,” he said."
    )
    assert {name for name, _ in said(text)} == {"Sergei Lavrov"}


def test_the_ministry_is_the_one_named_before(said: Said) -> None:
    text = "The Russian Defence Ministry said the jets had left. The ministry added that Baku had paid for them."
    assert [name for name, _ in said(text)] == ["Defence Ministry", "Defence Ministry"]


def test_a_statement_speaks_for_its_author(said: Said) -> None:
    text = "A statement by the Russian Defence Ministry said the jets had left for Baku."
    assert said(text) == [("Defence Ministry", "the jets had left for Baku")]


def test_a_headline_names_its_speaker_before_a_colon(read: Read) -> None:
    title = "Lavrov: jets for Baku arrive in May"
    text = f"{title}\nForeign Minister Sergei Lavrov met his counterpart in Baku on Monday."
    found = [(s.speaker_name, text[s.start : s.end]) for s in read(text).statements]
    assert ("Sergei Lavrov", "jets for Baku arrive in May") in found


def test_two_who_say_it_together_are_two_statements(said: Said) -> None:
    text = "Sergei Lavrov and Mevlut Cavusoglu said the truce in Idlib would hold."
    assert said(text) == [
        ("Mevlut Cavusoglu", "the truce in Idlib would hold"),
        ("Sergei Lavrov", "the truce in Idlib would hold"),
    ]


def test_about_holds_the_referents_of_the_words_and_source_their_speaker(read: Read) -> None:
    text = "Sergei Lavrov said that Turkey and the Russian Defence Ministry would meet in Sochi."
    reading = read(text)
    (only,) = reading.statements
    assert {reading.referents[r].name for r in only.about} >= {"Turkey", "Defence Ministry", "Sochi"}
    assert only.source is not None
    assert text[only.source.start : only.source.end] == "Sergei Lavrov"
    assert text[only.cue.start : only.cue.end] == "said"


@pytest.mark.parametrize(
    "text",
    [
        "Sergei Lavrov said in Baku: “" + "The jets arrive in May. " * 600,
        "“" + "The bridge holds and nobody passes. " * 2900 + "” Sergei Lavrov said in Baku.",
        "“Sergei Lavrov said «we 「hold」 it» in Baku,” «“「" * 60,
        '"' * 5_000 + " Sergei Lavrov said in Baku.",
        "Sergei Lavrov said: “He told me «it is 『over』 now» and left. " * 200,
        "Sergei Lavrov said: ``It is over.' He left Baku. " * 300,
    ],
)
def test_hostile_quotations_take_bounded_time_and_lose_nothing(read: Read, text: str) -> None:
    began = time.process_time()
    reading = read(text)
    assert time.process_time() - began < 60
    assert reading.article.text == text
    assert all(0 <= s.start < s.end <= len(text) for s in reading.statements)


def test_a_quotation_that_never_closes_is_kept_to_the_end_of_its_paragraph(said: Said) -> None:
    text = "In Baku Sergei Lavrov said: “The jets arrive in May. Baku has paid for them.\nThe ships left on Friday."
    assert said(text) == [("Sergei Lavrov", "The jets arrive in May. Baku has paid for them.")]


def test_the_same_page_gives_the_same_statements(read: Read) -> None:
    text = "“The jets arrive in May,” Sergei Lavrov told Interfax. Turkish officials said the deal with Baku was dead."
    assert read(text).statements == read(text).statements
