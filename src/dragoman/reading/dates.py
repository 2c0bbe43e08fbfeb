"""Dates that a page carries about itself: in its address, its dateline, its stamps."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from dragoman.reading.knowledge import fold, furniture_rules
from dragoman.reading.outlets import original

FIRST_YEAR, LAST_YEAR = 1900, 2099
_URL = (
    re.compile(r"[/=_-]((?:19|20)\d\d)([-/_.])(\d{1,2})\2(\d{1,2})(?=[/_.&?#-]|$)"),
    re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.&?#-]|$)"),
)
_URL_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})(?=/|$)", re.I)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)(?=/)")
_TIME = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-4])\s?[:.h]\s?[0-5]\d(?:[:.][0-5]\d)?(?!\d)"
    r"|(?<!\d)\d{1,2} ?[ap]\.?m\b|\+\d{1,2}(?::\d\d)?"
)
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written in a text: ISO, as coarse as written, --MM-DD without a year."""

    value: str
    start: int
    end: int


@cache
def date_pattern() -> re.Pattern[str]:
    """The forms in which a page writes a whole date."""
    months = "|".join(sorted(map(re.escape, furniture_rules().months), key=lambda form: (-len(form), form)))
    month = rf"(?:{months})(?![^\W\d_])\.?"
    year = r"(?:19|20)\d\d(?!\d)"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|:\d)"
    return re.compile(
        rf"(?<![\w.])(?:(?P<y1>{year})(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)"
        rf"|(?P<d2>{day})(?:\sof\s|[\s-])(?P<m2>{month})(?:[,\s-]{{1,2}}(?P<y2>{year}))?"
        rf"|(?P<m3>{month})[\s-](?P<d3>{day})(?:,?\s(?P<y3>{year})|,\s(?P<y3b>{year}))?"
        rf"|(?P<d4>\d{{1,2}})(?P<s4>[./])(?P<m4>\d{{1,2}})(?P=s4)(?P<y4>{year})(?!\.\d)"
        rf"|(?P<m5>{month}),?\s(?P<y5>{year}))",
        re.I,
    )


def written_dates(text: str, start: int = 0, end: int | None = None) -> list[Written]:
    """The dates written between two offsets of a text, in order; an ambiguous 3/4/2005 is left out."""
    found = []
    for match in date_pattern().finditer(text, start, len(text) if end is None else end):
        value = _value(match)
        if value:
            found.append(Written(value, match.start(), match.end()))
    return found


def _value(match: re.Match[str]) -> str | None:
    part = {name: value for name, value in match.groupdict().items() if value}
    year = part.get("y1") or part.get("y2") or part.get("y3") or part.get("y3b") or part.get("y4") or part.get("y5")
    if "d1" in part:
        return iso(year, int(part["m1"]), int(part["d1"]))
    if "d4" in part:
        first, second = int(part["d4"]), int(part["m4"])
        if part["s4"] == "/" and first <= 12 and second <= 12 and first != second:
            return None
        return iso(year, second, first) if second <= 12 else iso(year, first, second)
    name = part.get("m2") or part.get("m3") or part["m5"]
    if name.casefold().startswith("ma") and name[0].islower() and name[:1].isascii():
        return None  # "may 15" is a verb, "mart 5" a shop, unless written as a month is
    month = furniture_rules().months[fold(name).rstrip(".")]
    day = part.get("d2") or part.get("d3")
    return iso(year, month, int(re.sub(r"\D", "", day)) if day else None)


def iso(year: str | None, month: int, day: int | None) -> str | None:
    """ISO form of a date of the calendar, as coarse as given; None where the calendar has no such date."""
    try:
        datetime.date(int(year or 2000), month, day or 1)
    except ValueError:
        return None
    if year is None:
        return f"--{month:02d}-{day:02d}" if day else None
    return f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")


def url_date(url: str) -> str | None:
    """The date in a page's address, of day or month; None where there is none."""
    url = original(url)
    for pattern in _URL:
        found = pattern.search(url)
        if found:
            year, *_, month, day = found.groups()
            value = iso(year, int(month), int(day)) if int(month) <= 12 else None
            if value:
                return value
    named = _URL_NAMED.search(url)
    if named and fold(named[2]) in furniture_rules().months:
        return iso(named[1], furniture_rules().months[fold(named[2])], int(named[3]))
    month_only = _URL_MONTH.search(url)
    return iso(month_only[1], int(month_only[2]), None) if month_only and 1 <= int(month_only[2]) <= 12 else None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that is nothing but a date or a time."""

    date: Written | None  # offsets within the line
    label: str  # "published", "updated" or ""


def stamp_of(line: str) -> Stamp | None:
    """The stamp that a short line is; None where it says anything else."""
    if len(line) > 120 or "%" in line or not any(character.isdigit() for character in line):
        return None
    rules = furniture_rules()
    dates = written_dates(line)
    rest = line
    for date in reversed(dates):
        rest = f"{rest[: date.start]} {rest[date.end :]}"
    times = [match[0] for match in _TIME.finditer(rest)]
    if not dates and not any(":" in time or "h" in time or "m" in time for time in times):
        return None
    rest = fold(_TIME.sub(" ", rest))
    label = ""
    for name, labels in (("updated", rules.updated_labels), ("published", rules.published_labels)):
        for phrase in labels:
            if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", rest):
                label = name
                rest = rest.replace(phrase, " ")
    known = {*rules.weekdays, *rules.clock_zones, "at", "on", "saat", "в", "г", "th", "of"}
    if any(word not in known for word in _LETTERS.findall(rest.replace(".", ""))):
        return None
    if re.search(r"\d{3}", rest):
        return None
    return Stamp(dates[0] if dates else None, label)


def signed_stamp(line: str) -> Stamp | None:
    """The stamp behind names in a byline: "Anna Holm, Oslo, Oct 13 2017, 1:07 IST"; None where it is none.

    Without the hour or the word "by" it may as well be a title.
    """
    dates = written_dates(line) if len(line) <= 120 else []
    if len(dates) != 1 or dates[0].value.startswith("--"):
        return None
    date = dates[0]
    head, tail = line[: date.start].strip(" ,|:–—-\t"), line[date.start :]
    words = head.split()
    by = bool(words) and words[0].casefold() == "by"
    if not 1 <= len(words) <= 10 or not (by or _TIME.search(tail[date.end - date.start :])):
        return None
    if any(word[0].islower() and word.casefold() not in ("by", "and", "of", "for") for word in words):
        return None
    stamp = stamp_of(tail)
    return None if stamp is None or stamp.date is None else Stamp(date, stamp.label)
