"""Names of states, places and bodies found in text, many at once, by what the knowledge packs list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import ahocorasick_rs

from dragoman.knowledge.entries import Body, City, Country, Region, Venue
from dragoman.knowledge.pack import Knowledge

# Which reading of a name comes first where several kinds of thing bear it.
_ORDER = ("country", "demonym", "capital", "metonym", "body", "region", "force", "venue", "company", "city", "outlet")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
# Cities with fewer people are not looked for in capitals ("BAKU, June 5"), where they meet acronyms and shouted words.
_SHOUTED_POPULATION = 200_000
_SHOUTED_LENGTH = 4
# A place that speaks for a government and has this many people is a city; a smaller one is a quarter or a namesake.
_SEAT_POPULATION = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a name may stand for.

    `code` is the state or body that it is or speaks for: a state's alpha-3 for everything that lies in or belongs to
    one, an organisation's acronym for its organs; None where there is neither. `country` is always a state's alpha-3
    or None. `weak` asks for other evidence, since the name is also a word or a personal name; `shared` asks for a page
    that speaks of the state, since other states have bodies so called.
    """

    # country, demonym, metonym, city, region, venue, body, force, company, outlet; and capital: a city that speaks for
    # its government too, the capital by law or not ("Tel Aviv", "Yangon").
    kind: str
    name: str  # as the record shows it
    code: str | None
    country: str | None
    lat: float | None = None  # degrees
    lon: float | None = None
    population: int = 0
    geonames: int | None = None
    weak: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text, and all that it may stand for, likeliest first; `kind` is the first candidate's."""

    start: int
    end: int
    text: str
    kind: str
    candidates: tuple[Entry, ...]

    @property
    def weak(self) -> bool:
        """Whether every reading of it asks for other evidence."""
        return all(entry.weak for entry in self.candidates)

    def of_kind(self, *kinds: str) -> Entry | None:
        """The likeliest candidate of these kinds."""
        return next((entry for entry in self.candidates if entry.kind in kinds), None)


class Gazetteer:
    """Finds what a knowledge pack names; built once, then used for any number of texts."""

    def __init__(self, knowledge: Knowledge) -> None:
        table: dict[str, list[Entry]] = {}
        for name, entry in _names(knowledge):
            for form in _forms(name, entry):
                known = table.setdefault(form, [])
                if entry not in known:
                    known.append(entry)
        self._patterns = sorted(table)
        self._candidates = [_ranked(table[name]) for name in self._patterns]
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._patterns, matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False
        )

    def __len__(self) -> int:
        return len(self._patterns)

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """What a name may stand for when it stands alone, likeliest first; empty where it is not known."""
        return next((hit.candidates for hit in self.find(name) if hit.end - hit.start == len(name)), ())

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """The names in `text[start:end]`, left to right, never overlapping, the longer before the shorter.

        Offsets count from the beginning of `text`. Letter case matters; a name ends at a border of a word, so
        "Moscow's" and "Russian-Azerbaijani" hold names and "Malinowski" does not.
        """
        end = len(text) if end is None else end
        piece = text[start:end].replace("\u2019", "'")  # one character for one: offsets stay
        found = [
            (first, -last, number)
            for number, first, last in self._automaton.find_matches_as_indexes(piece, overlapping=True)
            if _stands_alone(piece, first, last)
        ]
        found.sort()
        hits: list[Hit] = []
        free = 0
        for first, minus_last, number in found:
            if first < free:
                continue
            free = -minus_last
            candidates = self._candidates[number]
            begin, stop = start + first, start + free
            hits.append(Hit(begin, stop, text[begin:stop], candidates[0].kind, candidates))
        return hits


def _stands_alone(text: str, first: int, last: int) -> bool:
    if first and (text[first - 1].isalnum() or text[first - 1] == "_"):
        return False
    if last == len(text):
        return True
    after = text[last]
    if after.isalnum() or after == "_":
        return False
    if after == "'" and last + 1 < len(text) and text[last + 1].isalpha():
        return text[last + 1] == "s" and (last + 2 == len(text) or not text[last + 2].isalnum())
    return True


def _ranked(entries: Collection[Entry]) -> tuple[Entry, ...]:
    """Likeliest first; a capital is not listed a second time as a city."""
    if len(entries) == 1:
        return tuple(entries)
    ranked = sorted(entries, key=_likeliest)
    seats = {entry.geonames for entry in ranked if entry.kind == "capital"}
    return tuple(entry for entry in ranked if entry.kind != "city" or entry.geonames not in seats)


def _likeliest(entry: Entry) -> tuple[bool, int, int, str, str]:
    return (entry.weak, _RANK[entry.kind], -entry.population, entry.code or "", entry.name)


def _forms(name: str, entry: Entry) -> Iterator[str]:
    yield name.replace("\u2019", "'")
    for here, there in (("Defence", "Defense"), ("Defense", "Defence")):
        if here in name:
            yield name.replace("\u2019", "'").replace(here, there)
    owner, _, rest = name.partition(" ")
    if entry.kind == "body" and rest and owner.isupper():
        yield f"{owner}'s {rest}"  # "NATO's Military Committee"
    if name.startswith("Saint "):
        yield "St. " + name[6:]
        yield "St " + name[6:]
    shouted = entry.kind not in ("city", "company", "outlet", "venue") or entry.population >= _SHOUTED_POPULATION
    if shouted and not entry.weak and len(name) >= _SHOUTED_LENGTH and not name.isupper():
        yield name.replace("\u2019", "'").upper()


def _names(knowledge: Knowledge) -> Iterable[tuple[str, Entry]]:
    for country in knowledge.countries.values():
        yield from _country(knowledge, country)
    for region in knowledge.regions.values():
        yield from _region(region)
    for venue in knowledge.venues.values():
        yield from _venue(venue)
    for body in knowledge.bodies.values():
        yield from _body(knowledge, body)
    for city in knowledge.cities:
        entry = _city("city", city)
        for name in (city.name, *city.alternates):
            yield name, entry


def _city(kind: str, city: City) -> Entry:
    weak = city.weak and kind == "city"
    return Entry(kind, city.name, city.country, city.country, city.lat, city.lon, city.population, city.geonames, weak)


def _country(knowledge: Knowledge, country: Country) -> Iterator[tuple[str, Entry]]:
    code = country.code
    state = Entry("country", country.name, code, code, country.lat, country.lon)
    people = Entry("demonym", country.name, code, code)
    for name in country.names:
        yield name, state
    for name in country.demonyms:
        yield name, people
    place = knowledge.capital_of(code)
    city = next((c for spelling in country.capital for c in knowledge.cities_named(spelling, code)), None)
    if place is not None:
        population = city.population if city is not None else 0
        seat = Entry("capital", place.name, code, code, place.lat, place.lon, population, place.geonames)
        for name in country.capital:
            yield name, seat
    for name in country.metonyms:
        city = next(iter(knowledge.cities_named(name, code)), None)
        if city is None or city.population < _SEAT_POPULATION:
            yield name, Entry("metonym", country.name, code, code)
        else:  # a seat of government that is a city too: a place and a voice, as the capital is
            yield name, _city("capital", city)


def _region(region: Region) -> Iterator[tuple[str, Entry]]:
    code = region.code or region.state
    area = Entry("region", region.name.split(" (")[0], code, region.state, region.lat, region.lon)
    for name in region.names:
        yield name, area
    for name in region.demonyms:
        yield name, Entry("demonym", area.name, code, region.state)


def _venue(venue: Venue) -> Iterator[tuple[str, Entry]]:
    entry = Entry("venue", venue.name, venue.country, venue.country, venue.lat, venue.lon, weak=venue.weak)
    for name in (venue.name, *venue.aliases):
        yield name, entry


def _body(knowledge: Knowledge, body: Body) -> Iterator[tuple[str, Entry]]:
    # An armed group does not act for the state where it is at home: only a code of its own says for whom.
    code = body.code if body.kind == "force" else body.code or body.country
    entry = Entry(body.kind, body.names[0] if body.names else body.name, code, body.country, weak=body.weak)
    for name in body.names:
        yield name, replace(entry, shared=name in body.shared)
    for name in body.metonyms:
        yield name, Entry("metonym", entry.name, entry.code, body.country)
