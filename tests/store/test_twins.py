"""A twin holds what its dataclass holds, read from the same JSON."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from dragoman.store.twins import replaced, twin
from dragoman.types import Dated, DateValue, Evidence, Fact, Located, Participant, Place, Quoted, Span


def _fact() -> Fact:
    at = Evidence(3, 9, "verb")
    return Fact(
        "meeting", 2, "occurred", Span(0, 40), at, at, (Participant(1, "side", at), Participant(4, "host", at, "king")),
        place=Located(Place("Quito", "ECU", -0.2, -78.5), at), date=Dated(DateValue("2019-03", None, 20, 27, "as written"), at),
        figures=(Quoted("killed", 3, at), Quoted("wounded", "dozens", at)), plover=("CONSULT", "visit"),
    )  # fmt: skip


class TestTwin:
    def test_holds_every_value(self) -> None:
        fact = _fact()
        found = msgspec.json.decode(msgspec.json.encode(fact), type=twin(Fact))
        assert msgspec.to_builtins(found) == msgspec.to_builtins(fact)

    def test_leaves_what_is_not_written_at_its_default(self) -> None:
        text = b'{"start": 4, "end": 9, "rule": "verb"}'
        found = msgspec.json.decode(text, type=twin(Evidence))
        assert dataclasses.asdict(msgspec.json.decode(text, type=Evidence)) == msgspec.structs.asdict(found)

    def test_refuses_what_the_dataclass_refuses(self) -> None:
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(b'{"start": 1}', type=twin(Span))

    def test_is_changed_field_by_field_like_its_dataclass(self) -> None:
        fact = _fact()
        found = msgspec.json.decode(msgspec.json.encode(fact), type=twin(Fact))
        pairs = [(replaced(one, type="visit", event=3), one) for one in (fact, found)]
        assert [(new.type, new.event, new.plover, old.type) for new, old in pairs] == [
            ("visit", 3, ("CONSULT", "visit"), "meeting")
        ] * 2

    def test_is_one_type_however_often_it_is_asked_for(self) -> None:
        assert twin(Evidence) is twin(Evidence)
