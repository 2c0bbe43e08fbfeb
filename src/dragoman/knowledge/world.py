"""Reading countries.yaml and bodies.yaml into entries."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import KnowledgeError
from dragoman.knowledge.entries import Body, BodyWord, Country, Region, Venue
from dragoman.knowledge.files import Fields, is_state_code, layers, mapping, texts

_COUNTRY = frozenset(("name", "aliases", "demonyms", "capital", "metonyms", "historical", "at"))
_REGION = frozenset(("state", "code", "kind", "aliases", "demonyms", "at", "note"))
_VENUE = frozenset(("country", "aliases", "at", "weak", "note"))
_BODY = frozenset(("code", "country", "kind", "aliases", "metonyms", "members", "weak", "shared"))
_BODY_WORD = frozenset(("kind", "of", "plural", "aliases", "country"))
_KINDS = ("body", "force", "company", "outlet")
# Sections of bodies.yaml and the kind their entries have unless they say otherwise.
_BODY_SECTIONS = {"bodies": "body", "forces": "force", "companies": "company", "outlets": "outlet"}


def geography(folder: Path | None) -> tuple[dict[str, Country], dict[str, Region], dict[str, Venue], frozenset[str]]:
    """States by code, regions and venues by name, and the names that states share; raises KnowledgeError."""
    countries: dict[str, Country] = {}
    regions: dict[str, Region] = {}
    venues: dict[str, Venue] = {}
    ambiguous: set[str] = set()
    for path in layers("countries.yaml", folder):
        data = mapping(path)
        _only(path, data, ("countries", "regions", "venues", "ambiguous"))
        for code, value in _entries(path, data, "countries"):
            countries[code] = _country(path, code, value)
        for name, value in _entries(path, data, "regions"):
            regions[name] = _region(path, name, value)
        for name, value in _entries(path, data, "venues"):
            venues[name] = _venue(path, name, value)
        ambiguous.update(texts(str(path), "ambiguous", data.get("ambiguous")))
        _refuse_shared_names(path, countries, ambiguous)
        _refuse_unknown_states(path, countries, regions, venues)
    return countries, regions, venues, frozenset(ambiguous)


def organisations(folder: Path | None) -> tuple[dict[str, Body], dict[str, BodyWord]]:
    """Bodies, forces, companies and outlets by name, and the words of which names of bodies are made."""
    bodies: dict[str, Body] = {}
    words: dict[str, BodyWord] = {}
    for path in layers("bodies.yaml", folder):
        data = mapping(path)
        _only(path, data, (*_BODY_SECTIONS, "body_words"))
        for section, kind in _BODY_SECTIONS.items():
            for name, value in _entries(path, data, section):
                bodies[name] = _body(path, name, value, kind)
        for word, value in _entries(path, data, "body_words"):
            words[word] = _body_word(path, word, value)
    return bodies, words


def _only(path: Path, data: Mapping[str, Any], sections: tuple[str, ...]) -> None:
    for key in data:
        if key not in sections:
            raise KnowledgeError(str(path), f"has no section {key!r}", f"use one of {', '.join(sections)}")


def _entries(path: Path, data: Mapping[str, Any], section: str) -> list[tuple[str, Any]]:
    value = data.get(section)
    if value is None:
        return []
    if not isinstance(value, dict):
        raise KnowledgeError(f"{path}: {section}", "is not a mapping", "write one entry a line, NAME: {field: value}")
    for key in value:
        if not isinstance(key, str):
            raise KnowledgeError(f"{path}: {section}", f"has the key {key!r}, which is no text", "put quotes around it")
    return list(value.items())


def _country(path: Path, code: str, value: object) -> Country:
    if not is_state_code(code):
        raise KnowledgeError(f"{path}: countries", f"{code!r} is no alpha-3 code", "give three capital letters")
    f = Fields(path, code, value, _COUNTRY)
    lat, lon = f.point()
    capital = f.texts("capital")
    if not capital:
        raise KnowledgeError(f.where, "capital is missing", "give a list of spellings, the preferred first")
    name = f.text("name")
    return Country(
        code,
        name,
        f.texts("aliases"),
        f.texts("demonyms"),
        capital,
        f.texts("metonyms"),
        f.texts("historical"),
        lat,
        lon,
    )


def _region(path: Path, name: str, value: object) -> Region:
    f = Fields(path, name, value, _REGION)
    kind = f.one_of("kind", ("territory", "province", "area"), "territory")
    lat, lon = f.point()
    aliases, demonyms = f.texts("aliases"), f.texts("demonyms")
    return Region(name, f.code("state"), f.code("code"), kind, aliases, demonyms, lat, lon, f.maybe("note"))


def _venue(path: Path, name: str, value: object) -> Venue:
    f = Fields(path, name, value, _VENUE)
    country = f.code("country")
    if country is None:
        raise KnowledgeError(f.where, "country is missing", "give the alpha-3 code of the state it lies in")
    lat, lon = f.point()
    return Venue(name, country, f.texts("aliases"), lat, lon, f.flag("weak", False), f.maybe("note"))


def _body(path: Path, name: str, value: object, kind: str) -> Body:
    f = Fields(path, name, value, _BODY)
    return Body(
        name=name,
        kind=f.one_of("kind", _KINDS, kind),
        code=f.maybe("code"),
        country=f.code("country"),
        aliases=f.texts("aliases"),
        metonyms=f.texts("metonyms"),
        members=f.texts("members"),
        weak=f.flag("weak", False),
        shared=f.texts("shared"),
    )


def _body_word(path: Path, word: str, value: object) -> BodyWord:
    f = Fields(path, word, value, _BODY_WORD)
    plural = f.maybe("plural")
    forms = (word, *f.texts("aliases"), *((plural,) if plural else ()))
    kind = f.one_of("kind", ("body", "force"), "body")
    return BodyWord(word, kind, f.one_of("of", ("domain", "any", "none"), "none"), forms, f.code("country"))


def _refuse_shared_names(path: Path, countries: Mapping[str, Country], ambiguous: set[str]) -> None:
    owner: dict[str, str] = {}
    for country in countries.values():
        for name in dict.fromkeys((*country.names, *country.demonyms, *country.capital, *country.metonyms)):
            other = owner.setdefault(name, country.code)
            if other != country.code and name not in ambiguous:
                why = f"{name!r} is also a name of {other}"
                raise KnowledgeError(f"{path}: {country.code}", why, "list it under ambiguous, or take it out of one")


def _refuse_unknown_states(
    path: Path, countries: Mapping[str, Country], regions: Mapping[str, Region], venues: Mapping[str, Venue]
) -> None:
    for region in regions.values():
        if region.state is not None and region.state not in countries:
            raise KnowledgeError(f"{path}: {region.name}", f"state {region.state} is not among the countries", "add it")
    for venue in venues.values():
        if venue.country not in countries:
            raise KnowledgeError(
                f"{path}: {venue.name}", f"country {venue.country} is not among the countries", "add it"
            )
