"""A report: all that one page says of one event, reduced to what tells whether two pages speak of the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.mentions.spelling import fold
from dragoman.record.dates import Period, period
from dragoman.record.resolved import Actor
from dragoman.record.sightings import Key
from dragoman.types import Fact, Place, Reading


@dataclass(frozen=True, slots=True, order=True)
class ReportKey:
    """Which event of which article; `aside` where its facts lie under the threshold."""

    article: str
    event: int
    type: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Report:
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


def facts_of(reading: Reading, threshold: float) -> dict[ReportKey, list[Fact]]:
    """The facts of a reading by the event they report, those under the threshold apart."""
    out: dict[ReportKey, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        out[ReportKey(reading.article.id, fact.event, fact.type, fact.confidence < threshold)].append(fact)
    return dict(sorted(out.items()))


def reports(reading: Reading, actors: Mapping[Key, Actor], threshold: float) -> tuple[Report, ...]:
    """What one page reports, an event a report."""
    return tuple(_report(key, facts, reading, actors) for key, facts in facts_of(reading, threshold).items())


def _report(key: ReportKey, facts: Sequence[Fact], reading: Reading, actors: Mapping[Key, Actor]) -> Report:
    units: set[str] = set()
    persons: dict[str, set[str]] = defaultdict(set)
    host = next((str(f.host.value) for f in facts if f.host), None)
    for fact in facts:
        for p in fact.participants:
            actor = actors.get(Key(key.article, p.referent))
            if actor is None:
                continue
            unit = actor.country or actor.id
            if p.slot == "host" and fact.type == "visit":
                host = host or unit
                continue
            units.add(unit)
            if actor.kind == "person":
                persons[unit].add(actor.id)
        units.update(str(q.value) for q in fact.transfer if q.name in ("supplier", "recipient"))
    item = next((fold(str(q.value)) for f in facts for q in f.transfer if q.name == "item"), None)
    when = {period(f.date.value.start, f.date.value.end) for f in facts if f.date}
    places = {f.place.place for f in facts if f.place}
    if key.type == "visit" and host is None:
        host = next((p.country for p in sorted(places, key=_place_order) if p.country), None)
    return Report(
        key=key,
        units=frozenset(units),
        persons={unit: frozenset(ids) for unit, ids in sorted(persons.items())},
        when=tuple(sorted((w for w in when if w), key=lambda w: ((-w.start.fineness[0], -w.start.fineness[1]), w))),
        places=tuple(sorted(places, key=_place_order)),
        host=host,
        item=item,
        statuses=frozenset(f.status for f in facts),
        published=period(reading.article.published, None),
        stage=next((str(q.value) for f in facts for q in f.transfer if q.name == "stage"), None),
        quantity=next((q.value for f in facts for q in f.transfer if q.name == "quantity"), None),
    )


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
