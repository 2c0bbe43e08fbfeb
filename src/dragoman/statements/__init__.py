"""Statements: who said what, as a page reports it."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.mentions.spots import PageReferents
from dragoman.statements.page import statements_of
from dragoman.types import Predicate, Statement

__all__ = ["statements"]


def statements(page: PageReferents, chains: Mapping[int, Mapping[int, Predicate]]) -> tuple[Statement, ...]:
    """What the page reports somebody to have said, in the order of the text.

    `chains` holds the predicates of those sentences for which they are known, by trigger token; the rest are
    worked out where a sentence may report something.
    """
    return statements_of(page, chains)
