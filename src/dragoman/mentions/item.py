"""One item of arms: what a sentence names, how many of it, and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.mentions.amounts import Amount
from dragoman.types import Token


@dataclass(frozen=True, slots=True)
class Item:
    """Arms named in a sentence."""

    sentence: int
    first: int  # tokens of the phrase from its number or name to its noun, last exclusive
    last: int
    start: int  # characters of the item's own words
    end: int
    name: str  # as an expert writes it: the system's name, else the generic noun in the singular
    category: str
    makers: tuple[str, ...] = ()
    family: str | None = None  # None where it is known by a generic noun alone
    quantity: Amount | None = None
    of: Amount | None = None  # how many there are in all: "four of [six] jets"
    unit: tuple[int, int] | None = None  # characters of what they are counted in: "four batteries"
    modifies: int | None = None  # token of the noun that the item stands before: "tank deliveries"
    points_back: bool = False  # "the jets", "of them": named by an earlier mention
    doubtful: bool = False


def token_range(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The tokens that cover a stretch of text, last exclusive."""
    starts = [t.start for t in tokens]
    last = bisect_left(starts, end)
    first = max(0, bisect_left(starts, start + 1) - 1)
    return first, max(last, first + 1)
