"""Which events are part of which: a visit's meetings, a summit's bilaterals, a tour's stops, a contract's deliveries.

Parts are linked, not merged. An event is part of one other at most: the closest of those that can hold it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# What can hold what.
_HOLDS = {
    "visit": ("meeting", "agreement", "visit"),
    "meeting": ("meeting", "agreement"),
    "arms_transfer": ("arms_transfer",),
}
_MANY = 3  # sides from which on a meeting can hold others
_STAYS = 14  # days that a visit or summit lasts at most


@dataclass(frozen=True, slots=True)
class Whole:
    """An event reduced to what tells whether it holds another."""

    id: str
    type: str
    sides: frozenset[str]  # countries, and actors without one
    persons: frozenset[str]
    host: str | None
    place: str | None
    country: str | None  # of the place, else the host
    first: int | None
    last: int | None
    articles: frozenset[str]
    item: str | None = None
    stage: str | None = None


def parts(events: Iterable[Whole]) -> dict[str, str]:
    """For each event that is part of another the id of that other; the order of events does not matter."""
    found = sorted(events, key=lambda e: e.id)
    by_key: dict[tuple[str, str], list[Whole]] = defaultdict(list)
    for event in found:
        if event.type in _HOLDS:
            for key in sorted(_keys(event)):
                by_key[key].append(event)
    out: dict[str, str] = {}
    for event in found:
        candidates = {w.id: w for key in _keys(event) for w in by_key.get(key, ()) if holds(w, event)}
        best = min(candidates.values(), key=lambda w: _distance(w, event), default=None)
        if best is not None:
            out[event.id] = best.id
    return {part: whole for part, whole in out.items() if out.get(whole) != part or part < whole}


def holds(whole: Whole, part: Whole) -> bool:
    """Whether one event can be part of another."""
    if whole.id == part.id or part.type not in _HOLDS.get(whole.type, ()):
        return False
    if whole.type == "arms_transfer":
        same = whole.item is not None and whole.item == part.item and whole.sides == part.sides
        return same and whole.stage == "contract" and part.stage == "delivered" and not _before(part, whole)
    if not _while(whole, part):
        return False
    if whole.type == "visit":
        shared = whole.persons & part.persons if whole.persons and part.persons else whole.sides & part.sides
        if part.type == "visit":  # a tour has no host, its stops have
            return whole.host is None and part.host is not None and bool(shared)
        return bool(shared) and whole.host is not None and whole.host == part.country
    if len(whole.sides) < _MANY or len(part.sides) >= len(whole.sides):
        return False
    return part.sides <= whole.sides and whole.place is not None and whole.place == part.place


def _keys(event: Whole) -> Iterator[tuple[str, str]]:
    for side in event.sides:
        yield side, "arms" if event.type == "arms_transfer" else "contacts"


def _while(whole: Whole, part: Whole) -> bool:
    """Whether a part can lie within a whole: by their days, or, where one has none, on a page that tells both."""
    if whole.first is None or whole.last is None or part.first is None or part.last is None:
        return bool(whole.articles & part.articles)
    if whole.last - whole.first > _STAYS or part.last - part.first > _STAYS:
        return bool(whole.articles & part.articles) and whole.first <= part.last and part.first <= whole.last
    return whole.first <= part.last and part.first <= whole.last


def _before(a: Whole, b: Whole) -> bool:
    return a.last is not None and b.first is not None and a.last < b.first


def _distance(whole: Whole, part: Whole) -> tuple[bool, int, int, str]:
    """The closest first: told on one page, beginning near it, short, then by id."""
    near = abs((whole.first or 0) - (part.first or 0)) if whole.first and part.first else 10**6
    length = (whole.last or 0) - (whole.first or 0)
    return (not whole.articles & part.articles, near, length, whole.id)


def wholes(links: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """The parts of each event that has any."""
    out: dict[str, list[str]] = defaultdict(list)
    for part, whole in sorted(links.items()):
        out[whole].append(part)
    return {whole: tuple(found) for whole, found in out.items()}
