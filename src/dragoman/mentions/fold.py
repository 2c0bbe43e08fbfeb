"""One spelling of a name for comparison: no accents, no case, no punctuation."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ı": "i", "ə": "a", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe",
        "’": "", "'": "", "‘": "", "ʼ": "", "`": "", "·": " ", "-": " ", "‐": " ", "‑": " ", "–": " ", ".": " ",
    }
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case letters and digits, words apart by one space: "Do-gyun" gives "do gyun"."""
    lowered = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(c if c.isalnum() else " " for c in lowered if not unicodedata.combining(c))
    return " ".join(kept.split())
