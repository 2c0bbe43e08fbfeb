"""The knowledge of the program in one value: what `load` reads from the packaged files and a user's folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge import offices as office_file
from dragoman.knowledge import wording, world
from dragoman.knowledge.entries import Body, BodyWord, City, Country, Names, Office, Region, Titles, Venue
from dragoman.knowledge.files import is_state_code, layers, rows
from dragoman.types import Place

PLACE_COLUMNS = ("name", "alternates", "country", "lat", "lon", "population", "geonames", "weak")


@dataclass(frozen=True)
class Knowledge:
    """What is known of the world: states, places, bodies, titles, names and office holders."""

    countries: dict[str, Country]  # by alpha-3
    regions: dict[str, Region]  # by name
    venues: dict[str, Venue]  # by name
    cities: tuple[City, ...]  # most people first
    bodies: dict[str, Body]  # by name
    body_words: dict[str, BodyWord]  # by word, lower case
    titles: Titles
    names: Names
    offices: tuple[Office, ...]
    ambiguous: frozenset[str]  # names that several states share
    left_out: tuple[str, ...] = ()  # rows of files that cannot be right, each with where it stands and why

    # ---- states

    def country(self, code: str) -> Country | None:
        """The state of an alpha-3 code."""
        return self.countries.get(code)

    def country_of_name(self, name: str) -> str | None:
        """The code of the state of that name, None where no state or several have it."""
        return self._by_name.get(name)

    def country_of_demonym(self, word: str) -> str | None:
        """The code of the state whose people or things are called so, None where none or several are."""
        return self._by_demonym.get(word)

    def capital_of(self, code: str) -> Place | None:
        """A state's capital, with its coordinates where the list of cities has it."""
        country = self.countries.get(code)
        if country is None:
            return None
        for spelling in country.capital:
            city = next(iter(self.cities_named(spelling, code)), None)
            if city is not None:
                return Place(country.capital[0], code, city.lat, city.lon, city.geonames, "city")
        return Place(country.capital[0], code)

    # ---- places

    def cities_named(self, name: str, country: str | None = None) -> tuple[City, ...]:
        """Cities of that name or spelling, most people first; of one state where `country` is given."""
        found = self._cities_by_name.get(name, ())
        return found if country is None else tuple(c for c in found if c.country == country)

    def place_in(self, name: str, country: str | None = None) -> Place | None:
        """The likeliest place of that name (venue, region, state, then city), within one state where given."""
        venue = self._venues_by_name.get(name)
        if venue is not None and country in (None, venue.country):
            return Place(venue.name, venue.country, venue.lat, venue.lon, None, "venue")
        code = self._by_name.get(name)
        if code is not None and country in (None, code):
            state = self.countries[code]
            return Place(state.name, code, state.lat, state.lon, None, "country")
        region = self._regions_by_name.get(name)
        if region is not None and country in (None, region.state):
            return Place(region.name, region.state, region.lat, region.lon, None, "region")
        city = next(iter(self.cities_named(name, country)), None)
        if city is not None:
            return Place(city.name, city.country, city.lat, city.lon, city.geonames, "city")
        return None

    # ---- bodies

    def body_named(self, name: str) -> Body | None:
        """The body, force, company or outlet of that name or alias."""
        return self._bodies_by_name.get(name)

    def body_of_code(self, code: str) -> Body | None:
        """The alliance or organisation of an acronym code, not one of its organs."""
        return self._bodies_by_code.get(code)

    # ---- offices

    def offices_of(self, person: str) -> tuple[Office, ...]:
        """The offices that a person of exactly this name has held, earliest first."""
        return self._offices_by_person.get(person, ())

    def holders(self, country: str, cls: str, on: str | None = None) -> tuple[Office, ...]:
        """Holders of an office of a state or body, earliest first; with `on` (ISO) those who may have held it then."""
        found = self._offices_by_post.get((country, cls), ())
        return found if on is None else tuple(o for o in found if held(o, on))

    # ---- indexes, built when first asked for

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return self._unshared((c.code, c.names) for c in self.countries.values())

    @cached_property
    def _by_demonym(self) -> dict[str, str]:
        return self._unshared((c.code, c.demonyms) for c in self.countries.values())

    def _unshared(self, owners: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
        return {name: code for code, names in owners for name in names if name not in self.ambiguous}

    @cached_property
    def _cities_by_name(self) -> dict[str, tuple[City, ...]]:
        found: dict[str, list[City]] = {}
        for city in self.cities:
            for name in dict.fromkeys((city.name, *city.alternates)):
                found.setdefault(name, []).append(city)
        return {name: tuple(cities) for name, cities in found.items()}

    @cached_property
    def _venues_by_name(self) -> dict[str, Venue]:
        return {name: v for v in self.venues.values() for name in (v.name, *v.aliases)}

    @cached_property
    def _regions_by_name(self) -> dict[str, Region]:
        return {name: r for r in self.regions.values() for name in r.names}

    @cached_property
    def _bodies_by_name(self) -> dict[str, Body]:
        return {name: b for b in self.bodies.values() for name in b.names}

    @cached_property
    def _bodies_by_code(self) -> dict[str, Body]:
        found: dict[str, Body] = {}
        for body in self.bodies.values():
            if body.code is not None:
                found.setdefault(body.code, body)
        return found

    @cached_property
    def _offices_by_person(self) -> dict[str, tuple[Office, ...]]:
        found: dict[str, list[Office]] = {}
        for office in self.offices:
            found.setdefault(office.person, []).append(office)
        return {person: tuple(sorted(held_, key=lambda o: o.start)) for person, held_ in found.items()}

    @cached_property
    def _offices_by_post(self) -> dict[tuple[str, str], tuple[Office, ...]]:
        found: dict[tuple[str, str], list[Office]] = {}
        for office in self.offices:
            found.setdefault((office.country, office.cls), []).append(office)
        return {post: tuple(sorted(held_, key=lambda o: (o.start, o.person))) for post, held_ in found.items()}


def held(office: Office, on: str) -> bool:
    """Whether an office may have been held at a time; where the dates are too coarse to tell, it may."""
    start, end = office.start, office.end
    begun = on[: len(start)] >= start[: len(on)]
    return begun and (end is None or on[: len(end)] <= end[: len(on)])


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Knowledge:
    """The packaged knowledge, with a user's `folder` laid over it.

    Entries of the same key replace ours, others add. Raises KnowledgeError, which names file, entry and reason.
    """
    countries, regions, venues, ambiguous = world.geography(folder)
    bodies, body_words = world.organisations(folder)
    offices, left_out = office_file.read(folder)
    return Knowledge(
        countries=countries,
        regions=regions,
        venues=venues,
        cities=_cities(folder),
        bodies=bodies,
        body_words=body_words,
        titles=wording.titles(folder),
        names=wording.names(folder),
        offices=offices,
        ambiguous=ambiguous,
        left_out=left_out,
    )


def _cities(folder: Path | None) -> tuple[City, ...]:
    found: dict[str, City] = {}
    for path in layers("places.csv", folder):
        for row in rows(path, PLACE_COLUMNS):
            name, alternates, country, lat, lon, population, geonames, weak = row
            try:
                others = tuple(alternates.split("|")) if alternates else ()
                city = City(name, others, country, float(lat), float(lon), int(population), int(geonames), weak == "1")
            except ValueError as error:
                raise KnowledgeError(
                    f"{path}: {name}", str(error), "give numbers for lat, lon, population, geonames"
                ) from None
            if not (name and is_state_code(country) and -90 <= city.lat <= 90 and -180 <= city.lon <= 180):
                raise KnowledgeError(
                    f"{path}: {name}", f"no place: {','.join(row)}", "give a name, an alpha-3 code, degrees"
                )
            found[geonames] = city
    return tuple(sorted(found.values(), key=lambda c: (-c.population, c.geonames)))
