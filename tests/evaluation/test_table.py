"""One table holds every figure of every column; a figure that a column lacks leaves its cell empty."""

from __future__ import annotations

from evaluation.scores import Figure
from evaluation.table import markdown


def test_rows_are_figures_and_columns_are_parts() -> None:
    text = markdown(
        {"seeds": {"a: x": Figure(0.5)}, "newsroom": {"b: z": Figure(1.0), "a: y": Figure(0.25, 1, 4)}},
        {"seeds": 5, "newsroom": 27},
    )
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    assert cells[0] == ["figure", "seeds", "newsroom"]
    assert cells[2:] == [["pages", "5", "27"], ["a: x", "0.500", ""], ["a: y", "", "1/4"], ["b: z", "", "1.000"]]


def test_columns_stand_under_one_another() -> None:
    text = markdown({"seeds": {"a long name: x": Figure(0.5)}}, {"seeds": 5})
    assert len({len(line) for line in text.splitlines()}) == 1


def test_columns_that_share_no_figure_stand_in_tables_of_their_own() -> None:
    text = markdown(
        {"seeds": {"people: F1": Figure(0.5)}, "empty": {"inventions": Figure(0.1)}, "real": {"people: P": Figure(0.4)}},
        {"seeds": 5, "empty": 60, "real": 18},
    )
    first, second = text.split("\n\n")
    assert "real" in first and "seeds" in first and "empty" not in first
    assert "inventions" in second and "0.100" in second
