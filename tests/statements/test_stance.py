"""Stance: what a speaker is for or against, and the words that show it."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller, Told


@pytest.fixture(scope="module")
def tell() -> Teller:
    return Teller()


def shown(told: Told) -> list[tuple[str, str, str]]:
    """Stance, its target (a referent's name, or an event's kind) and the words."""
    out = []
    for s in told.reading.statements:
        for x in s.stances:
            kinds = {f.event: f.type for f in told.reading.facts}
            target = told.reading.referents[x.referent].name if x.referent is not None else kinds[x.event or 0]
            out.append((x.value, target, told.words(x.evidence)))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recep Tayyip Erdogan said Turkey supports Azerbaijan.", ("supports", "Azerbaijan", "supports")),
        ("Recep Tayyip Erdogan said Turkey does not support Armenia.", ("opposes", "Armenia", "support")),
        ("“We stand with Azerbaijan,” Recep Tayyip Erdogan said.", ("supports", "Azerbaijan", "stand")),
        ("Serzh Sargsyan thanked Russia for its help.", ("praises", "Russia", "thanked")),
        ("Serzh Sargsyan accused Azerbaijan of breaking the truce.", ("blames", "Azerbaijan", "accused")),
        ("Sergey Lavrov condemned the Armenian attack on Ganja.", ("opposes", "incident", "condemned")),
        ("Sergey Lavrov expressed support for Syria.", ("supports", "Syria", "support")),
        ("Sergey Lavrov criticised Ankara's decision.", ("blames", "Turkey", "criticised")),
        ("The Kremlin said Armenia had violated the ceasefire.", ("blames", "Armenia", "violated")),
        ("Sergey Lavrov said Turkey was a reliable partner.", ("praises", "Turkey", "partner")),
        ("Sergey Lavrov said Turkey was not a partner.", ("blames", "Turkey", "partner")),
    ],
)
def test_words_show_a_stance(tell: Teller, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in shown(tell(text))


def test_an_event_that_the_page_told_before_is_what_is_meant(tell: Teller) -> None:
    told = tell(
        "Russia and Turkey signed a deal on jets in Ankara on 4 May 2017. "
        "Recep Tayyip Erdogan welcomed the deal. Serzh Sargsyan called the deal a mistake."
    )
    events = {s.speaker_name: s.events for s in told.reading.statements}
    assert events["Recep Tayyip Erdogan"] and events["Recep Tayyip Erdogan"] == events["Serzh Sargsyan"]
    assert {(v, w) for v, _, w in shown(told)} >= {("supports", "welcomed"), ("opposes", "mistake")}


@pytest.mark.parametrize(
    "text",
    [
        "Sergey Lavrov said Iran supports Armenia.",  # Iran's stance, not his
        "Sergey Lavrov said the talks in Astana would go on.",
        "Sergey Lavrov said the U.S. plan for a reliable supply was on the table.",
    ],
)
def test_what_is_anothers_or_nobodys_is_no_stance(tell: Teller, text: str) -> None:
    assert shown(tell(text)) == []


def test_rejecting_a_plan_is_against_it_and_denies_nothing(tell: Teller) -> None:
    (plan,) = tell("Sergey Lavrov rejected Ankara's plan for Idlib.").reading.statements
    (claim,) = tell("Sergey Lavrov rejected Ankara's claims about Idlib.").reading.statements
    assert (plan.status, claim.status) == ("asserted", "denied")
