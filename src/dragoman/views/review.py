"""What a person should look at: events or persons that may be one, events kept aside; the most telling first."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any, Literal, NamedTuple

from sqlalchemy import and_, func, literal_column, select

from dragoman.record.ledger import verdicts_of
from dragoman.record.likeness import Likeness, likeness
from dragoman.record.reports import Report
from dragoman.store import codec, schema
from dragoman.store.rebuild import chunks
from dragoman.store.store import Store

UNDATED = 60  # events without a date whose likes are looked for
AT_ONCE = 4  # pairs of reports of two events, before others have their turn
WEIGHED = 2_000  # pairs of reports that are held against each other


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question: whether two events, or persons, are one, or whether an event that was kept aside stands."""

    kind: Literal["same?", "same person?", "stands?"]
    ids: tuple[str, ...]  # of the events or persons
    weight: float  # the larger, the more the answer tells
    features: tuple[str, ...]


def doubts(store: Store) -> list[Doubt]:
    """The questions that nobody has answered yet, the most telling first.

    Pairs of events come first, then pairs of persons: the likelier they are one, and the more pages their answer moves,
    the earlier. Of very many pairs of events, those that most pages tell are weighed. Then what lies under the
    threshold, the surest first.
    """
    parts = (_events(store), _persons(store), _aside(store))
    return [doubt for part in parts for doubt in sorted(part, key=lambda d: (-d.weight, d.ids))]


def bodies(store: Store, doubt: Doubt) -> list[dict[str, Any]]:
    """The events of a question, as exports have them; persons without their pages, which may be very many."""
    e, a = schema.events.c, schema.actors.c
    query = select(a.id, a.brief) if doubt.kind == "same person?" else select(e.id, e.body)
    id = a.id if doubt.kind == "same person?" else e.id
    found = {row[0]: json.loads(row[1]) for row in map(tuple, store.rows(query.where(id.in_(doubt.ids))))}
    return [found[id] for id in doubt.ids if id in found]


def _persons(store: Store) -> list[Doubt]:
    """The pairs of persons that nobody has decided on: what was decided leaves no doubt behind."""
    d, one, other = schema.doubtful_pairs.c, schema.actors.alias(), schema.actors.alias()
    query = (
        select(d.a, d.b, d.sum, (one.c.pages + other.c.pages).label("pages"))
        .join(one, one.c.id == d.a)
        .join(other, other.c.id == d.b)
    )
    return [
        Doubt("same person?", (row.a, row.b), row.sum + min(row.pages, 10), (f"names and pages {row.sum:+.2f}",))
        for row in store.rows(query)
    ]


def _aside(store: Store) -> list[Doubt]:
    """Events under the threshold that nobody has decided on."""
    e = schema.events.c
    undecided = func.json_array_length(e.body, literal_column("'$.decisions'")) == 0
    return [
        Doubt("stands?", (id,), confidence, (f"confidence {confidence:.2f}",))
        for id, confidence in store.at_once(select(e.id, e.confidence).where(e.aside, undecided))
    ]


def _events(store: Store) -> list[Doubt]:
    """Pairs of events that may be one and do not contradict each other."""
    e, r = schema.events.c, schema.reports.c
    pages: dict[str, int] = dict(store.at_once(select(e.id, e.pages)))
    # Some of the reports of each pair of events before all those of one that very many pages tell.
    turns: Counter[frozenset[str]] = Counter()
    ranked: list[tuple[int, int, _Told, _Told]] = []
    for one, other in _near(store):
        both = frozenset((one.event, other.event))
        ranked.append((turns[both] // AT_ONCE, -pages[one.event] - pages[other.event], one, other))
        turns[both] += 1
    near = [(one, other) for _, _, one, other in nsmallest(WEIGHED, ranked)]
    ids = sorted({one.id for two in near for one in two})
    reports: dict[str, Report] = {}
    for some in chunks(ids):
        rows = store.rows(select(r.id, r.body).where(r.id.in_(some)))
        reports |= {row.id: codec.loads(Report, row.body) for row in rows}
    best: dict[tuple[str, ...], Doubt] = {}
    for one, other in near:
        found = likeness(reports[other.id], reports[one.id])
        if found.contradicts:
            continue
        events = tuple(sorted((one.event, other.event)))
        weight = found.score + min(pages[one.event] + pages[other.event], 10)
        if events not in best or best[events].weight < weight:
            best[events] = Doubt("same?", events, weight, _features(found))
    return [*best.values(), *(doubt for doubt in _undated(store) if doubt.ids not in best)]


def _undated(store: Store) -> Iterator[Doubt]:
    """Pairs of events of one kind with two sides in common, one of them without a date."""
    e = schema.events.c
    undated = (
        select(e.id, e.type)
        .where(e.aside.is_(False), e.first_day.is_(None))
        .order_by(e.pages.desc(), e.id)
        .limit(UNDATED)
        .subquery()
    )
    own, theirs = schema.event_participants.alias("own"), schema.event_participants.alias("theirs")
    shared = func.count(theirs.c.actor.distinct())
    query = (
        select(undated.c.id.label("one"), e.id.label("other"), shared.label("n"))
        .select_from(undated)
        .join(own, own.c.event == undated.c.id)
        .join(theirs, and_(theirs.c.actor == own.c.actor, theirs.c.event != own.c.event))
        .join(schema.events, and_(e.id == theirs.c.event, e.type == undated.c.type, e.aside.is_(False)))
        # A pair of undated ones is taken once.
        .where((e.first_day.is_not(None)) | (undated.c.id < e.id))
        .group_by(undated.c.id, e.id)
        .having(shared >= 2)
        .order_by(shared.desc(), undated.c.id, e.id)
        .limit(5 * UNDATED)
    )
    found = store.at_once(query)
    r = schema.event_reports.c
    reports: dict[str, list[str]] = defaultdict(list)
    for some in chunks(sorted({id for one, other, _ in found for id in (one, other)})):
        for row in store.rows(select(r.event, r.report).where(r.event.in_(some))):
            reports[row.event].append(row.report)
    apart = verdicts_of(store).bonds.part
    for one, other, n in found:
        if not apart(reports[one], reports[other]):
            yield Doubt("same?", tuple(sorted((one, other))), float(n), (f"sides in common {n}", "one without a date"))


class _Told(NamedTuple):
    """A report without what it says."""

    block: str
    first: int
    id: str
    last: int
    article: str
    event: str


def _near(store: Store) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of reports of two pages that can be of one event, are not, and were not told apart; the earlier first."""
    r, e = schema.reports.c, schema.event_reports.c
    query = select(r.block, r.first, r.id, r.last, r.article, e.event).join(schema.event_reports, e.report == r.id)
    apart = verdicts_of(store).bonds.apart
    ahead: list[_Told] = []
    for told in map(_Told._make, sorted(store.at_once(query.where(r.block != "")))):
        ahead = [other for other in ahead if other.block == told.block and other.last >= told.first]
        for other in ahead:
            if other.event == told.event or other.article == told.article:
                continue
            if (other.id, told.id) not in apart and (told.id, other.id) not in apart:
                yield other, told
        ahead.append(told)


def _features(found: Likeness) -> tuple[str, ...]:
    out = [f"sides {found.sides}", f"date {found.when}", f"place {found.where}", f"persons {found.persons}"]
    if found.deal != "no":
        out.append(f"deal {found.deal}")
    if found.story != "no":
        out.append(f"story {found.story}")
    return (*out, *(("published close",) if found.close else ()))
