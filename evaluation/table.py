"""The figures as one table."""

from __future__ import annotations

from evaluation.scores import Figures


def markdown(columns: dict[str, Figures], pages: dict[str, int]) -> str:
    """A markdown table: a row for each figure, a column for each part of a set."""
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
