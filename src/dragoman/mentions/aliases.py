"""Names that a sentence says to be one person's: "X, alias Y", "X, better known as Y"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.persons import Person
from dragoman.mentions.pointing import words
from dragoman.types import Sentence

_MARKS = frozenset((",", "(", '"', "“", "``", "‘", "-", "–"))


def join(persons: list[Person], sentences: Sequence[Sentence]) -> None:
    """Makes one person of two where a sentence says the second to be what the first is called, his name."""
    for sentence in sentences:
        names = ((n.first, n.last, p) for p in persons for n in p.names if n.sentence == sentence.index)
        here = sorted(names, key=lambda entry: entry[:2])
        for (_, last, person), (first, _, other) in zip(here, here[1:], strict=False):
            between = [t.text.lower() for t in sentence.tokens[last:first] if t.text not in _MARKS]
            if person is other or other not in persons or " ".join(between) not in words("aliases"):
                continue
            person.known_as = person.known_as or person.text
            person.names = sorted([*person.names, *other.names], key=lambda n: (n.sentence, n.first))
            persons.remove(other)
