"""What may stand as an event: one that has the sides, from the states, that its kind needs."""

from __future__ import annotations

from dragoman.facts.deals import deal_stands
from dragoman.facts.events import Event, Report
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.needs import met
from dragoman.facts.people import groups
from dragoman.facts.units import international, unit_of
from dragoman.mentions.spots import PageReferents

# The year with which the record begins: "the armistice of 1953" is history.
_EARLIEST = 1990


def stands(page: PageReferents, event: Event) -> bool:
    """True where an event has the sides that its kind needs, and is of a time of which the record tells."""
    if _history(page, event):
        return False
    frame = event.reports[0].candidate.frame
    if deals_in_arms(frame):
        return deal_stands([r.candidate for r in event.reports])
    sides = event.sides()
    referents = {s.referent for s in sides}
    if not referents:
        return False
    likely = any(r.candidate.likely is not None for r in event.reports)
    unnamed = likely or any(r.candidate.several for r in event.reports)
    for slot in frame.slots:
        if slot.part is None or not slot.least:
            continue
        count = sum(1 for s in sides if s.part == slot.part)
        several = unnamed or any(
            s.part == slot.part and (s.filler.plural or international(page, s.referent)) for s in sides
        )
        if count < slot.least and not (count and (several or _away(page, event, referents))):
            return False
    if not any(_needs_met(r, event) for r in event.reports):
        return False
    units = known_units(page, referents)
    crossings = {r.candidate.trigger.cross or frame.cross for r in event.reports}
    enough = len(units) > 1 or unnamed or any(international(page, r) for r in referents)
    if "no" not in crossings and not enough:
        place = event.place()
        # A village that no list holds is most often named in a report of a war.
        abroad = place is not None and place.country not in units
        if not ("place" in crossings and abroad or _away(page, event, referents)):
            return False
    if frame.abroad:
        if not any(page.referents[r].country is not None for r in referents):
            return False  # a traveller of no known state: a private trip as like as not
        place = event.place()
        if place is None:
            hosts = [h for r in event.reports for h in r.candidate.hosts]
            return bool(hosts)
        if place.country is not None and units and units == {place.country}:
            return False
    return True


def _history(page: PageReferents, event: Event) -> bool:
    date = event.date()
    told = (date.start or date.end or "")[:4] if date is not None else ""
    today = (page.annotated.article.published or "")[:4]
    return told.isdecimal() and today.isdecimal() and len(told) == 4 and int(told) < _EARLIEST <= int(today)


def _away(page: PageReferents, event: Event, referents: set[int]) -> bool:
    """True of one who took part in something in another state: "told a forum in Halifax", whoever else was there."""
    said = [r.place for r in event.reports if r.place is not None and r.placed]
    units = known_units(page, referents)
    in_person = event.frame.in_person and event.frame.cross != "no"
    named = any(page.referents[r].kind == "person" for r in referents)  # "Turkish ministers met in Berlin": one another
    return in_person and named and bool(units) and any(p.country is not None and p.country not in units for p in said)


def known_units(page: PageReferents, referents: set[int]) -> frozenset[str]:
    """The states, bodies and armed groups that take part; somebody of no known state is nobody's."""
    return frozenset(
        unit_of(page, r)
        for r in referents
        if page.referents[r].country is not None or international(page, r) or _holds_office(page, r)
    )


def _holds_office(page: PageReferents, referent: int) -> bool:
    """True of a minister or general of whom the page does not say whose he is: of some state he must be."""
    words = groups()["offices"]
    return any(not words.isdisjoint(role.title.lower().split()) for role in page.referents[referent].roles)


def _needs_met(report: Report, event: Event) -> bool:
    candidate = report.candidate
    gives = {"place": event.place() is not None, "host": bool(candidate.hosts)}
    parts = {s.part for s in event.sides()}
    if candidate.likely is not None:
        # Its sides were weighed. A noun without its place may be a state of affairs ("a military build-up"); who is
        # said to send troops sends them somewhere.
        parts |= {s.part for s in candidate.frame.slots if s.part is not None}
        gives["place"] = gives["place"] or candidate.predicate.pos == "verb"
    return met(candidate.frame, candidate.trigger, parts, gives)
