"""Arms told before: which of them "the howitzers" or "the South Korean tank" points back at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.knowledge.pack import load
from dragoman.mentions.armoury import Armoury
from dragoman.mentions.item import Item
from dragoman.mentions.pieces import DEFINITE, MEASURES
from dragoman.types import Sentence, Token

BACK = 12  # sentences back to which "the jets" may point
_OFTEN = 3  # mentions of what a page tells of
_OUTWEIGHS = 2  # times as many mentions as of what was named last
PLACES = frozenset(("GPE", "LOC", "NORP"))
_MADE = frozenset(("-", "made", "built", "-made", "-built"))
# Words that say of which kind arms are, and not which.
KINDS = MEASURES | frozenset(
    "multi role multirole multi-role twin engine single seat generation fifth fourth fifth-generation - truck".split()
)


def told_before(before: Sequence[Item], category: str, phrase: Sequence[str], known: Armoury) -> Item | None:
    """The named arms, of those in the order of the text, to which a generic noun with "the" points back.

    A rival that is named by the way does not outweigh what is named again and again.
    """
    told = [
        i
        for i in reversed(before)
        if i.family is not None
        and (i.category == category or phrase[-1] in {n[-1] for n in known.categories[i.category].nouns})
    ]
    if not told:
        return None
    times = Counter(i.family for i in told)
    most = next(i for i in told if times[i.family] == max(times.values()))
    often = times[most.family] >= _OFTEN and times[most.family] > _OUTWEIGHS * times[told[0].family]
    return most if often else told[0]


def past_origin(tokens: Sequence[Token], begin: int) -> int:
    """Where a phrase begins before what it says of where the arms are from: "the [South Korean] howitzer"."""
    k = begin
    while k > 1 and (tokens[k - 1].ent in PLACES or tokens[k - 1].text.lower() in _MADE | KINDS):
        k -= 1
    return k if k > 0 and tokens[k - 1].text.lower() in DEFINITE else begin


def made_there(origin: Sequence[Token], earlier: Item) -> bool:
    """False where words of origin name no state that makes the arms told before."""
    said = " ".join(t.text for t in origin if t.text.lower() not in _MADE | KINDS).lower()
    if not said:
        return True
    makers = (load().country(code) for code in earlier.makers)
    return any(said in (c.name.lower(), *(d.lower() for d in c.demonyms)) for c in makers if c is not None)


def again(earlier: Item, sentence: Sentence, first: int, last: int, modifies: int | None) -> Item:
    """An item named before, where a sentence points back to it."""
    return replace(
        earlier,
        sentence=sentence.index,
        first=first,
        last=last,
        start=sentence.tokens[first].start,
        end=sentence.tokens[last - 1].end,
        quantity=None,
        unit=None,
        modifies=modifies,
        points_back=True,
        doubtful=False,
    )
