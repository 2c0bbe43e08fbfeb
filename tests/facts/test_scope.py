"""What scope promises: the status of an act and who says so, over the constructions of scope.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.facts.pack import load_frames
from dragoman.facts.predicates import predicates
from dragoman.facts.scope import scope
from dragoman.language.parser import Parser
from dragoman.types import Predicate, Token
from tests.facts.telling import Teller

STATUSES = {"occurred", "ongoing", "planned", "denied", "possible"}
ACT_NOUNS = frozenset({"truce"}) | {noun for frame in load_frames() for t in frame.triggers for noun in t.nouns}


def _cases() -> Iterator[dict[str, Any]]:
    text = Path(__file__).with_name("scope.yaml").read_text(encoding="utf-8")
    for construction, listed in yaml.safe_load(text).items():
        for case in listed:
            found = dict(zip(("status", "act", "text"), case, strict=True)) if isinstance(case, list) else dict(case)
            yield {"construction": construction, **found}


CASES = list(_cases())


@cache
def _parsed() -> dict[str, tuple[Token, ...]]:
    texts = list(dict.fromkeys(case["text"] for case in CASES))
    return dict(zip(texts, Parser().parse((text, 0) for text in texts), strict=True))


def _read(text: str) -> tuple[tuple[Token, ...], dict[int, Predicate]]:
    tokens = _parsed()[text]
    return tokens, {p.token: p for p in predicates(tokens, ACT_NOUNS)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['construction']}: {case['act']}: {case['text']}")
def test_a_sentence_gives_its_status(case: dict[str, Any]) -> None:
    tokens, found = _read(case["text"])
    acts = [p for p in found.values() if tokens[p.token].text.casefold() == case["act"].casefold()]
    assert len(acts) == 1
    headline = case["text"][-1] not in ".?!\""
    got = scope(tokens, found, acts[0], headline, frozenset(case.get("performed", ())), frozenset(case.get("kept", ())))
    assert got.status == case["status"], got.rule
    if "sources" in case:
        assert [tokens[i].text for i in got.sources] == case["sources"]


def test_there_are_sentences_for_every_status() -> None:
    assert len(CASES) >= 280
    for status in sorted(STATUSES):
        assert sum(case["status"] == status for case in CASES) >= 15


def test_every_status_says_by_which_word_and_rule() -> None:
    for case in CASES:
        tokens, found = _read(case["text"])
        for predicate in found.values():
            got = scope(tokens, found, predicate)
            assert 0 <= got.cue < len(tokens)
            assert got.rule


def test_what_happened_lies_behind_and_what_is_planned_ahead() -> None:
    for case in CASES:
        tokens, found = _read(case["text"])
        for predicate in found.values():
            got = scope(tokens, found, predicate)
            if got.status == "occurred":
                assert got.direction == "past"
            elif got.status == "ongoing":
                ends = predicate.light is not None and tokens[predicate.light].lemma == "end"
                assert got.direction == ("future" if ends or predicate.lemma == "end" else "past")
            elif got.status == "planned":
                assert got.direction == "future"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_tree_that_makes_no_sense_still_gives_a_status(data: st.DataObject) -> None:
    tokens, found = _read(data.draw(st.sampled_from(CASES))["text"])
    heads = data.draw(st.lists(st.integers(0, len(tokens) - 1), min_size=len(tokens), max_size=len(tokens)))
    broken = [replace(token, head=head) for token, head in zip(tokens, heads, strict=True)]
    others = st.sampled_from([None, *found])
    above = {i: replace(p, parent=data.draw(others), light=data.draw(others)) for i, p in found.items()}
    for predicate in above.values():
        assert scope(broken, above, predicate).status in STATUSES


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The talks between Peru and Chile were not easy.", "occurred"),
        ("The meeting of Peru and Chile in Lima was no coincidence.", "occurred"),
        ("A meeting of Peru and Chile is not possible.", "denied"),
        ("There was no meeting of Peru and Chile in Lima.", "denied"),
    ],
)
def test_what_an_act_was_not_like_it_was_all_the_same(tell: Teller, text: str, status: str) -> None:
    assert [f.status for f in tell(text).facts("meeting")] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru's army managed to repel the attack by Chile on Monday.", "occurred"),
        ("Peru's army fended off an attack by Chile on Monday.", "occurred"),
        ("Peru's army is getting ready to repel an attack by Chile.", "possible"),
    ],
)
def test_what_was_beaten_off_took_place(tell: Teller, text: str, status: str) -> None:
    assert {f.status for f in tell(text, published="2024-06-12").facts("incident")} <= {status}
