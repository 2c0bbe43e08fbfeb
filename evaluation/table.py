"""The figures as one table."""

from __future__ import annotations

from evaluation.scores import Figures


def markdown(columns: dict[str, Figures], pages: dict[str, int]) -> str:
    """Markdown tables: a row for each figure, a column for each part of a set.

    Columns stand in one table where they share a group of figures, by what stands before the colon.
    """
    tables: list[dict[str, Figures]] = []
    for column, figures in columns.items():
        kin = next((t for t in tables if any(_groups(figures) & _groups(others) for others in t.values())), None)
        if kin is None:
            tables.append(kin := {})
        kin[column] = figures
    return "\n".join(_table(t, pages) for t in tables)


def _groups(figures: Figures) -> set[str]:
    return {name.split(":")[0] for name in figures}


def _table(columns: dict[str, Figures], pages: dict[str, int]) -> str:
    names: dict[str, None] = {}
    for figures in columns.values():
        names |= dict.fromkeys(figures)
    body = [[name, *(str(figures.get(name, "")) for figures in columns.values())] for name in ordered(names)]
    head = ["figure", *columns]
    count = ["pages", *(str(pages[column]) for column in columns)]
    return rows(head, [count, *body])


def ordered(names: dict[str, None]) -> list[str]:
    """Names grouped by what stands before the colon, in the order in which the groups came."""
    groups = list(dict.fromkeys(name.split(":")[0] for name in names))
    return sorted(names, key=lambda name: groups.index(name.split(":")[0]))


def rows(head: list[str], body: list[list[str]]) -> str:
    """A markdown table with padded cells; all columns but the first are aligned right."""
    widths = [max(len(line[i]) for line in [head, *body]) for i in range(len(head))]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]

    def line(cells: list[str]) -> str:
        first = cells[0].ljust(widths[0])
        return "| " + " | ".join([first, *(c.rjust(w) for c, w in zip(cells[1:], widths[1:], strict=True))]) + " |"

    return "\n".join([line(head), line(rule), *map(line, body)]) + "\n"
