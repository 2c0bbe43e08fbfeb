"""Amounts: what a report counts or prices of its event, and whether two reports count the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from dragoman.record.outlines import AnyFact

Amounts = Literal["unknown", "same", "differ"]
Counted = Mapping[str, frozenset[str]]  # what is counted, or the currency of a sum -> the numbers given

_SUM = "sum of "


def counted(facts: Iterable[AnyFact]) -> dict[str, frozenset[str]]:
    """Every number that some facts give of their event, by what it counts."""
    found: dict[str, set[str]] = {}
    for fact in facts:
        for figure in fact.figures:
            found.setdefault(figure.name, set()).add(str(figure.value))
        deal = {given.name: given.value for given in fact.transfer}
        if "quantity" in deal:
            found.setdefault("quantity", set()).add(str(deal["quantity"]))
        if "value" in deal:
            found.setdefault(f"{_SUM}{deal.get('currency', '')}", set()).add(str(deal["value"]))
    return {what: frozenset(numbers) for what, numbers in sorted(found.items())}


def amounts(a: Counted, b: Counted) -> Amounts:
    """Whether two reports give a number in common, or only others: of one thing, or each of another."""
    shared = [what for what in a if what in b]
    if any(a[what] & b[what] for what in shared):
        return "same"
    things = [any(not what.startswith(_SUM) for what in report) for report in (a, b)]
    return "differ" if shared or all(things) else "unknown"
