"""A name in parts: the words that tell who is meant, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from dragoman.names.lexicon import LONGEST_PHRASE, lexicon
from dragoman.names.writing import LONGEST, is_vowelless, latin, plain, without_disguise

Sort = Literal["person", "organisation"]
MOST_WORDS = 16  # of a name; what comes after is not compared
LONGEST_WORD = 40


class Word(NamedTuple):
    """One telling word of a name and how much it tells, from 0 to 1."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart."""

    raw: str
    sort: Sort
    words: tuple[Word, ...]
    forms: frozenset[str]  # legal forms
    courtesy: bool  # a title or a word of courtesy stood before it
    suffix: str  # jr, iii
    turned: bool  # a comma told that the family name stands first, and it was put last
    vowelless: bool
    texts: tuple[str, ...]  # of the words
    joined: str  # all words without the blanks between them
    weight: float  # of all words
    numbers: tuple[str, ...]
    countries: frozenset[str]


@lru_cache(maxsize=131072)
def taken_apart(name: str, sort: Sort) -> Parts:
    """A name of a person, or of a company, body or ship, in parts; `words` is empty where nothing tells."""
    return _person(name[:LONGEST]) if sort == "person" else _organisation(name[:LONGEST])


def _person(name: str) -> Parts:
    lex = lexicon()
    shown = latin(name)
    turned = False
    if shown.count(",") == 1:
        family, given = (part.strip() for part in shown.split(","))
        if given and plain(given) not in lex.suffixes and tuple(plain(given).split()) not in lex.forms:
            shown, turned = f"{given} {family}", True
    words = [without_disguise(w) for w in _spelt(shown)]
    forms = _take_forms(words, at_end_only=True)
    suffix = ""
    while len(words) > 1 and words[-1] in lex.suffixes:
        suffix = words.pop()
    courtesy = False
    while len(words) > 1 and (taken := _courtesy(words)):
        del words[:taken]
        courtesy = True
    weighed = tuple(Word(w, _PARTICLE if w in lex.particles else _INITIAL if len(w) == 1 else 1.0) for w in words)
    if not any(w.weight == 1.0 for w in weighed):  # nothing but small words: they are the name
        weighed = tuple(Word(w.text, 1.0) for w in weighed)
    return _made(name, "person", weighed, forms, courtesy, suffix, turned)


_PARTICLE, _INITIAL, _COMMON = 0.15, 0.6, 0.5


def _courtesy(words: list[str]) -> int:
    """How many words of courtesy or title a name begins with, always leaving one word."""
    known = lexicon().courtesies
    return next((n for n in range(min(4, len(words) - 1), 0, -1) if tuple(words[:n]) in known), 0)


def _spelt(shown: str) -> list[str]:
    """The words of a person's name; capitals that stand together among small letters are initials."""
    # In a name with capitals for its family name, or with none at all, capitals tell nothing.
    mixed = not any(len(word) > 3 and word.isupper() for word in shown.replace("-", " ").split())
    known = lexicon().suffixes | lexicon().particles
    out: list[str] = []
    for word in shown.replace("-", " ").split():
        bare = word.replace(".", "")
        if mixed and 2 <= len(bare) <= 3 and bare.isupper() and bare.isalpha() and plain(bare) not in known:
            if (plain(bare),) in lexicon().forms:
                out.append(plain(bare))
            else:
                out += list(bare.lower())
        else:
            out += plain(word).split()
    return [w[:LONGEST_WORD] for w in out[:MOST_WORDS]]


def _organisation(name: str) -> Parts:
    lex = lexicon()
    words = _run_together(plain(name.replace("&", " and ")).split()[: 2 * MOST_WORDS])
    words = _phrases(words)
    forms = _take_forms(words, at_end_only=False)
    words = [lex.same.get(w, w)[:LONGEST_WORD] for w in words[:MOST_WORDS]]
    weighed = tuple(Word(w, _COMMON if w in lex.common or len(w) == 1 else 1.0) for w in words if w != "the")
    if not any(w.weight == 1.0 for w in weighed):
        weighed = tuple(Word(w.text, 1.0) for w in weighed)
    return _made(name, "organisation", weighed, forms, False, "", False)


def _made(
    raw: str, sort: Sort, words: tuple[Word, ...], forms: frozenset[str], courtesy: bool, suffix: str, turned: bool
) -> Parts:
    """The parts with what is looked up again and again counted once."""
    texts = tuple([word.text for word in words])
    return Parts(
        raw, sort, words, forms, courtesy, suffix, turned,
        vowelless=is_vowelless(raw),
        texts=texts,
        joined="".join(texts),
        weight=sum([word.weight for word in words]),
        numbers=tuple(sorted(t for t in texts if t in _ROMAN or not t.isalpha())),
        countries=lexicon().countries.intersection(texts),
    )


_ROMAN = frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split())


def _run_together(words: list[str]) -> list[str]:
    """Single letters in a row as one word: `s a r l` as `sarl`."""
    out: list[str] = []
    run = ""
    for word in [*words, ""]:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run:
            out.append(run)
            run = ""
        if word:
            out.append(word)
    return out


def _phrases(words: list[str]) -> list[str]:
    known = lexicon().phrases
    out: list[str] = []
    at = 0
    while at < len(words):
        taken = next((n for n in range(min(5, len(words) - at), 0, -1) if tuple(words[at : at + n]) in known), 0)
        out += known[tuple(words[at : at + taken])].split() if taken else [words[at]]
        at += taken or 1
    return out


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in lexicon().forms)


def _take_forms(words: list[str], at_end_only: bool) -> frozenset[str]:
    """Takes the legal forms out of `words` and says which they were; one word is always left."""
    known = lexicon().forms
    found: set[str] = set()
    at = 0
    if _first_words().isdisjoint(words):
        return frozenset()
    while at < len(words) and len(words) > 1:
        most = min(LONGEST_PHRASE, len(words) - at, len(words) - 1)
        taken = next((n for n in range(most, 0, -1) if tuple(words[at : at + n]) in known), 0)
        if taken and (not at_end_only or (at + taken == len(words) and len(words) - taken > 1)):
            found.add(known[tuple(words[at : at + taken])])
            del words[at : at + taken]
        else:
            at += 1
    return frozenset(found)
