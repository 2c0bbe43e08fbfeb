"""What is said not to have been since tells of the last time that it was."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Peru's president had not visited Chile since 2014.", "visit", "2014"),
        ("No Peruvian president has visited Chile since 2014.", "visit", "2014"),
        ("No American chairman had met his Russian counterpart in person since January 2014.", "meeting", "2014-01"),
    ],
)
def test_none_since_is_one_then(tell: Teller, text: str, kind: str, start: str) -> None:
    (fact,) = tell(text, published="2017-02-17").facts(kind)
    assert fact.status == "occurred"
    assert fact.date is not None and fact.date.value.start == start


def test_none_at_all_is_none(tell: Teller) -> None:
    (fact,) = tell("No Peruvian president has visited Chile.").facts("visit")
    assert fact.status == "denied" and fact.date is None


def test_the_last_time_is_not_the_one_that_ended_the_pause(tell: Teller) -> None:
    told = tell(
        "General Juan Perez of Peru met General Ana Lopez of Chile in Lima. "
        "No Peruvian general had met a Chilean counterpart since May 2014. The generals discussed the border.",
        published="2017-02-17",
    )
    before = [f for f in told.facts("meeting") if f.date is not None and f.date.value.start == "2014-05"]
    assert len(before) == 1
    assert all(f.event != before[0].event for f in told.facts("meeting") if f is not before[0])


def test_a_session_that_was_not_held_since_was_held_then(tell: Teller) -> None:
    told = tell(
        "Chad and Niger put off the annual meeting of their ministers, which has not been held since May 2015.",
        published="2024-06-12",
    )
    assert [(f.status, f.date.value.start) for f in told.facts("meeting") if f.date] == [("occurred", "2015-05")]
