"""Two halves of one truce: "the rebels agreed to a ceasefire ... the minister signed it for the government"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.events import Event
from dragoman.facts.periods import agree
from dragoman.facts.units import units_of
from dragoman.mentions.spots import PageReferents


def join_halves(page: PageReferents, events: Sequence[Event]) -> list[Event]:
    """The events with the two truces joined of which a page tells one side each; all others as they are.

    A truce takes two, and where a page tells of no other, who agreed in one sentence did so with whom the other names.
    """
    truces = [e for e in events if e.frame.mutual and e.frame.hostile]
    if len(truces) != 2 or not _one_sided(page, truces):
        return list(events)
    first, second = truces
    mine, theirs = first.date(), second.date()
    if mine is not None and theirs is not None and not agree(mine, theirs):
        return list(events)
    if {r.candidate.scope.status for r in first.reports} != {r.candidate.scope.status for r in second.reports}:
        return list(events)
    first.reports.extend(second.reports)
    return [e for e in events if e is not second]


def _one_sided(page: PageReferents, truces: Sequence[Event]) -> bool:
    sides = [units_of(page, (s.referent for s in e.sides())) for e in truces]
    return all(len(units) == 1 for units in sides) and sides[0].isdisjoint(sides[1])
