"""Items of deals in arms by their names: which two can be one, and which name only a kind: "cruise missile"."""

from __future__ import annotations

from dragoman.mentions.spelling import fold


def names_a_kind(item: str) -> bool:
    """Whether a name, as written, is a common noun, and no make: "tank", and not "K2" or "BrahMos"."""
    return item.islower() and not any(c.isdigit() for c in item)


def same_item(a: str, b: str) -> bool:
    """Whether one name is the other's, in full words or as a variant of one designation: "Su-30" and "Su-30SM"."""
    a, b = fold(a), fold(b)
    if f" {a} " in f" {b} " or f" {b} " in f" {a} ":
        return True
    x, y = sorted((a.replace(" ", ""), b.replace(" ", "")), key=len)
    return x == y or y.startswith(x) and x[-1:].isdigit() and y[len(x)].isalpha()


def no_contradiction(a: str, b: str) -> bool:
    """Whether two names given to the item of one deal can both be right: the one says less than the other."""
    return names_a_kind(a) != names_a_kind(b) or same_item(a, b)


def by_telling(item: str) -> tuple[bool, int, str]:
    """Puts the name that tells most first: a make before a kind, the fuller before the shorter."""
    return (names_a_kind(item), -len(fold(item)), item)
