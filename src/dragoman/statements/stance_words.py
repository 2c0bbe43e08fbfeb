"""The words of knowledge/stance.yaml: what says that a speaker is for or against something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.errors import KnowledgeError
from dragoman.knowledge import overlay
from dragoman.types import StanceValue

# What a stance becomes where its verb is negated: "did not support".
TURNED: Mapping[StanceValue, StanceValue | None] = {
    "supports": "opposes",
    "opposes": "supports",
    "praises": "opposes",
    "blames": None,
    "neutral": None,
}


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Lemmas with the stance that they show."""

    verbs: Mapping[str, StanceValue]
    with_preposition: Mapping[str, Mapping[str, StanceValue]]
    nouns: Mapping[str, tuple[StanceValue, frozenset[str]]]  # with what may stand before the thing
    good: frozenset[str]
    bad: frozenset[str]
    faults: frozenset[str]
    undone: frozenset[str]
    done: frozenset[str]
    undone_nouns: frozenset[str]
    duty: frozenset[str]
    own: frozenset[str]
    any: frozenset[str]  # every lemma of these that can show a stance by itself


@overlay.once
def stance_words() -> StanceWords:
    """The bundled words; raises KnowledgeError where a list is missing."""
    data = overlay.data("stance.yaml")
    try:
        lists = {
            key: frozenset(str(word) for word in data[key])
            for key in ("good", "bad", "faults", "undone", "done", "undone_nouns", "duty", "own")
        }
        verbs = _turned(data["verbs"])
        nouns: dict[str, Any] = {
            noun: (value, frozenset(before))
            for value, listed in data["nouns"].items()
            for noun, before in listed.items()
        }
        prepositions = data["with_preposition"]
    except (KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(
            "knowledge/stance.yaml",
            f"a list is missing or of the wrong kind ({error})",
            "see the head of the file as it was shipped",
        ) from None
    shows = {*verbs, *nouns, *prepositions}
    for key in ("good", "bad", "faults", "undone", "done", "undone_nouns"):
        shows |= lists[key]
    return StanceWords(verbs, prepositions, nouns, any=frozenset(shows), **lists)


def _turned(lists: Mapping[str, list[str]]) -> dict[str, Any]:
    return {word: value for value, words in lists.items() for word in words}
