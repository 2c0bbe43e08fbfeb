"""Nouns that may mean no arms, such as "jet" or "rifle", where their own sentence says who deals in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.mentions.armoury import Armoury
from dragoman.mentions.item import Item
from dragoman.types import Sentence, Token

_PEOPLES = frozenset(("GPE", "NORP"))


def dealt(sentence: Sentence, item: Item, known: Armoury) -> bool:
    """True of such a noun, in the plural or as one more thing, where an armed service has to do with it.

    Weapons need none where two peoples are named: "Oslo sold 40 drones to Lima"; jets may be an airline's. A firm that
    makes arms stands for its people.
    """
    noun = item.name.lower()
    if noun not in known.dealt:
        return False
    in_trade = item.modifies is not None and sentence.tokens[item.modifies].lemma.lower() in known.trade
    plural = sentence.tokens[item.last - 1].tag in ("NNS", "NNPS")
    if not (plural or in_trade or one(sentence.tokens, item.first)):
        return False
    if any(t.lemma in known.unlawful for t in sentence.tokens):
        return False  # "seized rifles that came from Oman"
    if _names_service(sentence, known):
        return True
    if any(t.lemma.lower() in known.civil for t in sentence.tokens):
        return False
    peoples = {t.lemma for t in sentence.tokens if t.ent in _PEOPLES}
    if noun in known.dealt_between and len(peoples) > 1:
        return True
    return noun in known.dealt_with_firms and bool(peoples) and _names(sentence, known.firms)


def one(tokens: Sequence[Token], first: int) -> bool:
    """True of the noun at a token in "a helicopter", "a fixed-wing aircraft", but not in "a jet of water"."""
    if first + 1 < len(tokens) and tokens[first + 1].text.lower() == "of":
        return False
    before = first - 1
    while before >= 0 and (tokens[before].pos in ("ADJ", "NOUN", "VERB") or tokens[before].text == "-"):
        before -= 1
    return before >= 0 and tokens[before].text.lower() in ("a", "an", "another")


def handed(sentence: Sentence, token: Token, known: Armoury, among_arms: bool = False) -> str | None:
    """The category of a plain noun that one hands to an armed service: "donated 62 [vehicles] to the Defence Force".

    On a page that told of such arms before, `among_arms`, another people will do: "delivered eight [vessels] to Oman".
    """
    category = known.handed.get(token.lemma.lower())
    if category is None or token.pos != "NOUN" or any(t.lemma in known.unlawful for t in sentence.tokens):
        return None
    given = any(t.lemma in known.handing and t.pos in ("VERB", "NOUN") for t in sentence.tokens)
    peoples = {t.lemma for t in sentence.tokens if t.ent in _PEOPLES}
    return category if given and (_names_service(sentence, known) or among_arms and len(peoples) > 1) else None


def _names_service(sentence: Sentence, known: Armoury) -> bool:
    return _names(sentence, known.services)


def _names(sentence: Sentence, names: Iterable[str]) -> bool:
    low = f" {' '.join(t.text.lower() for t in sentence.tokens)} "
    return any(f" {name} " in low for name in names)
