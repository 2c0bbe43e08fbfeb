"""A reading survives being written down, whatever is in it."""

from __future__ import annotations

import json
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.store import codec
from dragoman.types import (
    Article,
    DateClaim,
    Dated,
    DateValue,
    Evidence,
    Fact,
    Furniture,
    Located,
    Mention,
    Participant,
    Place,
    Quoted,
    Reading,
    Referent,
    Role,
    Span,
    Statement,
)

T = TypeVar("T")

finite = st.floats(-1e9, 1e9)
words = st.text(max_size=6)
evidence = st.builds(lambda start, length, rule, inferred: Evidence(start, start + length, rule, inferred),
                     st.integers(0, 9999), st.integers(1, 99), words, st.booleans())
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9999), st.integers(1, 99))
places = st.builds(Place, words, st.none() | words, st.none() | finite, st.none() | finite)
quoted = st.builds(Quoted, words, words | st.integers() | finite, evidence, st.none() | words)
values = st.builds(DateValue, st.none() | words, st.none() | words, st.integers(), st.integers(), words)
roles = st.builds(Role, words, st.none() | words, st.none() | words, st.integers(), st.integers(), st.booleans())
mentions = st.builds(Mention, st.integers(), st.integers(), st.integers(), st.integers(), words, words)


def few(items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(items, max_size=2).map(tuple)


facts = st.builds(
    Fact, type=words, event=st.integers(), status=st.sampled_from(["occurred", "denied"]), sentence=spans,
    trigger=evidence, status_evidence=evidence,
    participants=few(st.builds(Participant, st.integers(), words, evidence, st.none() | words)),
    host=st.none() | quoted, place=st.none() | st.builds(Located, places, evidence),
    date=st.none() | st.builds(Dated, values, evidence), topics=few(quoted), transfer=few(quoted),
    attributed_to=few(words), plover=st.tuples(words, st.none() | words), confidence=finite, features=few(words),
)
referents = st.builds(
    Referent, st.integers(), words, words, st.none() | words, few(mentions), few(roles), st.none() | places,
    st.none() | st.integers(), st.booleans(),
)
statements = st.builds(
    Statement, st.none() | st.integers(), words, st.sampled_from(["direct", "mixed"]), st.integers(), st.integers(),
    words, evidence, few(words), few(st.integers()),
)
articles = st.builds(
    Article, id=words, text=words, sha256=words, title=st.none() | words, title_span=st.none() | spans,
    furniture=few(st.builds(Furniture, st.integers(), st.integers(), words)),
    date_claims=few(st.builds(DateClaim, words, st.sampled_from(["url", "text"]), st.none() | st.integers())),
)
readings = st.builds(Reading, articles, few(referents), few(facts), few(statements), few(words))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(readings)
def test_a_reading_comes_back_as_it_was_from_one_line(reading: Reading) -> None:
    text = codec.dumps(reading)
    assert "\n" not in text
    back = codec.loads(Reading, text)
    assert back == reading
    assert codec.dumps(back) == text


@given(statements)
def test_types_that_compare_equal_are_kept_apart(statement: Statement) -> None:
    back = codec.loads(Statement, codec.dumps(statement))
    assert type(back.speaker) is type(statement.speaker)


def test_what_is_at_its_default_is_not_written() -> None:
    fact = Fact("meeting", 0, "occurred", Span(0, 9), Evidence(0, 3, "verb"), Evidence(0, 3, "tense"), ())
    assert set(json.loads(codec.dumps(fact))) == {
        "type", "event", "status", "sentence", "trigger", "status_evidence", "participants",
    }


def test_many_come_back_in_order() -> None:
    furniture = (Furniture(0, 4, "menu"), Furniture(9, 12, "footer"))
    assert codec.loads_many(Furniture, codec.dumps(furniture)) == furniture


@pytest.mark.parametrize("text", ['{"start": 1}', '{"start": 4, "end": 2}', "[1, 2]", '{"beginning": 1, "end": 2}'])
def test_json_that_is_no_such_thing_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        codec.loads(Span, text)


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        codec.dumps(object())


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        codec.dumps(Place("Baku", lat=float("nan")))
