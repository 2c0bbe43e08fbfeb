"""Names and how they are spelt: one form for comparison, parts of a name, and what may be one name in two spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import yaml
from rapidfuzz.distance import Levenshtein

from dragoman.errors import KnowledgeError

VARIANTS_FILE = "name_variants.yaml"
_APOSTROPHES = re.compile(r"[’‘'ʼ`ʻ]")
_NOT_WORD = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b([A-Z])\.\s?(?=[A-Z]\.)")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")
_DEVOICED = str.maketrans("bdgzv", "ptksf")


@dataclass(frozen=True, slots=True)
class Variants:
    """What `name_variants.yaml` says: how one name is spelt in several ways."""

    letters: Mapping[int, str]
    sounds: tuple[tuple[str, str], ...]
    h_as_g_endings: tuple[str, ...]
    gendered_endings: tuple[tuple[str, str], ...]
    particles: frozenset[str]
    suffixes: frozenset[str]
    given: Mapping[str, str]  # folded form -> the group's first form


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A name in parts, folded to plain letters; `given` is empty where only a surname is known."""

    surname: str
    given: str = ""
    middle: tuple[str, ...] = ()
    suffix: str = ""  # jr, iii: a son is not his father

    @property
    def is_full(self) -> bool:
        """Whether a given name stands beside the surname in full."""
        return len(self.given) > 1


@cache
def variants() -> Variants:
    """The packaged spelling variants; raises KnowledgeError where the file is malformed."""
    text = resources.files("dragoman.knowledge").joinpath(VARIANTS_FILE).read_text("utf-8")
    try:
        data = yaml.safe_load(text)
        letters = str.maketrans(data["letters"])
        given: dict[str, str] = {}
        for group in data["given"]:
            for form in group:
                given[form] = group[0]
        return Variants(
            letters=letters,
            sounds=tuple((a, b) for a, b in data["sounds"]),
            h_as_g_endings=tuple(data["h_as_g_endings"]),
            gendered_endings=tuple((a, b) for a, b in data["gendered_endings"]),
            particles=frozenset(data["particles"]),
            suffixes=frozenset(data["suffixes"]),
            given=given,
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(VARIANTS_FILE, f"is malformed ({error})", "correct the file") from error


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Plain lower-case letters and digits of any script, parted by single spaces."""
    low = _APOSTROPHES.sub("", text.lower()).translate(variants().letters)
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", plain.lower()).strip()  # letters in fancy dress are capitals only once undressed


@lru_cache(maxsize=65536)
def parse(name: str) -> PersonName:
    """The parts of a name that is written given name first; particles are left out."""
    known = variants()
    words = fold(_INITIALS.sub(r"\1. ", name)).split()
    suffix = ""
    while len(words) > 1 and words[-1] in known.suffixes:
        suffix = words.pop()
    # `Ben` is a given name where it stands first.
    small = known.particles - {words[0]} if words and words[0] in known.given else known.particles
    telling = [word for word in words[:-1] if word not in small] + words[-1:]
    if not telling:
        return PersonName(surname="")
    return PersonName(telling[-1], telling[0] if len(telling) > 1 else "", tuple(telling[1:-1]), suffix)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A folded word with the spellings of one sound made one: `shoygu` and `shoigu` are both `shoigu`."""
    known = variants()
    for before, after in known.sounds:
        word = word.replace(before, after)
    if word.endswith("j"):
        word = word[:-1] + "i"
    if word.startswith("g") and word.endswith(known.h_as_g_endings):
        word = "h" + word[1:]
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The voiceless consonants of a word's skeleton: a coarse key under which alike names fall together."""
    bones = skeleton(word)
    rough = _VOWELS.sub("", bones).translate(_DEVOICED)
    return _DOUBLED.sub(r"\1", rough) or bones


def same_surname(a: str, b: str) -> bool:
    """Whether two folded surnames may be one name in two spellings."""
    x, y = skeleton(a), skeleton(b)
    if x == y:
        return True
    if consonants(a) != consonants(b) or len(consonants(a)) < 4 or _gender_apart(x, y):
        return False
    return Levenshtein.distance(x, y, score_cutoff=2) <= 2


def same_given(a: str, b: str) -> bool:
    """Whether two folded given names, both in full, may be one name in two spellings."""
    known = variants().given
    x, y = skeleton(known.get(a, a)), skeleton(known.get(b, b))
    if x == y:
        return True
    if a in known and b in known:
        return False  # two names that are known to be two
    return (
        min(len(x), len(y)) >= 6 and consonants(a) == consonants(b) and Levenshtein.distance(x, y, score_cutoff=1) <= 1
    )


def given_key(word: str) -> str:
    """What a given name is filed under, whatever its spelling."""
    return skeleton(variants().given.get(word, word))


def initial_of(word: str) -> str:
    """The first letter by which a given name may be shortened."""
    return skeleton(word)[:1]


def middles_agree(a: PersonName, b: PersonName) -> bool:
    """Whether middle names do not tell two persons of one given name and surname apart."""
    if not a.middle or not b.middle:
        return True
    if any(len(word) > 1 and word in b.middle for word in a.middle):
        return True
    x, y = a.middle[0], b.middle[0]
    if len(x) == 1 or len(y) == 1:
        return initial_of(x) == initial_of(y)
    return same_surname(x, y)


def _gender_apart(x: str, y: str) -> bool:
    for his, hers in variants().gendered_endings:
        if (x.endswith(his) and y.endswith(hers)) or (y.endswith(his) and x.endswith(hers)):
            return True
    return False
