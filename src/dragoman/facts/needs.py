"""Whether what is known of an event meets what its trigger needs."""

from __future__ import annotations

from collections.abc import Mapping, Set

from dragoman.facts.frame_types import Frame, Trigger


def met(frame: Frame, trigger: Trigger, parts: Set[str], gives: Mapping[str, bool]) -> bool:
    """True where of each need of a trigger one slot is filled.

    `parts` are those taken; `gives` says whether there is a place, a host or a topic, and of what it
    does not speak nothing is asked.
    """
    return all(any(_filled(frame, name, parts, gives) for name in need) for need in trigger.need)


def _filled(frame: Frame, name: str, parts: Set[str], gives: Mapping[str, bool]) -> bool:
    slot = frame.slot(name)
    return slot.part in parts if slot.part is not None else gives.get(slot.gives or "", True)
