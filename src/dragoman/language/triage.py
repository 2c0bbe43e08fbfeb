"""Triage: which sentences are worth a parse. Most of the news is about something else and must cost almost nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

import yaml

from dragoman.language.stems import stem
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Sentence

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z]")


class Triage:
    """Tells the sentences that may name an event, a person with an office, or somebody who speaks."""

    def __init__(self, triggers: Iterable[str], vocabulary: Vocabulary) -> None:
        irregular = _irregular()
        self._events: set[str] = set()
        for lemma in triggers:
            for form in (lemma.split()[0], *irregular.get(lemma.split()[0], ())):
                self._events.add(stem(form))
        self._people = {stem(w) for w in vocabulary.title_words} | {
            stem(form) for verb in vocabulary.saying for form in (verb.split()[0], *irregular.get(verb.split()[0], ()))
        }

    def wanted(self, text: str, sentences: Sequence[Sentence]) -> list[bool]:
        """For each sentence whether it is to be parsed."""
        return [self._wanted(text[s.start : s.end]) for s in sentences]

    def _wanted(self, sentence: str) -> bool:
        if not _CAPITAL.search(sentence):
            return False
        stems = {stem(w) for w in _WORD.findall(sentence.lower())}
        return not stems.isdisjoint(self._events) or not stems.isdisjoint(self._people)


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, ...]]:
    text = (files("dragoman.knowledge") / "irregular.yaml").read_text(encoding="utf-8")
    return {base: tuple(forms) for base, forms in yaml.safe_load(text).items()}
