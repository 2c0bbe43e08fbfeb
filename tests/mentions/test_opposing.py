"""Who stands on another side than whom in a sentence."""

from __future__ import annotations

import pytest

from dragoman.mentions.opposing import is_subject, opposite, welcomed_to
from tests.mentions.pages import tokens


def _at(sentence: str, word: str) -> int:
    return next(t.i for t in tokens(sentence) if t.text == word)


@pytest.mark.parametrize(
    ("sentence", "who", "others"),
    [
        ("Paz received Hinai in Lima.", "Hinai", ["Paz"]),
        ("Paz called on Hinai and Badri.", "Badri", ["Paz"]),
        ("Paz was received by Hinai in Muscat.", "Hinai", ["Paz"]),
        ("Paz held talks with Hinai.", "Hinai", ["Paz"]),
        ("Paz spoke to Hinai.", "Hinai", ["Paz"]),
        ("Minh and Hale discussed the border.", "Hale", ["Minh"]),
        ("Paz received and held talks with Hinai.", "Paz", ["Hinai"]),
        # Those who meet a third may be of one side, and who is praised is not met.
        ("Minh and Hale met with Petrov.", "Hale", ["Petrov"]),
        ("Paz praised Hinai in Lima.", "Hinai", []),
    ],
)
def test_those_whom_somebody_meets(sentence: str, who: str, others: list[str]) -> None:
    assert [tokens(sentence)[k].text for k in opposite(tokens(sentence), _at(sentence, who))] == others


def test_who_welcomes_others_is_at_home_and_who_is_welcomed_is_not() -> None:
    sentence = "Okello welcomed the Kenyan delegation to Uganda."
    assert welcomed_to(tokens(sentence), _at(sentence, "Okello")) == _at(sentence, "Uganda")
    assert welcomed_to(tokens(sentence), _at(sentence, "delegation")) is None


def test_a_name_in_a_list_of_subjects_is_a_subject() -> None:
    sentence = "Minh and Hale met Petrov."
    assert is_subject(tokens(sentence), _at(sentence, "Hale"))
    assert not is_subject(tokens(sentence), _at(sentence, "Petrov"))
