"""The lines of a page are its paragraphs, also where it cut them at its width."""

from __future__ import annotations

import textwrap

from dragoman.reading.article import read
from dragoman.reading.body import body_spans
from dragoman.reading.lines import lines_of
from dragoman.types import Page

PARAGRAPHS = (
    "The foreign ministers of the two neighbours met in the capital on Monday and spoke for three hours about the border "
    "and about the prisoners whom both sides still hold.",
    "They agreed to meet again before the end of the month, the host said after the talks, and to keep the line between "
    "the two commands open at all hours.",
    "Neither side would say whether the shelling of the past week had been a subject of the talks in the capital.",
)


def test_lines_cut_at_a_width_are_put_together() -> None:
    text = "\n".join(textwrap.fill(p, 62) for p in PARAGRAPHS)
    assert [line.text.replace("\n", " ") for line in lines_of(text)] == list(PARAGRAPHS)


def test_the_body_keeps_the_text_as_it_stands() -> None:
    text = "\n".join(textwrap.fill(p, 62) for p in PARAGRAPHS)
    article = read(Page("page", "page.txt", "text", text, "0" * 64))
    spans = [article.text[s.start : s.end] for s in body_spans(article)]
    assert spans == [textwrap.fill(p, 62) for p in PARAGRAPHS]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert [line.text for line in lines_of("\n".join(PARAGRAPHS * 3))] == list(PARAGRAPHS * 3)


def test_a_line_cut_short_goes_on_where_the_next_begins_small_and_one_line_may_stand_out() -> None:
    long = "A first line that is a good deal wider than all the others of this page, since it has the dateline, and which"
    cut = [long, "goes on in the next that is about as wide as most lines", "are at a link", "which was set on a line."]
    text = "\n".join([*cut, *(textwrap.fill(p, 62) for p in PARAGRAPHS)])
    assert [line.text.replace("\n", " ") for line in lines_of(text)] == [" ".join(cut), *PARAGRAPHS]


def test_a_list_of_headlines_stays_apart() -> None:
    items = [f"Minister of the {n}. district meets the general at the border again" for n in range(12)]
    assert len(lines_of("\n".join(items))) == 12


def test_blank_lines_part_paragraphs() -> None:
    text = "\n\n".join(textwrap.fill(p, 62) for p in PARAGRAPHS)
    assert len(lines_of(text)) == 3


def test_a_page_without_end_is_not_put_together_in_one() -> None:
    text = "the minister went on and on about the border and the prisoners\n" * 4000
    assert len(lines_of(text)) > 20
