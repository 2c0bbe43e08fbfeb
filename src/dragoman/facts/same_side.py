"""Whether two reports can be of one act though one of them does not say by name whom it tells of."""

from __future__ import annotations

from dragoman.facts.events import Event
from dragoman.facts.units import international, units_of
from dragoman.mentions.pointing import words
from dragoman.mentions.spots import PageReferents


def unnamed(page: PageReferents, event: Event, mine: set[int], theirs: set[int]) -> bool:
    """True of a headline's "Chad kills rebels" and a lead that names the rebels whom Chad's army killed."""
    known = {r for r in theirs if not _nameless(page, r)}
    if not event.frame.hostile or len(known) == len(theirs):
        return False
    rest = {r for r in mine if not _group(page, r)}
    return bool(rest) and len(rest) < len(mine) and units_of(page, rest) == units_of(page, known)


def _group(page: PageReferents, referent: int) -> bool:
    """True of an armed group, with a code of its own or without."""
    force = page.referents[referent].kind == "force"
    return force and (page.referents[referent].country is None or international(page, referent))


def _nameless(page: PageReferents, referent: int) -> bool:
    """True of "rebels", "the militants": fighters of whom it is not told which."""
    r = page.referents[referent]
    word = r.name.lower().split()[-1].removesuffix("s")
    return r.kind == "force" and r.country is None and word in words("nameless_groups") | words("armed_groups")
