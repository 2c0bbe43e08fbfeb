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
