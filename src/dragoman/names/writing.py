"""Plain letters: a name in any script as lower-case Latin words, with disguises off."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from dragoman.mentions.spelling import variants
from dragoman.names.lexicon import lexicon

LONGEST = 300  # characters of a name that are looked at: no name is longer, and a page may hold anything
_APOSTROPHES = re.compile(r"[’‘'ʼ`ʻ´ʹʺ]")
_NOT_WORD = re.compile(r"[\W_]+")
_BETWEEN = re.compile(r"(?<=[^\W\d_])[0-9$@!|]+(?=[^\W\d_])")
_LETTERED = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\s\-,./()]+")
_INITIALS = re.compile(r"\b(\w)\.\s?(?=\w\b\.?)")
_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]{2,4}")
_VOWELLESS = re.compile(r"[\u0590-\u07bf\ufb1d-\ufdff\ufe70-\ufeff]")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower-case Latin letters and digits in words parted by single spaces; "" where nothing is left."""
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", latin(text).lower())).strip()


def latin(text: str) -> str:
    """The first characters of a text in Latin letters, marks that show nothing left out; case and points are kept."""
    text = text[:LONGEST]
    if text.isascii():
        return text
    seen = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in ("Cf", "Mn"))
    seen = "".join(_one_script(word) for word in re.split(r"(\s+)", seen))
    seen = _IDEOGRAPHS.sub(_family_first, seen)
    for letter, others in lexicon().beside.items():
        if letter in seen:
            seen = seen.translate(others)
    return str(anyascii(seen.translate(variants().letters)))


def without_disguise(word: str) -> str:
    """A word of letters with the digits among them read as the letters that they look like."""
    if word.isalpha() or not _LETTERED.search(word):
        return word
    return _BETWEEN.sub(lambda m: m.group().translate(lexicon().digits), word)


def is_vowelless(text: str) -> bool:
    """Whether a text is in a script that leaves vowels out, so that sounds alone can be compared."""
    return not text.isascii() and bool(_VOWELLESS.search(text))


def _one_script(word: str) -> str:
    """A word that mixes Latin letters with their lookalikes, in Latin letters."""
    if word.isascii() or not any("a" <= c.lower() <= "z" for c in word):
        return word
    return word.translate(lexicon().lookalikes)


def _family_first(match: re.Match[str]) -> str:
    """A name in ideographs: family name and given name as two words, in the order in which names are told here."""
    text = match.group()
    cut = 2 if len(text) == 4 else 1
    family, given = (anyascii(part).capitalize() for part in (text[:cut], text[cut:]))
    return f"{family} {given}"
