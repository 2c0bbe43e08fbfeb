"""The sides of a resolved event: every actor once, with the slot and the title most pages give it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.record.resolved import Actor, EventSide, Trace
from dragoman.record.sightings import Key
from dragoman.record.support import Claim, Told
from dragoman.types import Participant

_VAGUE = "side"  # said of whoever takes part, where nothing more is known
_TRAVELS = "visitor"
_ORGANS = ("person", "force", "body")  # what acts for a state of whose code it is


def participants(told: Sequence[Told], actors: Mapping[Key, Actor]) -> tuple[tuple[EventSide, ...], list[Trace]]:
    """The sides in order of first mention, and where each was read.

    A state gives way to its own: where a person, a force or a body of it takes part in the same slot, the bare state is
    left out; so is a body that travelled, where the traveller is named.
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
    organs = [s for s in sides if s.kind in _ORGANS and s.country is not None]
    kept = [s for n, s in enumerate(sides) if not _gives_way(s, organs) and not _told_before(s, sides[:n])]
    shown = {s.actor for s in kept}
    traces = [
        Claim(id, t, p.evidence).trace("participants", by_id[id].name, id in shown)
        for id, found in seen.items()
        for t, p in found
    ]
    return tuple(kept), traces


def _gives_way(side: EventSide, organs: Sequence[EventSide]) -> bool:
    own = [o for o in organs if o.country == side.country and o.actor != side.actor]
    if side.kind == "state":
        return any(side.slot in (o.slot, _VAGUE) for o in own)
    return side.kind == "body" and side.slot == _TRAVELS and any(o.kind == "person" and o.slot == _TRAVELS for o in own)


def _told_before(side: EventSide, before: Sequence[EventSide]) -> bool:
    """True of "the Spanish naval forces" after "the Spanish navies": by words of no name, one force of a state."""
    alike = (o for o in before if o.kind == side.kind == "force" and o.country == side.country and o.slot == side.slot)
    return side.country is not None and side.name.islower() and any(alike)


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
