"""An article that stands twice on its page is read once."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading import body_spans, read
from dragoman.types import Article, Page

Make = Callable[..., Page]
Pieces = Callable[[Article], dict[str, list[str]]]

PARAGRAPHS = [
    "The general arrived in the capital on Monday for talks with the chiefs of two neighbouring armies.",
    "He met the minister of defence first, and then the president, who thanked him for coming at short notice.",
    "Short but needed.",
    "An agreement on training was signed in the evening, and the guests left for the airport soon after that.",
]


def own(article: Article) -> list[str]:
    return [article.text[span.start : span.end] for span in body_spans(article)]


def test_the_whole_article_again_is_a_duplicate(make_page: Make, pieces: Pieces) -> None:
    article = read(make_page("\n".join(PARAGRAPHS * 2)))
    assert pieces(article) == {"duplicate": ["\n".join(PARAGRAPHS)]}
    assert own(article) == PARAGRAPHS


def test_a_run_of_its_paragraphs_again_is_a_duplicate(make_page: Make, pieces: Pieces) -> None:
    lead = "A rare visit has ended with a promise, officials of both states said in the evening after it."
    article = read(make_page("\n\n".join([lead, *PARAGRAPHS, *PARAGRAPHS])))
    assert pieces(article) == {"duplicate": ["\n\n".join(PARAGRAPHS)]}
    assert own(article) == [lead, *PARAGRAPHS]


def test_blanks_do_not_hide_a_repetition(make_page: Make) -> None:
    again = [paragraph.replace(" ", "  ", 3) if index else paragraph for index, paragraph in enumerate(PARAGRAPHS)]
    assert own(read(make_page("\n".join([*PARAGRAPHS, *again])))) == PARAGRAPHS


def test_the_article_twice_on_one_line_is_read_once(make_page: Make, pieces: Pieces) -> None:
    whole = " ".join(PARAGRAPHS)
    article = read(make_page(f"{whole} {whole}"))
    assert pieces(article) == {"duplicate": [whole]}
    assert own(article) == [whole]


def test_one_sentence_that_is_said_again_stays(make_page: Make) -> None:
    body = [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[0], PARAGRAPHS[3]]
    assert own(read(make_page("\n".join(body)))) == body


def test_paragraphs_that_only_begin_alike_stay(make_page: Make) -> None:
    body = [
        f"The minister of defence told his guests that it was the meeting number {number} of the year."
        for number in range(9)
    ]
    assert own(read(make_page("\n".join(body)))) == body
