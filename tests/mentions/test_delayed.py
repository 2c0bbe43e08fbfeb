"""Offices of those who are named only after they were said to speak."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, the


@pytest.mark.parametrize(
    ("text", "name", "offices"),
    [
        (
            "They want to starve him, Niger's ambassador to Peru told reporters. \"The plan is to wait,\" said Issa Mamadou.",
            "Issa Mamadou",
            [("ambassador to Peru", "NER")],
        ),
        (
            "It is off, the spokesperson for the Peruvian navy said on Monday. \"There is no contract,\" Saul Zamora Quispe said.",
            "Saul Zamora Quispe",
            [("spokesperson for the Peruvian navy", "PER")],
        ),
        # Somebody else is named between, or the office is his who is known to hold another, or it does not speak.
        ("Niger's ambassador told reporters so. Ali Sow left. \"We wait,\" said Issa Mamadou.", "Issa Mamadou", []),
        ("Niger's ambassador told reporters so. \"We wait,\" said Emmanuel Macron.", "Emmanuel Macron", []),
        ("They expelled Niger's ambassador. \"We wait,\" said Issa Mamadou.", "Issa Mamadou", []),
    ],
)
def test_who_is_named_after_his_office_spoke_holds_it(text: str, name: str, offices: list[tuple[str, str]]) -> None:
    assert [(r.title, r.country) for r in the(page(text), name).roles] == offices
