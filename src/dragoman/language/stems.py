"""A crude stem, the same for all regular forms of an English word: where too much in common is harmless."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What is left of a lower-case word without its regular endings: "visits", "visited", "visiting" give "visit"."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    if word.endswith(("e", "y", "i")) and len(word) > 3:
        word = word[:-1]
    return word
