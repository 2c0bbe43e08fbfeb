"""Whose a force is that is named by its letters alone: "the PAF commander" on a page about the Philippines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.knowledge.entries import Country
from dragoman.mentions.titles import TitlePhrase

# The first letter of a state, or of a people, and those of "Air Force", "Armed Forces" or "Defence Force(s)".
_FORCE = re.compile(r"\b([A-Z])N?(?:AF|DF)\b")


def force_of(titles: Sequence[TitlePhrase], spoken_of: Iterable[Country]) -> str | None:
    """The one state that the page speaks of whose force the letters in a title can be; None where several can."""
    initials = {letter for t in titles for letter in _FORCE.findall(t.text)}
    found = {c.code for c in spoken_of if initials & {word[0] for word in (c.name, *c.demonyms[:1])}}
    return found.pop() if len(found) == 1 else None
