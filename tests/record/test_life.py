"""The steps of an event, each with its date and source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.record.life import unconfirmed
from dragoman.store import schema
from dragoman.types import Reading, Status
from tests.record.hand import Hand, record

# What the pages say besides, so that none is a copy of another.
OWN = {
    "a": "The invitation had been sent in January by the general staff, and the reply came after three weeks of silence.",
    "b": "Snow lay on the runway when the aircraft landed, and the guests were driven to a house outside the town.",
    "c": "An interpreter recalled afterwards how the hosts had laid out maps of every border post on one long table.",
}


def told(id: str, status: Status, published: str, day: str | None = "2017-02-16") -> Reading:
    page = Hand(id, f"Russia met Turkey {day or ''}. {OWN.get(id, '')}", published)
    date = (day, day) if day else None
    page.fact("meeting", "met", [page.state("Russia", "RUS"), page.state("Turkey", "TUR")], status=status, date=date)
    return page.reading()


def steps(folder: Path, *readings: Reading) -> list[tuple[str, str | None, str]]:
    with record(folder / "r", *readings) as store:
        bodies = [json.loads(row.body) for row in store.rows(select(schema.events.c.body))]
    assert len(bodies) == 1
    return [(s["step"], s["date"], s["article"]) for s in bodies[0]["life"]]


def test_announced_happened_confirmed(tmp_path: Path) -> None:
    pages = [told("a", "planned", "2017-02-10"), told("b", "occurred", "2017-02-16"), told("c", "occurred", "2017-02-17")]
    day = "2017-02-16"
    assert steps(tmp_path, *pages) == [("announced", day, "a"), ("happened", day, "b"), ("confirmed", day, "c")]


def test_called_off(tmp_path: Path) -> None:
    pages = [told("a", "planned", "2017-02-10"), told("b", "denied", "2017-02-15")]
    assert [step for step, _, _ in steps(tmp_path, *pages)] == ["announced", "called off"]


def test_what_was_never_announced_is_denied(tmp_path: Path) -> None:
    pages = [told("a", "occurred", "2017-02-16"), told("b", "denied", "2017-02-17"), told("c", "planned", "2017-02-18")]
    assert [step for step, _, _ in steps(tmp_path, *pages)] == ["happened", "denied"]


def test_postponed_to_a_later_day(tmp_path: Path) -> None:
    page = Hand("p", "Russia was to meet Turkey on 16 February 2017. Russia will now meet Turkey on 18 February 2017.", "2017-02-15")
    sides = [page.state("Russia", "RUS"), page.state("Turkey", "TUR")]
    page.fact("meeting", "was to meet", sides, status="planned", date=("16 February 2017", "2017-02-16"))
    page.fact("meeting", "will now meet", sides, status="planned", date=("18 February 2017", "2017-02-18"))
    assert steps(tmp_path, page.reading()) == [("announced", "2017-02-16", "p"), ("postponed", "2017-02-18", "p")]


@pytest.mark.parametrize(
    "status, start, newest, expected",
    [
        ("planned", "2017-02-16", "2017-02-17", True),
        ("planned", "2017-02", "2017-02-17", False),
        ("planned", "2017-02-16", "2017-02-16", False),
        ("occurred", "2017-02-16", "2017-03-01", False),
        ("planned", "--02-16", "2017-03-01", False),
        ("planned", None, "2017-03-01", False),
        ("possible", "2016", None, False),
    ],
)
def test_a_plan_that_nobody_confirmed_after_its_day(status: str, start: str | None, newest: str | None, expected: bool) -> None:
    assert unconfirmed(status, start, None, newest) is expected
