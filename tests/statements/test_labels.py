"""Labels: whose words a headline gives, and the name that stands by itself under words set apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.types import Reading

Read = Callable[..., Reading]

BODY = "Foreign Minister Sergei Lavrov met his counterpart in Baku on Monday, the Russian Defence Ministry said."


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Jets for Baku arrive in May: Lavrov", "Sergei Lavrov"),
        ("Jets for Baku arrive in May: Russian official", "Russian official"),
        ("Lavrov asks Baku to pay for jets: sources", "sources"),
    ],
)
def test_a_headline_may_end_in_who_says_so(read: Read, title: str, speaker: str) -> None:
    text = f"{title}\n\n{BODY}"
    colon = title.index(":")
    found = {s.speaker_name: text[s.start : s.end] for s in read(text, title).statements if s.end <= colon}
    assert found[speaker] == title[:colon]


@pytest.mark.parametrize("title", ["Jets for Baku arrive in May: what to know", "Jets for Baku: three in May"])
def test_what_names_nobody_behind_a_colon_is_no_label(read: Read, title: str) -> None:
    text = f"{title}\n\n{BODY}"
    assert [s for s in read(text, title).statements if s.end <= len(title)] == []


def test_what_a_headlines_source_cites_is_carried_by_it(read: Read) -> None:
    title = "Lavrov urges Baku to pay for the jets: Interfax"
    text = f"{title}\n\n{BODY}"
    (only,) = [s for s in read(text, title).statements if s.end <= len(title) and s.mode == "said"]
    assert (only.speaker_name, only.via) == ("Sergei Lavrov", ("Interfax",))


def test_a_name_under_words_set_apart_signs_them(read: Read) -> None:
    text = (
        f"{BODY}\nThe talks went on until midnight and nothing was signed.\n"
        "We were promised jets and we got a picture of them\nIlham Aliyev\nPresident of Azerbaijan\n"
        "The two sides meet again in June."
    )
    signed = [text[s.start : s.end] for s in read(text).statements if s.cue.rule == "the name below"]
    assert signed == ["We were promised jets and we got a picture of them"]


def test_a_name_under_a_sentence_of_the_page_signs_nothing(read: Read) -> None:
    text = f"{BODY}\nThe talks went on until midnight and nothing was signed.\nIlham Aliyev\nThe sides meet in June."
    assert [s for s in read(text).statements if s.cue.rule == "the name below"] == []
