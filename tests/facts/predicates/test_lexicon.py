"""What the words of the predicate-argument layer promise."""

from __future__ import annotations

import pytest

from dragoman.errors import KnowledgeError
from dragoman.facts.predicates import lexicon
from dragoman.facts.predicates.lexicon import bundled_lexicon

ROLES = {"companion", "goal", "source", "place", "topic", "time"}


def test_every_preposition_has_one_canonical_role() -> None:
    assert set(bundled_lexicon().prepositions.values()) == ROLES
    assert {"on", "off"} <= set(bundled_lexicon().prepositions)  # bare, YAML reads these two as true and false


def test_a_phrase_stands_for_a_preposition_that_is_known_or_for_itself() -> None:
    words = bundled_lexicon()
    for phrase, prep in words.prepositional_phrases.items():
        assert prep in words.prepositions or prep in (phrase, "through"), phrase


def test_verbs_that_report_taking_part_carry_no_act() -> None:
    words = bundled_lexicon()
    assert not {"attend", "host", "take part", "participate", "meet"} & (words.carry_object | words.carry_subject)


def test_no_list_holds_what_yaml_made_of_a_bare_word() -> None:
    words = bundled_lexicon()
    for name in type(words).__dataclass_fields__:
        value = getattr(words, name)
        held = value if isinstance(value, frozenset) else list(value)
        assert held, name
        assert not {"true", "false", "none", "null"} & set(held), name


def test_a_file_without_a_list_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon.overlay, "data", lambda name: {"carry_object": "hold"})
    with pytest.raises(KnowledgeError, match="carry_object"):
        lexicon.bundled_lexicon.__wrapped__()
