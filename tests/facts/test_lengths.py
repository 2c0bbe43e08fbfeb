"""The last day of what lasts for days."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("General Karl Olsen of Norway landed in Kigali on Monday on a three-day visit.", "2024-05-08"),
        ("General Karl Olsen of Norway flew to Kigali on Monday, beginning a visit that is to last two days.", "2024-05-07"),
        ("General Karl Olsen of Norway landed in Kigali on Monday and is expected back home on Friday.", "2024-05-10"),
        ("General Karl Olsen of Norway landed in Kigali on Monday. Olsen is due back home on Saturday.", "2024-05-11"),
    ],
)
def test_a_visit_ends_when_its_length_or_the_return_says(tell: Teller, text: str, last: str) -> None:
    (visit,) = tell(text, "2024-05-10").events("visit")
    spans = [(f.date.value.start, f.date.value.end) for f in visit if f.date is not None]
    assert ("2024-05-06", last) in spans


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "General Karl Olsen of Norway landed in Kigali on Monday. "
            "Minister Ana Lopez of Spain is due back home on Friday.",
            id="the return of somebody else",
        ),
        pytest.param(
            "General Karl Olsen of Norway landed in Kigali on Monday. The three-day strike there went on.",
            id="the length of something else",
        ),
    ],
)
def test_no_last_day_is_taken_from_elsewhere(tell: Teller, text: str) -> None:
    (visit,) = tell(text, "2024-05-10").events("visit")
    assert all(f.date is None or f.date.value.end is None for f in visit)


@pytest.mark.parametrize(
    ("day", "status"),
    [("2024-05-06", "ongoing"), ("2024-05-08", "ongoing"), ("2024-05-10", "occurred")],
)
def test_a_visit_goes_on_until_its_length_is_over(tell: Teller, day: str, status: str) -> None:
    (visit,) = tell("General Karl Olsen of Norway landed in Kigali on Monday on a three-day visit.", day).events("visit")
    assert {f.status for f in visit} == {status}


def test_a_visit_that_is_said_to_have_ended_does_not_go_on(tell: Teller) -> None:
    text = (
        "General Karl Olsen of Norway landed in Kigali on Monday on a three-day visit. "
        "Olsen ended his visit to Kigali on Tuesday."
    )
    (visit,) = tell(text, "2024-05-07").events("visit")
    assert {f.status for f in visit} == {"occurred"}


def test_how_long_a_drill_lasts_is_no_day_on_which_it_is_to_be_held(tell: Teller) -> None:
    (drill,) = tell("The Greek and Chilean navies held a drill, which lasts several days, off Crete.").events("exercise")
    assert {f.status for f in drill} == {"occurred"}


@pytest.mark.parametrize(("day", "status"), [("2024-05-08", "ongoing"), ("2024-05-30", "occurred")])
def test_a_drill_goes_on_until_its_length_is_over(tell: Teller, day: str, status: str) -> None:
    text = "The five-day exercise of Chad and Niger started on May 6 and involves eleven jets."
    (drill,) = tell(text, day).events("exercise")
    assert drill[0].status == status


def test_a_visit_is_over_on_its_last_day(tell: Teller) -> None:
    text = "General Ana Ruiz of Peru visited Chile from 10 to 12 June and returned home on Wednesday."
    assert {f.status for f in tell(text, published="2024-06-12").facts("visit")} == {"occurred"}
