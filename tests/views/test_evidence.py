"""What stands behind an event or actor: the words, marked in their passage."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.views.evidence import actor_evidence, event_evidence
from dragoman.views.seek import seek
from dragoman.views.timeline import Filter, timeline
from tests.record.hand import BAKU, Hand, meeting, record


def test_every_value_is_marked_in_its_passage(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p", titles=("General", None))) as store:
        (row,) = timeline(store, Filter())
        found = event_evidence(store, row.id)
    marked = {(v.field, v.passage[slice(*v.mark)]) for v in found.values}
    assert marked == {
        ("type", "met"), ("status", "met"), ("place", "Baku"), ("start", "on 16 February 2017"),
        ("participants", "Valery Gerasimov"), ("participants", "Joseph Dunford"),
    }


def test_a_value_from_another_sentence_shows_that_sentence(tmp_path: Path) -> None:
    page = Hand("p", "BAKU, 16 February\n\nValery Gerasimov met Joseph Dunford. They spoke of Syria.")
    sides = [page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA")]
    page.fact("meeting", "met", sides, place=(BAKU, "BAKU"))
    with record(tmp_path / "r", page.reading()) as store:
        (row,) = timeline(store, Filter())
        (place,) = [v for v in event_evidence(store, row.id).values if v.field == "place"]
    assert place.passage == "BAKU, 16 February"
    assert place.passage[slice(*place.mark)] == "BAKU"
    assert place.sentence.startswith("Valery Gerasimov met")


def test_a_passage_of_an_endless_line_is_short(tmp_path: Path) -> None:
    page = Hand("p", "x " * 50_000 + "Valery Gerasimov met Joseph Dunford " + "x " * 50_000)
    sides = [page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA")]
    page.fact("meeting", "met", sides)
    with record(tmp_path / "r", page.reading()) as store:
        who = next(iter(seek(store, "Gerasimov").actors))
        (mention,) = actor_evidence(store, who).mentions
    assert len(mention.passage) < 400
    assert mention.passage[slice(*mention.mark)] == "Valery Gerasimov"


def test_an_actor_comes_with_its_roles_and_events(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p", titles=("General", None))) as store:
        who = next(iter(seek(store, "Gerasimov").actors))
        found = actor_evidence(store, who)
        (row,) = timeline(store, Filter())
    assert found.actor["name"] == "Valery Gerasimov"
    assert [[m.passage[slice(*m.mark)] for m in marks] for marks in found.roles] == [["General"]]
    assert found.events == (row.id,)


def test_what_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    with record(tmp_path / "r") as store:
        with pytest.raises(KeyError):
            event_evidence(store, "e0")
        with pytest.raises(KeyError):
            actor_evidence(store, "a0")
