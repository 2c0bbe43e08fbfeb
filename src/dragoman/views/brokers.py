"""Who stands between parties that do not meet directly: named mediators, and those who see both within weeks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from sqlalchemy import case, func, literal, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.columns import Flags, Groups, Lazy, Numbers, Order, columns, each_once
from dragoman.views.filter import Filter, passing
from dragoman.views.remembered import remembered
from dragoman.views.seek import seek

WITHIN = 30  # days between a broker's contacts with the two
_CONTACTS = ("meeting", "call", "visit")
_AT_ODDS = ("incident", "ceasefire", "sanction")
_ALL = Filter()
_SPAN = 1 << 21  # more days than there are
_AT_ONCE = 1_000_000  # pairs of contacts that are held against one another at a time


@dataclass(frozen=True, slots=True)
class Broker:
    """A state or body between two others; each figure is the ids of the events that it counts, the earliest first."""

    broker: str
    parties: tuple[str, str]
    mediated: tuple[str, ...]  # pages name it as mediator between the two
    between: tuple[str, ...]  # contacts with both within WITHIN days in which the two had none with each other


@dataclass(frozen=True, slots=True)
class _Together:
    """The events of two sides or more, as columns; states and bodies by their places among `codes`."""

    order: Order
    codes: tuple[str, ...]
    # Of each event.
    day: Numbers  # its first; 0 where it is not known to a few weeks
    is_contact: Flags  # a meeting, call or visit of a known day
    is_at_odds: Flags  # its sides are at odds
    # Of each two sides of an event.
    event: Numbers
    pair: Numbers  # the smaller code times the number of codes, plus the larger
    # Of each two sides of an event between whom somebody is named as mediator.
    mediated: Numbers  # the event
    mediator: Numbers  # who it is, times the square of the number of codes, plus the pair

    @property
    def size(self) -> int:
        """How many codes there are."""
        return len(self.codes)

    def split(self, triple: int) -> tuple[str, str, str]:
        """The broker and the two parties that a number stands for."""
        broker, pair = divmod(triple, self.size * self.size)
        one, other = divmod(pair, self.size)
        return self.codes[broker], self.codes[one], self.codes[other]


def brokers(store: Store, wanted: Filter = _ALL) -> Brokers:
    """Brokers in the events that pass, the busiest first; raises DragomanError for what is no date.

    `who` names the broker and `with_` one of the parties; the other fields choose among events. Where the filter names
    no status, these are events that took place.

    Contacts with both count only between parties that the record knows at odds (a clash, a ceasefire, a sanction), or
    between whom somebody is named as mediator.
    """
    broker, party = ((seek(store, word).countries if word else None) for word in (wanted.who, wanted.with_))
    chosen = replace(wanted, who=None, with_=None, status=wanted.status or "occurred,ongoing")
    every = remembered(store, "together", lambda: _together(store), stale=True)
    return Brokers(every, passing(store, chosen), broker, party)


class Brokers(Lazy[Broker]):
    """Brokers, each written out when it is looked at."""

    def __init__(
        self, every: _Together, ids: Iterable[str], broker: Collection[str] | None, party: Collection[str] | None
    ) -> None:
        self._every = every
        passes = every.order.flags(ids)
        named = passes[every.mediated]
        at_odds = np.zeros(every.size * every.size, bool)
        at_odds[every.pair[(passes & every.is_at_odds)[every.event]]] = True
        at_odds[every.mediator[named] % max(1, len(at_odds))] = True
        count = len(every.order.ids)
        self._mediated = Groups.once(every.mediator[named], every.mediated[named], count)
        self._between = Groups.once(*_between(every, passes, at_odds), count)
        found = each_once(np.concatenate((self._mediated.keys, self._between.keys)))
        if broker is not None or party is not None:
            kept = [
                (broker is None or m in broker) and (party is None or a in party or b in party)
                for m, a, b in map(every.split, found.tolist())
            ]
            found = found[np.array(kept, bool)]
        # The codes are in order of the alphabet, and so are the numbers of brokers with two parties.
        order = np.lexsort((found, -self._between.counts(found), -self._mediated.counts(found)))
        self._found = found[order]
        super().__init__(len(found), self._made)

    def of(self, *codes: str) -> Broker | None:
        """The broker of that code between the two of the others; None where there is no such."""
        for at, found in enumerate(self._found.tolist()):
            if self._every.split(found) == codes:
                return self[at]
        return None

    def _made(self, at: int) -> Broker:
        number = int(self._found[at])
        m, a, b = self._every.split(number)
        named = self._every.order.named
        return Broker(m, (a, b), named(self._mediated.of(number)), named(self._between.of(number)))


def _together(store: Store) -> _Together:
    e, p = schema.events.c, schema.event_participants.c
    marked = case((p.slot == "mediator", literal("*")), else_=literal("")).concat(p.country)
    sides = select(func.group_concat(marked.distinct())).where(p.event == e.id).scalar_subquery().label("sides")
    query = select(e.sort, e.id, e.type, e.first_day, e.last_day, e.host, sides).where(e.aside.in_([False, True]))
    ids: list[str] = []
    of_each: list[tuple[int, bool, bool]] = []
    pairs: list[tuple[int, str, str]] = []
    mediators: list[tuple[int, str, str, str]] = []
    for _, id, type, first_day, last_day, host, sides_ in sorted(store.at_once(query)):
        codes = [code for code in (sides_ or "").split(",") if code]
        there = {code for code in codes if code[0] != "*"}
        if type == "visit" and host:
            there.add(host)
        if len(there) < 2:
            continue
        n = len(ids)
        ids.append(id)
        known = first_day is not None and last_day is not None and last_day - first_day < WITHIN
        of_each.append((first_day if known else 0, known and type in _CONTACTS, type in _AT_ODDS))
        two = list(combinations(sorted(there), 2))
        pairs += [(n, a, b) for a, b in two]
        mediators += [(n, m[1:], a, b) for m in codes if m[0] == "*" for a, b in two if m[1:] not in (a, b)]
    two_each = {code for _, *both in pairs for code in both}
    known_codes = sorted(two_each | {m for _, m, _, _ in mediators})
    place, size = {code: i for i, code in enumerate(known_codes)}, len(known_codes)
    event, pair = columns([(n, place[a] * size + place[b]) for n, a, b in pairs], 2)
    mediated, mediator = columns([(n, (place[m] * size + place[a]) * size + place[b]) for n, m, a, b in mediators], 2)
    first, contact, at_odds = columns(of_each, 3)
    return _Together(
        Order.of(ids), tuple(known_codes), first, contact.astype(bool), at_odds.astype(bool), event, pair, mediated,
        mediator,
    )  # fmt: skip


def _between(every: _Together, passes: Flags, at_odds: Flags) -> tuple[Numbers, Numbers]:
    """The events that bring brokers between parties: for each the number of a broker with the two, and its own.

    `at_odds` tells it of every pair. All contacts of one broker are held against those of its next days at once: their
    number grows with the square of what happens in a month, not with that of the record.
    """
    near = (passes & every.is_contact)[every.event]
    size, event = every.size, every.event[near]
    pair, day = every.pair[near], every.day[event]
    direct = np.append(np.sort(pair * _SPAN + day), np.iinfo(np.int64).max)
    one, other = np.divmod(pair, max(1, size))
    who, whom = np.concatenate((one, other)), np.concatenate((other, one))
    day, event = np.concatenate((day, day)), np.concatenate((event, event))
    order = np.lexsort((event, day, who))
    who, whom, day, event = who[order], whom[order], day[order], event[order]
    key = who * _SPAN + day
    ahead = np.searchsorted(key, key + WITHIN, "right") - np.arange(1, len(key) + 1)
    found: list[tuple[Numbers, Numbers]] = [(event[:0], event[:0])]
    for first, last in _stretches(ahead):
        left = np.repeat(np.arange(first, last), ahead[first:last])
        begins = np.cumsum(ahead[first:last]) - ahead[first:last]
        right = left + 1 + np.arange(len(left)) - np.repeat(begins, ahead[first:last])
        two = np.minimum(whom[left], whom[right]) * size + np.maximum(whom[left], whom[right])
        kept = at_odds[two] & (event[left] != event[right]) & (whom[left] != whom[right])
        left, right, two = left[kept], right[kept], two[kept]
        met = direct[np.searchsorted(direct, two * _SPAN + day[left])]
        apart = met > two * _SPAN + day[right]
        triple = (who[left] * size * size + two)[apart]
        found += [(triple, event[left][apart]), (triple, event[right][apart])]
    triples, events = (np.concatenate(column) for column in zip(*found, strict=True))
    return triples, events


def _stretches(ahead: Numbers) -> Iterator[tuple[int, int]]:
    """Stretches of contacts that together are held against no more than so many others."""
    first, total = 0, np.cumsum(ahead)
    while first < len(ahead):
        before = int(total[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(total, before + _AT_ONCE, "right")))
        yield first, last
        first = last
