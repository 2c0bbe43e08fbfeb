"""Which language an article is written in, and whether it is one that is read."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from dragoman.reading.knowledge import load

SAMPLE = 1600  # characters
_WORDS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")


@cache
def readable() -> dict[str, frozenset[str]]:
    """The languages that are read, by ISO 639-1 code, with their commonest words."""
    return {code: frozenset(words) for code, words in load("languages.yaml")["read"].items()}


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = load("languages.yaml")["names"]
    return names


@cache
def _detector() -> Any:
    # Imported here: the model takes a second to load, and few pages need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def name_of(code: str) -> str:
    """The English name of a language, with its ISO 639-1 code."""
    name = _names().get(code)
    return f"{name} ({code})" if name else code


def language_of(sample: str) -> str:
    """ISO 639-1 code of the language that a stretch of an article's own words is in.

    The commonest words settle it for a language that is read; the detector is asked where they do
    not, and believed against it only on a text long enough, or in another script.
    """
    words = _WORDS.findall(sample.casefold())
    if not words:
        return "en"
    for code, common in readable().items():
        hits = Counter(word for word in words if word in common)
        share = hits.total() / len(words)
        if (share >= 0.12 and len(hits) >= 3) or share >= 0.3:
            return code
    letters = sum(map(len, words))
    latin = sum(map(len, _LATIN.findall(sample)))
    foreign_script = latin * 2 < letters
    code, sure = _detected(sample)
    if code in readable():
        return code
    if (
        foreign_script
        or (len(words) >= 20 and share < 0.06)
        or (len(words) >= 8 and not hits and (sure >= 0.9 or len(words) >= 15))
    ):
        return code
    return "en"


def _detected(sample: str) -> tuple[str, float]:
    code, sure = _detector().classify(sample)
    return str(code), float(sure)
