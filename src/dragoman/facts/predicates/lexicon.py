"""The words whose grammar no label of the parser says: light verbs, control, what prepositions mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.errors import KnowledgeError
from dragoman.knowledge import overlay


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Knowledge of the predicate-argument layer, all lemmas in lower case."""

    carry_object: frozenset[str]
    carry_subject: frozenset[str]
    carry_prepositional: dict[str, frozenset[str]]
    compounds: dict[str, frozenset[str]]
    transparent: frozenset[str]
    phases: frozenset[str]
    attending: frozenset[str]
    prepositions: dict[str, str]  # preposition -> role
    prepositional_phrases: dict[str, str]  # "together with" -> "with"
    adverbial_prepositions: frozenset[str]
    time_nouns: frozenset[str]
    place_nouns: frozenset[str]
    positions: frozenset[str]
    travel_verbs: frozenset[str]
    transfer_verbs: frozenset[str]
    double_object_verbs: frozenset[str]
    phrasal_verbs: frozenset[str]
    subject_control: frozenset[str]
    object_control: frozenset[str]
    encounter_verbs: frozenset[str]
    blaming_verbs: frozenset[str]
    prepositional_control: dict[str, frozenset[str]]  # verb -> prepositions before the one who then acts
    ascribing_verbs: dict[str, frozenset[str]]  # verb -> prepositions before the one who is said to have done it
    delegations: frozenset[str]
    notables: frozenset[str]
    control_nouns: frozenset[str]
    own_nouns: frozenset[str]
    leading_verbs: frozenset[str]
    accompanying_verbs: frozenset[str]
    speech_verbs: frozenset[str]
    discussing_verbs: frozenset[str]
    taking_part: frozenset[str]
    intransitive_verbs: frozenset[str]
    object_verbs: frozenset[str]
    armed_groups: frozenset[str]


@overlay.once
def bundled_lexicon() -> Lexicon:
    """The bundled lexicon.

    Raises KnowledgeError where a file lacks a list.
    """
    light = overlay.data("light_verbs.yaml")
    grammar = overlay.data("grammar.yaml")
    return Lexicon(
        carry_object=_words(light, "carry_object"),
        carry_subject=_words(light, "carry_subject"),
        carry_prepositional=_lists(light, "carry_prepositional"),
        compounds=_lists(light, "compounds"),
        transparent=_words(light, "transparent_nouns"),
        phases=_words(light, "phase_nouns"),
        attending=_words(light, "attending_links"),
        prepositions={
            prep: role for role, preps in sorted(_lists(grammar, "prepositions").items()) for prep in sorted(preps)
        },
        prepositional_phrases=_pairs(grammar, "prepositional_phrases"),
        adverbial_prepositions=_words(grammar, "adverbial_prepositions"),
        time_nouns=_words(grammar, "time_nouns"),
        place_nouns=_words(grammar, "place_nouns") | _words(grammar, "positions"),
        positions=_words(grammar, "positions"),
        travel_verbs=_words(grammar, "travel_verbs"),
        transfer_verbs=_words(grammar, "transfer_verbs"),
        double_object_verbs=_words(grammar, "double_object_verbs"),
        phrasal_verbs=_words(grammar, "phrasal_verbs"),
        subject_control=_words(grammar, "subject_control"),
        object_control=_words(grammar, "object_control"),
        encounter_verbs=_words(grammar, "encounter_verbs"),
        blaming_verbs=_words(grammar, "blaming_verbs"),
        prepositional_control=_lists(grammar, "prepositional_control"),
        ascribing_verbs=_lists(grammar, "ascribing_verbs"),
        delegations=_words(grammar, "delegations"),
        notables=_words(grammar, "notables"),
        control_nouns=_words(grammar, "control_nouns"),
        own_nouns=_words(grammar, "own_nouns"),
        leading_verbs=_words(grammar, "leading_verbs"),
        accompanying_verbs=_words(grammar, "accompanying_verbs"),
        speech_verbs=_words(grammar, "speech_verbs"),
        discussing_verbs=_words(grammar, "discussing_verbs"),
        taking_part=_words(grammar, "taking_part"),
        intransitive_verbs=_words(grammar, "intransitive_verbs"),
        object_verbs=_words(grammar, "object_verbs"),
        armed_groups=_words(overlay.data("pointing.yaml"), "nameless_groups"),
    )


def _words(data: dict[str, Any], key: str) -> frozenset[str]:
    value = data.get(key)
    if not isinstance(value, list):
        raise KnowledgeError(f"knowledge: {key}", "is missing or no list", "give it a list of lemmas")
    return frozenset(str(word).lower() for word in value)


def _lists(data: dict[str, Any], key: str) -> dict[str, frozenset[str]]:
    value = data.get(key)
    if not isinstance(value, dict):
        raise KnowledgeError(f"knowledge: {key}", "is missing or no mapping", "give it lists by name")
    return {str(name): frozenset(str(word).lower() for word in words) for name, words in value.items()}


def _pairs(data: dict[str, Any], key: str) -> dict[str, str]:
    value = data.get(key)
    if not isinstance(value, dict):
        raise KnowledgeError(f"knowledge: {key}", "is missing or no mapping", "give it one word a name")
    return {str(name): str(word) for name, word in value.items()}
