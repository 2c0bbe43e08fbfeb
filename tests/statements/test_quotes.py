"""Quotations: found whatever the marks, bounded whatever the page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.sentences import sentences
from dragoman.statements.quotes import Quotation, find
from dragoman.types import Sentence, Span


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


def quotations(text: str) -> tuple[Quotation, ...]:
    return find(text, split(text)).all


def split(text: str) -> list[Sentence]:
    paragraphs: list[Span] = []
    at = 0
    for row in text.split("\n"):
        if row.strip():
            paragraphs.append(Span(at, at + len(row)))
        at += len(row) + 1
    return sentences(text, paragraphs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge holds,” he said.", ["“The bridge holds,”"]),
        ('"The bridge holds," he said.', ['"The bridge holds,"']),
        ("«The bridge holds», he said.", ["«The bridge holds»"]),
        ("„The bridge holds“, he said.", ["„The bridge holds“"]),
        ("``The bridge holds,'' he said.", ["``The bridge holds,''"]),
        ("「The bridge holds」 he said.", ["「The bridge holds」"]),
        ("'The bridge holds,' he said.", ["'The bridge holds,'"]),
        ("‘The bridge holds,’ he said.", ["‘The bridge holds,’"]),
        ('"It holds," he said. "It will hold."', ['"It holds,"', '"It will hold."']),
        ("“He told us ‘hold the bridge’ and left,” she said.", ["“He told us ‘hold the bridge’ and left,”"]),
        ("“He said «we hold 「it」 now» and left,” she said.", ["“He said «we hold 「it」 now» and left,”"]),
        ("The ministers' plan and the army's tanks don't matter.", []),
        ("The soldiers’ camp and the army’s tanks don’t matter.", []),
        ("“The army doesn’t sleep,” he said.", ["“The army doesn’t sleep,”"]),
    ],
)
def test_marks_of_every_kind_open_and_close(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_runs_over_paragraphs_that_repeat_its_mark() -> None:
    text = "“We came by road.\n“We leave by sea,” the captain said."
    assert quoted(text) == ["“We came by road.\n“We leave by sea,”"]


def test_a_quotation_runs_over_a_paragraph_that_can_only_close_it() -> None:
    text = '"We came by road.\nWe leave by sea," the captain said.'
    assert quoted(text) == ['"We came by road.\nWe leave by sea,"']


def test_a_mark_that_never_closes_ends_with_its_paragraph() -> None:
    found = quotations("He said: “We came by road.\nThe ships left.")
    assert [(q.start, q.end, q.closed) for q in found] == [(9, 26, False)]


def test_a_mark_that_was_never_opened_begins_with_its_sentence() -> None:
    text = 'The road is long. We came by sea," the captain said.'
    found = quotations(text)
    assert [(text[q.start : q.end], q.opened) for q in found] == [('We came by sea,"', False)]


@given(st.text(alphabet="aB .,?!\n\"'“”‘’«»„「」`", max_size=300))
def test_quotations_lie_apart_in_order_and_within_the_text(text: str) -> None:
    end = 0
    for q in quotations(text):
        assert end <= q.start < q.end <= len(text)
        end = q.end


@pytest.mark.parametrize(
    "text",
    [
        "He said: “" + "The bridge holds. " * 2_000,
        "“" + "The bridge holds. " * 2_000 + "” he said.",
        '"' * 50_000,
        "'a " * 30_000,
        "‘a " * 30_000,
        "“«「" * 20_000,
        "\n".join(["“The bridge holds."] * 5_000),
    ],
)
def test_the_time_taken_is_bounded(text: str) -> None:
    parts = split(text)
    began = time.process_time()
    find(text, parts)
    assert time.process_time() - began < 5
