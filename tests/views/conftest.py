"""A small record of four outlets on two events, read by the real reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.facts.read import Reader
from dragoman.store.store import Store
from dragoman.types import Article
from tests.record.hand import record

PAGES = {
    ("tass", "TASS", "RUS", "2017-02-17"): (
        "Russian General Staff chief Valery Gerasimov met U.S. General Joseph Dunford in Baku on 16 February 2017. "
        "Russian Foreign Minister Sergey Lavrov welcomed the meeting and thanked Azerbaijan for its help."
    ),
    ("trend", "Trend", "AZE", "2017-02-16"): (
        "Valery Gerasimov, the chief of the Russian General Staff, met U.S. General Joseph Dunford in Baku on "
        "16 February 2017, RIA Novosti reported. Azerbaijani President Ilham Aliyev said Baku had bought arms worth "
        "$4 billion from Moscow."
    ),
    ("reuters", "Reuters", "GBR", "2017-02-18"): (
        "Russian Foreign Minister Sergey Lavrov denied that Russia would sell missiles to Turkey. "
        "Turkish President Recep Tayyip Erdogan met Russian President Vladimir Putin in Sochi on 18 February 2017."
    ),
    ("ap", "Associated Press", "USA", "2017-02-20"): (
        "Turkish President Recep Tayyip Erdogan said talks on oil prices would go on."
    ),
}  # fmt: skip


@pytest.fixture(scope="session")
def reported(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of the record."""
    articles = [
        Article(id, text, id * 16, publisher=publisher, country=country, published=day, published_basis="given")
        for (id, publisher, country, day), text in PAGES.items()
    ]
    path = tmp_path_factory.mktemp("reported") / "r.dragoman"
    record(path, *Reader().read_articles(articles)).close()
    return str(path)


@pytest.fixture
def store(reported: str) -> Iterator[Store]:
    """The record, open."""
    with Store.open(reported) as found:
        yield found
