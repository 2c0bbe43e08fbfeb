"""Whether what is known of an event meets what its trigger needs."""

from __future__ import annotations

from dataclasses import replace

from dragoman.facts.frame_types import Frame, Trigger
from dragoman.facts.needs import met
from dragoman.facts.pack import load_frames

VISIT = next(f for f in load_frames() if f.name == "visit")


def _needing(frame: Frame, *need: tuple[str, ...]) -> Trigger:
    return replace(frame.triggers[0], need=need)


def test_all_needs_must_be_met() -> None:
    trigger = _needing(VISIT, ("visitor",), ("goal",))
    assert met(VISIT, trigger, {"visitor"}, {"place": True})
    assert not met(VISIT, trigger, {"visitor"}, {"place": False})
    assert not met(VISIT, trigger, set(), {"place": True})


def test_of_one_need_one_slot_is_enough() -> None:
    trigger = _needing(VISIT, ("goal", "host"))
    assert met(VISIT, trigger, set(), {"place": False, "host": True})
    assert met(VISIT, trigger, set(), {"place": True, "host": False})
    assert not met(VISIT, trigger, set(), {"place": False, "host": False})


def test_a_trigger_without_needs_and_what_is_not_spoken_of_are_met() -> None:
    assert met(VISIT, _needing(VISIT), set(), {})
    assert met(VISIT, _needing(VISIT, ("topic",)), set(), {"place": False})
