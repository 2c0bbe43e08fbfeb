"""A reading is a pure function of its article: whatever the batch, whatever the order, whatever the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.facts.read import Reader
from dragoman.types import Article, Furniture, Reading
from tests.facts.telling import Teller, article

SENTENCES = (
    "Russian Foreign Minister Sergey Lavrov arrived in Ankara on June 7, 2022.",
    "He met his Turkish counterpart Mevlut Cavusoglu and the two discussed grain.",
    "The two ministers, who had met in Antalya in March, will meet again in Moscow next month, TASS said.",
    "NATO's Supreme Allied Commander Europe, General Tod Wolters, called the Chief of the Russian General Staff.",
    "Iran and the United States agreed to buy 24 Su-35 fighter jets for $2 billion from the Kremlin.",
    "“We will not attend the talks,” said the president’s spokesman, Dmitry Peskov; “they are off”.",
    "Both sides denied it.",
    "Nothing else happened that day.",
    "MOSCOW (AP) --",
    "Turkey, Greece, Cyprus, Egypt, Israel: all of them, and none.",
)
PAGES = tuple(article(" ".join(SENTENCES[n : n + 3]), "2022-06-09", name=f"page-{n}") for n in range(len(SENTENCES)))


@pytest.fixture(scope="module")
def reader(tell: Teller) -> Reader:
    """The reader that all tests share."""
    return tell.reader


@pytest.fixture(scope="module")
def readings(reader: Reader) -> tuple[Reading, ...]:
    """Readings of all pages in one batch."""
    return tuple(reader.read_articles(PAGES))


def test_there_is_one_reading_for_each_article_in_order(readings: tuple[Reading, ...]) -> None:
    assert [r.article for r in readings] == list(PAGES)
    assert any(r.facts for r in readings)


def test_the_same_article_gives_the_same_reading(reader: Reader, readings: tuple[Reading, ...]) -> None:
    assert tuple(reader.read_articles(PAGES)) == readings


def test_an_article_read_alone_gives_what_it_gives_in_a_batch(reader: Reader, readings: tuple[Reading, ...]) -> None:
    assert tuple(next(reader.read_articles([page])) for page in PAGES) == readings


def test_the_order_of_articles_does_not_matter(reader: Reader, readings: tuple[Reading, ...]) -> None:
    assert tuple(reader.read_articles(reversed(PAGES))) == tuple(reversed(readings))


def test_more_articles_than_a_batch_holds_are_all_read(reader: Reader, readings: tuple[Reading, ...]) -> None:
    assert tuple(reader.read_articles(PAGES * 2)) == readings * 2


def test_articles_are_taken_as_they_are_needed(reader: Reader) -> None:
    taken: list[Article] = []

    def stream() -> Iterator[Article]:
        for page in PAGES * 4:
            taken.append(page)
            yield page

    found = reader.read_articles(stream())
    next(found)
    assert 0 < len(taken) < 4 * len(PAGES)


def test_no_articles_give_no_readings(reader: Reader) -> None:
    assert list(reader.read_articles([])) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", ".", "…", "\x00", "é" * 2000, "Baku", "met met met"])
def test_an_article_that_says_nothing_has_an_empty_reading(reader: Reader, text: str) -> None:
    (reading,) = reader.read_articles([article(text)])
    assert (reading.facts, reading.statements, reading.problems) == ((), (), ())


def test_an_article_of_which_no_sentence_is_parsed_has_no_facts(tell: Teller) -> None:
    text = "It rained all night. Bread costs more than it did last year."
    parsed = tell.parsed(text)
    assert [s.tokens for s in parsed.page.annotated.sentences] == [(), ()]
    assert tell(text).reading.facts == ()


def test_sentences_that_are_not_parsed_do_not_come_between(tell: Teller) -> None:
    told = tell(
        "Sergey Lavrov visited Ankara on June 8, 2022. It rained all day. "
        "Lavrov met Turkish Foreign Minister Mevlut Cavusoglu."
    )
    place = told.only("meeting").place
    assert place is not None
    assert place.place.name == "Ankara"


def test_what_is_furniture_is_not_read(tell: Teller) -> None:
    menu = "Emmanuel Macron met Olaf Scholz in Warsaw."
    page = article(f"{menu}\n\nAntony Blinken met Wang Yi in Rome.")
    page = replace(page, furniture=(Furniture(0, len(menu), "menu"),))
    (reading,) = tell.reader.read_articles([page])
    (fact,) = reading.facts
    assert fact.sentence.start > len(menu)


def test_a_sentence_too_long_to_be_one_is_read_in_bounded_time(reader: Reader) -> None:
    text = "Emmanuel Macron met Olaf Scholz in Warsaw and " * 400
    (reading,) = reader.read_articles([article(text)])
    assert all(f.type == "meeting" for f in reading.facts)


def test_the_knowledge_of_a_user_is_laid_over_the_packaged_one(tmp_path: Path) -> None:
    folder = tmp_path / "frames"
    folder.mkdir()
    (folder / "broken.yaml").write_text("name: broken\n", encoding="utf-8")
    with pytest.raises(DragomanError, match="broken.yaml"):
        Reader(knowledge_folder=tmp_path)


# ------------------------------------------------------------------ whatever the words


_SHUFFLED = st.permutations(SENTENCES).map(lambda parts: " ".join(parts[:4]))
_CUT = st.tuples(_SHUFFLED, st.integers(0, 400), st.integers(0, 400)).map(lambda x: x[0][min(x[1:]) : max(x[1:])])
_WORDS = st.lists(
    st.sampled_from(sorted({w for s in SENTENCES for w in s.split()} | {"\n\n", "(", ")", "—", "and", "of", "the"})),
    max_size=30,
).map(" ".join)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    text=st.one_of(_SHUFFLED, _CUT, _WORDS, st.text(max_size=80)),
    published=st.sampled_from([None, "2022-06-09", "2022", "--06"]),
)
def test_any_words_give_a_reading_whose_values_stand_in_the_text(
    tell: Teller, text: str, published: str | None
) -> None:
    (reading,) = tell.reader.read_articles([article(text, published)])
    for fact in reading.facts:
        assert text[fact.trigger.start : fact.trigger.end].strip()
        assert fact.sentence.end <= len(text)
        assert 0 < fact.confidence < 1
        assert all(0 <= p.referent < len(reading.referents) for p in fact.participants)
        for at in (p.evidence for p in fact.participants):
            assert at.inferred or fact.sentence.start <= at.start < at.end <= fact.sentence.end
