"""Who stands between parties that do not meet directly: named mediators, and those who see both within weeks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import case, func, literal, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.filter import Filter, conditions
from dragoman.views.remembered import remembered
from dragoman.views.seek import seek

WITHIN = 30  # days between a broker's contacts with the two
_CONTACTS = ("meeting", "call", "visit")
_AT_ODDS = ("incident", "ceasefire", "sanction")
_ALL = Filter()
_SPAN = 1 << 21  # more days than there are
_AT_ONCE = 1_000_000  # pairs of contacts that are held against one another at a time

Triple = tuple[str, str, str]  # broker, and the two parties
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Broker:
    """A state or body between two others; each figure is the ids of the events that it counts, the earliest first."""

    broker: str
    parties: tuple[str, str]
    mediated: tuple[str, ...]  # pages name it as mediator between the two
    between: tuple[str, ...]  # contacts with both within WITHIN days in which the two had none with each other


@dataclass(frozen=True, slots=True)
class _Together:
    """An event reduced to who was in it."""

    id: str
    type: str
    first: int | None
    last: int | None
    pairs: tuple[tuple[str, str], ...]
    mediators: tuple[str, ...]


def brokers(store: Store, wanted: Filter = _ALL) -> list[Broker]:
    """Brokers in the events that pass, the busiest first; raises DragomanError for what is no date.

    `who` names the broker and `with_` one of the parties; the other fields choose among events. Where the filter names
    no status, these are events that took place.

    Contacts with both count only between parties that the record knows at odds (a clash, a ceasefire, a sanction), or
    between whom somebody is named as mediator.
    """
    broker, party = ((seek(store, word).countries if word else None) for word in (wanted.who, wanted.with_))
    chosen = replace(wanted, who=None, with_=None, status=wanted.status or "occurred,ongoing")
    passing = {row.id for row in store.rows(select(schema.events.c.id).where(*conditions(store, chosen)))}
    events = [e for e in remembered(store, "together", lambda: _together(store)) if e.id in passing]
    odds = {pair for e in events if e.type in _AT_ODDS for pair in e.pairs}
    mediated: dict[Triple, list[str]] = defaultdict(list)
    for e in events:
        for m in e.mediators:
            for a, b in e.pairs:
                if m not in (a, b):
                    mediated[m, a, b].append(e.id)
                    odds.add((a, b))
    between = dict(_between(events, odds))
    found = [
        Broker(m, (a, b), tuple(mediated.get((m, a, b), ())), between.get((m, a, b), ()))
        for m, a, b in {*mediated, *between}
        if (broker is None or m in broker) and (party is None or a in party or b in party)
    ]
    return sorted(found, key=lambda x: (-len(x.mediated), -len(x.between), x.broker, x.parties))


def _together(store: Store) -> list[_Together]:
    """Every event of two sides or more, in order of time."""
    e, p = schema.events.c, schema.event_participants.c
    marked = case((p.slot == "mediator", literal("*")), else_=literal("")).concat(p.country)
    sides = select(func.group_concat(marked.distinct())).where(p.event == e.id).scalar_subquery().label("sides")
    query = select(e.id, e.type, e.first_day, e.last_day, e.host, sides).where(e.aside.in_([False, True]))
    out = []
    for row in store.rows(query.order_by(e.sort, e.id)):
        codes = [code for code in (row.sides or "").split(",") if code]
        there = {code for code in codes if code[0] != "*"}
        if row.type == "visit" and row.host:
            there.add(row.host)
        if len(there) > 1:
            mediators = tuple(sorted(code[1:] for code in codes if code[0] == "*"))
            pairs = tuple(combinations(sorted(there), 2))
            out.append(_Together(row.id, row.type, row.first_day, row.last_day, pairs, mediators))
    return out


def _between(events: Sequence[_Together], odds: set[tuple[str, str]]) -> Iterator[tuple[Triple, tuple[str, ...]]]:
    """For each broker and parties the events that bring it between them.

    All contacts of one broker are held against those of its next days at once: their number grows with the square of
    what happens in a month, not with that of the record.
    """
    near = [
        (a, b, e.first, n)
        for n, e in enumerate(events)
        if e.type in _CONTACTS and e.first is not None and e.last is not None and e.last - e.first < WITHIN
        for a, b in e.pairs
    ]
    if not near or not odds:
        return
    codes = sorted({code for a, b, _, _ in near for code in (a, b)} | {code for pair in odds for code in pair})
    number, size = {code: i for i, code in enumerate(codes)}, len(codes)
    one, other, day, event = (
        np.array(column, np.int64)
        for column in zip(*((number[a], number[b], d, n) for a, b, d, n in near), strict=True)
    )
    at_odds = np.zeros(size * size, bool)
    at_odds[[number[a] * size + number[b] for a, b in odds]] = True
    direct = np.sort((one * size + other) * _SPAN + day)
    who, whom = np.concatenate((one, other)), np.concatenate((other, one))
    day, event = np.concatenate((day, day)), np.concatenate((event, event))
    order = np.lexsort((event, day, who))
    who, whom, day, event = who[order], whom[order], day[order], event[order]
    key = who * _SPAN + day
    ahead = np.searchsorted(key, key + WITHIN, "right") - np.arange(1, len(key) + 1)
    found: list[Numbers] = []
    for first, last in _stretches(ahead):
        left = np.repeat(np.arange(first, last), ahead[first:last])
        begins = np.cumsum(ahead[first:last]) - ahead[first:last]
        right = left + 1 + np.arange(len(left)) - np.repeat(begins, ahead[first:last])
        pair = np.minimum(whom[left], whom[right]) * size + np.maximum(whom[left], whom[right])
        kept = at_odds[pair] & (event[left] != event[right]) & (whom[left] != whom[right])
        left, right, pair = left[kept], right[kept], pair[kept]
        met = np.append(direct, np.iinfo(np.int64).max)[np.searchsorted(direct, pair * _SPAN + day[left])]
        apart = met > pair * _SPAN + day[right]
        triple = (who[left] * size * size + pair)[apart]
        found += [triple * len(events) + event[left][apart], triple * len(events) + event[right][apart]]
    yield from _grouped(np.unique(np.concatenate(found)), codes, events)


def _stretches(ahead: Numbers) -> Iterator[tuple[int, int]]:
    """Stretches of contacts that together are held against no more than so many others."""
    first, total = 0, np.cumsum(ahead)
    while first < len(ahead):
        before = int(total[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(total, before + _AT_ONCE, "right")))
        yield first, last
        first = last


def _grouped(
    found: Numbers, codes: Sequence[str], events: Sequence[_Together]
) -> Iterator[tuple[Triple, tuple[str, ...]]]:
    if not len(found):
        return
    triples, numbers = np.divmod(found, len(events))
    starts = np.flatnonzero(np.diff(triples, prepend=-1))
    size: Any = len(codes)
    for first, last in zip(starts, [*starts[1:], len(found)], strict=True):
        m, pair = divmod(int(triples[first]), size * size)
        a, b = divmod(pair, size)
        yield (codes[m], codes[a], codes[b]), tuple(events[n].id for n in numbers[first:last].tolist())
