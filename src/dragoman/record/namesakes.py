"""Which names are worth comparing: pairs that share a key, so that work grows with names and not with their square."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from dragoman.mentions import spelling
from dragoman.mentions.spelling import PersonName

LEAST_CONSONANTS = 3  # of a word in which a letter may be wrong
MOST = 60  # names of one key and one state that are all compared with each other; of more, each with its neighbours

Named = tuple[PersonName, str]  # a name and the code of a country, "" where unknown


def namesakes(found: Sequence[Named], is_state: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes of names that may be one, each pair once, the smaller first; in a stable order.

    Two states are never brought together. Names with a family name alone are left out.
    """
    seen: set[tuple[int, int]] = set()
    for bucket in _buckets(found):
        for pair in _pairs(bucket, found, is_state):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _buckets(found: Sequence[Named]) -> Iterator[list[int]]:
    """Indexes of names that share a key."""
    full: dict[tuple[str, ...], list[int]] = defaultdict(list)
    initials: dict[tuple[str, ...], list[int]] = defaultdict(list)
    whole: dict[tuple[str, ...], list[int]] = defaultdict(list)  # full names under what an initial may stand for
    for i, (name, country) in enumerate(found):
        if not name.given:
            continue
        for family in keys(name.surname):
            if name.is_full:
                for other in _others(name):
                    for bones in keys(other):
                        full["", *sorted((family, bones))].append(i)
                for word in (name.given, *name.middle):
                    for letter in {word[0], spelling.initial_of(word)}:
                        whole[family, letter].append(i)
            else:
                for letter in {name.given[0], spelling.initial_of(name.given)}:
                    initials[family, letter].append(i)
        if country and name.is_full:
            for misspelt in _misspelt(name):
                full[country, *misspelt].append(i)
    for _, bucket in sorted(full.items()):
        if len(bucket) > 1:
            yield sorted(set(bucket))
    for stands_for, short in sorted(initials.items()):
        short = sorted(set(short))
        yield short
        for long in sorted(set(whole.get(stands_for, ()))):
            for one in short:
                yield sorted((one, long))


def _pairs(
    bucket: list[int], found: Sequence[Named], is_state: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Pairs of a bucket: those of one state, and those of which one has no state."""
    if len(bucket) == 2:
        i, j = bucket
        one, other = found[i][1], found[j][1]
        if one == other or not (is_state(one) and is_state(other)):
            yield i, j
        return
    by_state: dict[str, list[int]] = defaultdict(list)
    for i in bucket:
        by_state[found[i][1] if is_state(found[i][1]) else ""].append(i)
    stateless = by_state.pop("", [])
    for _, group in sorted(by_state.items()):
        yield from _within(group, found)
        for i in group:
            for j in stateless[:MOST]:
                yield (i, j) if i < j else (j, i)
    yield from _within(stateless, found)


def _within(group: list[int], found: Sequence[Named]) -> Iterator[tuple[int, int]]:
    ranked = group if len(group) <= MOST else sorted(group, key=lambda i: (found[i][0], i))
    for at, i in enumerate(ranked):
        for j in ranked[at + 1 : at + 1 + MOST]:
            yield (i, j) if i < j else (j, i)


def _others(name: PersonName) -> set[str]:
    """The words beside the family name by which a person may be called, and all of them as one word."""
    rest = [word for word in (name.given, *name.middle) if len(word) > 1]
    return {*rest, "".join(rest)}


@lru_cache(maxsize=1 << 17)
def keys(word: str) -> tuple[str, ...]:
    """The coarse keys of a word: its consonants, and those of the name that it is a form of."""
    known = spelling.variants().given
    return tuple(sorted({spelling.consonants(word), spelling.consonants(known.get(word, word))}))


def _misspelt(name: PersonName) -> Iterator[tuple[str, ...]]:
    """Keys that two names share where one letter of the family name, or of the given name, is wrong."""
    given, family = spelling.given_key(name.given), keys(name.surname)[0]
    for rest in _shortened(spelling.consonants(name.surname)):
        yield "family", given, rest
    for rest in _shortened(spelling.consonants(name.given)):
        yield "given", family, rest


@lru_cache(maxsize=1 << 17)
def _shortened(bones: str) -> tuple[str, ...]:
    """A word's consonants, whole and with each of them left out."""
    if len(bones) < LEAST_CONSONANTS:
        return ()
    return tuple(sorted({bones, *(bones[:i] + bones[i + 1 :] for i in range(len(bones)))}))
