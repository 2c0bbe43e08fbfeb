"""Arms under their own names as those who use them: "Russian Su-35s" act for Russia as "Russian jets" do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dragoman.facts.people import groups
from dragoman.knowledge import overlay
from dragoman.mentions.armoury import Armoury, armoury
from dragoman.mentions.pointing import words
from dragoman.mentions.spots import PageReferents

_LONGEST_NAME = 5  # tokens of a ship's name behind its prefix: "USS Dwight D. Eisenhower"
_QUOTES = frozenset("'\"‘’“”")
_NOTHING: frozenset[str] = frozenset()


def platform_nouns(page: PageReferents, sentence: int, token: int) -> frozenset[str]:
    """The nouns that reports might use in the place of a system's name at this token; empty where none is named."""
    here = page.annotated.sentences[sentence]
    at = here.tokens[token]
    if prefix_of(page, sentence, token) is not None:
        return _nouns()["warship"]
    if not (at.text[:1].isupper() or at.text[:1].isdigit() or at.pos == "PROPN"):
        return _NOTHING
    short = at.text.removesuffix("s")
    if short in _nouns()["names"] and _owned(page, sentence, token):
        return _nouns()["combat_aircraft"]
    for start, end, category, weak in _named(armoury(), page.annotated.article.text[here.start : here.end]):
        if start <= at.start - here.start < end:
            return _nouns().get(category, _NOTHING) if not weak or _owned(page, sentence, token) else _NOTHING
    return _NOTHING


def _owned(page: PageReferents, sentence: int, token: int) -> bool:
    """True behind the name of a people: "British Typhoons" are aircraft, "Senator Smith" is no vehicle."""
    return any(s.last == token and s.form in ("demonym", "country") for s in page.spots[sentence])


def prefix_of(page: PageReferents, sentence: int, token: int) -> int | None:
    """In "the frigate HMS Montrose" the token that says whose navy's ship it is; None where no ship is named."""
    tokens = page.annotated.sentences[sentence].tokens
    for i in range(token, max(-1, token - _LONGEST_NAME), -1):
        if tokens[i].text in groups()["ship_prefixes"]:
            return i
        if not tokens[i].text[:1].isupper():
            break
    following = token + 1
    if following < len(tokens) and tokens[following].text in groups()["ship_prefixes"]:
        return following if tokens[token].pos == "NOUN" else None
    return None


def ship_named(page: PageReferents, sentence: int, token: int) -> int | None:
    """In "the Peruvian frigate Pisco" and "the navy ship 'Pisco'" the noun before the name at a token; else None."""
    tokens = page.annotated.sentences[sentence].tokens
    if tokens[token].pos != "PROPN" or tokens[token].lemma.lower() in words("ship_nouns"):
        return None
    for k in range(token - 1, max(-1, token - _LONGEST_NAME), -1):
        if tokens[k].lemma.lower() in words("ship_nouns"):
            return k
        if not (tokens[k].text[:1].isupper() or tokens[k].text in _QUOTES):
            break
    return None


@lru_cache(maxsize=256)
def _named(known: Armoury, text: str) -> tuple[tuple[int, int, str, bool], ...]:
    """Where a sentence names systems, of which category, and whether the name is also a word."""
    return tuple((n.start, n.end, n.system.category, n.system.weak) for n in known.named(text))


@overlay.once
def _nouns() -> Mapping[str, frozenset[str]]:
    """For each category of arms that fights, flies or sails the plain nouns for it, from knowledge/platforms.yaml."""
    return {category: frozenset(nouns) for category, nouns in overlay.data("platforms.yaml").items()}
