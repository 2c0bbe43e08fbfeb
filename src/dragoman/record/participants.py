"""The sides of a resolved event: every actor once, with the slot and the title most pages give it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.record.resolved import Actor, EventSide, Trace
from dragoman.record.sightings import Key
from dragoman.record.support import Claim, Told
from dragoman.types import Participant

_VAGUE = "side"  # said of whoever takes part, where nothing more is known


def participants(told: Sequence[Told], actors: Mapping[Key, Actor]) -> tuple[tuple[EventSide, ...], list[Trace]]:
    """The sides in order of first mention, and where each was read.

    A state gives way to its people: where a person of it takes part in the same slot, the bare state is left out.
    """
    seen: dict[str, list[tuple[Told, Participant]]] = defaultdict(list)
    by_id: dict[str, Actor] = {}
    for t in told:
        for p in t.fact.participants:
            actor = actors.get(Key(t.article.id, p.referent))
            if actor is not None:
                by_id[actor.id] = actor
                seen[actor.id].append((t, p))
    sides = [_side(by_id[id], [p for _, p in found]) for id, found in seen.items()]
    spoken_for = {(s.country, s.slot) for s in sides if s.kind == "person"}
    countries = {s.country for s in sides if s.kind == "person"}
    kept = [
        s
        for s in sides
        if s.kind != "state" or not ((s.country, s.slot) in spoken_for or (s.slot == _VAGUE and s.country in countries))
    ]
    shown = {s.actor for s in kept}
    traces = [
        Claim(id, t, p.evidence).trace("participants", by_id[id].name, id in shown)
        for id, found in seen.items()
        for t, p in found
    ]
    return tuple(kept), traces


def _side(actor: Actor, found: Sequence[Participant]) -> EventSide:
    # A slot that says something is worth more than "side".
    slot = _commonest(p.slot for p in found if p.slot != _VAGUE) or _commonest(p.slot for p in found)
    role = _commonest(p.role for p in found if p.role)
    return EventSide(actor.id, actor.name, actor.kind, actor.country, role, slot)


def _commonest(values: Iterable[str | None]) -> str | None:
    found = [v for v in values if v]
    if len(found) < 2:
        return found[0] if found else None
    counts = Counter(found)
    return min(counts, key=lambda v: (-counts[v], -len(v), v))
