"""Names that a page explains itself: "the Kenya Defence Forces (KDF)", and "the South" on a page about both Koreas."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions import pointing
from dragoman.mentions.gazetteer import Entry
from dragoman.mentions.hits import TokenHit
from dragoman.mentions.titles import surface
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Sentence, Token

_LONGEST = 8  # letters of an acronym
_SHORTEST = 3  # and of one that its page does not put in brackets
_SMALL = frozenset(("of", "the", "and", "for", "to", "in", "de", "du", "des", "la", "&", "-"))
_WHOSE = frozenset(("country", "demonym", "body", "force"))


def add(sentences: Sequence[Sentence], hits: list[list[TokenHit]], vocabulary: Vocabulary) -> None:
    """Adds hits for acronyms from where they are explained on, and for the sides of a divided land, in place."""
    spoken_of = {h.code for found in hits for h in found if h.kind in ("country", "demonym")}
    plurals = {t.text for s in sentences for t in s.tokens} & set(pointing.divided())
    sides = {
        side: code
        for plural, names in pointing.divided().items()
        if plural in plurals or spoken_of.issuperset(names.values())
        for side, code in names.items()
    }
    known: dict[str, TokenHit] = {}
    for s in sentences:
        tokens = s.tokens
        known.update((k, v) for k, v in _services(tokens, hits[s.index], vocabulary).items() if k not in known)
        taken = {k for h in hits[s.index] for k in range(h.first, h.last)}
        for k, token in enumerate(tokens):
            hit: TokenHit | None = None
            if token.text in known and k not in taken:
                hit = known[token.text]
            elif k not in taken and 0 < k < len(tokens) - 1 and tokens[k - 1].text == "(" and tokens[k + 1].text == ")":
                hit = _explained(tokens, k, hits[s.index])
                if hit is not None:
                    known[token.text] = hit
            elif k and token.text in sides and k not in taken and stands_alone(tokens, k):
                entry = vocabulary.entry(sides[token.text])
                hit = TokenHit(k, k + 1, "country", entry.code, entry, token.text, (entry,))
            if hit is not None:
                hits[s.index].append(TokenHit(k, k + 1, hit.kind, hit.code, hit.entry, token.text, hit.candidates))
        hits[s.index].sort(key=lambda h: h.first)


def _explained(tokens: Sequence[Token], k: int, hits: Sequence[TokenHit]) -> TokenHit | None:
    """The body of a state whose words before the bracket begin with the letters of the acronym at `k`."""
    letters = tokens[k].text.replace(".", "")
    if not (2 <= len(letters) <= _LONGEST and letters.isalpha() and letters.isupper()):
        return None
    first, left = k - 2, list(letters.lower())
    while left and first >= 0:
        word = tokens[first].text.lower()
        if word[:1] == left[-1]:
            left.pop()
        elif word not in _SMALL and tokens[first].tag != "POS":
            return None
        first -= 1
    if left:
        return None
    first += 1
    before = next((h for h in hits if h.last == first and h.kind == "demonym"), None)  # "Kenyan Defence Forces (DF)"
    whose = before or next((h for h in hits if first <= h.first < k and h.kind in _WHOSE), None)
    if whose is None or not whose.code:
        return None
    if whose.kind in ("body", "force") and whose.first <= first + 1 and whose.last >= k - 1:
        return whose
    if whose.kind not in ("country", "demonym"):
        return None
    name = surface(tokens, first, k - 1)
    entry = Entry("body", name, whose.code, whose.code)
    return TokenHit(k, k + 1, "body", whose.code, entry, tokens[k].text, (entry,))


def _services(tokens: Sequence[Token], hits: Sequence[TokenHit], vocabulary: Vocabulary) -> dict[str, TokenHit]:
    """Armed services spelled out, by their letters: who reads of "the Royal Thai Air Force" knows the RTAF."""
    out: dict[str, TokenHit] = {}
    for whose in hits:
        if whose.kind not in ("country", "demonym") or not whose.code:
            continue
        first, last = whose.first, whose.last
        while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].text[:1].isupper():
            first -= 1
        while last < len(tokens) and tokens[last].text[:1].isupper() and tokens[last].text.isalpha():
            last += 1
        letters = "".join(t.text[0] for t in tokens[first:last])
        tail = [t.text.lower() for t in tokens[first:last][-2:]]
        service = vocabulary.is_force_word(tail) or vocabulary.is_force_word(tail[-1:])
        if not service or not _SHORTEST <= len(letters) <= _LONGEST:
            continue
        entry = Entry("body", surface(tokens, first, last), whose.code, whose.code)
        out[letters] = TokenHit(first, last, "body", whose.code, entry, letters, (entry,))
    return out


def stands_alone(tokens: Sequence[Token], k: int) -> bool:
    """True of "the South" and "the South's", not of "the South Caucasus"."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    return tokens[k - 1].text.lower() == "the" and (after is None or not after.text[:1].isupper())
