"""The order of arrival does not matter, nor whether pages come one at a time."""

from __future__ import annotations

from evaluation.orders import differing


def test_no_order_gives_another_record() -> None:
    assert differing(2, facts=40) == 0
