"""Gazetteer hits laid on the tokens of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.knowledge import overlay
from dragoman.mentions.gazetteer import Entry, Hit
from dragoman.mentions.pointing import words
from dragoman.types import Token

# Labels of the tagger that let a name count which is also a common word or a person's.
_NAMED = frozenset(("GPE", "LOC", "ORG", "FAC", "NORP"))
# Words, beside those for ships, that let a weak prefix of ships count.
_AT_SEA = frozenset({"navy", "navies", "naval", "maritime", "fleet", "boat", "ships"})


@dataclass(frozen=True, slots=True)
class TokenHit:
    """A gazetteer hit as a range of tokens; `code` is the state's or the body's."""

    first: int
    last: int  # exclusive
    kind: str  # country, demonym, metonym, capital, city, region, venue, body, force, company, outlet
    code: str | None
    entry: Entry
    text: str
    candidates: tuple[Entry, ...]

    @property
    def shared(self) -> bool:
        """Whether other states have a body of this name."""
        return self.entry.shared


def on_tokens(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[TokenHit]:
    """Those hits that begin and end at token borders, in order; a possessive "'s" stays outside."""
    starts = [t.start for t in tokens]
    out: list[TokenHit] = []
    for hit in hits:
        first = bisect_left(starts, hit.start)
        if first == len(tokens) or starts[first] != hit.start:
            continue
        last = first
        while last < len(tokens) and tokens[last].end <= hit.end:
            last += 1
        if last == first or tokens[last - 1].end != hit.end:
            continue
        if hit.weak and tokens[first].ent not in _NAMED:
            continue
        candidates = hit.candidates
        if hit.text in _ship_prefixes() and not _before_ship(tokens, hit.text, last):
            candidates = tuple(c for c in candidates if c.kind != "demonym")
            if not candidates:
                continue
        entry = candidates[0]
        if entry.kind == "company":
            while last < len(tokens) and tokens[last].text.rstrip(".") in words("company_tails"):
                last += 1
        out.append(TokenHit(first, last, entry.kind, entry.code, entry, hit.text, candidates))
    return out


def without_strangers(hits: Sequence[Sequence[TokenHit]]) -> list[list[TokenHit]]:
    """The hits of a page without bodies by a name that other states share, where the page does not speak of theirs.

    "The Central Military Commission" on a page about Vietnam is no body of China.
    """
    spoken = {h.code for found in hits for h in found if not h.shared}
    return [[h for h in found if not h.shared or h.code in spoken] for found in hits]


def _before_ship(tokens: Sequence[Token], prefix: str, at: int) -> bool:
    """True of "INS Talwar", which is an Indian ship; of "INS officials" nothing is known, and "JS Rao" is a person."""
    if at >= len(tokens) or not tokens[at].text[:1].isupper():
        return False
    if prefix not in overlay.data("people.yaml")["weak_ship_prefixes"]:
        return True
    at_sea = any(t.lemma.lower() in words("ship_nouns") or t.text.lower() in _AT_SEA for t in tokens)
    return at_sea and tokens[at].ent != "PERSON"


@overlay.once
def _ship_prefixes() -> frozenset[str]:
    return frozenset(overlay.data("people.yaml")["ship_prefixes"])
