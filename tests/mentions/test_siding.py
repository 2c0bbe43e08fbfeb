"""Who stands on the same side as whom in a sentence, and where a host is at home."""

from __future__ import annotations

import pytest

from dragoman.mentions.siding import companions, hosting_places, served_by
from tests.mentions.pages import tokens


def _at(sentence: str, word: str) -> int:
    return next(t.i for t in tokens(sentence) if t.text == word)


@pytest.mark.parametrize(
    ("sentence", "who", "others"),
    [
        ("Paz was accompanied by Lopez and Costa.", "Costa", ["Paz", "Lopez"]),
        ("Paz, accompanied by Lopez, flew home.", "Lopez", ["Paz"]),
        ("Lopez accompanied Paz.", "Lopez", ["Paz"]),
        ("Paz met with Hinai and Badri.", "Badri", ["Hinai"]),
        ("Paz paid a courtesy call on Hinai and Badri.", "Badri", ["Hinai"]),
        # Who meets somebody is not of his side, and who is praised with another need not be.
        ("Paz met with Hinai.", "Hinai", []),
        ("Paz praised Hinai and Badri.", "Badri", []),
    ],
)
def test_those_with_whom_somebody_comes_or_is_met(sentence: str, who: str, others: list[str]) -> None:
    assert [tokens(sentence)[k].text for k in companions(tokens(sentence), _at(sentence, who))] == others


@pytest.mark.parametrize(
    ("sentence", "who", "places"),
    [
        ("Kamau hosted the British commander at the headquarters in Nairobi.", "Kamau", ["headquarters", "Nairobi"]),
        ("Kamau received Hale in Nairobi.", "Kamau", ["Nairobi"]),
        ("Kamau received Hale in Nairobi.", "Hale", []),
        ("Kamau praised Hale in Nairobi.", "Kamau", []),
    ],
)
def test_who_receives_others_is_at_home_there(sentence: str, who: str, places: list[str]) -> None:
    assert [tokens(sentence)[k].text for k in hosting_places(tokens(sentence), _at(sentence, who))] == places


@pytest.mark.parametrize(
    ("sentence", "servant", "serves"),
    [
        ("Lopez, adviser to President Paz, left.", True, True),
        ("Lopez, minister under former President Paz, left.", False, True),
        ("Lopez, minister to President Paz, left.", False, False),
        ("Lopez, adviser, to President Paz, left.", True, False),
    ],
)
def test_whom_the_holder_of_an_office_serves(sentence: str, servant: bool, serves: bool) -> None:
    last = next(t.i for t in tokens(sentence) if t.text in ("adviser", "minister")) + 1
    assert served_by(tokens(sentence), last, _at(sentence, "President"), servant) is serves
