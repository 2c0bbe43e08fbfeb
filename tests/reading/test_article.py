"""A page becomes an article: title, date, outlet, byline, and nothing of its own words lost."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dragoman.errors import PageError
from dragoman.reading import body_spans, read
from dragoman.types import Article, Page

Make = Callable[..., Page]
Pieces = Callable[[Article], dict[str, list[str]]]

ONE = "The chiefs of staff of Finland and Norway met in Oslo on Tuesday and spoke about the safety of the northern sea."
TWO = "They agreed to open a direct line between their headquarters, the host's office said after the talks had ended."
THREE = "A further round will be held in spring, an officer who took part in the meeting told reporters in the evening."
BODY = (ONE, TWO, THREE)
FURNITURE = [
    "Home",
    "News",
    "Home > World > Europe",
    "You are here: Home / World",
    "Share on Facebook",
    "Tweet",
    "Print this page",
    "E-mail this page Printer-friendly page",
    "Advertisement",
    "5 min read",
    "7 dk okuma süresi",
    "1,204 views",
    "10:22 23 May",
    "Updated: 2004-12-06 12:44",
    "Posted on 4 June 2019, 12:10",
    "© 2019 Example Wire. All rights reserved.",
    "Log in",
    "(Agencies)",
    "By Anna Holm",
]


def own(article: Article) -> list[str]:
    return [article.text[span.start : span.end] for span in body_spans(article)]


def test_a_given_title_that_is_not_in_the_text_becomes_its_first_paragraph(make_page: Make) -> None:
    article = read(make_page(f"{ONE}\n{TWO}", title="Chiefs of staff meet in Oslo"))
    assert article.text == f"Chiefs of staff meet in Oslo\n\n{ONE}\n{TWO}"
    assert article.title == "Chiefs of staff meet in Oslo"
    assert article.title_span is not None and article.title_span.start == 0
    assert own(article) == ["Chiefs of staff meet in Oslo", ONE, TWO]


def test_a_given_title_that_heads_the_text_is_found_there_and_not_added(make_page: Make) -> None:
    body = f"Home > World\nChiefs of Staff Meet in Oslo\n{ONE}\n{TWO}"
    article = read(make_page(body, title="Chiefs of staff meet in Oslo - Reuters"))
    assert article.text == body
    assert article.title == "Chiefs of Staff Meet in Oslo"
    assert own(article) == ["Chiefs of Staff Meet in Oslo", ONE, TWO]


def test_a_title_that_runs_on_into_the_text_is_a_paragraph_of_its_own(make_page: Make) -> None:
    article = read(make_page(f"Chiefs of staff meet in Oslo {ONE} {TWO}", title="Chiefs of staff meet in Oslo"))
    assert own(article) == ["Chiefs of staff meet in Oslo", f"{ONE} {TWO}"]


def test_without_a_given_title_a_headline_is_taken(make_page: Make) -> None:
    article = read(make_page(f"10:22 23 May\n\nChiefs of staff meet in Oslo\n\n{ONE}\n\n{TWO}"))
    assert article.title == "Chiefs of staff meet in Oslo"


@pytest.mark.parametrize("body", [f"{ONE}\n{TWO}", f"The talks are over.\n{ONE}\n{TWO}", ONE])
def test_the_first_sentence_is_never_the_title(make_page: Make, body: str) -> None:
    article = read(make_page(body))
    assert article.title is None and article.title_span is None
    assert own(article)[0] == body.split("\n")[0]


@pytest.mark.parametrize("title", ["International News", "Home Page", "The Guardian", "example.org"])
def test_a_title_that_names_the_site_gives_way_to_the_headline(make_page: Make, title: str) -> None:
    article = read(make_page(f"advertisement\nChiefs of Staff Meet in Oslo\n{ONE}\n{TWO}", title=title))
    assert article.title == "Chiefs of Staff Meet in Oslo"
    assert title not in article.text


def test_the_dateline_gives_place_and_outlet_and_is_no_part_of_the_first_sentence(make_page: Make) -> None:
    article = read(make_page(f"OSLO (Reuters) - {ONE}\n{TWO}"))
    assert article.dateline_place is not None
    assert article.text[article.dateline_place.start : article.dateline_place.end] == "OSLO"
    assert (article.publisher, article.country) == ("Reuters", "GBR")
    assert article.text.startswith("OSLO (Reuters) - ") and own(article) == [ONE, TWO]


def test_the_site_is_the_outlet_where_no_agency_is_named(make_page: Make) -> None:
    known = read(make_page(ONE, url="https://news.bbc.co.uk/1/hi/x.stm"))
    assert (known.publisher, known.country) == ("BBC", "GBR")
    unknown = read(make_page(ONE, url="http://www.example.org/x"))
    assert (unknown.publisher, unknown.country) == ("example.org", None)


def test_bylines_before_the_text_and_in_a_line_of_their_own(make_page: Make) -> None:
    inline = read(make_page(f"By Anna Holm. {ONE}"))
    assert inline.byline == "Anna Holm" and own(inline) == [ONE]
    line = read(make_page(f"Chiefs of staff meet in Oslo\nBy Anna Holm\n{ONE}\n{TWO}"))
    assert line.byline == "Anna Holm" and own(line)[1:] == [ONE, TWO]


def test_a_sentence_that_begins_with_by_is_no_byline(make_page: Make) -> None:
    for sentence in (
        "By Monday Russian troops had left the town, the ministry in the capital said.",
        "By far the largest of the ships came from Norway, the ministry said.",
    ):
        article = read(make_page(f"{sentence}\n{ONE}"))
        assert own(article)[0] == sentence and article.byline is None


def test_a_page_in_a_language_that_is_not_read_says_which(make_page: Make) -> None:
    texts = {
        "Turkish": "Genelkurmay başkanları salı günü başkentte bir araya geldi ve denizin güvenliği hakkında görüştü.",
        "Russian": "Начальники генеральных штабов встретились во вторник и говорили о безопасности моря.",
        "German": "Die Generalstabschefs haben sich am Dienstag getroffen und über die Sicherheit gesprochen.",
    }
    for name, text in texts.items():
        with pytest.raises(PageError) as caught:
            read(make_page(text))
        assert name in str(caught.value) and "p.txt" in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["Talks began.", "Sergei Shoigu met Zakir Hasanov in Baku.", "Iran, Iraq sign deal", "NATO"]
)
def test_short_english_pages_are_not_taken_for_another_language(make_page: Make, text: str) -> None:
    assert read(make_page(text)).language == "en"


def test_a_page_of_furniture_only_has_no_article(make_page: Make) -> None:
    with pytest.raises(PageError, match="no article"):
        read(make_page("Home\nNews\nContact us\nShare on Facebook\nLog in\n"))


def test_the_same_page_gives_the_same_article(make_page: Make) -> None:
    page = make_page("\n".join([*FURNITURE, *BODY]), title="Chiefs of staff meet in Oslo")
    assert read(page) == read(page)


def check_spans(article: Article) -> None:
    for piece in article.furniture:
        assert 0 <= piece.start < piece.end <= len(article.text) and piece.reason
    for first, second in pairwise(article.furniture):
        assert first.end <= second.start
    spans = body_spans(article)
    for before, after in pairwise(spans):
        assert before.end <= after.start
    for span in spans:
        words = article.text[span.start : span.end]
        assert words == words.strip() and "\n" not in words
        assert not any(piece.start < span.end and span.start < piece.end for piece in article.furniture)
    if article.title_span:
        assert article.title == article.text[article.title_span.start : article.title_span.end]
        assert article.title_span in spans
    for claim in article.date_claims:
        if claim.start is not None and claim.end is not None:
            assert 0 <= claim.start < claim.end <= len(article.text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(FURNITURE), max_size=6),
    st.lists(st.sampled_from(FURNITURE), max_size=6),
    st.lists(st.sampled_from(["", "Share", "Advertisement", "Print this page"]), max_size=2),
    st.sampled_from(["\n", "\n\n"]),
)
def test_the_articles_own_sentences_survive_any_furniture_around_them(
    make_page: Make, above: list[str], below: list[str], between: list[str], gap: str
) -> None:
    article = read(make_page(gap.join([*above, ONE, *between, TWO, THREE, *below])))
    check_spans(article)
    assert [words for words in own(article) if words in BODY] == list(BODY)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300), st.one_of(st.none(), st.text(min_size=1, max_size=40)))
def test_any_text_is_an_article_or_a_page_error(make_page: Make, text: str, title: str | None) -> None:
    page = make_page(text, title=title) if title and title.strip() else make_page(text)
    try:
        article = read(page)
    except PageError as error:
        assert "\n" not in str(error)
        return
    check_spans(article)
    assert article.text.endswith(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from([*FURNITURE, *BODY, "New Year deadline", "Related news", "Leave a Reply"]),
        min_size=1,
        max_size=25,
    )
)
@example([BODY[1], BODY[0], "Home > World > Europe"])  # a run of paragraphs again, with a trail of links inside
def test_what_was_left_after_furniture_is_read_the_same_again(make_page: Make, lines: list[str]) -> None:
    try:
        article = read(make_page("\n".join([ONE, *lines, TWO])))
    except PageError:
        return
    check_spans(article)
    again = read(make_page("\n".join(own(article))))
    assert [words for words in own(again) if words in BODY] == [words for words in own(article) if words in BODY]
