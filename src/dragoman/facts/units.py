"""Whose people somebody is: the state or body for which a referent acts."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.facts.people import groups
from dragoman.knowledge.pack import load
from dragoman.mentions.spots import PageReferents


def unit_of(page: PageReferents, referent: int) -> str:
    """The code of the state or body, else the kind and number of the referent itself."""
    r = page.referents[referent]
    if r.country is not None:
        return r.country
    if r.acts_for is not None and r.acts_for != referent:
        return unit_of(page, r.acts_for)
    return f"{r.kind} {r.id}"


def same_units(page: PageReferents, mine: Iterable[int], theirs: Iterable[int]) -> bool:
    """True where two lists of sides can be the same states and bodies, and are of two at least.

    A general of one state who commands for an alliance counts for either.
    """
    ours, others = [_codes(page, r) for r in mine], [_codes(page, r) for r in theirs]
    if not ours or not others:
        return False
    here, there = frozenset().union(*ours), frozenset().union(*others)
    matched = all(c & there for c in ours) and all(c & here for c in others)
    return matched and len({min(c & there) for c in ours}) >= 2 and len({min(c & here) for c in others}) >= 2


def _codes(page: PageReferents, referent: int) -> frozenset[str]:
    roles = (role.country for role in page.referents[referent].roles if not role.former)
    return frozenset({unit_of(page, referent), *(code for code in roles if code is not None)})


def international(page: PageReferents, referent: int) -> bool:
    """True of an alliance or organisation, and of an armed group: bodies that are no organ of one state."""
    r = page.referents[referent]
    if r.kind in ("body", "force") and r.country is not None:
        return load().country(r.country) is None
    return r.kind == "force" or r.kind == "body" and r.name in groups()["forums"]


def units_of(page: PageReferents, referents: Iterable[int]) -> frozenset[str]:
    """The units of several referents."""
    return frozenset(unit_of(page, r) for r in referents)
