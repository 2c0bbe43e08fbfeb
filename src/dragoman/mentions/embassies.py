"""Whose ambassador somebody is of whom a page does not say it: the state whose embassy it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.serving_words import words
from dragoman.mentions.titles import TitlePhrase
from dragoman.types import Annotated, Token


def embassy(titles: Sequence[TitlePhrase], annotated: Annotated, hits: Sequence[Sequence[TokenHit]]) -> str | None:
    """The one state whose embassy the page names, for the bearer of such titles; None for who is no ambassador."""
    if not any(t.word.cls == "envoy" and t.word.bare and t.org is None for t in titles):
        return None
    codes = {
        hit.code
        for sentence, found in zip(annotated.sentences, hits, strict=True)
        for hit in found
        if hit.code and hit.kind in ("demonym", "country") and _owns_embassy(sentence.tokens, hit)
    }
    return codes.pop() if len(codes) == 1 else None


def _owns_embassy(tokens: Sequence[Token], hit: TokenHit) -> bool:
    """True of Peru in "the Peruvian embassy", "Peru's embassy" and "the Embassy of Peru"."""
    behind = hit.last + (hit.last < len(tokens) and tokens[hit.last].tag == "POS")
    if behind < len(tokens) and tokens[behind].lemma.lower() in words("embassies"):
        return True
    before = [t.lemma.lower() for t in tokens[max(0, hit.first - 3) : hit.first] if t.lemma.lower() != "the"]
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in words("embassies")
