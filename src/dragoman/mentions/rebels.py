"""Who serves an armed group and no state: "rebel spokesman X", "the group's leader"; and the one group of a page."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.persons import Person
from dragoman.mentions.serving_words import words
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Sentence


def in_arms(person: Person, sentences: Sequence[Sentence]) -> bool:
    """True of who holds an office in an armed group, whosever rebels they are, and none in a state."""
    rebel = False
    for name in person.names:
        tokens = sentences[name.sentence].tokens
        for title in name.titles:
            band = title.possessor is not None and tokens[title.possessor].lemma in words("bands")
            if not title.former and (band or not words("in_arms").isdisjoint(title.text.lower().split())):
                rebel = True
            elif title.country is not None and not title.former:
                return False  # has become the president since
    return rebel


def only_group(hits: Sequence[Sequence[TokenHit]], vocabulary: Vocabulary) -> TokenHit | None:
    """The armed group of which a page tells, where it names but one."""
    state = vocabulary.knowledge.country
    groups = {h.entry.name: h for found in hits for h in found if h.kind == "force" and not state(h.code or "")}
    return next(iter(groups.values())) if len(groups) == 1 else None
