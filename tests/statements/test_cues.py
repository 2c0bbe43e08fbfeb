"""Cues: the knowledge of reporting is whole, and phrases are found where they stand."""

from __future__ import annotations

import pytest

from dragoman.facts.read import Reader
from dragoman.statements.cues import find, may_report, reporting
from dragoman.statements.line import line
from dragoman.types import Sentence

FORCES = {"asserted", "denied", "predicted", "demanded", "promised"}


def test_every_verb_has_one_of_the_five_forces() -> None:
    assert set(reporting().force.values()) == FORCES


def test_every_verb_with_a_construction_of_its_own_is_known() -> None:
    known = reporting()
    assert known.weak <= set(known.force)
    assert known.with_infinitive <= set(known.force)
    assert known.received.isdisjoint(known.weak)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister has also said that the truce holds.", [("has also said", "asserted")]),
        ("The minister ruled out a return to Idlib.", [("ruled out", "denied")]),
        ("The truce holds, according to the ministry.", [("according to", "asserted")]),
        ("In the words of the minister, the truce holds.", [("In the words of", "asserted")]),
        ("The minister promised aid and urged calm.", [("promised", "promised"), ("urged", "demanded")]),
        ("The minister went on to say that the truce holds.", [("say", "asserted")]),
        ("The minister may say that the truce holds.", []),
        ("The minister did not say that the truce holds.", []),
        ("The minister left the town on Friday.", []),
    ],
)
def test_cues_are_found_with_their_force(reader: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    tokens = next(iter(reader.parser.parse([(text, 0)])))
    here = line(text, Sentence(0, 0, len(text), 0, tokens=tokens), None)
    assert [(text[c.span(here).start : c.span(here).end], c.force) for c in find(here)] == expected
    assert may_report(tokens) or not expected
