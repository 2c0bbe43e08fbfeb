"""Every kind of furniture is found and named; what resembles it and is the article's own stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading import body_spans, read
from dragoman.types import Article, Page

Make = Callable[..., Page]
Pieces = Callable[[Article], dict[str, list[str]]]

TITLE = "Ministers open talks on the border"
ONE = "The ministers of defence of both states opened talks on the border on Tuesday, the first in more than a year."
TWO = "Nothing was signed, but both sides praised the tone of the meeting and named officers who will go on with it."
LAST = (
    "The next meeting is to be held in the other capital in March, according to a statement that both sides gave out."
)


def own(article: Article) -> list[str]:
    return [article.text[span.start : span.end] for span in body_spans(article)]


HEAD = [
    ("breadcrumb", "Home > World > Caucasus"),
    ("breadcrumb", "You are here: :: ::"),
    ("breadcrumb", "Anasayfa » Gündem"),
    ("breadcrumb", "1. Anasayfa\n2. »\n3. Gündem\n4. »\n5. Ministers open talks on the border"),
    ("menu", "Politics\nEconomy\nSociety\nSport"),
    ("menu", "Новости\nПолитика\nЭкономика"),
    ("menu", "World | Region | Sport | Weather"),
    ("share", "Share on Facebook"),
    ("share", "Paylaş"),
    ("advert", "advertisement"),
    ("advert", "Reklam"),
    ("timestamp", "10:22 23 May\n10:11 23 May\n10:13 22 May"),
    ("timestamp", "Updated: 2004-12-06 12:44"),
    ("timestamp", "12 Ağustos 2016, 14:05"),
    ("views", "7 dk okuma süresi"),
    ("views", "Anna Holm - - 7 dk okuma süresi\n284 0"),
    ("views", "3 min read"),
    ("views", "1,204 views"),
    ("byline", "(Agencies)"),
    ("byline", "By Anna Holm"),
    ("byline", "Associated Press"),
    ("print", "printable version"),
]


@pytest.mark.parametrize(("reason", "lines"), HEAD)
def test_furniture_between_title_and_text_is_named(make_page: Make, pieces: Pieces, reason: str, lines: str) -> None:
    article = read(make_page(f"{TITLE}\n{lines}\n{ONE}\n{TWO}\n{LAST}", title=TITLE))
    assert pieces(article) == {reason: [lines]}
    assert own(article) == [TITLE, ONE, TWO, LAST]


@pytest.mark.parametrize(("reason", "lines"), [row for row in HEAD if row[0] not in ("views", "byline")])
def test_furniture_above_a_headline_is_named(make_page: Make, pieces: Pieces, reason: str, lines: str) -> None:
    article = read(make_page(f"{lines}\n\n{TITLE}\n\n{ONE}\n\n{TWO}\n\n{LAST}"))
    assert article.title == TITLE
    assert pieces(article) == {reason: [lines]}


TAIL = [
    ("related", "Related news\n  • Guests from abroad visit the agency\n  • Prices of bread went up by a thi..."),
    ("related", "İlgili Yazılar\nYeni bir köprü açıldı"),
    ("related", "Читайте также\nВ столице открыт новый мост"),
    ("related", "(01 Aug 04 | Business )\n(28 May 04 | Business )"),
    (
        "comments",
        "2 thoughts on “Ministers open talks”\n\nLeave a Reply\n\nTwitter picture\nConnecting to %s",
    ),
    ("comments", "Bir cevap yazın\n\nE-posta hesabınız yayımlanmayacak. Gerekli alanlar * ile işaretlenmişlerdir"),
    (
        "comments",
        "Leave a comment\nA reader wrote that he had been there himself and that nothing like it was said.",
    ),
    ("print", "E-mail this page Printer-friendly page"),
    ("print", "Printable view | Email this article | Send comments"),
    ("footer", "© 2019 Example Wire. All rights reserved."),
    ("footer", "Copyright 2004 Example Wire\nPrivacy and more\nAbout this site here"),
    ("footer", "/ 23 May, 2018"),
    ("share", "Share this article\nTweet"),
]


@pytest.mark.parametrize(("reason", "lines"), TAIL)
def test_furniture_after_the_text_is_named(make_page: Make, pieces: Pieces, reason: str, lines: str) -> None:
    article = read(make_page(f"{TITLE}\n{ONE}\n{TWO}\n{LAST}\n{lines}", title=TITLE))
    assert pieces(article) == {reason: [lines]}
    assert own(article) == [TITLE, ONE, TWO, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "The minister of defence (L) greets his guest before the talks",
        "File photo: soldiers on parade in the capital",
        "Baku, National Parliament Building",
        "Soldiers on parade in the capital (AP Photo)",
    ],
)
def test_lines_under_pictures_are_captions(make_page: Make, pieces: Pieces, line: str) -> None:
    article = read(make_page(f"{TITLE}\n{ONE}\n{line}\n{TWO}\n{LAST}", title=TITLE))
    assert pieces(article) == {"caption": [line]}


@pytest.mark.parametrize(
    "line",
    [
        "New Year deadline",
        "Other developments",
        "'Long way to go'",
        "Analysis",
        "Politics",
        "Georgia: 12 soldiers",
        "The host, a general, was pleased.",
        "Nobody could be reached for comment.",
        "Home > sweet home, as one officer put it.",
        "The talks ended at 10:22 on 23 May.",
        "Share of the budget",
        "It was read by 12,000 people.",
        "Comment was not to be had",
    ],
)
def test_crossheads_and_short_sentences_amid_the_text_stay(make_page: Make, line: str) -> None:
    article = read(make_page(f"{TITLE}\n{ONE}\n{line}\n{TWO}\n{LAST}", title=TITLE))
    assert article.furniture == ()
    assert own(article) == [TITLE, ONE, line, TWO, LAST]


def test_short_sentences_and_lists_that_end_an_article_stay(make_page: Make) -> None:
    lines = ["Sweden v Norway", "Latvia v Estonia", "The winners meet in May."]
    article = read(make_page("\n".join([TITLE, ONE, TWO, *lines]), title=TITLE))
    assert article.furniture == ()


def test_links_amid_the_text_do_not_take_the_crosshead_after_them(make_page: Make, pieces: Pieces) -> None:
    links = "Read more\nAnother meeting of ministers was held in Vienna last year"
    article = read(make_page(f"{TITLE}\n{ONE}\n{TWO}\nRelated stories\n{links}\nLong way to go\n{LAST}", title=TITLE))
    assert "Long way to go" in own(article) and LAST in own(article)
    assert set(pieces(article)) == {"related"}


def test_a_comment_link_in_the_head_does_not_swallow_the_article(make_page: Make) -> None:
    article = read(make_page(f"{TITLE}\nComments (3)\n{ONE}\n{TWO}\n{LAST}", title=TITLE))
    assert own(article) == [TITLE, ONE, TWO, LAST]


def test_what_runs_on_after_the_last_sentence_is_cut_off(make_page: Make, pieces: Pieces) -> None:
    signed = read(make_page(f"{TITLE}\n{ONE}\n{LAST} Anna Holm", title=TITLE))
    assert pieces(signed) == {"byline": ["Anna Holm"]}
    credited = read(make_page(f"{TITLE}\n{ONE}\n{LAST} (Additional reporting by Anna Holm in Oslo)", title=TITLE))
    assert pieces(credited) == {"byline": ["(Additional reporting by Anna Holm in Oslo)"]}
    linked = read(make_page(f"{TITLE}\n{ONE}\n{LAST} Send to a friend", title=TITLE))
    assert pieces(linked) == {"print": ["Send to a friend"]}
    continued = read(make_page(f"{TITLE}\n{ONE}\n{LAST} Continued ...", title=TITLE))
    assert pieces(continued) == {"related": ["Continued ..."]}
    for article in (signed, credited, linked, continued):
        assert own(article) == [TITLE, ONE, LAST]


def test_one_long_line_has_no_furniture(make_page: Make) -> None:
    body = " ".join([ONE, TWO, LAST] * 3).replace("Tuesday", "Monday", 1)
    article = read(make_page(body))
    assert article.furniture == () and own(article) == [body]
