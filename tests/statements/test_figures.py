"""Figures in what is said: the number, its unit and bound, what it measures, of whom and when."""

from __future__ import annotations

import pytest

from dragoman.types import Reading, SaidFigure
from tests.facts.telling import Teller


@pytest.fixture(scope="module")
def tell() -> Teller:
    return Teller()


def only(reading: Reading) -> SaidFigure:
    (figure,) = [f for s in reading.statements for f in s.figures]
    return figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound", "of"),
    [
        ("Ilham Aliyev said the army had lost 40 percent of its freight.", 40, "percent", "exact", "freight"),
        ("Ilham Aliyev said 800 hectares were lost in April.", 800, "hectare", "exact", "lost"),
        ("Recep Tayyip Erdogan said Turkey hosts more than 3 million refugees.", 3_000_000, None, "at least", "refugees"),
        ("Ilham Aliyev said Baku had bought arms worth $4 billion.", 4_000_000_000, "USD", "exact", "arms"),
        ("Ilham Aliyev said Baku had spent about $2 billion on jets.", 2_000_000_000, "USD", "about", "jets"),
        ("Ilham Aliyev said military spending had risen to $3 billion.", 3_000_000_000, "USD", "exact", "military spending"),
        ("Ilham Aliyev spoke of a rise of 10 percent, and said Baku would see a growth of 5 percent.", 5, "percent", "exact", "growth"),
    ],
)  # fmt: skip
def test_what_a_number_measures(tell: Teller, text: str, value: float, unit: str, bound: str, of: str) -> None:
    figures = [f for s in tell(text).reading.statements for f in s.figures]
    assert (value, unit, bound, of) in [(f.value, f.unit, f.bound, f.of) for f in figures]


def test_whose_it_is_and_when(tell: Teller) -> None:
    told = tell("Sergey Lavrov said Russia had supplied 95 percent of Armenia's weapons last year.", "2014-09-04")
    figure = only(told.reading)
    assert figure.whom is not None and told.reading.referents[figure.whom].name == "Armenia"
    assert figure.when is not None and figure.when.start == "2013"
    assert figure.key == "weapon supply"


def test_a_range_keeps_both_ends(tell: Teller) -> None:
    figure = only(tell("Ilham Aliyev said prices in Baku had risen by 5-6 percent.").reading)
    assert (figure.value, figure.high, figure.unit) == (5, 6, "percent")


@pytest.mark.parametrize(
    "text",
    [
        "Ilham Aliyev said the two sides would meet in Baku.",
        "Ilham Aliyev said the talks would begin on 5 June 2014.",
        "Ilham Aliyev said the talks in Baku had gone well.",
    ],
)
def test_dates_and_pairs_are_no_figures(tell: Teller, text: str) -> None:
    assert [f for s in tell(text).reading.statements for f in s.figures] == []
