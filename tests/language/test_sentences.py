"""Where sentences begin and end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.sentences import MAX_CHARS, sentences, split
from dragoman.types import Span


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "pieces",
    [
        ["The ministers met.", "They signed nothing."],
        ["Lt. Gen. Ben Hodges spoke in Tbilisi.", "He then left."],
        ["Mr. Lavrov met Dr. Rice on Feb. 6 in Rome.", "Both smiled."],
        ["The U.S. Army sent tanks.", "Poland thanked it."],
        ["He works for the U.S.", "The post is new."],
        ["Raymond T. Odierno led them.", "He is from New Jersey."],
        ["Rolls-Royce Ltd. makes engines for them."],
        ['"We will talk again."', "He did not say when."],
        ["“Is that so?” he asked.", "Nobody answered."],
        ["Did they meet?", "Yes!", "They did."],
        ["The price was 2.5 billion dollars.", "It was paid."],
        ["Talks lasted until 5 p.m. on Friday.", "Then they ate."],
        ["No. 5 on the list was the frigate.", "It sailed."],
        ["The text was short, e.g. two pages long."],
        ["They waited...", "Nobody came."],
    ],
)
def test_a_paragraph_is_cut_where_its_sentences_end(pieces: list[str]) -> None:
    assert cut(" ".join(pieces)) == pieces


def test_a_stop_that_lost_its_space_still_ends_a_sentence() -> None:
    assert cut("The guests left the palace.Moscow kept silent.") == [
        "The guests left the palace.",
        "Moscow kept silent.",
    ]


def test_an_address_on_the_web_is_no_end() -> None:
    assert cut("The text is at mod.gov.az for all.") == ["The text is at mod.gov.az for all."]


def test_paragraphs_are_kept_apart_and_the_title_is_marked() -> None:
    text = "Ministers meet\nThey met in Riga. They left."
    found = sentences(text, [Span(0, 14), Span(15, len(text))], Span(0, 14))
    assert [(s.index, s.paragraph, s.headline, text[s.start : s.end]) for s in found] == [
        (0, 0, True, "Ministers meet"),
        (1, 1, False, "They met in Riga."),
        (2, 1, False, "They left."),
    ]


def test_nothing_longer_than_a_sentence_can_be() -> None:
    text = "word " * 2000
    found = split(text, 0, len(text))
    assert len(found) > 1 and max(s.end - s.start for s in found) <= MAX_CHARS


@pytest.mark.parametrize("unit", ["a", "word ", "A. ", "said.Moscow", "!? ", "U.S. ", "....", '."" x'])
def test_a_line_without_end_costs_no_more_than_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        assert split(text, 0, len(text))
        return time.process_time() - start

    assert seconds(800_000) < 12 * max(seconds(200_000), 0.05)  # four times the text: quadratic would be sixteen


@given(st.text(alphabet="aAbB .!?\"'”\n\tU.S.5", max_size=400), st.integers(0, 20), st.integers(0, 20))
def test_spans_lie_in_order_inside_and_lose_only_white_space(text: str, left: int, right: int) -> None:
    start, end = min(left, len(text)), max(min(left, len(text)), len(text) - right)
    spans = split(text, start, end)
    assert all(start <= s.start < s.end <= end for s in spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    covered = {k for s in spans for k in range(s.start, s.end)}
    assert all(text[k].isspace() for k in range(start, end) if k not in covered)
    assert spans == split(text, start, end)
