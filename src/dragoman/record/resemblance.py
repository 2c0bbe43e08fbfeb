"""Whether two persons of the record are one: named features with weights, from their names and from what pages say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from dragoman.errors import KnowledgeError
from dragoman.knowledge import wording, world
from dragoman.knowledge.files import layers, mapping
from dragoman.mentions import spelling
from dragoman.mentions.spelling import PersonName
from dragoman.names import features as names
from dragoman.names.features import Feature
from dragoman.names.parts import Parts, taken_apart
from dragoman.record.offices import wikidata_of
from dragoman.record.sightings import telling_words

WEIGHTS_FILE = "person_weights.yaml"

Verdict = Literal["one", "doubt", "two"]
Roles = frozenset[frozenset[str]]  # the telling words of each title

MEANING = names.MEANING | {
    "one name": "every word has its like in the other name: spelling, transliteration, a short form of a given name",
    "middle name left out": "given name and family name are one, and one name has more between them",
    "second given name": "the given name of one is a further given name of the other",
    "translated": "the family names are one only where a given name is put into another language (Pavel, Paul)",
    "other middle name": "the middle names are two",
    "same country": "pages give both the same state or body",
    "its alliance": "pages give one a state and the other an alliance or body",
    "other country": "pages give them two states",
    "same office": "pages give both one office",
    "same rank": "pages give both one rank or occupation, and no office",
    "same holder": "public data knows one office holder by both names",
    "two holders": "public data knows two office holders by these names",
    "one page names both": "one page speaks of both as of two",
}


class Weights(NamedTuple):
    """What each feature adds, and what the sum must reach."""

    of: Mapping[str, float]
    start: float
    one: float
    doubt: float


@dataclass(frozen=True, slots=True)
class Profile:
    """What the record knows of a person under one spelling and one country."""

    name: str
    parts: Parts
    parsed: PersonName
    country: str
    roles: Roles
    pages: frozenset[str]
    holder: str | None  # the Wikidata item of the office holder who bears the name in full


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Two persons compared: the features, what each adds to the sum, and the verdict of the sum."""

    features: tuple[Feature, ...]
    added: tuple[float, ...]  # beside `features`
    sum: float
    verdict: Verdict


def resemblance(a: Profile, b: Profile, is_state: Callable[[str], bool], words: bool = False) -> Resemblance:
    """Compares two persons; with `words`, each feature tells what is behind it."""
    known = weights()
    found = [*_of_names(a, b, words), *_of_pages(a, b, is_state)]
    added = tuple([known.of.get(f.name, 0.0) * f.value for f in found])
    total = known.start + sum(added)
    verdict: Verdict = "one" if total >= known.one else "doubt" if total >= known.doubt else "two"
    return Resemblance(tuple(found), added, total, verdict)


def profile(name: str, country: str | None, titles: Iterable[str], pages: Iterable[str]) -> Profile:
    """What is known of a person by one spelling of the name: the titles that pages give, and which pages they are."""
    parts = taken_apart(name, "person")
    roles = frozenset(telling_words(title) for title in titles)
    return Profile(name, parts, parsed(parts), country or "", roles, frozenset(pages), wikidata_of(name, country))


def parsed(parts: Parts) -> PersonName:
    """Given name, middle names and family name of a name that was taken apart."""
    return spelling.parse(" ".join((*parts.texts, parts.suffix)).strip())


@cache
def weights() -> Weights:
    """The packaged weights; raises KnowledgeError where the file is malformed or names a feature that there is not."""
    path = layers(WEIGHTS_FILE, None)[0]
    data = mapping(path)
    try:
        of = {str(name): float(value) for name, value in data["weights"].items()}
        strange = sorted(set(of) - set(MEANING) - {"start"})
        if strange:
            raise KnowledgeError(str(path), f"there is no feature {strange[0]!r}", f"use {', '.join(MEANING)}")
        return Weights(of, of.pop("start"), float(data["one"]), float(data["doubt"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(str(path), f"is malformed ({error})", "correct the file") from error


def _of_names(a: Profile, b: Profile, words: bool) -> list[Feature]:
    compared = names.told if words else names.features
    found = list(compared(a.parts, b.parts))
    values = {f.name: f.value for f in found}
    if not (values.keys() & _NOT_ONE_NAME):
        # What no feature tells apart: the words pair up, each as the same word in some spelling.
        if len(a.parts.words) > 1 and _translated(a.parsed.surname, b.parsed.surname):
            found.append(Feature("translated", 1.0, f"{a.parsed.surname} / {b.parsed.surname}" if words else ""))
        else:
            found.append(Feature("one name", 1.0))
    elif values.keys() & _NOT_ONE_NAME == {"more on one side"} and a.parsed.is_full and b.parsed.is_full:
        first = spelling.same_given(a.parsed.given, b.parsed.given)
        found.append(Feature("middle name left out" if first else "second given name", 1.0))
    if not spelling.middles_agree(a.parsed, b.parsed):
        found.append(Feature("other middle name", 1.0, f"{a.parsed.middle[0]} / {b.parsed.middle[0]}" if words else ""))
    return found


_NOT_ONE_NAME = frozenset(
    ("altered", "sounds", "initial", "more on one side", "both have more", "one word", "other order", "suffix")
)


def _translated(a: str, b: str) -> bool:
    known = spelling.variants().given
    return a != b and known.get(a, a) == known.get(b, b) and not spelling.same_surname(a, b)


def _of_pages(a: Profile, b: Profile, is_state: Callable[[str], bool]) -> list[Feature]:
    found: list[Feature] = []
    if a.country and b.country:
        if a.country == b.country:
            found.append(Feature("same country", 1.0, a.country))
        else:
            two = is_state(a.country) and is_state(b.country)
            found.append(Feature("other country" if two else "its alliance", 1.0, f"{a.country} / {b.country}"))
    if a.roles and b.roles:
        agree = agreeing(a.roles, b.roles)
        if agree:
            office = any(_is_office(role) for role in agree)
            found.append(Feature("same office" if office else "same rank", 1.0, " ".join(sorted(agree[0]))))
    if a.holder and b.holder:
        same = a.holder == b.holder
        found.append(Feature("same holder" if same else "two holders", 1.0, f"{a.holder} / {b.holder}"))
    if a.pages & b.pages and "one name" not in {f.name for f in found}:
        found.append(Feature("one page names both", 1.0, min(a.pages & b.pages)))
    return found


def agreeing(a: Roles, b: Roles) -> Sequence[frozenset[str]]:
    """The titles of `a` that `b` has too, give or take a word; sorted."""
    return sorted((x for x in a if x and any(y and _agree(x, y) for y in b)), key=sorted)


def _agree(x: frozenset[str], y: frozenset[str]) -> bool:
    short, long = (x, y) if len(x) <= len(y) else (y, x)
    if len(short) == 1:
        # `President` is the Turkish president, and nobody knows whether the one of the parliament.
        return short <= long and long - short <= _of_states()
    return len(short & long) * 2 > len(short)


@cache
def _of_states() -> frozenset[str]:
    """The words that say of which state an office is."""
    states, _, _, _ = world.geography(None)
    names = [name for state in states.values() for name in (*state.names, *state.demonyms)]
    return frozenset(word for name in names for word in spelling.fold(name).split())


def _is_office(role: frozenset[str]) -> bool:
    return role - _of_states() not in _shared_by_many()


@cache
def _shared_by_many() -> frozenset[frozenset[str]]:
    """Ranks, courtesies and occupations, by their telling words."""
    titles = wording.titles(None)
    common = [form for rank in titles.ranks for form in rank.forms]
    common += [form for honorific in titles.honorifics for form in honorific.forms]
    common += [form for head in titles.heads if head.cls in _OCCUPATIONS for form in head.forms]
    return frozenset(telling_words(form) for form in common)


_OCCUPATIONS = (
    "lawmaker", "spokesperson", "adviser", "official", "analyst", "journalist", "cleric", "counterpart", "kin",
    "private", "other",
)
