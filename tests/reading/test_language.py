"""The language of a page is told from its own words, leniently where there are few."""

from __future__ import annotations

import pytest

from dragoman.reading.language import language_of, name_of, readable


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said that talks with the neighbours would go on in spring.", "en"),
        ("Shoigu Gerasimov Dunford Baku Moscow", "en"),
        ("", "en"),
        (
            "Le ministre de la défense a rencontré mardi son homologue dans la capitale pour parler de la frontière.",
            "fr",
        ),
        ("El ministro de Defensa se reunió el martes con su homólogo en la capital para hablar de la frontera.", "es"),
        ("Savunma bakanı salı günü başkentte mevkidaşıyla bir araya geldi ve sınır konusunu görüştü.", "tr"),
        ("Министр обороны встретился с коллегой", "ru"),
        ("Պաշտպանության նախարարը հանդիպեց", "hy"),
        ("国防部长周二在首都会见了他的同行，讨论了边境问题。", "zh"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_quotation_in_another_language_does_not_decide() -> None:
    quoted = "« Nous avons parlé de la frontière et des prisonniers »"
    text = f"The minister said of the talks: {quoted}. He was to leave for the coast in the evening."
    assert language_of(text) == "en"


def test_names_are_for_people() -> None:
    assert name_of("tr") == "Turkish (tr)"
    assert name_of("qq") == "qq"
    assert list(readable()) == ["en"]
