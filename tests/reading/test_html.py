"""An HTML page gives its article, and its head's metadata; a page without one says so."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from dragoman.errors import PageError
from dragoman.reading import body_spans, read
from dragoman.types import Page

Make = Callable[..., Page]

ONE = "The ministers of defence of both states opened talks on the border on Tuesday, the first in more than a year."
TWO = "Nothing was signed, but both sides praised the tone of the meeting and named officers who will go on with it."
THREE = (
    "The next meeting is to be held in the other capital in March, according to a statement that both sides gave out."
)


def html(head: str = "", above: str = "", below: str = "") -> str:
    return (
        f"<!doctype html><html lang='en'><head><title>Ministers open talks - Example Wire</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/n'>News</a></nav>{above}<article><h1>Ministers open talks</h1>"
        f"<p>OSLO (Reuters) - {ONE}</p><p>{TWO}</p><p>{THREE}</p></article>{below}"
        "<footer><p>© 2024 Example Wire. All rights reserved.</p></footer></body></html>"
    )


def test_the_articles_paragraphs_come_without_the_page_around_them(make_page: Make) -> None:
    article = read(make_page(html(below="<aside><p>Weather: rain</p></aside>"), kind="html"))
    words = [article.text[span.start : span.end] for span in body_spans(article)]
    assert words == ["Ministers open talks", ONE, TWO, THREE]
    assert article.title == "Ministers open talks"
    assert (article.publisher, article.country) == ("Reuters", "GBR")
    assert "Weather" not in article.text and "rights" not in article.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-11-26T10:00:00+04:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-11-26"}</script>',
    ],
)
def test_the_heads_date_is_metadata(make_page: Make, head: str) -> None:
    article = read(make_page(html(head), kind="html"))
    assert (article.published, article.published_basis) == ("2019-11-26", "metadata")


def test_the_canonical_address_dates_the_page(make_page: Make) -> None:
    address = "https://herald.test/2019/11/26/talks"
    article = read(make_page(html(f'<link rel="canonical" href="{address}">'), kind="html"))
    assert article.url == address
    assert (article.published, article.published_basis) == ("2019-11-26", "url")


@pytest.mark.parametrize(
    "page",
    [
        html(below="<footer><time datetime='2024-01-02'>2 January 2024</time></footer>"),
        html(above="<aside><time datetime='2024-01-02'>2 January 2024</time></aside>"),
        html(below="<div><p>Last visit: 2024-01-02</p></div>"),
        html(),
    ],
)
def test_a_date_beside_the_article_is_not_its_own(make_page: Make, page: str) -> None:
    article = read(make_page(page, kind="html"))
    assert (article.published, article.published_basis) == (None, "unknown")


def test_the_date_does_not_hang_on_the_day_of_reading(make_page: Make) -> None:
    later = f"{datetime.date.today().year + 3}-05-06"
    head = f'<meta property="article:published_time" content="{later}T10:00:00Z">'
    assert read(make_page(html(head), kind="html")).published == later


@pytest.mark.parametrize(
    "body",
    [
        "<html><body><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></body></html>",
        "<html><head><title>x</title></head><body></body></html>",
        "<html><body><script>var x = 1;</script></body></html>",
        "no tags here",
        "<",
    ],
)
def test_a_page_with_no_article_is_refused_in_one_line(make_page: Make, body: str) -> None:
    with pytest.raises(PageError) as caught:
        read(make_page(body, kind="html", origin="a.html"))
    assert str(caught.value).startswith("a.html: ") and "\n" not in str(caught.value) and "; " in str(caught.value)


def test_markup_nested_without_end_ends(make_page: Make) -> None:
    try:
        read(make_page("<div>" * 20_000 + f"<p>{ONE}</p>", kind="html"))
    except PageError as error:
        assert "\n" not in str(error)
