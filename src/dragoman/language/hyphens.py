"""Words written with a hyphen that are one word: "cease-fire", "air-strikes", "test-fired", "peace-keepers".

The parser's tokenizer parts them, so that their parts would be read in their stead: a fire that ceases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HYPHENS = frozenset("-‐‑")
_HYPHENED = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")
_ENDINGS = ("", "s", "es", "ed", "d", "ing")
_SHORTEST = 6  # letters of a word that may be written with a hyphen; of shorter ones the parts are words of their own


class Compounds:
    """The known words that may be written with a hyphen or without, in all their regular forms."""

    def __init__(self, lemmas: Iterable[str] = ()) -> None:
        """`lemmas` in lower case; a phrase of several words is left aside."""
        self._lemmas: dict[str, str] = {}
        for lemma in sorted(lemmas):
            plain = closed(lemma)
            if " " in plain or len(plain) < _SHORTEST:
                continue
            for form in _forms(plain):
                self._lemmas.setdefault(form, lemma)

    def lemma(self, text: str) -> str | None:
        """The lemma of a word that is written with a hyphen; None where the text is no such word."""
        return self._lemmas.get(closed(text.lower())) if not _HYPHENS.isdisjoint(text) else None

    def join(self, doc: Doc) -> None:
        """Puts the parts of such words together in a text that is not parsed yet."""
        if not self._lemmas or all(t.text not in _HYPHENS for t in doc):
            return
        with doc.retokenize() as tokens:
            i = 0
            while i + 2 < len(doc):
                three = doc[i : i + 3]
                if doc[i + 1].text in _HYPHENS and self.lemma(three.text) is not None:
                    tokens.merge(three)
                    i += 2
                i += 1


def closed(word: str) -> str:
    """A word without its hyphens."""
    return "".join(c for c in word if c not in _HYPHENS)


def hyphened(text: str) -> list[str]:
    """The words of a text that have a hyphen inside, without it."""
    return [closed(m) for m in _HYPHENED.findall(text)]


def _forms(word: str) -> Iterable[str]:
    yield from (word + ending for ending in _ENDINGS)
    if word.endswith("e"):
        yield word[:-1] + "ing"
    if word.endswith("y"):
        yield word[:-1] + "ies"
