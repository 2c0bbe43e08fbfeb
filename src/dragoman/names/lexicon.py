"""The words that names are made of besides the telling ones: courtesies, ranks, legal forms, letters in disguise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.errors import KnowledgeError
from dragoman.knowledge import wording, world
from dragoman.knowledge.files import layers, mapping
from dragoman.mentions.spelling import fold, variants

PARTS_FILE = "name_parts.yaml"
LONGEST_PHRASE = 8  # words of a legal form


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `name_parts.yaml`, `titles.yaml` and `names.yaml` say of names, folded for look-up."""

    lookalikes: Mapping[int, str]
    beside: Mapping[str, Mapping[int, str]]  # a letter that tells a language -> letters as that language has them
    digits: Mapping[int, str]
    forms: Mapping[tuple[str, ...], str]  # words of a legal form -> its group
    common: frozenset[str]
    same: Mapping[str, str]  # a word -> the one writing of it
    phrases: Mapping[tuple[str, ...], str]
    courtesies: frozenset[tuple[str, ...]]  # words of honorifics, ranks and titles that stand before a name
    sex: Mapping[str, str]  # a given name -> male or female
    particles: frozenset[str]
    suffixes: frozenset[str]
    patronymics: tuple[str, ...]  # their endings
    countries: frozenset[str]  # names of states that are one word


@cache
def lexicon() -> Lexicon:
    """The packaged words of names; raises KnowledgeError where a file is malformed."""
    path = layers(PARTS_FILE, None)[0]
    data = mapping(path)
    try:
        same = {word: group[0] for group in data["same_words"] for word in group}
        forms = {tuple(f.split()): name for name, group in data["legal_forms"].items() for f in group}
        return Lexicon(
            lookalikes=str.maketrans(data["lookalikes"]),
            beside={letter: _either_case(others) for letter, others in data["letters_beside"].items()},
            digits=str.maketrans(data["digits_as_letters"]),
            forms=forms,
            common=frozenset(data["common_words"]),
            same=same,
            phrases={tuple(p.split()): name for name, group in data["phrases"].items() for p in group},
            courtesies=_courtesies(),
            sex={fold(name): sex for name, sex in wording.names(None).gender.items() if sex in ("male", "female")},
            particles=variants().particles | {fold(p) for p in wording.names(None).particles},
            suffixes=variants().suffixes,
            patronymics=tuple(data["patronymic_endings"]),
            countries=_countries(),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(str(path), f"is malformed ({error})", "correct the file") from error


def _either_case(letters: Mapping[str, str]) -> Mapping[int, str]:
    upper = {small.upper(): other.capitalize() for small, other in letters.items()}
    return str.maketrans({**letters, **upper})


def _courtesies() -> frozenset[tuple[str, ...]]:
    titles = wording.titles(None)
    offices = [form for head in titles.heads if head.cls in _BEFORE_NAMES for form in head.forms]
    courtesy = [form for rank in titles.ranks for form in rank.forms]
    courtesy += [form for honorific in titles.honorifics for form in honorific.forms]
    known = {tuple(fold(form).split()) for form in (*offices, *courtesy)}
    given = {(fold(name),) for name in wording.names(None).gender}
    # One letter is an initial before it is a courtesy, and `Sultan` a given name.
    return frozenset(words for words in known - given if words and len("".join(words)) > 1)


def _countries() -> frozenset[str]:
    states, regions, _, _ = world.geography(None)
    names = [name for state in states.values() for name in state.names]
    names += [name for region in regions.values() for name in region.names]
    return frozenset(word for word in map(fold, names) if word and " " not in word)


_BEFORE_NAMES = ("head_of_state", "head_of_government", "minister", "royal", "envoy")


