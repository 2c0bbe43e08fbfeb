"""Reading offices.csv: who held which office, and when; a row that cannot be right is named and left out."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from dragoman.knowledge.entries import Office
from dragoman.knowledge.files import layers, rows

COLUMNS = ("country", "class", "title", "person", "wikidata", "start", "end", "basis")

# Offices that one person holds at a time.
_SOLE = frozenset(("head_of_government", "defence_minister", "foreign_minister", "interior_minister", "chief_of_staff"))
# Days for which two may be recorded at once: a handover, or dates as coarse as a month.
_HANDOVER = 45
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


def read(folder: Path | None) -> tuple[tuple[Office, ...], tuple[str, ...]]:
    """The office holders, and a line for each row that was left out: where it stands, whose it is, and why.

    Left out are rows with a field missing or a broken date and, in a user's file, two who hold one office at once.
    Our own file is not asked for those: where it knows of two, whoever asks for the holder gets none. A term that ours
    leaves open ends where the user's file begins the next. Raises KnowledgeError where a file has other columns.
    """
    found: dict[tuple[str, str, str, str], Office] = {}
    left_out: list[str] = []
    for number, path in enumerate(layers("offices.csv", folder)):
        good: list[Office] = []
        for line, row in enumerate(rows(path, COLUMNS), start=2):
            office, why = _office(row)
            if office is None:
                left_out.append(f"{path}, line {line} ({row[3] or row[2] or 'nobody'}): {why}; left out")
            else:
                good.append(office)
        if number:
            clashing = _at_once(good)
            left_out.extend(f"{path}: {why}; both left out" for why in sorted({why for _, why in clashing}))
            refused = {id(office) for office, _ in clashing}
            good = [office for office in good if id(office) not in refused]
            _close(found, good)
        for office in good:
            found[office.country, office.title, office.person, office.start] = office
    return tuple(found.values()), tuple(left_out)


def _office(row: Sequence[str]) -> tuple[Office | None, str]:
    country, cls, title, person, wikidata, start, end, basis = row
    if not (country and cls and title and person and start):
        return None, "needs country, class, title, person and start"
    begins, ends = _bounds(start), _bounds(end) if end else None
    for key, value, days in (("start", start, begins), ("end", end, ends)):
        if value and days is None:
            return None, f"{key} {value!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD"
    if begins is not None and ends is not None and ends[1] < begins[0]:
        return None, f"it ends ({end}) before it starts ({start})"
    return Office(country, cls, title, person, wikidata or None, start, end or None, basis), ""


def _bounds(text: str) -> tuple[date, date] | None:
    """The first and the last day that an ISO date, as coarse as it is, may mean."""
    match = _DATE.match(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    last = monthrange(year, month or 12)[1]
    if day is not None and not 1 <= day <= last:
        return None
    return date(year, month or 1, day or 1), date(year, month or 12, day or last)


def _at_once(offices: Iterable[Office]) -> list[tuple[Office, str]]:
    """Those who hold an office of one holder at the same time as somebody else, each with what is wrong."""
    posts: dict[tuple[str, str, str], list[Office]] = defaultdict(list)
    for office in offices:
        if office.cls in _SOLE:
            posts[office.country, office.cls, office.title].append(office)
    out = []
    for (country, _, title), held in posts.items():
        held.sort(key=lambda o: (o.start, o.person))
        for k, first in enumerate(held):
            for second in held[k + 1 :]:
                if first.person != second.person and _overlap(first, second) > _HANDOVER:
                    why = f"{first.person} and {second.person} are both {title} of {country} from {second.start} on"
                    out += [(first, why), (second, why)]
    return out


def _overlap(a: Office, b: Office) -> int:
    """For how many days two terms are one beside the other, at the least that their dates allow."""
    begins, ends = [], []
    for office in (a, b):
        start, end = _bounds(office.start), _bounds(office.end) if office.end else None
        begins.append(start[1] if start else date.max)
        ends.append(end[0] if end else date.max)
    return (min(ends) - max(begins)).days


def _close(found: dict[tuple[str, str, str, str], Office], newer: Sequence[Office]) -> None:
    """Ends the terms that were left open of those whom a newer file lets somebody follow."""
    begins: dict[tuple[str, str, str], str] = {}
    for office in sorted(newer, key=lambda o: o.start, reverse=True):
        if office.cls in _SOLE:
            begins[office.country, office.cls, office.title] = office.start
    for key, office in found.items():
        start = begins.get((office.country, office.cls, office.title))
        if start is not None and office.end is None and office.start < start:
            found[key] = replace(office, end=start)
