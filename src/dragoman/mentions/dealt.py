"""Nouns that may mean no arms, such as "jet" or "rifle", where their own sentence says who deals in them."""

from __future__ import annotations

from dragoman.mentions.armoury import Armoury
from dragoman.mentions.item import Item
from dragoman.types import Sentence

_PEOPLES = frozenset(("GPE", "NORP"))


def dealt(sentence: Sentence, item: Item, known: Armoury) -> bool:
    """True of such a noun in the plural where an armed service has to do with it.

    Weapons need none where two peoples are named: "Oslo sold 40 drones to Lima"; jets may be an airline's.
    """
    noun = item.name.lower()
    if noun not in known.dealt or sentence.tokens[item.last - 1].tag not in ("NNS", "NNPS"):
        return False
    if any(t.lemma in known.unlawful for t in sentence.tokens):
        return False  # "seized rifles that came from Oman"
    low = f" {' '.join(t.text.lower() for t in sentence.tokens)} "
    if any(f" {service} " in low for service in known.services):
        return True
    peoples = {t.lemma for t in sentence.tokens if t.ent in _PEOPLES}
    return noun in known.dealt_between and len(peoples) > 1

