"""What came of an act, told in the same sentence, is no act besides it."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    "text",
    [
        "Twenty Peruvian soldiers died in a clash with Chilean troops.",
        "Twenty Peruvian soldiers have died after a clash with Chilean troops.",
        "A Peruvian soldier was killed and another wounded in an exchange of fire with Chilean troops.",
    ],
    ids=["in", "after", "with a second verb"],
)
def test_those_who_died_in_a_clash_took_part_in_it(tell: Teller, text: str) -> None:
    (clash,) = tell(text).events("incident")
    assert tell(text).who(clash) == {"Peru", "Chile"}
