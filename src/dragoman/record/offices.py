"""Office holders as public data has them: which person of a country a name may be."""

from __future__ import annotations

import csv
from collections import defaultdict

from dragoman.knowledge import overlay
from dragoman.knowledge.files import layers
from dragoman.mentions import spelling as names

OFFICES_FILE = "offices.csv"


def wikidata_of(name: str, country: str | None) -> str | None:
    """The Wikidata id of the one office holder of that country who bears the name in full, if there is just one."""
    if not country:
        return None
    parsed = names.parse(name)
    if not parsed.is_full:
        return None
    found = {
        link
        for other, link in _holders().get((country, names.consonants(parsed.surname)), ())
        if parsed.suffix == other.suffix
        and names.same_surname(parsed.surname, other.surname)
        and names.same_given(parsed.given, other.given)
        and names.middles_agree(parsed, other)
    }
    return found.pop() if len(found) == 1 else None


@overlay.once
def _holders() -> dict[tuple[str, str], tuple[tuple[names.PersonName, str], ...]]:
    out: dict[tuple[str, str], set[tuple[names.PersonName, str]]] = defaultdict(set)
    files = [path for path in layers(OFFICES_FILE, overlay.folder()) if path.is_file()]
    for row in (row for path in files for row in csv.DictReader(path.read_text("utf-8").splitlines())):
        link = (row.get("wikidata") or "").strip()
        parsed = names.parse(row["person"])
        if link and parsed.given:
            out[row["country"], names.consonants(parsed.surname)].add((parsed, link))
    return {key: tuple(sorted(values)) for key, values in out.items()}
