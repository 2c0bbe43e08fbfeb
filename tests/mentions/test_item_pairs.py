"""Two items of a sentence of which one tells what the other is are one item, with the number that either has."""

from __future__ import annotations

import pytest

from tests.mentions.test_arms import told


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Oman received 60 transport helicopters Mi-17.", ("Mi-17", 60)),
        ("Oman bought 24 aircraft of the T-50 type.", ("T-50", 24)),
        ("Chile ordered two submarines of the Scorpene class.", ("Scorpene-class", 2)),
        ("Oslo will send 30 guided missiles for the NASAMS launchers.", ("NASAMS", 30)),
        ("Peru ordered six K9 155mm, 52-calibre self-propelled howitzers.", ("K9", 6)),
        ("Oman received eight unmanned aerial vehicles (UAVs).", ("unmanned aerial vehicle", 8)),
    ],
)
def test_what_one_item_says_of_the_other_makes_them_one(text: str, item: tuple[str, object]) -> None:
    assert told(text) == [item]


def test_items_that_only_follow_each_other_stay_two() -> None:
    assert told("Oman bought tanks (and 20 howitzers).") == [("tank", None), ("howitzer", 20)]
    assert told("Oman bought attack helicopters and Mi-35s.") == [("attack helicopter", None), ("Mi-35", None)]
    assert told("Oman bought Leopard 2s, 20 tanks and a radar.")[:2] == [("Leopard 2", None), ("tank", 20)]
