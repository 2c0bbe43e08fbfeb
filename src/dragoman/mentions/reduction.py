"""Sentences with the titles taken out that stand with a name, for a second parse.

"Chief of the General Staff of the Russian Armed Forces, Army General Valery Gerasimov and NATO's
Supreme Allied Commander Europe, General Tod Wolters will meet" loses the parser; "Valery Gerasimov and
Tod Wolters will meet" does not. The titles were read before; the tokens that stay keep their offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.mentions.names import Name
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Annotated, Token

# A second parse is worth it where this many tokens fall away.
_WORTH = 2

_BETWEEN = frozenset((",", "the", "a", "an", "-", "–", "—", "--", "(", ")", "and"))


def kept(tokens: Sequence[Token], names: Iterable[Name]) -> list[int] | None:
    """The tokens that stay, or None where a second parse would be much like the first."""
    drop: set[int] = set()
    for name in names:
        for title in name.titles:
            inside = set(range(title.first, title.last))
            if inside & set(range(name.first, name.last)):
                continue
            if title.last <= name.first:
                drop |= inside
                _before(tokens, title.first, title.last, name.first, drop)
            elif title.first >= name.last and _adjoins(tokens, name.last, title.first, drop):
                drop |= set(range(name.last, title.last))
                if title.last < len(tokens) and tokens[title.last].text in (",", ")", "–", "—", "--"):
                    drop.add(title.last)
    for name in names:
        drop -= set(range(name.first, name.last))
    if len(drop) < _WORTH or len(drop) >= len(tokens) - 2:
        return None
    return [k for k in range(len(tokens)) if k not in drop]


def _before(tokens: Sequence[Token], first: int, last: int, name: int, drop: set[int]) -> None:
    """Drops what binds a title to the name after it: commas between, an article or possessive before."""
    between = set(range(last, name)) - drop
    if all(tokens[k].text.lower() in _BETWEEN for k in between):
        drop |= between
    k = first - 1
    if k >= 0 and (tokens[k].tag in ("DT", "PRP$")):
        drop.add(k)


def _adjoins(tokens: Sequence[Token], last: int, first: int, drop: set[int]) -> bool:
    """True where only commas, articles and titles already dropped stand between a name and its title."""
    return all(
        k in drop or tokens[k].text.lower() in _BETWEEN or tokens[k].tag == "PRP$" for k in range(last, first)
    ) and any(tokens[k].text in (",", "-", "–", "—", "--", "(") for k in range(last, first))


def apply(page: PageReferents, parsed: Mapping[int, tuple[Sequence[int], Sequence[Token]]]) -> PageReferents:
    """The page with the given sentences replaced: number of sentence -> (tokens that stayed, their new parse).

    Spots move along; those whose words fell away (the titles) are gone, their roles stay with the referents.
    """
    if not parsed:
        return page
    sentences = list(page.annotated.sentences)
    spots = list(page.spots)
    for number, (stayed, tokens) in parsed.items():
        moved = {old: new for new, old in enumerate(stayed)}
        sentences[number] = replace(sentences[number], tokens=tuple(tokens))
        spots[number] = tuple(s for s in (_moved(spot, moved, tokens) for spot in spots[number]) if s is not None)
    return replace(page, annotated=Annotated(page.annotated.article, tuple(sentences)), spots=tuple(spots))


def _moved(spot: Spot, moved: Mapping[int, int], tokens: Sequence[Token]) -> Spot | None:
    places = [moved[k] for k in range(spot.first, spot.last) if k in moved]
    if len(places) < spot.last - spot.first or spot.head not in moved:
        return None
    first, last = places[0], places[-1] + 1
    head = next((k for k in range(first, last) if not first <= tokens[k].head < last or tokens[k].head == k), last - 1)
    return replace(spot, first=first, last=last, head=head)
