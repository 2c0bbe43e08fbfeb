"""Names that a sentence says to be one person's."""

from __future__ import annotations

import pytest

from tests.mentions.pages import page, persons


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The rebel commander Felix Munoz, alias Pastor Alape, spoke. Alape met Omar Badri.", ["Felix Munoz", "Omar Badri"]),
        ("General Luis Paz, better known as Rojo Alape, fled.", ["Luis Paz"]),
        ("General Luis Paz, known to Omar Badri, fled.", ["Luis Paz", "Omar Badri"]),
    ],
)
def test_who_is_called_otherwise_is_one_person(text: str, people: list[str]) -> None:
    assert persons(page(text)) == people
