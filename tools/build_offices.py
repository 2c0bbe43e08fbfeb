"""Builds src/dragoman/knowledge/offices.csv from the office holders in ``$DRAGOMAN_EVAL/kb`` (default ../shared).

Keeps the offices that reports on military diplomacy speak of, gives each a class (tools/office_classes.yaml), and
closes an open row of a post with one holder at the next holder's start.
"""

from __future__ import annotations

import csv
import os
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
KB = Path(os.environ.get("DRAGOMAN_EVAL", ROOT.parent / "shared")) / "kb"
OUT = ROOT / "src" / "dragoman" / "knowledge" / "offices.csv"
COLUMNS = ("country", "class", "title", "person", "wikidata", "start", "end", "basis")
_NOT_SINGLE = re.compile(r"member|deputy|vice|assistant|minister of state|delegate|under", re.IGNORECASE)


@dataclass(frozen=True)
class Classes:
    """Which office has which class, which classes have one holder, and which are kept for recent years only."""

    patterns: tuple[tuple[re.Pattern[str], str | None], ...]
    single: frozenset[str]
    minor: frozenset[str]
    minor_since: str

    def of(self, title: str) -> str | None:
        """The class of an office, None where it does not serve."""
        low = title.lower()
        return next((cls for pattern, cls in self.patterns if pattern.search(low)), None)


@dataclass
class Row:
    """One row of offices.csv, in its order; `end` is empty where none is known."""

    country: str
    cls: str
    title: str
    person: str
    wikidata: str
    start: str
    end: str
    basis: str

    def fields(self) -> tuple[str, ...]:
        """Its values in the order of the columns."""
        return (self.country, self.cls, self.title, self.person, self.wikidata, self.start, self.end, self.basis)


def classes() -> Classes:
    """The classes as tools/office_classes.yaml has them."""
    data = yaml.safe_load((Path(__file__).parent / "office_classes.yaml").read_text(encoding="utf-8"))
    patterns = []
    for entry in data["classes"]:
        for pattern in entry["patterns"]:
            for word, meaning in data["words"].items():
                pattern = pattern.replace("{" + word + "}", meaning)
            patterns.append((re.compile(pattern), entry["class"]))
    return Classes(tuple(patterns), frozenset(data["single"]), frozenset(data["minor"]), data["minor_since"])


def read(known: Classes) -> list[Row]:
    """The rows of all three lists that serve, the verified ones first."""
    rows: list[Row] = []
    for name in ("offices.csv", "military_posts.csv", "extra_posts.csv"):
        with (KB / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                cls, start, end = known.of(row["position"]), row["start"], row["end"] or ""
                if cls is None or (cls in known.minor and (end or start) < known.minor_since):
                    continue
                basis = "unverified" if "basis" in row else "wikidata"
                rows.append(
                    Row(row["country"], cls, row["position"], row["person"], row["wikidata"], start, end, basis)
                )
    return rows


def same_term(one: Row, other: Row) -> bool:
    """Whether two rows tell of one term: same state, class and person, begun within a year of each other."""
    person = (one.wikidata and one.wikidata == other.wikidata) or one.person == other.person
    post = one.country == other.country and one.cls == other.cls
    return bool(person) and post and abs(int(one.start[:4]) - int(other.start[:4])) <= 1


def merged(rows: list[Row]) -> list[Row]:
    """Without the rows of the later lists that restate an open row in order to give its end."""
    kept: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        post = kept.setdefault((row.country, row.cls), [])
        again = next((r for r in post if (r.title, r.person, r.start) == (row.title, row.person, row.start)), None)
        if again is not None:
            # One term with two ends: the earlier, since a later one is mostly the end of the whole cabinet.
            again.end = min(again.end or row.end, row.end or again.end)
            continue
        twin = next((r for r in post if row.basis == "unverified" and same_term(r, row)), None)
        if twin is None:
            post.append(row)
        elif row.end and not twin.end:
            twin.end, twin.basis = row.end, "unverified"
    return [row for post in kept.values() for row in post]


def close(rows: list[Row], single: frozenset[str]) -> None:
    """Ends an open row of a post with one holder at the start of the next holder."""
    posts: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.cls in single and not _NOT_SINGLE.search(row.title):
            posts.setdefault((row.country, row.title), []).append(row)
    for held in posts.values():
        held.sort(key=lambda r: r.start)
        for i, row in enumerate(held):
            later = next((r for r in held[i + 1 :] if r.person != row.person and r.start > row.start), None)
            if not row.end and later is not None:
                row.end = later.start


def main() -> None:
    """Writes offices.csv, sorted."""
    known = classes()
    rows = merged(read(known))
    close(rows, known.single)
    with OUT.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(COLUMNS)
        out.writerows(sorted(row.fields() for row in rows))


if __name__ == "__main__":
    main()
