"""What the knowledge packs hold, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Country:
    """A state: its names, its people's names, its capital and what else speaks for its government.

    `code` is ISO 3166-1 alpha-3 (also TWN, XKX, PSE); `lat` and `lon` are degrees, of about its middle.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: tuple[str, ...]  # spellings, the preferred first
    metonyms: tuple[str, ...]
    historical: tuple[str, ...]
    lat: float
    lon: float

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the state itself, the preferred first."""
        return (self.name, *self.aliases, *self.historical)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a state, a disputed land, or a stretch of the map larger than a state.

    `state` is the alpha-3 of the state it lies in by international law, None where that is open or there are several.
    """

    name: str
    state: str | None
    code: str | None
    kind: str  # territory, province, area
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    lat: float
    lon: float
    note: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the preferred first; a name with a bracket is for telling apart only and is left out."""
        return tuple(n for n in (self.name, *self.aliases) if "(" not in n)


@dataclass(frozen=True, slots=True)
class Venue:
    """A place too small or too special for the list of cities: a base, a palace, a pass."""

    name: str
    country: str
    aliases: tuple[str, ...]
    lat: float
    lon: float
    weak: bool
    note: str | None


class City(NamedTuple):
    """A populated place; `weak` where its name is also a personal name or a word and needs other evidence.

    A tuple, for there are tens of thousands of them and a frozen dataclass takes twice as long to make.
    """

    name: str
    alternates: tuple[str, ...]
    country: str
    lat: float
    lon: float
    population: int
    geonames: int
    weak: bool


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation with a name of its own.

    `kind` is body, force, company or outlet. `code` is the acronym of an alliance or international organisation
    (its organs share it); `country` the alpha-3 of the state whose organ, firm or home it is. `shared` are those of
    its names by which other states call bodies of their own.
    """

    name: str
    kind: str
    code: str | None
    country: str | None
    aliases: tuple[str, ...]
    metonyms: tuple[str, ...]
    members: tuple[str, ...]
    weak: bool
    shared: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the preferred first, without one that ends in a bracket: that is for telling apart only."""
        return tuple(n for n in (self.name, *self.aliases) if not n.endswith(")"))


@dataclass(frozen=True, slots=True)
class BodyWord:
    """A common noun that names an organ of a state once a nationality stands with it ("general staff")."""

    word: str
    kind: str  # body, force
    of: str  # domain, any, none: the field it needs
    forms: tuple[str, ...]  # all spellings and plurals, itself first
    country: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """The head word of a title; `bare` where it is a title without a field or a body."""

    word: str
    cls: str
    forms: tuple[str, ...]  # singular spellings, itself first
    plurals: tuple[str, ...]
    bare: bool
    state: str | None  # the state or body that it alone settles


@dataclass(frozen=True, slots=True)
class Rank:
    """A military rank with its abbreviations; `also_word` where it counts only before a name."""

    word: str
    forms: tuple[str, ...]
    plurals: tuple[str, ...]
    also_word: bool


@dataclass(frozen=True, slots=True)
class Honorific:
    """A word of courtesy before a name; `gender` is male, female or None."""

    word: str
    forms: tuple[str, ...]
    gender: str | None


@dataclass(frozen=True, slots=True)
class Titles:
    """The words of which titles are made, lower case."""

    heads: tuple[Head, ...]
    ranks: tuple[Rank, ...]
    honorifics: tuple[Honorific, ...]
    modifiers: dict[str, tuple[str, ...]]  # former, acting, rank, new
    still_in_office: frozenset[str]
    held_at_the_time: frozenset[str]
    callings: dict[str, tuple[str, ...]]  # another word for who holds an office to the classes of such offices
    domains: dict[str, tuple[str, ...]]  # class of field to its words
    collective: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """What personal names are made of; `gender` maps a given name to male, female or either."""

    gender: dict[str, str]
    particles: frozenset[str]
    joined: tuple[str, ...]
    suffixes: frozenset[str]
    family_first: frozenset[str]


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody in an office; `start` and `end` are ISO, as coarse as known; `end` None where none is recorded.

    `basis` is wikidata or unverified.
    """

    country: str
    cls: str
    title: str
    person: str
    wikidata: str | None
    start: str
    end: str | None
    basis: str
