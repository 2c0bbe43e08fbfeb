"""The day an undated article counts from."""

from __future__ import annotations

from dragoman.facts.reference import said_on
from tests.facts.telling import Parsed, Teller


def _said_on(parsed: Parsed) -> str | None:
    return said_on(parsed.page.annotated, dict(enumerate(parsed.predicates)))


def test_it_is_the_day_on_which_somebody_spoke(tell: Teller) -> None:
    assert (
        _said_on(tell.parsed("Dmitry Peskov said on September 2, 2021 that Putin would visit Ankara.")) == "2021-09-02"
    )


def test_of_several_it_is_the_latest(tell: Teller) -> None:
    text = (
        "Peskov announced the visit on September 9, 2021. Ankara had said on September 2, 2021 that Putin was welcome."
    )
    assert _said_on(tell.parsed(text)) == "2021-09-09"


def test_a_full_date_outweighs_one_without_a_year(tell: Teller) -> None:
    text = "Peskov said on September 2, 2021 that Putin would come. Ankara said on September 9 that he was welcome."
    assert _said_on(tell.parsed(text)) == "2021-09-02"


def test_without_a_year_it_has_none(tell: Teller) -> None:
    assert _said_on(tell.parsed("Dmitry Peskov said on September 2 that Putin would visit Ankara.")) == "--09-02"


def test_what_was_done_on_a_day_was_not_said_on_it(tell: Teller) -> None:
    assert _said_on(tell.parsed("Putin visited Ankara on September 2, 2021.")) is None


def test_a_month_or_a_weekday_is_no_day_to_count_from(tell: Teller) -> None:
    assert _said_on(tell.parsed("Dmitry Peskov said in September 2021 that Putin would visit Ankara.")) is None
    assert _said_on(tell.parsed("Dmitry Peskov said on Tuesday that Putin would visit Ankara.")) is None


def test_an_undated_article_counts_its_days_from_there(tell: Teller) -> None:
    text = "Dmitry Peskov said on September 2, 2021 that Turkish President Recep Tayyip Erdogan would visit Moscow tomorrow."
    date = tell(text).only("visit").date
    assert date is not None
    assert date.value.start == "2021-09-03"


def test_the_articles_own_date_goes_first(tell: Teller) -> None:
    text = "Dmitry Peskov said on September 2, 2021 that Turkish President Recep Tayyip Erdogan would visit Moscow tomorrow."
    date = tell(text, published="2021-09-04").only("visit").date
    assert date is not None
    assert date.value.start == "2021-09-05"


def test_an_empty_date_of_publication_is_none(tell: Teller) -> None:
    assert tell("Oman met Peru in Rome on Monday.", published="").only("meeting").date is None
