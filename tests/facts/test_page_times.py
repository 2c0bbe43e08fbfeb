"""The times of a page that may be the start of one of its events."""

from __future__ import annotations

import pytest

from dragoman.facts.discourse import assemble
from dragoman.facts.page_times import times_of
from tests.facts.telling import Teller, article


def _starts(tell: Teller, text: str, kind: str, published: str | None = None) -> list[str | None]:
    acts = tell.reader.acts(article(text, published))
    events = assemble(acts.page, acts.candidates, acts.clock)
    event = next(e for e in events if e.kind == kind)
    return [t.value.start for t in times_of(acts.page, acts.clock, event)]


def test_times_told_near_an_event_may_be_its_start_and_the_page_s_own_day(tell: Teller) -> None:
    text = "Peru met Chile in Lima. The hall was built in May 2011."
    assert _starts(tell, text, "meeting", "2019-06-03") == ["2011-05", "2019-06-03"]


def test_times_far_down_the_page_may_not(tell: Teller) -> None:
    far = " It rained all day." * 4
    assert _starts(tell, f"Peru met Chile in Lima.{far} The hall was built in May 2011.", "meeting") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru met Chile in Lima, the first visitor there since the port was shelled in May 2011.", "meeting"),
        ("Peru and Chile signed a plan of cooperation for 2011 in Lima.", "agreement"),
        ("Peru and Chile ended their joint naval drill off Lima on May 5, 2011.", "exercise"),
        ("The ministry said on May 5, 2011 that Peru had met Chile in Lima.", "meeting"),
        ("Peru met Chile in Lima before May 5, 2011.", "meeting"),
    ],
)
def test_what_its_sentence_says_of_another_act_or_of_its_bounds_is_no_start(tell: Teller, text: str, kind: str) -> None:
    assert _starts(tell, text, kind) == []


def test_what_has_been_done_was_not_done_in_what_lies_ahead(tell: Teller) -> None:
    assert _starts(tell, "Peru met Chile in Lima. The hall will close next year.", "meeting", "2019-06") == []


def test_an_earlier_meeting_was_at_no_time_that_the_page_tells_of_another(tell: Teller) -> None:
    acts = tell.reader.acts(article("Peru met Chile on May 5, 2011. At an earlier meeting with Chile, Peru spoke of fish."))
    *_, earlier = assemble(acts.page, acts.candidates, acts.clock)
    assert times_of(acts.page, acts.clock, earlier) == []
