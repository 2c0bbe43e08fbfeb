"""Who stands between parties that do not meet directly: named mediators, and those who see both within weeks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations

from sqlalchemy import select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.filter import Filter, conditions
from dragoman.views.seek import seek

WITHIN = 30  # days between a broker's contacts with the two
_CONTACTS = ("meeting", "call", "visit")
_AT_ODDS = ("incident", "ceasefire", "sanction")
_ALL = Filter()


@dataclass(frozen=True, slots=True)
class Broker:
    """A state or body between two others; each figure is the ids of the events that it counts."""

    broker: str
    parties: tuple[str, str]
    mediated: tuple[str, ...]  # pages name it as mediator between the two
    between: tuple[str, ...]  # contacts with both within WITHIN days in which the two had none with each other


def brokers(store: Store, wanted: Filter = _ALL) -> list[Broker]:
    """Brokers in the events that pass, the busiest first; raises DragomanError for what is no date.

    `who` names the broker and `with_` one of the parties; the other fields choose among events. Where the filter names
    no status, these are events that took place.

    Contacts with both count only between parties that the record knows at odds (a clash, a ceasefire, a sanction), or
    between whom somebody is named as mediator.
    """
    e, p = schema.events.c, schema.event_participants.c
    broker, party = ((seek(store, word).countries if word else None) for word in (wanted.who, wanted.with_))
    status = wanted.status or "occurred,ongoing"
    where = conditions(store, replace(wanted, who=None, with_=None, status=status))
    sides: dict[str, set[str]] = defaultdict(set)
    mediators: dict[str, set[str]] = defaultdict(set)
    inside = select(e.id).where(*where)
    for row in store.rows(select(p.event, p.country, p.slot).where(p.event.in_(inside), p.country.is_not(None))):
        (mediators if row.slot == "mediator" else sides)[row.event].add(row.country)
    contacts: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    odds: set[tuple[str, str]] = set()
    mediated: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in store.rows(select(e.id, e.type, e.first_day, e.last_day, e.host).where(*where).order_by(e.sort, e.id)):
        there = sides[row.id] | ({row.host} if row.type == "visit" and row.host else set())
        pairs = list(combinations(sorted(there), 2))
        for m in sorted(mediators[row.id]):
            for a, b in pairs:
                if m not in (a, b):
                    mediated[m, a, b].append(row.id)
                    odds.add((a, b))
        if row.type in _AT_ODDS:
            odds.update(pairs)
        if row.type in _CONTACTS and row.first_day is not None and row.last_day - row.first_day < WITHIN:
            for pair in pairs:
                contacts[pair].append((row.first_day, row.id))
    between = _between(contacts, odds)
    keys = {
        (m, a, b) for m, a, b in {*mediated, *between}
        if (broker is None or m in broker) and (party is None or a in party or b in party)
    }  # fmt: skip
    found = [Broker(m, (a, b), tuple(mediated.get((m, a, b), ())), between.get((m, a, b), ())) for m, a, b in keys]
    return sorted(found, key=lambda x: (-len(x.mediated), -len(x.between), x.broker, x.parties))


def _between(
    contacts: dict[tuple[str, str], list[tuple[int, str]]], odds: set[tuple[str, str]]
) -> dict[tuple[str, str, str], tuple[str, ...]]:
    known = {code for pair in contacts for code in pair}
    out: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for a, b in sorted(odds):
        direct = [day for day, _ in contacts.get((a, b), ())]
        for m in sorted(known - {a, b}):
            ours = contacts.get((min(m, a), max(m, a)), [])
            theirs = contacts.get((min(m, b), max(m, b)), [])
            ids: dict[str, None] = {}
            for day, one in ours:
                for other_day, other in theirs:
                    low, high = min(day, other_day), max(day, other_day)
                    if one != other and high - low <= WITHIN and not any(low <= d <= high for d in direct):
                        ids.update({one: None, other: None})
            if ids:
                out[m, a, b] = tuple(ids)
    return out
