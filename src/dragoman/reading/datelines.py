"""What a report opens with before its first sentence: byline, date, place, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.reading.dates import Written, date_pattern, written_dates
from dragoman.reading.knowledge import dateline_words, fold
from dragoman.reading.outlets import Outlet, outlets
from dragoman.types import Span

REACH = 320  # characters from the start of a paragraph
_UPPER = r"[A-ZÀ-ÖØ-ÞİŞĞČŠŽ]"
_CAPS = rf"ST\.|{_UPPER}{_UPPER}+(?:['’.-]{{1,2}}{_UPPER}+)*"
_CAPS_PLACE = re.compile(rf"(?:{_CAPS})(?:[ -](?:{_CAPS}|DE|EL|AL)){{0,3}}(?:, D\.C\.)?(?![a-z])")
_WORD = r"[^\W\d_]+(?:['’.-]{1,2}[^\W\d_]+)*"
_MIXED_PLACE = re.compile(rf"(?={_UPPER}){_WORD}(?: (?={_UPPER}|de |el |es |al ){_WORD}){{0,3}}")
_MORE_PLACES = re.compile(rf"(?:\s?[/;]\s?|\sand\s)(?:{_CAPS})(?: (?:{_CAPS})){{0,2}}(?![a-z])")
_REGION = re.compile(rf"(?:, (?={_UPPER}){_WORD}(?: (?={_UPPER}|of |the |and ){_WORD}){{0,3}}(?:\.(?= ?[-–—(]))?| \[[^\[\]]{{2,30}}\])")
_AGENCY = re.compile(r",?\s?(?:\((?P<round>[^()\n]{2,50})\)|\.?\s?/(?P<slashes>[^/\n]{2,40})/\.?|\[(?P<square>[^\[\]\n]{2,40})\])")
_SEPARATOR = re.compile(r"\s?(?P<dash>--+|[-–—‒―])\s+|\s?(?P<colon>:)\s+|(?P<stop>\.)(?:\s[-–—])?\s+|\s(?P<bar>\|)\s")
_CREDIT = re.compile(rf"(?:By )?(?:(?:{_UPPER}{_WORD}\s){{0,4}}?[-–—]\s?)?(?P<agency>{_UPPER}[\w.-]{{1,20}})\s?(?:[:.]|[-–—])\s+")
_LEAD_DATE = re.compile(r"(?P<word>date:?\s+)?")
_CLOCK = re.compile(r"\s?\((?:\d{1,2}[:.]\d\d)[^()]{0,20}\)")
_NAME = rf"(?:{_UPPER}{_WORD}|[A-Z]\.)"
_BYLINE = re.compile(
    rf"(?:by|BY|By) (?P<names>{_NAME}(?: (?:(?:de|al|el|van|von|bin|der) )?{_NAME}){{1,3}}(?:,? (?:and|&) {_NAME}(?: {_NAME}){{1,3}})?)"
    rf"(?P<rest>,? (?:Associated Press Writers?|AP|Reuters|Staff Writer|Staff Reporter|Correspondent|of [^.,\n]{{3,40}}))?"
    rf"(?P<close>\.|\s?[-–—|:])?\s+"
)
_DAYS = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")


@dataclass(frozen=True, slots=True)
class Opening:
    """The stretch before a report's first sentence, and what it says."""

    start: int
    end: int
    reason: str  # dateline or byline
    place: Span | None = None
    outlet: Outlet | None = None
    date: Written | None = None
    byline: str | None = None


@cache
def _note() -> re.Pattern[str]:
    words = "|".join(map(re.escape, dateline_words().notes))
    return re.compile(rf"\((?:{words})\b[^()\n]{{0,180}}\)[.:]?\s+")


def openings(text: str, start: int, end: int) -> list[Opening]:
    """What stands before the first sentence of a paragraph, in order; empty where it opens with it."""
    end = min(end, start + REACH)
    found: list[Opening] = []
    at = start
    for _ in range(6):
        while at < end and text[at].isspace():
            at += 1
        step = _note_at(text, at, end) or _date_at(text, at, end) or _byline_at(text, at, end) or dateline_at(text, at, end)
        if step is None or step.end >= end and end - start < REACH:
            break
        found.append(step)
        at = step.end
    if not any(step.reason == "dateline" and (step.place or step.outlet) for step in found):
        found += _late(text, at, end)
    return found


def _note_at(text: str, at: int, end: int) -> Opening | None:
    match = _note().match(text, at, end)
    if match is None:
        return None
    source = re.match(r"\(Source: ([^;,)]{2,40})", match[0])
    dates = written_dates(text, match.start(), match.end())
    outlet = outlets().named(source[1]) if source else None
    return Opening(at, match.end(), "dateline", outlet=outlet, date=dates[0] if dates else None)


def _date_at(text: str, at: int, end: int) -> Opening | None:
    """A date that stands before the report, with a stop or announced by the word "date"."""
    lead = _LEAD_DATE.match(text, at, end)
    begin = lead.end() if lead else at
    match = date_pattern().match(text, begin, end)
    if match is None:
        return None
    dates = written_dates(text, begin, match.end())
    after = match.end()
    clock = _CLOCK.match(text, after, end)
    after = clock.end() if clock else after
    separator = _SEPARATOR.match(text, after, end)
    announced = lead is not None and lead["word"] is not None
    if not dates or not (separator or clock or announced):
        return None
    close = separator.end() if separator else after
    if not announced and not _opens_sentence(text, close, end):
        return None
    return Opening(at, close, "dateline", date=dates[0])


def _byline_at(text: str, at: int, end: int) -> Opening | None:
    match = _BYLINE.match(text, at, end)
    if match is None or _DAYS.search(match["names"]):
        return None
    if match["close"]:
        return Opening(at, match.end(), "byline", byline=match["names"]) if _opens_sentence(text, match.end(), end) else None
    # Without a stop the names run on into the dateline: only its place in capitals tells where they end.
    for begin in _starts_in(text, match.start("names"), match.end()):
        if dateline_at(text, begin, end):
            names = text[match.start("names") : begin].strip(" ,")
            return Opening(at, begin, "byline", byline=names) if names else None
    return None


def _starts_in(text: str, first: int, last: int) -> list[int]:
    return [at + 1 for at in range(first, last) if text[at] == " "]


def dateline_at(text: str, at: int, end: int) -> Opening | None:
    """The dateline that stands at an offset, place, region, date and agency as far as it has them."""
    words = dateline_words()
    place = _CAPS_PLACE.match(text, at, end)
    capitals = place is not None
    if place is None:
        place = _MIXED_PLACE.match(text, at, end)
        if place is not None and fold(place[0]) not in words.cities:
            place = _shorter(place, text, words.cities)
    known = place is not None and fold(place[0]) in words.cities
    if place is not None and not capitals and not known:
        place = None
    if place is not None and fold(place[0].split(" ")[0]) in words.labels:
        return None
    now = place.end() if place else at
    region = date = agency = None
    for _ in range(4):
        more = _MORE_PLACES.match(text, now, end) if place and region is None and date is None else None
        dated = _date_after(text, now, end)
        credit = _AGENCY.match(text, now, end) if place or now == at else None
        if more:
            now = more.end()
        elif dated and date is None:
            date, now = dated
        elif agency is None and credit and _is_agency(credit):
            agency, now = credit, credit.end()
        elif place and region is None and (found := _REGION.match(text, now, end)):
            region, now = found, found.end()
        else:
            break
    outlet = _outlet(agency)
    separator = _SEPARATOR.match(text, now, end)
    if separator is None and agency is not None and agency["slashes"]:
        separator = re.compile(r"\s+").match(text, now, end)
    if separator is None and date is not None and place is not None:
        separator = re.compile(r",?\s+(?=By )|,\s+(?=[A-Z]{4,}[.,])").match(text, now, end)
    if separator is None or (place is None and outlet is None):
        return None
    close = separator.end()
    if outlet is None and place is not None:
        close, outlet = _credit(text, close, end)
    if date is None:
        late = date_pattern().match(text, close, end)
        after = _SEPARATOR.match(text, late.end(), end) if late else None
        if late and after and (dates := written_dates(text, late.start(), late.end())):
            date, close = dates[0], after.end()
    sure = agency is not None or date is not None or outlet is not None
    if not sure and not known:
        kind = separator.lastgroup if separator.re is _SEPARATOR else "space"
        if not capitals or kind != "dash" or place is None or len(place[0]) < 4:
            return None
    if not sure and not _opens_sentence(text, close, end):
        return None
    span = Span(place.start(), place.end()) if place else None
    return Opening(at, close, "dateline", span, outlet, date)


def _shorter(place: re.Match[str], text: str, cities: frozenset[str]) -> re.Match[str] | None:
    """The longest run of the words matched that is a town."""
    pieces = place[0].split(" ")
    for count in range(len(pieces) - 1, 0, -1):
        name = " ".join(pieces[:count])
        if fold(name) in cities:
            return re.compile(re.escape(name)).match(text, place.start())
    return None


def _date_after(text: str, now: int, end: int) -> tuple[Written, int] | None:
    gap = re.compile(r",?\s|\.\s").match(text, now, end)
    match = date_pattern().match(text, gap.end(), end) if gap else None
    if match is None:
        return None
    dates = written_dates(text, match.start(), match.end())
    return (dates[0], match.end()) if dates else None


def _is_agency(credit: re.Match[str]) -> bool:
    """Capitals, or the name of a known outlet: "(left)" and "(2019)" are neither."""
    name = credit["round"] or credit["slashes"] or credit["square"]
    return name.isupper() and name.isascii() and len(name) <= 12 or outlets().named(name) is not None


def _outlet(credit: re.Match[str] | None) -> Outlet | None:
    return outlets().named(credit["round"] or credit["slashes"] or credit["square"]) if credit else None


def _credit(text: str, at: int, end: int) -> tuple[int, Outlet | None]:
    """A reporter's and an agency's name after the place: "Baku. Name Surname - Agency: "."""
    match = _CREDIT.match(text, at, end)
    outlet = outlets().named(match["agency"]) if match else None
    return (match.end(), outlet) if match and outlet else (at, None)


def _late(text: str, at: int, end: int) -> list[Opening]:
    """A dateline with a known agency after a run of byline and picture credit without stops."""
    for credit in re.compile(r"\(([^()\n]{2,40})\)\s?(?:--|[-–—])\s+").finditer(text, at, min(end, at + 240)):
        if outlets().named(credit[1]) is None:
            continue
        for begin in [at, *_starts_in(text, at, credit.start())]:
            found = dateline_at(text, begin, end)
            if found and found.end >= credit.end() and found.place:
                before = text[at:begin]
                credits = begin > at and re.search(r"\b[Bb][Yy] [A-Z]", before) and not re.search(r"[a-z]{3}\. [A-Z]", before)
                name = re.search(rf"\b[Bb][Yy] ({_NAME} {_NAME})", before)
                lead = [Opening(at, begin, "byline", byline=name[1] if name else None)] if credits else []
                return [*lead, found]
        return []
    return []


def _opens_sentence(text: str, at: int, end: int) -> bool:
    """Whether a sentence may begin at an offset: with a capital, a digit or a quotation mark."""
    first = text[at : at + 1]
    return at < end and (first.isupper() or first.isdigit() or first in "'‘“\"«($€£[")
