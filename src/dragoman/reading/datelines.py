"""What a report opens with before its first sentence: byline, date, place, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.reading.dates import Written, date_pattern, written_dates
from dragoman.reading.knowledge import dateline_words, fold, furniture_rules
from dragoman.reading.outlets import Outlet, outlets
from dragoman.types import Span

REACH = 320  # characters from the start of a paragraph
_UPPER = r"[A-ZÀ-ÖØ-ÞİŞĞČŠŽ]"
_CAPS = rf"ST\.|{_UPPER}{_UPPER}+(?:['’.-]{{1,2}}{_UPPER}+)*"
_CAPS_PLACE = re.compile(rf"(?:{_CAPS})(?:[ -](?:{_CAPS}|DE|EL|AL)){{0,3}}(?:, D\.C\.)?(?![a-z])")
_WORD = r"[^\W\d_]+(?:['’.-]{1,2}[^\W\d_]+)*"
_MIXED_PLACE = re.compile(rf"(?={_UPPER}){_WORD}(?: (?={_UPPER}|de |el |es |al ){_WORD}){{0,3}}")
_MORE_PLACES = re.compile(rf"(?:\.?\s?[/;]\s?|\sand\s)(?:{_CAPS})(?: (?:{_CAPS})){{0,2}}(?![a-z])")
_REGION = re.compile(
    rf"(?:, [NSEW]\. {_WORD}\.?(?=[ /(])"  # a state of two words whose first is an initial
    rf"|, (?={_UPPER}){_WORD}(?: (?={_UPPER}|of |the |and ){_WORD}){{0,3}}(?:\.(?= ?[-–—(]))?"
    rf"| \[[^\[\]]{{2,30}}\])"
)
_AGENCY = re.compile(
    r",?\s?(?:\((?P<round>[^()\n]{0,90})\)|\.?\s?/(?P<slashes>[^/\n]{2,40})/\.?|\[(?P<square>[^\[\]\n]{2,40})\])"
)
_SEPARATOR = re.compile(
    r"\s?(?P<dash>--+(?=\s|[A-Z])|[-–—‒―](?=\s)|—(?=[A-Z]))\s*|\s?(?P<colon>:)(?:\s+|(?=[A-Z]))|(?P<stop>\.)(?:\s[-–—])?\s+|\s(?P<bar>\|)\s"
)
_BETWEEN_CARRIERS = re.compile(r"\s*[-–—/,]\s*")
_CREDIT = re.compile(
    rf"(?:By )?(?:(?:{_UPPER}{_WORD}\s){{0,4}}?[-–—]\s?)?(?P<agency>{_UPPER}[\w.-]{{1,20}})\s?(?:[:.]|[-–—])\s+"
)
_LEAD_DATE = re.compile(r"(?P<word>date:?\s+)?(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,?\s+)?")
# With what an agency's feed puts behind it: "8:16 PM AP Photo LON104".
_CLOCK = re.compile(
    r"\s?\((?:\d{1,2}[:.]\d\d)[^()]{0,20}\)"
    r"|,?\s\d{1,2}:\d\d\s?[AP]\.?M\b\.?(?:\s(?:GMT|UTC|BST|CET|E[DS]?T|P[DS]?T))?"
    r"(?:\s[A-Z]{2,7} Photos?(?:,?\s[A-Z]{2,6}\d{2,4}(?:-\d+)?)*)?\s+"
)
_NAME = rf"(?:{_UPPER}{_WORD}|[A-Z]\.)"
_NAMES = rf"{_NAME}(?: (?:(?:de|al|el|van|von|bin|der) )?{_NAME}){{1,3}}"
_BYLINE = re.compile(
    rf"(?:by|BY|By) (?P<names>{_NAMES}(?:,? (?:and|&) {_NAMES})?)"
    r"(?:,? (?:Associated Press Writers?|AP|Reuters|Staff Writer|Staff Reporter|Correspondent|of [^.,\n]{3,40}))?"
    r"(?P<close>\.|\s?[-–—|:])?\s+"
)
_BLANKS = re.compile(r"\s+")
_GAP = re.compile(r",?\s|\.\s")
_CAPITAL_NEXT = re.compile(rf"\s+(?={_UPPER})")
_BEFORE_CREDIT = re.compile(r",?\s+(?=By )|,\s+(?=[A-Z]{4,}[.,])")
_SOURCE = re.compile(r"\(Source: ([^;,)]{2,40})")
_LATE_AGENCY = re.compile(r"\(([^()\n]{2,40})\)\s?(?:--|[-–—])\s+")
_LATE_NAME = re.compile(rf"\b[Bb][Yy] ({_NAME} {_NAME})")
_SENTENCE = re.compile(r"[a-z]{3}\. [A-Z]")
_HAS_DAY = re.compile(r"\d\d-\d\d$")
_WORDS = re.compile(r"[^\W\d_]+")


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
    first = "|".join(map(re.escape, dateline_words().notes))
    any_of = "|".join(map(re.escape, dateline_words().note_words))
    return re.compile(
        rf"\((?:{first})\b[^()\n]{{0,180}}\)[.:]?\s+|\({{1,2}}(?=[^()\n]{{0,240}}\b(?:{any_of})\b)[^()\n]{{3,260}}\){{1,2}}[.:]?\s+"
    )


def openings(text: str, start: int, end: int) -> list[Opening]:
    """What stands before the first sentence of a paragraph, in order; empty where it opens with it."""
    end = min(end, start + REACH)
    found: list[Opening] = []
    at = start
    for _ in range(6):
        while at < end and text[at].isspace():
            at += 1
        step = _step(text, at, end)
        if step is None or step.end >= end and end - start < REACH:
            break
        found.append(step)
        at = step.end
    if not any(step.reason == "dateline" and (step.place or step.outlet) for step in found):
        found += _late(text, at, end)
    return found


def _step(text: str, at: int, end: int) -> Opening | None:
    for reader in (_note_at, _date_at, _byline_at, dateline_at):
        found = reader(text, at, end)
        if found:
            return found
    return None


def _note_at(text: str, at: int, end: int) -> Opening | None:
    match = _note().match(text, at, end)
    if match is None:
        return None
    source = _SOURCE.match(match[0])
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
    if match is None:
        return None
    if match["close"] and not _names_a_day(match["names"]):
        if not _opens_sentence(text, match.end(), end):
            return None
        return Opening(at, match.end(), "byline", byline=match["names"])
    # Without a stop the names run on into the dateline: only its place or its date tells where they end.
    for begin in _starts_in(text, match.start("names"), match.end()):
        if dateline_at(text, begin, end) or _date_at(text, begin, end):
            names = text[match.start("names") : begin].strip(" ,")
            return Opening(at, begin, "byline", byline=names) if names and not _names_a_day(names) else None
    return None


def _names_a_day(names: str) -> bool:
    """Whether what looks like names has a weekday or a month: "By Monday Russian troops ..."."""
    rules = furniture_rules()
    return any(fold(word) in rules.weekdays or fold(word) in rules.months for word in _WORDS.findall(names))


def _starts_in(text: str, first: int, last: int) -> list[int]:
    return [at + 1 for at in range(first, last) if text[at] == " "]


def dateline_at(text: str, at: int, end: int) -> Opening | None:
    """The dateline that stands at an offset, place, region, date and agency as far as it has them."""
    words = dateline_words()
    match = _CAPS_PLACE.match(text, at, end)
    place = Span(at, match.end()) if match else _town(text, at, end)
    name = text[place.start : place.end] if place else ""
    known = fold(name) in words.cities
    if any(fold(word) in words.labels for word in name.split(" ")):
        return None
    now = place.end if place else at
    region = date = agency = None
    for _ in range(4):
        more = _MORE_PLACES.match(text, now, end) if place and date is None and agency is None else None
        day = _date_after(text, now, end)
        credit = _AGENCY.match(text, now, end) if place or now == at else None
        if more:
            now = more.end()
        elif day and date is None:
            date, now = day
        elif agency is None and credit and (_is_agency(credit) or place and _told(text, credit, end, date or region)):
            agency, now = credit, credit.end()
        elif place and agency is None and date is None and (found := _REGION.match(text, now, end)):
            region, now = found, found.end()
        else:
            break
    outlet = _outlet(agency)
    filed = _filed(text, agency) if date is None else None
    date = date or filed
    separator = _SEPARATOR.match(text, now, end)
    if separator is None and place is not None and (filed is not None or date is not None and outlet is not None):
        # "MOSCOW (Sputnik - 15th September, 2022) The ministers", "Lima, Aug 3 (EFE) The ministers"
        separator = _CAPITAL_NEXT.match(text, now, end)
    if separator is None and agency is not None and agency["slashes"]:
        separator = _BLANKS.match(text, now, end)
    if separator is None and date is not None and place is not None:
        separator = _BEFORE_CREDIT.match(text, now, end)
        if separator is None and match is not None and known:
            separator = _CAPITAL_NEXT.match(text, now, end)  # "BAKU, March 8 The minister": the sign was lost
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
    dated = date is not None and _HAS_DAY.search(date.value) is not None and " " not in name
    if outlet is None and not known and region is None and not dated:
        return None  # words in capitals, which may be a label as well as a place
    if not sure and not _opens_sentence(text, close, end):
        return None
    return Opening(at, close, "dateline", place, outlet, date)


def _town(text: str, at: int, end: int) -> Span | None:
    """The longest run of words in ordinary letters that is a town from which reports are filed."""
    match = _MIXED_PLACE.match(text, at, end)
    pieces = match[0].split(" ") if match else []
    for count in range(len(pieces), 0, -1):
        name = " ".join(pieces[:count])
        if fold(name) in dateline_words().cities:
            return Span(at, at + len(name))
    return None


def _date_after(text: str, now: int, end: int) -> tuple[Written, int] | None:
    gap = _GAP.match(text, now, end)
    match = date_pattern().match(text, gap.end(), end) if gap else None
    if match is None:
        return None
    dates = written_dates(text, match.start(), match.end())
    return (dates[0], match.end()) if dates else None


def _is_agency(credit: re.Match[str]) -> bool:
    """Capitals, a word for agencies, or the name of a known outlet: "(left)" and "(2019)" are none of them."""
    name = _credited(credit)
    if not name.strip() or (name.isupper() and name.isascii() and len(name) <= 12):
        return True
    if any(fold(carrier) in dateline_words().agencies for carrier in _carriers(name)):
        return True
    return _outlet(credit) is not None


def _told(text: str, credit: re.Match[str], end: int, told: object) -> bool:
    """True of a credit before a dash, "ASTANA, January 25 (local press) - ": where more than a place is told there.

    A region, or the day in the credit itself, leaves as little doubt as the day before it.
    """
    separator = _SEPARATOR.match(text, credit.end(), end)
    closed = separator is not None and separator["dash"] is not None
    return closed and (told is not None or _filed(text, credit) is not None)


def _outlet(credit: re.Match[str] | None) -> Outlet | None:
    """The outlet of a credit; of several that carry a report the first that is known."""
    named = (outlets().named(carrier) for carrier in _carriers(_credited(credit))) if credit else ()
    return next((outlet for outlet in named if outlet is not None), None)


def _carriers(name: str) -> list[str]:
    """ "APP - UrduPoint / Pakistan Point News - 15th Feb, 2021": the whole, then each of its parts."""
    return [name, *_BETWEEN_CARRIERS.split(name)]


def _filed(text: str, credit: re.Match[str] | None) -> Written | None:
    """The day that stands with the agencies in their brackets."""
    if credit is None or credit["round"] is None:
        return None
    dates = written_dates(text, credit.start("round"), credit.end("round"))
    return dates[0] if dates else None


def _credited(credit: re.Match[str]) -> str:
    return next((name for name in credit.groups() if name is not None), "")


def _credit(text: str, at: int, end: int) -> tuple[int, Outlet | None]:
    """A reporter's and an agency's name after the place: "Baku. Name Surname - Agency: "."""
    match = _CREDIT.match(text, at, end)
    outlet = outlets().named(match["agency"]) if match else None
    return (match.end(), outlet) if match and outlet else (at, None)


def _late(text: str, at: int, end: int) -> list[Opening]:
    """A dateline with a known agency after a run of byline and picture credit without stops."""
    for credit in _LATE_AGENCY.finditer(text, at, min(end, at + 240)):
        if outlets().named(credit[1]) is None:
            continue
        for begin in [at, *_starts_in(text, at, credit.start())]:
            found = dateline_at(text, begin, end)
            if found and found.end >= credit.end() and found.place:
                before = text[at:begin]
                name = _LATE_NAME.search(before)
                lead = [Opening(at, begin, "byline", byline=name[1])] if name and not _SENTENCE.search(before) else []
                return [*lead, found]
        return []
    return []


def _opens_sentence(text: str, at: int, end: int) -> bool:
    """Whether a sentence may begin at an offset: with a capital, a digit or a quotation mark."""
    first = text[at : at + 1]
    return at < end and (first.isupper() or first.isdigit() or first in "'‘“\"«($€£[")
