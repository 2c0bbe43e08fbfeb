"""Every example and near miss of every frame gives what its frame says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from dragoman.facts.examples import Outcome, run_examples
from dragoman.facts.frame_reader import read_frame
from dragoman.facts.pack import load_frames
from dragoman.facts.read import Reader

# Examples that do not give yet what they must, by kind, with the layer at which they break.
WAITING: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("examples_waiting.yaml").read_text(encoding="utf-8")
)
MOST_WAITING = 24  # of 489; it may only become less
CASES = [
    (frame.name, text)
    for frame in load_frames()
    for text in (*(example.text for example in frame.examples), *frame.near_misses)
]


@cache
def _reader() -> Reader:
    return Reader()


@cache
def _outcomes() -> dict[tuple[str, str], Outcome]:
    """One reader for all, parsed in batches."""
    return {(o.frame, o.text): o for o in run_examples(_reader())}


@pytest.mark.parametrize(("kind", "text"), CASES, ids=lambda value: value)
def test_an_example_gives_what_its_frame_says(kind: str, text: str) -> None:
    outcome = _outcomes()[kind, text]
    said = "; ".join(f"{d.key}: {d.why}" for d in outcome.differences)
    if text in WAITING.get(kind, {}):
        if not outcome.passed:
            pytest.xfail(said)
        return
    assert outcome.passed, said


def test_what_waits_is_an_example_and_becomes_no_more() -> None:
    known = set(CASES)
    assert all((kind, text) in known for kind, listed in WAITING.items() for text in listed)
    assert sum(len(listed) for listed in WAITING.values()) <= MOST_WAITING
    assert sum(len(WAITING.get(kind, {})) for kind in ("meeting", "visit", "call")) <= 6


def test_no_near_miss_of_meeting_visit_and_call_fires() -> None:
    for frame in load_frames():
        if frame.name in ("meeting", "visit", "call"):
            assert [text for text in frame.near_misses if not _outcomes()[frame.name, text].passed] == []


FRAME = """\
name: meeting
plover: {event: CONSULT}
about: People meet.
cross: true
slots:
  side: {kinds: [person, state], as: side, least: 2}
  place: {kinds: [place], gives: place}
triggers:
  - verbs: [meet]
    fill: {side: [agent, patient], place: [place]}
    need: [side]
examples:
  - text: French President Emmanuel Macron met German Chancellor Angela Merkel in Paris on March 1, 2018.
    gives: [{status: occurred, side: [Macron, Merkel], place: Paris, start: "2018-03-01"}]
  - text: French President Emmanuel Macron met German Chancellor Angela Merkel in Rome on March 1, 2018.
    gives: [{status: planned, side: [Macron, ITA], place: Paris, start: "2018-03-02"}]
  - text: The sun shone on Paris.
    gives: [{status: occurred, side: [FRA, DEU]}]
near_misses:
  - The French president met the German chancellor in Paris.
  - The bill met with criticism.
"""


def test_every_difference_is_named_with_its_key_and_line() -> None:
    frame = read_frame(FRAME, "mine.yaml")
    right, wrong, absent, fires, quiet = run_examples(_reader(), [frame])
    assert right.passed and quiet.passed
    keys = [d.key.removeprefix("examples[1].gives[0].") for d in wrong.differences]
    assert keys == ["status", "side", "place", "start"]
    assert wrong.line == FRAME.splitlines().index(f"  - text: {wrong.text}") + 1
    assert [(d.key, d.why) for d in absent.differences] == [("examples[2].gives[0]", "no meeting is found")]
    assert [d.key for d in fires.differences] == ["near_misses[0]"]
    assert fires.line == FRAME.splitlines().index(f"  - {fires.text}") + 1


def test_one_event_too_many_is_a_difference() -> None:
    more = "Italian President Sergio Mattarella met Spanish Prime Minister Pedro Sanchez in Rome on March 5, 2018."
    text = FRAME.replace("in Paris on March 1, 2018.", f"in Paris on March 1, 2018. {more}", 1)
    first = run_examples(_reader(), [read_frame(text, "mine.yaml")])[0]
    assert [d.key for d in first.differences] == ["examples[0].gives"]
    assert "Mattarella" in first.differences[0].why
