"""Whose a thing is of which a participle behind it says so: "a tanker owned by a Greek firm"."""

from __future__ import annotations

from dragoman.facts.people import groups
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Argument

# Between the preposition and the name of the owner stand at most so many words: "by the outlawed armed group X".
_REACH = 6
_BY = frozenset(("to", "by"))
# What was launched from a land comes from it, whoever launched it.
_FROM = frozenset(("launch", "fire"))


def belonging(page: PageReferents, sentence: int, argument: Argument) -> list[Spot]:
    """The owner in "targets belonging to the rebels", "two drones launched by Kenya"; none where nothing says so."""
    tokens = page.annotated.sentences[sentence].tokens
    at = argument.last
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


def _only_backs(page: PageReferents, spot: Spot) -> bool:
    """True of the first state in "Iran-backed Houthis": it stands behind those who are named."""
    tokens = page.annotated.sentences[spot.sentence].tokens
    rest = tokens[spot.last : spot.last + 2]
    return len(rest) == 2 and rest[0].text in ("-", "‑", "–") and rest[1].lemma in groups()["backing"]
