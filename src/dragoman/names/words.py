"""Two words of names compared: how alike they are, and in what way."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from dragoman.mentions.spelling import consonants, skeleton, variants
from dragoman.names.lexicon import lexicon

How = Literal["same", "spelling", "short form", "initial", "altered", "sound", "apart"]
_CLASSES = str.maketrans({
    "b": "p", "d": "t", "g": "k", "q": "k", "v": "f", "w": "f", "z": "s", "c": "s", "j": "s", "x": "s",
    "a": "", "e": "", "i": "", "o": "", "u": "", "y": "", "h": "",
})  # fmt: skip


class Likeness(NamedTuple):
    """How alike two words are, from 0 to 1, and in what way."""

    value: float
    how: How


APART = Likeness(0.0, "apart")
SAME = Likeness(1.0, "same")


@lru_cache(maxsize=1 << 18)
def likeness(a: str, b: str) -> Likeness:
    """How alike two plain words are; a letter alone is an initial."""
    if a == b:
        return SAME
    if len(a) == 1 or len(b) == 1:
        return Likeness(0.85, "initial") if a[0] == b[0] or skeleton(a)[:1] == skeleton(b)[:1] else APART
    if a.isdigit() or b.isdigit():
        return APART
    x, y = skeleton(a), skeleton(b)
    if x == y:
        return Likeness(0.97, "spelling")
    known = variants().given
    one, other = known.get(a, ""), known.get(b, "")
    if one and one == other:
        return Likeness(0.93, "short form")
    alike = max(OSA.normalized_similarity(a, b), OSA.normalized_similarity(x, y))
    if two_names(a, b):
        return Likeness(alike * 0.75, "altered")
    if _same_bones(a, b, x, y):
        return Likeness(max(alike, 0.9), "spelling")
    if sound(a) == sound(b) and len(sound(a)) > 1:
        return Likeness(max(alike, 0.8), "sound" if alike < 0.8 else "altered")
    return Likeness(alike, "altered")


def _same_bones(a: str, b: str, x: str, y: str) -> bool:
    """Whether two words differ in vowels, or in whether a consonant is voiced, and in nothing else."""
    bones = consonants(a)
    if len(bones) < _TELLING or bones != consonants(b) or OSA.distance(x, y, score_cutoff=2) > 2:
        return False
    if x.rstrip(_VOWELS) == y.rstrip(_VOWELS) and (x.endswith("a") != y.endswith("a") or x[-1] not in _VOWELS):
        return False  # an ending in -a is a woman's name, and a vowel more or less another
    return not two_sexes(a, b)


_VOWELS = "aeiou"
_TELLING = 4  # consonants of a word that suffice to know it by


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """The consonants of a word by kind, without the vowels after its first letter: what transliterations keep."""
    bones = skeleton(word)
    first = "a" if bones[:1] in "aeiou" and bones else ""
    out = first
    for c in bones.translate(_CLASSES):
        if out[-1:] != c:
            out += c
    return out


def two_names(a: str, b: str) -> bool:
    """Whether two words are given names that are known to be two: of either sex, or in different groups."""
    sex = lexicon().sex
    known = variants().given
    if a not in sex or b not in sex:
        return False
    return known.get(a, a) != known.get(b, b) and skeleton(a) != skeleton(b)


def two_sexes(a: str, b: str) -> bool:
    """Whether two words are a man's and a woman's: given names, or family names by their endings."""
    sex = lexicon().sex
    one, other = sex.get(a), sex.get(b)
    if one and other:
        return one != other
    x, y = skeleton(a), skeleton(b)
    return any(
        (x.endswith(his) and y.endswith(hers)) or (y.endswith(his) and x.endswith(hers))
        for his, hers in variants().gendered_endings
    )
