"""Whose a thing is of which a participle behind it says so: "a tanker owned by a Greek firm"."""

from __future__ import annotations

from dragoman.facts.people import groups
from dragoman.mentions.pointing import words
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Argument

# Between the preposition and the name of the owner stand at most so many words: "by the outlawed armed group X".
_REACH = 6
_BY = frozenset(("to", "by"))
# What was launched from a land comes from it, whoever launched it.
_FROM = frozenset(("launch", "fire"))
_TOLD = 2  # sentences back in which the ship was named that "the warship" is
_PHRASE = 5  # tokens between whose ship it is and the word for it


def belonging(page: PageReferents, sentence: int, argument: Argument) -> list[Spot]:
    """The owner in "targets belonging to the rebels", "two drones launched by Kenya"; none where nothing says so."""
    tokens = page.annotated.sentences[sentence].tokens
    at = argument.last
    flag = _flag(page, sentence, argument)
    if flag is not None:
        return [flag]
    if at + 2 >= len(tokens) or tokens[at].lemma not in groups()["belonging"]:
        return []
    link = tokens[at + 1].text.lower()
    if link not in _BY and not (link == "from" and tokens[at].lemma in _FROM):
        return []
    if tokens[at].tag not in ("VBN", "VBG", "VBD") or tokens[at].head != argument.head:
        return []
    for spot in sorted(page.within(sentence, at + 2, len(tokens)), key=lambda s: (s.first, -s.last)):
        if spot.first > at + 2 + _REACH or any(t.text in (",", ";") for t in tokens[at + 2 : spot.first]):
            return []
        if _only_backs(page, spot):
            continue
        return [spot]
    return []


def _flag(page: PageReferents, sentence: int, argument: Argument) -> Spot | None:
    """The state in "a tanker flying the Greek flag", "a trawler under a Chinese flag"."""
    tokens = page.annotated.sentences[sentence].tokens
    for t in tokens[argument.head + 1 : argument.last + _REACH]:
        if t.text in (",", ";") or t.tag == "VBD":
            return None
        if t.lemma == "flag":
            of = [w.text.lower() for w in tokens[t.i + 1 : t.i + 2]] == ["of"]
            first, last = (t.i + 2, len(tokens)) if of else (argument.head + 1, t.i)
            states = (s for s in page.within(sentence, first, last) if s.form in ("demonym", "country"))
            return next(states, None)
    return None


def told_before(page: PageReferents, sentence: int, argument: Argument) -> list[Spot]:
    """The owner of "the warship", where the sentences before tell of ships of one owner; none where of more or none."""
    tokens = page.annotated.sentences[sentence].tokens
    head, opening = tokens[argument.head], tokens[argument.first].text.lower()
    if head.lemma not in words("ship_nouns") or head.tag != "NN" or opening not in ("the", "this", "that"):
        return []
    for back in range(sentence - 1, max(-1, sentence - 1 - _TOLD), -1):
        owners = _owners_of_ships(page, back)
        if owners:
            return owners[:1] if len({s.referents for s in owners}) == 1 else []
    return []


def _owners_of_ships(page: PageReferents, sentence: int) -> list[Spot]:
    """The states in "the Indian stealth frigate", "INS Talwar", one spot for each ship that a sentence names."""
    tokens = page.annotated.sentences[sentence].tokens
    out: list[Spot] = []
    for spot in page.spots[sentence]:
        if spot.form != "demonym":
            continue
        k = spot.last
        while k < min(len(tokens), spot.last + _PHRASE) and tokens[k].pos in ("ADJ", "NOUN", "PROPN", "PUNCT"):
            if tokens[k].lemma.lower() in words("ship_nouns") or tokens[spot.first].text in groups()["ship_prefixes"]:
                out.append(spot)
                break
            k += 1
    return out


def _only_backs(page: PageReferents, spot: Spot) -> bool:
    """True of the first state in "Iran-backed Houthis": it stands behind those who are named."""
    tokens = page.annotated.sentences[spot.sentence].tokens
    rest = tokens[spot.last : spot.last + 2]
    return len(rest) == 2 and rest[0].text in ("-", "‑", "–") and rest[1].lemma in groups()["backing"]
