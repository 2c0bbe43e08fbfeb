"""A report: all that one page says of one event, reduced to what tells whether two pages speak of the same."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from dragoman.mentions.spelling import fold
from dragoman.record.amounts import Counted, counted
from dragoman.record.dates import Period, period, sort_key
from dragoman.record.items import names_a_kind
from dragoman.record.outlines import AnyArticle, AnyFact, AnyReading
from dragoman.record.resolved import Actor
from dragoman.record.sightings import Key
from dragoman.record.topics import subject_words
from dragoman.record.wording import Wording
from dragoman.types import Place

SUMMIT = 4  # from so many sides on, pages name only some
NEWS_DAYS = 45  # for so long a page may speak of an event without saying when it was
DEAL_DAYS = 400  # and for so long of a deal whose number it gives
ANNOUNCED_AHEAD = 120  # days: a plan that lies further ahead of its page is another event
EVER = (0, 4_000_000)
REVEALED = ("incident",)  # types of which it may come out later who the other side was
CONTACTS = ("meeting", "visit", "call")
GATHERINGS = ("agreement", "ceasefire", "exercise")  # types that pages may tell of some of those who take part
ACTIVE = ("attacker", "imposer")  # slots of those who do what is answered in kind, and is then another event

F = TypeVar("F", bound=AnyFact)
Order = tuple[str, str, int, int, int]  # published, article, sentence, trigger


class ReportKey(NamedTuple):
    """Which event of which article; `aside` where its facts lie under the threshold."""

    article: str
    event: int
    type: str
    aside: bool = False


class Report(NamedTuple):
    """What one page says of one event."""

    key: ReportKey
    units: frozenset[str]  # the sides: codes of states and bodies, or actors that have no code
    persons: Mapping[str, frozenset[str]]  # unit -> the actors named for it
    when: tuple[Period, ...]  # every date the page gives it, the finest first
    places: tuple[Place, ...]
    host: str | None
    item: str | None  # of a transfer, folded
    statuses: frozenset[str]
    published: Period | None
    stage: str | None = None  # of a transfer
    quantity: str | int | float | None = None
    id: str = ""  # the id of an event of which this is the earliest report
    order: Order = ("~", "", 0, 0, 0)  # earlier reports first
    around: frozenset[str] = frozenset()  # what else the page speaks of: other people, other events
    active: frozenset[str] = frozenset()  # the sides that act on the others
    courses: frozenset[str] = frozenset()  # the PLOVER events of its triggers: to deploy is not to withdraw
    counts: Counted = {}
    subject: frozenset[str] = frozenset()  # of an agreement, stems
    wording: frozenset[str] = frozenset()  # digests of the sentences that tell it
    category: str | None = None  # of a transfer's item
    kind_only: bool = False  # its item is named by its kind alone: "tanks"
    recipient: str | None = None
    supposed: frozenset[str] = frozenset()  # of the sides, the maker of an item of whose supplier nothing is said

    @property
    def block(self) -> str:
        """What reports must share to be compared at all: the type and the sides, of many sides the day."""
        if self.key.aside or not self.units:
            return ""
        if len(self.units) < SUMMIT:
            return "|".join((self.key.type, *sorted(self.units)))
        first = self.when[0].start if self.when else None
        return f"{self.key.type}|many|{first.month}-{first.day}" if first else f"{self.key.type}|many"

    @property
    def memory(self) -> int:
        """For how many days after the event a page may tell of it as this one does, without a date."""
        return NEWS_DAYS if self.item is None or self.quantity is None else DEAL_DAYS

    @property
    def open(self) -> bool:
        """Whether it tells one side of what has two: "a submarine of unknown origin", found by somebody."""
        return self.key.type in REVEALED and len(self.units) == 1

    @property
    def scene(self) -> str:
        """What a report shares with one of other sides: the type, and where, who met, the day, or what for whom."""
        if self.key.aside or not 0 < len(self.units) < SUMMIT:
            return ""
        mark = None
        if self.key.type in REVEALED:
            mark = next((place_name(p) for p in self.places if p.kind != "country"), None)
        elif self.key.type in CONTACTS and len(self.persons) > 1:
            mark = " ".join(sorted(id for ids in self.persons.values() for id in ids))
        elif self.key.type in GATHERINGS and self.when and self.when[0].start.day:
            mark = str(self.when[0].start)
        elif self.item is not None and self.recipient and self.when and self.when[0].start.year:
            month = self.when[0].start
            mark = f"{self.recipient} {self.category} {month.year}-{month.month}" if month.month else None
        return f"{self.key.type}|{mark}" if mark else ""

    @property
    def span(self) -> tuple[int, int]:
        """First and last day, as ordinals, on which the event can have been, as far as pairing goes.

        Two reports whose spans do not meet are never one event.
        """
        if not self.when:
            if self.published is None or self.published.grain != "day" or not self.published.start.year:
                return EVER
            told = self.published.days(0)[0]
            if self.statuses <= {"planned", "possible"}:
                return told - 1, told + ANNOUNCED_AHEAD
            return told - self.memory, told + 1
        if any(not p.start.year for p in self.when):
            return EVER
        days = [p.days(0) for p in self.when]
        return min(first for first, _ in days) - 1, max(last for _, last in days) + 1


def publishing_order(published: str | None, basis: str) -> str:
    """Puts dates of publication in order as text: inferred ones after the known ones of a day, none last."""
    return f"{sort_key(published)}~" if basis == "inferred" else sort_key(published)


def event_id(type: str, article: str, trigger: tuple[int, int], event: int) -> str:
    """From the words that report an event; that of the earliest report is the event's."""
    evidence = f"{type}|{article}|{trigger[0]}|{trigger[1]}|{event}"
    return "e" + hashlib.sha256(evidence.encode()).hexdigest()[:12]


def order_of(article: AnyArticle, fact: AnyFact) -> Order:
    """Puts facts in the order in which they were published; what is undated comes last."""
    published = publishing_order(article.published, article.published_basis)
    return (published, article.id, fact.sentence.start, fact.trigger.start, fact.trigger.end)


def facts_of(article: str, facts: Iterable[F], threshold: float) -> dict[ReportKey, list[F]]:
    """The facts of an article by the event they report, those under the threshold apart."""
    out: dict[ReportKey, list[F]] = defaultdict(list)
    for fact in facts:
        out[ReportKey(article, fact.event, fact.type, fact.confidence < threshold)].append(fact)
    return dict(sorted(out.items()))


def reports(reading: AnyReading, actors: Mapping[Key, Actor], threshold: float) -> tuple[Report, ...]:
    """What one page reports, an event a report."""
    facts: Sequence[AnyFact] = reading.facts
    by_event = facts_of(reading.article.id, facts, threshold)
    if not by_event:
        return ()
    wording = Wording(reading)
    found = [
        _report(key, told, reading.article, actors)._replace(wording=wording.of(told)) for key, told in by_event.items()
    ]
    here = (actors.get(Key(reading.article.id, r.id)) for r in reading.referents if r.kind == "person")
    people = {actor.id for actor in here if actor is not None}
    marks = [_mark(report) for report in found]
    return tuple(
        report._replace(
            around=frozenset([
                *(m for m, other in zip(marks, found, strict=True) if m and other is not report),
                *people.difference(*report.persons.values()),
            ])
        )
        for report in found
    )  # fmt: skip


def _mark(report: Report) -> str:
    """What tells an event in one word, where a page gives it a day, or a deal its number; else nothing."""
    sides = " ".join(sorted(report.units))
    if report.item is not None and report.quantity is not None:
        return f"{report.key.type} {sides} {report.item} {report.quantity}"
    if report.when and report.when[0].start.day:
        day = report.when[0].start
        return f"{report.key.type} {sides} {day.month}-{day.day}"
    return ""


def _report(key: ReportKey, facts: Sequence[AnyFact], article: AnyArticle, actors: Mapping[Key, Actor]) -> Report:
    units: set[str] = set()
    dealers: dict[str, set[str]] = {"supplier": set(), "recipient": set()}
    persons: dict[str, set[str]] = defaultdict(set)
    host = next((str(f.host.value) for f in facts if f.host), None)
    for fact in facts:
        for p in fact.participants:
            actor = actors.get(Key(key.article, p.referent))
            if actor is None or (key.type in REVEALED and _nameless(actor)):
                continue
            unit = actor.country or actor.id
            if p.slot == "host" and fact.type == "visit":
                host = host or unit
                continue
            units.add(unit)
            if actor.kind == "person":
                persons[unit].add(actor.id)
        for q in fact.transfer:
            if q.name in dealers:
                dealers[q.name].add(str(q.value))
    # Who is only known to make the item is given as its supplier, but takes no part.
    supposed = dealers["supplier"] - units if dealers["recipient"] & units else set()
    units.update(*dealers.values())
    item = next((str(q.value) for f in facts for q in f.transfer if q.name == "item"), None)
    when = {period(f.date.value.start, f.date.value.end) for f in facts if f.date}
    active = {unit for f in facts for unit in _active(f, key.article, actors)}
    places = {f.place.place for f in facts if f.place}
    if key.type == "visit" and host is None:
        host = next((p.country for p in sorted(places, key=_place_order) if p.country), None)
    first = min(facts, key=lambda f: order_of(article, f)) if len(facts) > 1 else facts[0]
    return Report(
        key=key,
        id=event_id(key.type, key.article, (first.trigger.start, first.trigger.end), first.event),
        order=order_of(article, first),
        units=frozenset(units),
        persons={unit: frozenset(ids) for unit, ids in sorted(persons.items())},
        when=tuple(sorted((w for w in when if w), key=lambda w: ((-w.start.fineness[0], -w.start.fineness[1]), w))),
        places=tuple(sorted(places, key=_place_order)),
        host=host,
        item=fold(item) if item is not None else None,
        statuses=frozenset(f.status for f in facts),
        published=period(article.published, None),
        stage=next((str(q.value) for f in facts for q in f.transfer if q.name == "stage"), None),
        quantity=next((q.value for f in facts for q in f.transfer if q.name == "quantity"), None),
        active=frozenset(active),
        courses=frozenset(f.plover[0] for f in facts),
        counts=counted(facts),
        subject=_subject(key, facts),
        category=next((str(q.value) for f in facts for q in f.transfer if q.name == "category"), None),
        kind_only=item is not None and names_a_kind(item),
        recipient=min(dealers["recipient"], default=None),
        supposed=frozenset(supposed),
    )


def _nameless(actor: Actor) -> bool:
    """Whether nobody is named: "gunmen", whom each page has for itself, may be those whom another page names."""
    return actor.kind == "force" and actor.country is None and actor.name.islower()


def _subject(key: ReportKey, facts: Sequence[AnyFact]) -> frozenset[str]:
    if key.type != "agreement":
        return frozenset()
    return subject_words(str(topic.value) for fact in facts for topic in fact.topics)


def _active(fact: AnyFact, article: str, actors: Mapping[Key, Actor]) -> Iterator[str]:
    for p in fact.participants:
        actor = actors.get(Key(article, p.referent))
        if actor is not None and p.slot in ACTIVE and not _nameless(actor):
            yield actor.country or actor.id


def _place_order(p: Place) -> tuple[str, str, str]:
    return (p.kind, p.name, p.country or "")


def place_name(p: Place) -> str:
    """A place's name as it is compared."""
    return fold(p.name)


def same_place(a: Place, b: Place) -> bool:
    """Whether two mentions are of one place of one kind."""
    if a.geonames is not None and b.geonames is not None:
        return a.geonames == b.geonames
    return place_name(a) == place_name(b) and (a.country == b.country or not a.country or not b.country)


def places_agree(a: Place, b: Place) -> bool:
    """Whether two places can be one: the same, or one in the other."""
    if same_place(a, b):
        return True
    if a.country and b.country and a.country != b.country:
        return False
    # A venue or a city lies in its country or region; which region a city lies in is not known here.
    return a.kind != b.kind
