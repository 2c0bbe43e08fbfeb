"""When an article was written, where only what it tells can say so."""

from __future__ import annotations

from tests.facts.telling import Teller

SAID = "Dmitry Peskov said on September 2, 2021 that Vladimir Putin would visit Ankara"


def test_the_day_of_the_latest_words_is_the_date_as_inferred(tell: Teller) -> None:
    told = tell(f"{SAID}.")
    article = told.reading.article
    assert (article.published, article.published_basis) == ("2021-09-02", "inferred")
    (claim,) = article.date_claims
    assert claim.start is not None and claim.end is not None
    assert article.text[claim.start : claim.end] == "September 2, 2021"


def test_a_given_date_stays(tell: Teller) -> None:
    article = tell(f"{SAID}.", published="2021-09-03").reading.article
    assert (article.published, article.published_basis, article.date_claims) == ("2021-09-03", "given", ())


def test_words_older_than_what_happened_since_are_no_date_of_the_article(tell: Teller) -> None:
    article = tell(f"{SAID}. Sergei Lavrov met Mevlut Cavusoglu in Ankara on October 5, 2021.").reading.article
    assert (article.published, article.published_basis) == (None, "unknown")
    assert article.published_after == "2021-10-05"


def test_what_is_told_bounds_it(tell: Teller) -> None:
    text = (
        "Sergei Lavrov met Mevlut Cavusoglu in Ankara on October 5, 2021. "
        "Sergei Lavrov will visit Tehran in November 2021."
    )
    article = tell(text).reading.article
    assert (article.published, article.published_after, article.published_before) == (None, "2021-10-05", "2021-11")


def test_bounds_that_contradict_each_other_are_not_both_believed(tell: Teller) -> None:
    text = (
        "Sergei Lavrov met Mevlut Cavusoglu in Ankara on October 5, 2021. "
        "Sergei Lavrov will visit Tehran in November 2020."
    )
    article = tell(text).reading.article
    assert (article.published_after, article.published_before) == ("2021-10-05", None)


def test_a_day_without_a_year_bounds_nothing(tell: Teller) -> None:
    article = tell("Sergei Lavrov met Mevlut Cavusoglu in Ankara on October 5.").reading.article
    assert (article.published_after, article.published_before) == (None, None)
