"""What is said of an act by a pronoun or a number that stands for it."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


def _meetings(tell: Teller, text: str) -> list[tuple[set[str], str | None, str | None]]:
    return [
        (
            told.who(facts),
            next((f.place.place.name for f in facts if f.place is not None), None),
            next((f.date.value.start for f in facts if f.date is not None), None),
        )
        for told in [tell(text, "2024-05-10")]
        for facts in told.events("meeting")
    ]


SIDES = {"Armenia", "Turkey"}


@pytest.mark.parametrize(
    "background",
    [
        "The first took place in Moscow in January.",
        "The previous one was held in Moscow in January.",
        "The last had been held in Moscow in January.",
    ],
)
def test_what_is_counted_is_another_act_of_the_same_sides(tell: Teller, background: str) -> None:
    found = _meetings(tell, f"Armenia and Turkey held a round of talks in Vienna on Monday. {background}")
    assert found == [(SIDES, "Vienna", "2024-05-06"), (SIDES, "Moscow", "2024-01")]


def test_a_second_one_leaves_its_verb_out(tell: Teller) -> None:
    found = _meetings(
        tell,
        "Armenia and Turkey held a round of talks in Vienna on Monday. "
        "The first took place in Moscow in January, the second in Rome in March.",
    )
    assert found == [
        (SIDES, "Vienna", "2024-05-06"),
        (SIDES, "Moscow", "2024-01"),
        (SIDES, "Rome", "2024-03"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The first to take place in Moscow was a race in January.",
        "The second army was to open its base in Goma in June.",
        "The first took the place of the second.",
    ],
)
def test_other_things_are_counted_too(tell: Teller, text: str) -> None:
    assert len(_meetings(tell, f"Armenia and Turkey held a round of talks in Vienna on Monday. {text}")) == 1


def test_a_pronoun_tells_more_of_the_act_itself(tell: Teller) -> None:
    found = _meetings(tell, "Armenia and Turkey will hold talks. They take place in Vienna on Monday.")
    assert found == [(SIDES, "Vienna", "2024-05-13")]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("A Chilean frigate rammed a Peruvian trawler. The incident occurred on Friday off Arica.", "incident", "2017-11-10"),
        ("A Chilean frigate rammed a Peruvian trawler. The collision took place on Friday off Arica.", "incident", "2017-11-10"),
        ("Peru and Chile signed a pact. The ceremony took place in Lima on Friday.", "agreement", "2017-11-10"),
        ("A Chilean frigate rammed a Peruvian trawler. An incident like it occurred in 2015.", "incident", None),
    ],
)
def test_a_word_for_its_kind_points_back_at_an_act(tell: Teller, text: str, kind: str, day: str | None) -> None:
    facts = tell(text, published="2017-11-11").facts(kind)
    days = {f.date.value.start for f in facts if f.event == facts[0].event and f.date is not None}
    assert days == ({day} if day else set())
