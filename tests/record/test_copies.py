"""Which articles are versions of one text, which witness a copy adds, and what an outlet takes back."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.record.copies import Outlet, are_copies, families, family_of, own_words, text_of
from dragoman.record.versions import version
from dragoman.store import schema
from dragoman.types import Article, Furniture, Reading, Span
from evaluation.copies import measure
from tests.record.hand import BAKU, Hand, record

TEXT = (
    "The chief of the general staff met his colleague in Baku on Thursday. Both spoke of the border and of the "
    "exercises that are planned for the autumn. The press service of the ministry said that the talks lasted for "
    "two hours and that the hotline between the two staffs will be kept open. Nothing was said about a further "
    "meeting, though diplomats had expected a date to be named. The delegation left for home the same evening."
)
OTHER = (
    "Two frigates put to sea on Monday for a week of drills in the Black Sea. The fleet said that the crews would train "
    "the search for submarines together with aircraft from the coast, and that live fire was planned for Friday."
)


def article(id: str, text: str, title: str | None = None, published: str | None = None, **more: object) -> Article:
    whole = f"{title}\n{text}" if title else text
    span = Span(0, len(title)) if title else None
    return Article(id, whole, "", title=title, title_span=span, published=published, **more)  # type: ignore[arg-type]


def leads(*articles: Article) -> dict[str, str]:
    by_id = {a.id: a for a in articles}
    return {id: member.lead for id, member in family_of(articles, by_id.__getitem__).items()}


def test_a_text_with_another_title_and_dateline_is_a_copy_led_by_the_earliest() -> None:
    first = article("b", TEXT, "Generals meet in Baku", "2017-02-16")
    again = article("a", "BAKU, February 17. " + TEXT, "Hotline stays open", "2017-02-17")
    assert leads(first, again, article("c", OTHER)) == {"a": "b", "b": "b", "c": "c"}


def test_a_shortened_text_is_a_copy_and_a_quoted_sentence_is_none() -> None:
    short = article("b", TEXT[:230], published="2017-02-17")
    quoting = article("c", OTHER + " " + TEXT[:69] + " " + OTHER.replace("Monday", "Tuesday").replace("frigates", "tugs"))
    assert leads(article("a", TEXT, published="2017-02-16"), short, quoting) == {"a": "a", "b": "a", "c": "c"}


def test_furniture_makes_no_copies() -> None:
    menu = "Home World Politics Army Culture Sports Archive Contact About us Advertise Subscribe Newsletter Terms"
    pages = [
        article(id, f"{menu}\n{text}", furniture=(Furniture(0, len(menu), "menu"),)) for id, text in (("a", TEXT), ("b", OTHER))
    ]
    assert leads(*pages) == {"a": "a", "b": "b"}
    assert own_words(pages[1])[0] == "two"


def test_texts_too_short_for_shingles_are_copies_only_word_for_word() -> None:
    assert leads(article("a", "They met."), article("b", "They met!"), article("c", "They talked.")) == {
        "a": "a", "b": "a", "c": "c",
    }
    assert not are_copies([], [])


def test_an_article_without_words_is_nobodys_copy() -> None:
    assert text_of(article("a", "")).sketch.hashes == ()
    assert leads(article("a", "..."), article("b", "...")) == {"a": "a", "b": "b"}


def test_families_do_not_depend_on_order() -> None:
    outlets = [Outlet(id, None, day, None) for id, day in (("a", None), ("b", "2017-02-17"), ("c", "2017-02-16"))]
    edges = [("a", "b"), ("b", "c")]
    expected = families(outlets, edges)
    assert {m.lead for m in expected.values()} == {"c"}
    for order in permutations(outlets):
        assert families(order, reversed(edges)) == expected


@pytest.mark.parametrize(
    "title, text, expected",
    [
        ("Correction: general met colleague in Baku", TEXT, "correction"),
        ("Generals meet", "(Corrects the day of the talks) " + TEXT, "correction"),
        ("RETRACTED: Generals meet", TEXT, "retraction"),
        ("UPDATE 2-Generals meet in Baku", TEXT, "update"),
        ("Corrected map of the border handed over", TEXT, None),
        ("Updated weapons arrive", TEXT, None),
        (None, TEXT, None),
    ],
)
def test_what_an_article_calls_itself(title: str | None, text: str, expected: str | None) -> None:
    assert version(article("a", text, title)) == expected


def page(id: str, publisher: str, published: str, head: str = "", day: str = "16", more: str = "") -> Reading:
    text = (
        f"{head}Russia and Turkey held talks in Baku on {day} February 2017. Both spoke of the border and of the exercises that "
        f"are planned for the autumn, and said that the hotline between the two staffs will be kept open. {more}"
    )
    made = Hand(id, text, published, publisher)
    sides = [made.state("Russia", "RUS"), made.state("Turkey", "TUR")]
    made.fact("meeting", "held talks", sides, date=(f"{day} February 2017", f"2017-02-{day}"), place=(BAKU, "Baku"))
    return made.reading()


def test_a_copy_adds_its_outlet_and_no_witness(tmp_path: Path) -> None:
    own = "The guests stayed for a night in a state residence, and a wreath was laid before they left the city again."
    other = Hand("r", f"Russia and Turkey held talks in Baku on 16 February 2017. {own}", "2017-02-17", "three")
    sides = [other.state("Russia", "RUS"), other.state("Turkey", "TUR")]
    other.fact("meeting", "held talks", sides, date=("16 February 2017", "2017-02-16"), place=(BAKU, "Baku"))
    with record(tmp_path / "r", page("p", "one", "2017-02-16"), page("q", "two", "2017-02-17"), other.reading()) as store:
        (row,) = store.rows(select(schema.events.c.body))
    event = json.loads(row.body)
    assert [(s["publisher"], s["copy_of"]) for s in event["sources"]] == [("one", None), ("two", "p"), ("three", None)]
    assert event["independent"] == 2


def test_what_an_outlet_corrects_gives_way_and_is_kept(tmp_path: Path) -> None:
    pages = [page("p", "one", "2017-02-16", day="16"), page("q", "one", "2017-02-17", "Correction: ", day="17")]
    copy = page("r", "two", "2017-02-17", day="16")
    with record(tmp_path / "r", *pages, copy) as store:
        bodies = [json.loads(row.body) for row in store.rows(select(schema.events.c.body))]
    taken_back = [s for e in bodies for s in e["sources"] if s["superseded_by"]]
    assert [(s["article"], s["superseded_by"]) for s in taken_back] == [("p", "q")]
    assert [s["version"] for e in bodies for s in e["sources"] if s["article"] == "q"] == ["correction"]
    assert bodies[0]["independent"] == 1


def test_seeded_families_are_found() -> None:
    found = measure(60, seed=3)
    assert found.gold > 150
    assert found.precision >= 0.99
    assert found.recall >= 0.97
