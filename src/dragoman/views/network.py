"""Who meets whom, who hosts whom, who supplies whom; and who stands between those who never meet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from sqlalchemy import Select, and_, func, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.filter import Filter, conditions

Ties = Literal["meets", "hosts", "supplies"]
Level = Literal["states", "people"]
TIES: tuple[Ties, ...] = ("meets", "hosts", "supplies")
LEVELS: tuple[Level, ...] = ("states", "people")
_TOGETHER = ("meeting", "visit", "call", "agreement", "exercise")  # kinds of event at which sides come together
_E = schema.events.c


@dataclass(frozen=True, slots=True)
class Tie:
    """Two that have events in common; for hosts and supplies `source` is the host or supplier."""

    source: str
    target: str
    events: int


@dataclass(frozen=True, slots=True)
class Knot:
    """One of those who are tied: a state or alliance by its code, a person by id.

    `between` counts the pairs of its partners that have no tie in this net: it may speak to both.
    """

    id: str
    name: str
    country: str | None
    partners: int
    events: int
    between: int


@dataclass(frozen=True, slots=True)
class Net:
    """Ties, the busiest first, and those they tie, who stand between most pairs first."""

    knots: tuple[Knot, ...]
    ties: tuple[Tie, ...]


def network(store: Store, wanted: Filter, kind: Ties = "meets", level: Level = "states", most: int = 120) -> Net:
    """The `most` busiest ties of a kind among the events that pass the filter."""
    rows = store.rows(_query(store, wanted, kind, level).limit(most))
    ties = tuple(Tie(row.source, row.target, row.n) for row in rows)
    partners: dict[str, set[str]] = defaultdict(set)
    events: dict[str, int] = defaultdict(int)
    for tie in ties:
        partners[tie.source].add(tie.target)
        partners[tie.target].add(tie.source)
        events[tie.source] += tie.events
        events[tie.target] += tie.events
    names = _names(store, sorted(partners)) if level == "people" else {}
    knots = [
        Knot(
            id, *names.get(id, (id, id)), partners=len(near), events=events[id],
            between=sum(1 for a, b in combinations(sorted(near), 2) if b not in partners[a]),
        )
        for id, near in partners.items()
    ]  # fmt: skip
    return Net(tuple(sorted(knots, key=lambda k: (-k.between, -k.events, k.id))), ties)


def _query(store: Store, wanted: Filter, kind: Ties, level: Level) -> Select[Any]:
    where = conditions(store, wanted)
    one, other = schema.event_participants.alias("one"), schema.event_participants.alias("other")
    a, b = (one.c.country, other.c.country) if level == "states" else (one.c.actor, other.c.actor)
    count = func.count(_E.id.distinct())
    if kind == "hosts" and level == "states":
        return (
            select(_E.host.label("source"), a.label("target"), count.label("n"))
            .select_from(schema.events)
            .join(one, one.c.event == _E.id)
            .where(*where, _E.host.is_not(None), a.is_not(None), a != _E.host)
            .group_by(_E.host, a)
            .order_by(count.desc(), _E.host, a)
        )
    joined = select(a.label("source"), b.label("target"), count.label("n")).select_from(schema.events)
    joined = joined.join(one, one.c.event == _E.id)
    if kind == "meets":
        joined = joined.join(other, and_(other.c.event == _E.id, a < b))
        where = [*where, _E.type.in_(_TOGETHER)]
    else:
        slots = ("host", "visitor") if kind == "hosts" else ("supplier", "recipient")
        joined = joined.join(other, and_(other.c.event == _E.id, a != b, other.c.slot == slots[1]))
        where = [*where, one.c.slot == slots[0]]
    if level == "people":
        where = [*where, one.c.kind == "person", other.c.kind == "person"]
    return joined.where(*where).group_by(a, b).order_by(count.desc(), a, b)


def _names(store: Store, ids: list[str]) -> dict[str, tuple[str, str | None]]:
    a = schema.actors.c
    return {r.id: (r.name, r.country) for r in store.rows(select(a.id, a.name, a.country).where(a.id.in_(ids)))}
