"""The signs of a time of a page as against an event of it."""

from __future__ import annotations

import pytest

from dragoman.facts.discourse import assemble
from dragoman.facts.page_times import times_of
from dragoman.facts.timing import Timing
from tests.facts.telling import Teller, article


def _signs(tell: Teller, text: str, kind: str, start: str, published: str | None = "2019-06-06") -> list[str]:
    acts = tell.reader.acts(article(text, published))
    events = assemble(acts.page, acts.candidates, acts.clock)
    event = next(e for e in events if e.kind == kind)
    time = next(t for t in times_of(acts.page, acts.clock, event) if t.value.start == start)
    return Timing(acts.page, acts.clock, events).signs(event, time)


@pytest.mark.parametrize(
    ("text", "kind", "start", "sign"),
    [
        ("Peru met Chile in Lima on Monday.", "meeting", "2019-06-06", "another start is told: the page's date"),
        ("Peru met Chile in Lima. The hall was built in 2011.", "meeting", "2011", "sentence behind"),
        ("Peru met Chile in Lima. The hall was built in 2011.", "meeting", "2011", "elsewhere: before the page"),
        ("Peru met Chile. The army said on Monday it was calm.", "meeting", "2019-06-03", "elsewhere: when something was said"),
        ("Peru met Chile. The fair closed on Monday.", "meeting", "2019-06-03", "elsewhere: behind on"),
        ("Peru met Chile. The fair closed on Monday.", "meeting", "2019-06-03", "elsewhere: the only time of the page"),
        ("Peru met Chile.", "meeting", "2019-06-06", "the page's date"),
        ("Peru met Chile in Lima.", "meeting", "2019-06-06", "a page that tells no time"),
    ],
)
def test_a_time_shows_how_it_stands_to_the_event(tell: Teller, text: str, kind: str, start: str, sign: str) -> None:
    assert sign in _signs(tell, text, kind, start)


def test_the_time_of_another_event_says_what_the_two_have_in_common(tell: Teller) -> None:
    text = "Peru's minister Ana Diaz flew to Quito on Monday. Ecuador and Diaz signed a defence pact there."
    signs = _signs(tell, text, "agreement", "2019-06-03")
    assert "sentence before: another's with a side of it" in signs
    assert "another's of its status" in signs


def test_without_a_date_of_the_page_nobody_knows_how_far_a_time_lies(tell: Teller) -> None:
    signs = _signs(tell, "Peru met Chile in Lima. The hall was built in 2011.", "meeting", "2011", None)
    assert "elsewhere: page without a date" in signs
