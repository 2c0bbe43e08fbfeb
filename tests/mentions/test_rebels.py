"""Who holds an office in an armed group serves no state, whosever rebels they are."""

from __future__ import annotations

import pytest

from dragoman.mentions.hits import on_tokens
from dragoman.mentions.rebels import only_group
from tests.mentions.pages import gazetteer, page, the, tokens, vocabulary


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Congo's army shot at M23. Rebel spokesman Amani Kabila said so.", "Amani Kabila", "M23"),
        ("Congo's army shot at M23. The group's leader, Colonel Jean Makena, fled Congo.", "Jean Makena", "M23"),
        ("Congolese rebel leader Jean Makena fled. Congo's army shot at M23 and the FDLR.", "Jean Makena", None),
        ("President Paul Deng of Congo, a former rebel leader, spoke of M23.", "Paul Deng", "COD"),
        ("Congolese President Paul Deng, who was once M23's rebel leader Deng, spoke.", "Paul Deng", "COD"),
        ("Congo's army shot at M23. Its spokesman, Colonel Paul Deng of the Congolese army, said so.", "Paul Deng", "COD"),
    ],
)
def test_whom_the_bearer_of_a_rebel_office_serves(text: str, name: str, country: str | None) -> None:
    assert the(page(text), name).country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("M23 fled. The M23 is back.", "M23"),
        ("M23 fled, and the FDLR too.", None),
        ("The Congolese army fled.", None),
    ],
)
def test_the_only_group_of_a_page(text: str, name: str | None) -> None:
    found = tokens(text.split(". ")[0] + ".")
    group = only_group([on_tokens(found, gazetteer().find(text.split(". ")[0] + "."))], vocabulary())
    assert (group.entry.name if group is not None else None) == name
