"""Pieces of arms: how many of an item a sentence tells, in which units, and of how many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.mentions.amounts import Amount
from dragoman.mentions.item import Item
from dragoman.mentions.numerals import words
from dragoman.types import Token

# Words by which arms are measured: "a 155 mm howitzer", "a ten wheel drive carrier".
MEASURES = frozenset("mm cm millimetre millimeter calibre caliber inch ton tonne wheel drive".split())
DEFINITE = frozenset(("the", "these", "those", "this", "that", "its", "their", "such", "said", "same"))
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "last", "final"))
REACH = 7  # tokens to either side that may belong to an item's phrase
# Categories of which one piece is a thing by itself, so that "a frigate" is one.
_PIECES = frozenset(
    (
        "tank armoured_vehicle artillery combat_aircraft combat_drone attack_helicopter warship transport_aircraft "
        "surveillance_aircraft helicopter drone"
    ).split()
)


class Pieces:
    """The numbers of one sentence; `counts` are those that stand in it, of whatever."""

    def __init__(self, tokens: Sequence[Token], counts: Sequence[Amount]) -> None:
        self.tokens = tokens
        self.counts = counts
        self.low = [t.text.lower() for t in tokens]
        self.starts = [t.start for t in tokens]

    def number_before(self, first: int) -> bool:
        """True where a number belongs to the phrase of an item that begins at a token."""
        return self._amount(first) is not None

    def _amount(self, first: int) -> tuple[Amount, int] | None:
        """The number of an item's phrase and the token where it begins: "59 more Bradleys", "24 of the jets"."""
        k = first - 1
        of = False
        for _ in range(REACH):
            if k < 0:
                return None
            found = next(
                (a for a in self.counts if a.start < self.tokens[k].end and self.tokens[k].start < a.end), None
            )
            if found is not None:
                begin = min(bisect_left(self.starts, found.start), k)
                if found.measure is None:
                    return found, begin
                k = begin - 1  # "8,000 [155 mm] shells", "three [1,400-ton] boats": how large each is
                continue
            token = self.tokens[k]
            if self.low[k] == "of":
                of = True
            elif self._describes(k):
                pass
            elif (
                not of
                and token.pos in ("DET", "PRON")
                and self.low[k] not in ("the", "its", "their", "those", "these", "such")
            ):
                return None
            elif (
                token.pos not in ("ADJ", "NOUN", "PROPN", "DET", "PRON", "PART")
                and token.tag
                not in (
                    "VBN",
                    "VBG",
                    "POS",
                    "HYPH",
                )
                and self.low[k] not in words().between
            ):
                return None
            elif token.pos == "NOUN" and k < first - 1 and self.low[k + 1] != "of" and token.dep != "compound":
                if "-" not in self.low[max(0, k - 1) : k + 2 : 2]:
                    return None  # but "24 multi-[role] fighters"
            k -= 1
        return None

    def _describes(self, k: int) -> bool:
        """True of a number that says of which kind arms are: "600 [155]mm shells", "two [four]-seat jets"."""
        token = self.tokens[k]
        glued = self.tokens[k + 1].start == token.end
        measure = k > 0 and self.tokens[k - 1].end == token.start and self.low[k - 1].isdigit()
        if token.text[0].isdigit():
            return glued or any(c.isalpha() for c in token.text)
        return (token.pos == "NUM" and glued) or (measure and token.text.isalpha())

    def counted(self, item: Item) -> Item:
        """The item with its quantity, or with the units in which it is counted as part of the terms."""
        tokens, known = self.tokens, words()
        unit = self._unit_before(item.first)
        if unit is not None:
            first, stop = unit
            whole = self._amount(stop - 1) if item.category in _PIECES and tokens[stop - 1].lemma == "unit" else None
            if whole is not None:
                return replace(item, first=whole[1], quantity=whole[0])  # "six units of the helicopter" are six
            return replace(item, first=first, unit=self._numbered(first, stop))
        after = item.modifies
        found = self._amount(item.first)
        if after is not None and tokens[after].lemma.lower() in known.units:
            first = found[1] if found is not None else item.first
            return replace(item, first=first, last=after + 1, unit=self._numbered(first, after + 1), modifies=None)
        if found is not None and after is None:
            count = found[0]
            if self.low[found[1]] == "over" and self.tokens[found[1]].dep == "prt":
                count = replace(count, start=self.tokens[found[1]].end + 1, bound="exact")  # "hand over 14 tanks"
            some = self._some_of(found[1])
            if some is not None:
                return replace(item, first=some[1], quantity=some[0], of=count)
            return replace(item, first=found[1], quantity=count)
        first = item.first
        while first > 0 and (
            tokens[first - 1].pos == "ADJ"
            or tokens[first - 1].tag == "VBN"  # "a decommissioned frigate"
            or self.low[first - 1] in known.between
        ):
            first -= 1
        if (
            first > 0
            and self.low[first - 1] in ("a", "an")
            and after is None
            and item.category in _PIECES
            and tokens[item.last - 1].tag in ("NN", "NNP")
        ):
            one = Amount(tokens[first - 1].start, tokens[first - 1].end, 1, "exact")
            return replace(item, first=first - 1, quantity=one)
        return item

    def _some_of(self, first: int) -> tuple[Amount, int] | None:
        """The number of which another is the whole: "[four] of six jets", "the [first] of the 36 jets"."""
        k = first - 1
        while k >= 0 and (self.low[k] in DEFINITE or self.low[k] in ("last", "remaining", "first")):
            k -= 1
        if k < 1 or self.low[k] != "of":
            return None
        token = self.tokens[k - 1]
        if self.low[k - 1] in ORDINALS:
            return Amount(token.start, token.end, 1, "exact"), k - 1
        found = next((a for a in self.counts if a.start <= token.start < a.end and a.measure is None), None)
        return (found, bisect_left(self.starts, found.start)) if found is not None else None

    def _numbered(self, first: int, stop: int) -> tuple[int, int] | None:
        """The characters of a unit that says how many or which: "four batteries"; None of "a package"."""
        said = any(
            t.pos == "NUM" or t.text.lower() in words().ones or t.text.lower() in ORDINALS
            for t in self.tokens[first:stop]
        )
        return (self.tokens[first].start, self.tokens[stop - 1].end) if said else None

    def _unit_before(self, first: int) -> tuple[int, int] | None:
        """ "Four batteries of", "a first batch of the": tokens of the units before an item."""
        k = first - 1
        while (
            k >= 0
            and (self.tokens[k].pos in ("ADJ", "DET", "PROPN") or self.low[k] in words().between)
            and first - k < REACH
        ):
            k -= 1
        if k < 1 or self.low[k] != "of" or self.tokens[k - 1].lemma.lower() not in words().units:
            return None
        begin = k - 1
        while begin > 0 and (
            self.tokens[begin - 1].pos in ("ADJ", "NUM", "DET")
            or self.low[begin - 1] in ("at", "least", "up", "more", "than", "about", "-")
        ):
            if self.low[begin - 1] in ("to", "than") and begin < 2:
                break
            begin -= 1
        while begin < k - 1 and self.low[begin] in ("the", "-"):
            begin += 1
        return begin, k
