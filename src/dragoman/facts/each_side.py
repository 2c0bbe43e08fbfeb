"""Whose each of several arms is, where a list says it of each: "tanks from Seoul and drones from Ankara"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.facts.party import Party, of_spot
from dragoman.mentions.item import Item
from dragoman.mentions.spots import PageReferents
from dragoman.types import Sentence

_PREPOSITIONS = {"supplier": ("from",), "recipient": ("to", "for")}
_FORMS = frozenset(("demonym", "country", "metonym", "capital", "company", "body", "force"))
_GAP = 2  # tokens between a preposition and the name: "from the", "to neighbouring"
_SAID = "said of each item"

Phrase = tuple[int, list[Party]]  # the token where it begins, and those whom it names


def each_side(page: PageReferents, sentence: Sentence, told: Sequence[Item], part: str) -> Mapping[int, list[Party]]:
    """For the first token of each item those who are its supplier or recipient; empty where they share theirs."""
    phrases = list(_phrases(page, sentence, told, _PREPOSITIONS[part])) if len(told) > 1 else []
    if len({p.code for _, parties in phrases for p in parties}) < 2:
        return {}
    one_each = any(t.text.lower() == "respectively" for t in sentence.tokens)
    out: dict[int, list[Party]] = {}
    since = 0  # the first item that the next phrase may be said of
    for at, parties in phrases:
        mine = [i for i in told[since:] if i.last <= at]
        since += len(mine)
        if len(parties) == 1 or not mine:
            out.update((i.first, parties) for i in mine if len(phrases) > 1)
        elif one_each and len(parties) == len(mine):
            out.update((i.first, [p]) for i, p in zip(mine, parties, strict=True))
        elif part == "supplier":
            makers = ((i, [p for p in parties if p.code in i.makers]) for i in mine)
            out.update((i.first, made) for i, made in makers if len(made) == 1)
        elif len(phrases) > 1:
            out.update((i.first, parties) for i in mine)
    return out


def _phrases(
    page: PageReferents, sentence: Sentence, told: Sequence[Item], prepositions: Sequence[str]
) -> Iterator[Phrase]:
    """The phrases after the first item that open with one of some prepositions: "from Russia and France"."""
    tokens = sentence.tokens
    opened: Phrase | None = None
    end = 0
    for spot in sorted(page.spots[sentence.index], key=lambda s: s.first):
        if spot.first < told[0].last or spot.form not in _FORMS or any(i.first <= spot.first < i.last for i in told):
            continue
        party = of_spot(page, sentence, spot, _SAID)
        before = [t.text.lower() for t in tokens[max(0, spot.first - _GAP) : spot.first]]
        goes_on = opened is not None and {t.text.lower() for t in tokens[end : spot.first]} <= {",", "and", "the"}
        if party is None:
            continue
        if opened is not None and goes_on:
            opened[1].append(party)
        elif any(w in prepositions for w in before):
            if opened is not None:
                yield opened
            opened = (spot.first, [party])
        else:
            continue
        end = spot.last
    if opened is not None:
        yield opened
