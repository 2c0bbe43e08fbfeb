"""Whose a force is that is named by its letters alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.knowledge.pack import load
from dragoman.mentions.letters import force_of
from tests.mentions.pages import titles_of


@pytest.mark.parametrize(
    ("sentence", "spoken_of", "code"),
    [
        ("The outgoing PAF commander spoke.", ("PHL", "ISR"), "PHL"),
        ("The outgoing PAF commander spoke.", ("PHL", "PAK"), None),
        ("The KDF spokesman spoke.", ("KEN", "SOM"), "KEN"),
        ("The PM spoke.", ("PHL", "MYS"), None),
    ],
)
def test_letters_stand_for_the_one_state_that_they_fit(sentence: str, spoken_of: Sequence[str], code: str | None) -> None:
    states = [state for state in map(load().country, spoken_of) if state is not None]
    assert force_of(titles_of(sentence), states) == code
