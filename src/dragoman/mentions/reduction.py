"""Sentences with the titles taken out that stand with a name, and the names of acts, for a second parse.

"The head of Britain's defence staff, Admiral Tony Radakin, and the Chief of the Defence Staff of
France, General Thierry Burkhard, are to meet" loses the parser; "Tony Radakin and Thierry Burkhard are
to meet" does not. The titles were read before; the tokens that stay keep their offsets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.mentions.act_names import Standing
from dragoman.mentions.names import Name
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Annotated, Mention, Token

# Marks of quotation, and within how many words they mark a wording and no statement.
_MARKS = frozenset('"“”')
_SCARE = 2
# Letters in brackets are short for a name from so many capitals on.
_LETTERS = 2

# A second parse is worth it where this many tokens fall away.
_WORTH = 2

_BETWEEN = frozenset((",", "the", "a", "an", "-", "–", "—", "--", "(", ")", "and"))


@dataclass(frozen=True, slots=True)
class Reduced:
    """A sentence for the second parse: its tokens, and for each the old tokens that it stands for."""

    tokens: tuple[Token, ...]
    stands_for: tuple[tuple[int, int], ...]  # ranges of old tokens, last exclusive
    acts: tuple[tuple[int, int], ...] = ()  # those of them that are now one act noun, and name nobody


def reduced(
    tokens: Sequence[Token],
    names: Sequence[Name],
    spots: Sequence[Spot] = (),
    acts: Sequence[Standing] = (),
    countries: Sequence[str | None] = (),
) -> Reduced | None:
    """The sentence without the titles, a hyphenated name as one token; None where that would change little.

    Of an act with a name of its own its noun stays: "the drills Cobra Gold were held" as "the drills were held".
    `countries` has whose each referent is.
    """
    called = {a.first: a for a in acts}
    names = [n for n in names if not any(a.first < n.last and n.first < a.last for a in acts)]
    drop = _dropped(tokens, names) | _owners_of_people(tokens, names, spots)
    drop |= _abbreviations(tokens, spots, countries) | _scare_quotes(tokens)
    drop -= {k for a in acts for k in range(a.first, a.last)}
    joined = {n.first: n.last for n in names if any(not t.text[0].isalpha() for t in tokens[n.first : n.last])}
    joined |= {a.first: a.last for a in acts}
    if (len(drop) < _WORTH and not joined) or len(drop) >= len(tokens) - 2:
        return None
    kept: list[Token] = []
    ranges: list[tuple[int, int]] = []
    k = 0
    while k < len(tokens):
        last = joined.get(k, k + 1)
        if k not in drop:
            noun = called[k].noun if k in called else None
            kept.append(replace(tokens[k], text=noun or tokens[k].text, end=tokens[last - 1].end))
            ranges.append((k, last))
        k = last
    return Reduced(tuple(kept), tuple(ranges), tuple((a.first, a.last) for a in acts))


def _dropped(tokens: Sequence[Token], names: Sequence[Name]) -> set[int]:
    """The tokens of titles that stand with a name, and of what binds them to it."""
    drop: set[int] = set()
    begins = {min((n.first, *(t.first for t in n.titles))) for n in names}
    for name in names:
        for title in name.titles:
            inside = set(range(title.first, title.last))
            if inside & set(range(name.first, name.last)):
                continue
            if title.last <= name.first:
                drop |= inside
                begin = name.first if name.courtesy is None else name.courtesy
                _before(tokens, title.first, title.last, begin, drop)
            elif title.first >= name.last and _adjoins(tokens, name.last, title.first, drop):
                drop |= set(range(name.last, title.last))
                closing = tokens[title.last].text if title.last < len(tokens) else ""
                if closing in (")", "–", "—", "--") or closing == "," and title.last + 1 not in begins:
                    drop.add(title.last)  # but "X, the premier, Y, and Z" is a list of three
    for name in names:
        drop -= set(range(name.first, name.last))
    return drop


def _owners_of_people(tokens: Sequence[Token], names: Sequence[Name], spots: Sequence[Spot]) -> set[int]:
    """ "Peru's Walter Astudillo and Chile's Maya Fernandez met": the states before the names, where there are two.

    The parser takes all of it for one name with two possessors; the names themselves know whose they are.
    """
    owners = [s for s in spots if s.form in ("country", "body") and len(s.referents) == 1]
    found = [
        set(range(owner.first, name.first))
        for name in names
        for owner in owners
        if owner.last == name.first - 1 and tokens[owner.last].tag == "POS"
    ]
    return set().union(*found) if len(found) > 1 else set()


def _abbreviations(tokens: Sequence[Token], spots: Sequence[Spot], countries: Sequence[str | None]) -> set[int]:
    """ "The Kachin Army (KIA) and the junta": the letters in brackets behind a name, which part it from its "and".

    Those stay by which alone the page knows who is meant, and those inside a title; the navy of a state may be known
    by its letters as another body of that state.
    """
    whose = [tuple(countries[r] if r < len(countries) else None for r in s.referents) for s in spots]
    states = {s: own for s, own in zip(spots, whose, strict=True) if None not in own}
    drop: set[int] = set()
    for i in range(1, len(tokens) - 2):
        letters = tokens[i + 1].text
        if (tokens[i].text, tokens[i + 2].text) != ("(", ")") or sum(c.isupper() for c in letters) < _LETTERS:
            continue
        before = next((s for s in spots if s.last == i), None)
        there = [s for s in spots if s.first <= i + 1 < s.last and s.form != "outlet"]
        known = before is not None or not there
        known = known and all(s.referents == before.referents or _alike(states, s, before) for s in there if before)
        if known and tokens[i - 1].text[0].isalpha():
            drop |= {i, i + 1, i + 2}
    return drop


def _alike(states: Mapping[Spot, tuple[str | None, ...]], a: Spot, b: Spot) -> bool:
    return a in states and states[a] == states.get(b)


def _scare_quotes(tokens: Sequence[Token]) -> set[int]:
    """ "Opened \"unprovoked\" fire", "and \"sideswiped\" a boat": the marks around one or two words in a clause."""
    drop: set[int] = set()
    marks = [t.i for t in tokens if t.text in _MARKS]
    for first, last in zip(marks, marks[1:], strict=False):
        inside = tokens[first + 1 : last]
        if first in drop or not 1 <= len(inside) <= _SCARE or not all(t.text[0].isalpha() for t in inside):
            continue
        around = [t.text[0].isalpha() for t in (*tokens[max(0, first - 1) : first], *tokens[last + 1 : last + 2])]
        if around == [True, True]:
            drop |= {first, last}
    return drop


def _before(tokens: Sequence[Token], first: int, last: int, name: int, drop: set[int]) -> None:
    """Drops what binds a title to the name after it: commas between, an article or possessive before."""
    between = set(range(last, name)) - drop
    if all(tokens[k].text.lower() in _BETWEEN for k in between):
        drop |= between
    k = first - 1
    if k >= 0 and (tokens[k].tag in ("DT", "PRP$")):
        drop.add(k)
    elif k > 0 and tokens[k].text == "of" and tokens[k - 1].text.lower() in (",", "and"):
        drop.add(k)  # "the minister of Peru General X, of Chile General Y": Y is of the list


def _adjoins(tokens: Sequence[Token], last: int, first: int, drop: set[int]) -> bool:
    """True where only commas, articles and titles already dropped stand between a name and its title."""
    return all(
        k in drop or tokens[k].text.lower() in _BETWEEN or tokens[k].tag == "PRP$" for k in range(last, first)
    ) and any(tokens[k].text in (",", "-", "–", "—", "--", "(") for k in range(last, first))


def apply(page: PageReferents, parsed: Mapping[int, tuple[Reduced, tuple[Token, ...]]]) -> PageReferents:
    """The page with the given sentences replaced: number of sentence -> what was parsed anew, and its parse.

    Spots move along; those whose words fell away (the titles) are gone, their roles stay with the referents.
    """
    if not parsed:
        return page
    sentences = list(page.annotated.sentences)
    spots = list(page.spots)
    heads: dict[int, dict[int, int]] = {}
    for number, (plan, tokens) in parsed.items():
        moved = {old: new for new, (first, last) in enumerate(plan.stands_for) for old in range(first, last)}
        heads[number] = moved
        sentences[number] = replace(sentences[number], tokens=tokens)
        left = [s for s in spots[number] if not any(first < s.last and s.first < last for first, last in plan.acts)]
        spots[number] = tuple(s for s in (_moved(spot, moved, tokens) for spot in left) if s is not None)
    referents = tuple(replace(r, mentions=tuple(_at_head(m, heads) for m in r.mentions)) for r in page.referents)
    annotated = Annotated(page.annotated.article, tuple(sentences))
    return replace(page, annotated=annotated, referents=referents, spots=tuple(spots))


def _at_head(mention: Mention, heads: Mapping[int, Mapping[int, int]]) -> Mention:
    """A mention whose head is the token that it now is; -1 where that fell away."""
    moved = heads.get(mention.sentence)
    return mention if moved is None or mention.head < 0 else replace(mention, head=moved.get(mention.head, -1))


def _moved(spot: Spot, moved: Mapping[int, int], tokens: Sequence[Token]) -> Spot | None:
    places = [moved[k] for k in range(spot.first, spot.last) if k in moved]
    whole = len(places) == spot.last - spot.first
    if not whole and (spot.form != "role" or spot.head not in moved):
        return None  # "the ministers of the Shanghai Cooperation Organisation (SCO)" are so without the letters
    first, last = places[0], places[-1] + 1
    head = next((k for k in range(first, last) if not first <= tokens[k].head < last or tokens[k].head == k), last - 1)
    return replace(spot, first=first, last=last, head=head)
