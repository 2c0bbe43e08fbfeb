"""Acts that a page calls by a name of their own: "Cobra Gold 2023 began", where no noun says that it is an exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.knowledge import overlay
from dragoman.mentions.spots import Spot
from dragoman.types import Token

_NUMBER = r"(?:[\s-]?[’'\"”]?\s?\d{1,4}(?:[-/]\d{1,4})?\b)"
_WORD = r"[A-Z][^\W\d_]+"
_CALLED = r"(?:(?:named|called|dubbed|code-?named|known as|titled|entitled|,)\s+)?"
# Spots of which a name of an act may be made: the tagger knows no better word for it.
_UNKNOWN = frozenset(("org", "gpe", "loc", "fac", "name"))
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)


@dataclass(frozen=True, slots=True)
class ActName:
    """Where a name of an act stands in a text, with the noun before it where there is one; offsets of characters."""

    start: int
    end: int
    noun: str | None  # the noun that is to stand for it; None where the text has one right before the name
    known: bool = True  # one of the knowledge, and not one that this page alone makes known


@dataclass(frozen=True, slots=True)
class Standing:
    """A range of tokens that is one act noun: the noun of the text, or one that stands for a bare name."""

    first: int
    last: int  # exclusive
    noun: str | None


def act_names(text: str) -> list[ActName]:
    """The names of acts in a text, in order, none inside another."""
    found: list[ActName] = []
    for noun, nouns, known in _patterns():
        behind = [m for m in nouns.finditer(text) if m["name"].split()[0] not in _CALENDAR]
        found += [ActName(m.start(), m.end(), None, False) for m in behind]
        given = {re.sub(_NUMBER + "$", "", m["name"]).rstrip(" -") for m in behind if m["quote"] or " " in m["name"]}
        names = [known, *([_alternatives(given)] if given else [])]
        for k, pattern in enumerate(names):
            found += [ActName(m.start(), m.end(), noun, not k) for m in pattern.finditer(text)]
    return list(_outermost(found))


def standing(names: Sequence[ActName], tokens: Sequence[Token], spots: Sequence[Spot]) -> list[Standing]:
    """Those names of acts that a sentence has, but for those that name somebody or some place known by that name."""
    out: list[Standing] = []
    for name in names:
        inside = [t.i for t in tokens if name.start <= t.start and t.end <= name.end]
        if not inside or tokens[inside[0]].start != name.start:
            continue
        first, last = inside[0], inside[-1] + 1
        own = [k for k in inside if tokens[k].text[:1].isupper()]
        others = [s for s in spots if s.first < last and first < s.last and s.form not in _UNKNOWN]
        person = any(s.form == "name" and s.first < last and first < s.last for s in spots)
        counted = tokens[last - 1].text[-1:].isdigit()
        if counted and name.noun is None:
            others = []  # "the exercise MILAN 2022" is no town
        if not name.known and (others or person and not counted and tokens[first].text[:1].islower() or not own):
            continue
        if name.noun is not None and _noun_near(tokens, first, last):
            continue
        out.append(Standing(first, last, name.noun))
    return out


def _noun_near(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True of "the Cobra Gold joint exercise", "the drills, Cobra Gold": the noun is there."""
    nouns = {word for _, entry in _knowledge() for word in entry["nouns"]}
    return any(t.text.lower() in nouns for t in (*tokens[last : last + 4], *tokens[max(0, first - 3) : first]))


def _outermost(found: Sequence[ActName]) -> Iterator[ActName]:
    last = -1
    for name in sorted(found, key=lambda n: (n.start, -n.end)):
        if name.start >= last:
            yield name
            last = name.end


@overlay.once
def _patterns() -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """For each noun of the knowledge: how names stand behind the nouns for it, and the names that are known."""
    out = []
    for noun, entry in _knowledge():
        nouns = "|".join(sorted((re.escape(w) for w in entry["nouns"]), key=len, reverse=True))
        capital = "|".join(sorted((re.escape(w.capitalize()) for w in entry["nouns"]), key=len, reverse=True))
        name = rf"(?P<name>{_WORD}(?:[ -]{_WORD})*{_NUMBER}?)"
        behind = re.compile(rf"\b(?:{nouns}|{capital})\s+{_CALLED}(?P<quote>[\"“‘'«])?{name}(?(quote)[\"”’'»])")
        out.append((noun, behind, _alternatives(entry["names"], entry["numbered"])))
    return out


def _alternatives(names: Sequence[str] | set[str], numbered: Sequence[str] = ()) -> re.Pattern[str]:
    free, counted = (sorted(map(re.escape, group), key=lambda w: (-len(w), w)) for group in (names, numbered))
    ways = [rf"(?:{'|'.join(free)}){_NUMBER}?"] + ([rf"(?:{'|'.join(counted)}){_NUMBER}"] if counted else [])
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways)})(?![\w])")


@overlay.once
def _knowledge() -> list[tuple[str, dict[str, list[str]]]]:
    return [(noun, entry) for noun, entry in overlay.data("named_acts.yaml").items()]
