"""Whose people somebody is: the state or body for which a referent acts."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.mentions.spots import PageReferents


def unit_of(page: PageReferents, referent: int) -> str:
    """The code of the state or body, else the kind and number of the referent itself."""
    r = page.referents[referent]
    if r.country is not None:
        return r.country
    if r.acts_for is not None and page.referents[r.acts_for].country is not None:
        return str(page.referents[r.acts_for].country)
    return f"{r.kind} {r.id}"


def units_of(page: PageReferents, referents: Iterable[int]) -> frozenset[str]:
    """The units of several referents."""
    return frozenset(unit_of(page, r) for r in referents)
