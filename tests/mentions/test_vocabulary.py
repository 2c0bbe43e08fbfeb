"""The words of titles, bodies and names, laid out for look-up."""

from __future__ import annotations

import pytest

from tests.mentions.pages import vocabulary


@pytest.mark.parametrize(
    ("words", "width", "lemma", "plural"),
    [
        ("prime minister of", 2, "prime minister", False),
        ("pm of", 1, "prime minister", False),
        ("chiefs of staff met", 3, "chief of staff", True),
        ("maj . gen. x", 3, "major general", False),
        ("counterparts met", 1, "counterpart", True),
    ],
)
def test_the_longest_head_of_a_title(words: str, width: int, lemma: str, plural: bool) -> None:
    found = vocabulary().head_at(words.split(), 0)
    assert found is not None and (found[0], found[1].lemma, found[2]) == (width, lemma, plural)


def test_what_is_no_head() -> None:
    assert vocabulary().head_at(["table"], 0) is None


@pytest.mark.parametrize(
    ("lemma", "text", "classes"),
    [
        ("minister", "Minister of Defence", ("defence_minister",)),
        ("minister", "deputy foreign minister", ()),
        ("chief of general staff", "chief of the General Staff", ("chief_of_staff",)),
        ("chief", "defence chief", ("defence_minister", "chief_of_staff")),
        ("leader", "leader", ("head_of_state", "head_of_government")),
        ("president", "president", ("head_of_state",)),
        ("minister", "minister of culture", ()),
    ],
)
def test_the_offices_that_a_title_may_be(lemma: str, text: str, classes: tuple[str, ...]) -> None:
    found = vocabulary().head_at(lemma.split(), 0)
    assert found is not None
    assert vocabulary().offices_meant(found[1], text) == classes


def test_fields_of_office_are_one_in_both_spellings() -> None:
    assert vocabulary().domains_in("Minister of Defense") == vocabulary().domains_in("defence minister") == {"defence"}
    assert vocabulary().content("Minister of Defense") == vocabulary().content("Defence Minister")


def test_words_that_wake_triage_are_words_that_tell() -> None:
    words = vocabulary().title_words
    assert {"minister", "president", "general", "ambassador"} <= words
    assert not {"the", "of", "his", "c", "brother", "villager"} & words


def test_given_names_tell_the_sex_in_any_spelling() -> None:
    assert vocabulary().gender("JÜRGEN") == vocabulary().gender("Jurgen") == "m"
    assert vocabulary().gender("Angela") == "f"
    assert vocabulary().gender("Kim") is None and vocabulary().is_given("Kim")
