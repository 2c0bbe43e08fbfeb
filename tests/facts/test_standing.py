"""What may stand as an event."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


def test_one_who_takes_part_in_another_state_is_enough(tell: Teller) -> None:
    text = "US General John Hale told an audience at a security forum in Halifax on Saturday that all was well."
    assert tell(text).who(tell(text).facts("meeting")) == {"John Hale"}


def test_one_who_takes_part_at_home_is_not(tell: Teller) -> None:
    text = "US General John Hale told an audience at a security forum in Boston on Saturday that all was well."
    assert tell(text).facts("meeting") == []


def test_a_group_of_states_without_a_code_is_a_side(tell: Teller) -> None:
    text = "A session of the Ukraine Defense Contact Group was held in Riga on Monday."
    assert tell(text).who(tell(text).facts("meeting")) == {"Ukraine Defense Contact Group"}
    text = "A session of the Goldman Contact Group was held in Riga on Monday."
    assert tell(text).facts("meeting") == []


@pytest.mark.parametrize(
    "text",
    [
        # A probe into a state is not in that state.
        "White House adviser Ana Lopez met US special counsel Juan Perez in Russia probe.",
        # Those who advise on foreign policy are no foreigners.
        "At a May 5, 2016, meeting of the campaign's foreign policy advisers, Ana Lopez, a US adviser, spoke.",
    ],
)
def test_what_stays_at_home_crosses_no_border(tell: Teller, text: str) -> None:
    assert not tell(text, published="2017-11-01").facts("meeting")


@pytest.mark.parametrize(("year", "events"), [(1953, 0), (2013, 1)])
def test_what_lies_before_the_record_begins_is_no_event_of_it(tell: Teller, year: int, events: int) -> None:
    text = f"Chad and Niger signed a defence pact in Lome in {year}."
    assert len(tell(text, published="2024-05-20").events("agreement")) == events
    assert len(tell(text, published="--05-20").events("agreement")) == 1
