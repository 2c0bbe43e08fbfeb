"""The date of an article, by rank, each claim kept; a date in furniture is not the article's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading import read
from dragoman.reading.publication import as_old_as, original_of, settled, unsettled
from dragoman.types import Page

Make = Callable[..., Page]

TITLE = "Ministers open talks on the border"
ONE = "The ministers of defence of both states opened talks on the border on Tuesday, the first in more than a year."
TWO = "Nothing was signed, but both sides praised the tone of the meeting and named officers who will go on with it."


def test_given_ranks_before_url_and_url_before_text(make_page: Make) -> None:
    body = f"{TITLE}\nPublished: 3 May 2019\n{ONE}\n{TWO}"
    address = "https://herald.test/2019/05/02/talks"
    given = read(make_page(body, title=TITLE, url=address, published="2019-05-01"))
    assert (given.published, given.published_basis) == ("2019-05-01", "given")
    assert [(claim.value, claim.basis) for claim in given.date_claims] == [
        ("2019-05-01", "given"),
        ("2019-05-02", "url"),
        ("2019-05-03", "text"),
    ]
    from_url = read(make_page(body, title=TITLE, url=address))
    assert (from_url.published, from_url.published_basis) == ("2019-05-02", "url")
    from_text = read(make_page(body, title=TITLE))
    assert (from_text.published, from_text.published_basis) == ("2019-05-03", "text")


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("Updated: 2004-12-06 12:44", "2004-12-06"),
        ("Updated: 7 December 2004\nPublished: 6 December 2004", "2004-12-06"),
        ("17 November 2004", "2004-11-17"),
        ("By Anna Holm\n17 November 2004", "2004-11-17"),
    ],
)
def test_a_stamp_between_title_and_text_dates_the_article(make_page: Make, head: str, value: str) -> None:
    article = read(make_page(f"{TITLE}\n{head}\n{ONE}\n{TWO}", title=TITLE))
    assert (article.published, article.published_basis) == (value, "text")
    claim = next(claim for claim in article.date_claims if claim.value == value)
    assert claim.start is not None and article.text[claim.start : claim.end] in head


def test_a_dateline_without_a_year_keeps_the_year_unknown(make_page: Make) -> None:
    article = read(make_page(f"BAKU, August 15. {ONE}\n{TWO}"))
    assert (article.published, article.published_basis) == ("--08-15", "text")


@pytest.mark.parametrize(
    "body",
    [
        f"10:22 23 May\n10:11 23 May\n10:13 22 May\n\n{TITLE}\n\n{ONE}\n\n{TWO}",
        f"{TITLE}\n{ONE}\n{TWO}\n/ 23 May, 2018",
        f"{TITLE}\n{ONE}\n{TWO}\n© 23 May 2018 Example Wire",
        f"{TITLE}\n{ONE}\n{TWO}\nRelated news\nA bridge was opened on 23 May 2018",
        f"23 May 2018\nHome\nNews\nContact us\n{TITLE}\n{ONE}\n{TWO}",
        f"{ONE} It was signed on 23 May 2018.\n{TWO}",
    ],
)
def test_a_date_in_furniture_or_in_a_sentence_is_not_the_articles(make_page: Make, body: str) -> None:
    article = read(make_page(body))
    assert (article.published, article.published_basis) == (None, "unknown")
    assert {claim.basis for claim in article.date_claims} <= {"unknown"}


def test_a_day_from_the_text_completes_a_month(make_page: Make) -> None:
    dated = read(make_page(f"BAKU, August 15, 2016. {ONE}\n{TWO}", published="2016-08"))
    assert (dated.published, dated.published_basis) == ("2016-08-15", "text")
    joined = read(make_page(f"BAKU, August 15. {ONE}\n{TWO}", published="2016-08"))
    assert (joined.published, joined.published_basis) == ("2016-08-15", "inferred")
    apart = read(make_page(f"BAKU, August 15. {ONE}\n{TWO}", published="2016-09"))
    assert (apart.published, apart.published_basis) == ("2016-09", "given")


def test_the_archives_day_bounds_an_unknown_date(make_page: Make) -> None:
    article = read(make_page(ONE, url="https://web.archive.org/web/20050404173403/http://example.org/a"))
    assert (article.published, article.published_before) == (None, "2005-04-04")


def test_a_date_from_elsewhere_hides_the_archives_day_until_it_is_taken_back(make_page: Make) -> None:
    article = read(make_page(ONE, url="https://web.archive.org/web/20050404173403/http://example.org/a"))
    for dated in (settled(article, "2005-04-01"), as_old_as(article, "original", "2005-04-01")):
        assert (dated.published, dated.published_before) == ("2005-04-01", None)
        assert unsettled(dated) == article


def test_a_copy_is_as_old_as_its_original_and_knows_it(make_page: Make) -> None:
    article = read(make_page(f"BAKU, August 15. {ONE}\n{TWO}"))
    dated = as_old_as(as_old_as(article, "first", "2015-08-15"), "second", "2016-08-15")
    assert (dated.published, dated.published_basis, original_of(dated)) == (
        "2016-08-15", "inferred", ("second", "2016-08-15")
    )  # fmt: skip
    assert [claim.value for claim in dated.date_claims] == ["--08-15", "2016-08-15"]
    assert (original_of(article), original_of(settled(dated, "2016-08-16"))) == (None, None)


def test_a_date_settled_by_hand_goes_first_and_can_be_taken_back(make_page: Make) -> None:
    article = read(make_page(f"{TITLE}\nPublished: 3 May 2019\n{ONE}\n{TWO}", title=TITLE))
    by_hand = settled(settled(article, "2019-05-04"), "2019-05-05")
    assert (by_hand.published, by_hand.published_basis) == ("2019-05-05", "given")
    assert [(claim.value, claim.note) for claim in by_hand.date_claims] == [
        ("2019-05-05", "settled by hand"),
        ("2019-05-03", None),
    ]
    assert unsettled(by_hand) == article
