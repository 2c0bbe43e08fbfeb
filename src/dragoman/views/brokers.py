"""Who stands between parties that do not meet directly: named mediators, and those who see both within weeks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations

from sqlalchemy import case, func, literal, select

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
    marked = case((p.slot == "mediator", literal("*")), else_=literal("")).concat(p.country)
    sides = select(func.group_concat(marked.distinct())).where(p.event == e.id).scalar_subquery().label("sides")
    contacts: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    odds: set[tuple[str, str]] = set()
    mediated: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    query = select(e.id, e.type, e.first_day, e.last_day, e.host, sides).where(*where)
    for row in store.rows(query.order_by(e.sort, e.id)):
        codes = (row.sides or "").split(",")
        there = {code for code in codes if code and code[0] != "*"}
        if row.type == "visit" and row.host:
            there.add(row.host)
        pairs = list(combinations(sorted(there), 2))
        for m in sorted(code[1:] for code in codes if code[:1] == "*"):
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
    near: dict[str, set[str]] = defaultdict(set)
    days: dict[tuple[str, str], list[int]] = {}
    for pair, found in contacts.items():
        found.sort()
        days[pair] = [day for day, _ in found]
        near[pair[0]].add(pair[1])
        near[pair[1]].add(pair[0])
    out: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for a, b in sorted(odds):
        direct = days.get((a, b), [])
        for m in sorted(near[a] & near[b]):
            ours, theirs = ((m, x) if m < x else (x, m) for x in (a, b))
            ids: dict[str, None] = {}
            for day, one in contacts[ours]:
                first = bisect_left(days[theirs], day - WITHIN)
                for other_day, other in contacts[theirs][first : bisect_right(days[theirs], day + WITHIN)]:
                    low, high = (day, other_day) if day < other_day else (other_day, day)
                    met = bisect_left(direct, low)
                    if one != other and (met == len(direct) or direct[met] > high):
                        ids.update({one: None, other: None})
            if ids:
                out[m, a, b] = tuple(ids)
    return out
