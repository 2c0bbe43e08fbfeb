"""Whether two places can be one, and whether they can be one stop of a journey."""

from __future__ import annotations

from dragoman.mentions.borders import is_border
from dragoman.types import Place


def one_place(a: Place, b: Place) -> bool:
    """True where two places can be one: of one name, or one in the other."""
    if a.name == b.name:
        return True
    if "city" in (a.kind, b.kind) and (is_border(a) or is_border(b)):
        return False  # what was done on a border was not done in a town
    if "country" in (a.kind, b.kind) or "region" in (a.kind, b.kind):
        return a.country is None or b.country is None or a.country == b.country
    return {a.kind, b.kind} == {"city", "venue"} and (a.country == b.country or not a.country or not b.country)


def one_stop(a: Place, b: Place) -> bool:
    """True where two places can be one stop of a journey: a part of the world is a tour, and no stop of it."""
    tour = any(p.kind == "region" and p.country is None for p in (a, b))
    return a.name == b.name or not tour and one_place(a, b)
