"""Who is who among very many: actors with real names, one in a hundred written a second time in another way.

The names are those of the office holders in `knowledge/offices.csv`: given names and family names of a state, and of
the states whose given names are most like its own, put together anew by a seeded generator. How a name is written
another way is told here and not by what the program knows of spellings. No two of a state are made that a reader could
not tell apart: of one family name, and one given name but for its short forms (as `name_variants.yaml` lists them).
"""

from __future__ import annotations

import csv
import math
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources

from dragoman.knowledge.overlay import laid_over
from dragoman.mentions.spelling import fold, variants
from dragoman.record.collector import plain_data
from dragoman.record.geography import is_state
from dragoman.record.persons import block_of, same_persons
from dragoman.record.sightings import Key, Sighting
from dragoman.types import Role

SEED = 20
SIZES = (50_000, 100_000, 200_000)
VARIANTS = 0.01  # of the sightings: another writing of one of the others
KIN = 9  # states whose names a state's are mixed with
TITLED = 0.7  # of the sightings: those with a title
COUNTRY_KNOWN = 0.9  # of the other writings: those whose page gives the country too


@dataclass(frozen=True, slots=True)
class Pool:
    """What persons of one state are called."""

    given: tuple[str, ...]
    family: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """How well and how fast so many sightings were put together."""

    sightings: int
    seconds: float
    right: int  # pairs joined that are one
    joined: int  # pairs joined
    true: int  # pairs that are one

    @property
    def f1(self) -> float:
        """Pairwise F1."""
        return 2 * self.right / (self.joined + self.true) if self.joined + self.true else 1.0


def measure(count: int, seed: int = SEED) -> Measured:
    """Makes so many sightings and puts them together; the time is that of putting together."""
    found, truth = made(count, seed)
    begin = time.process_time()
    with plain_data(), laid_over(None):  # as a record is made
        groups = [group for block in _blocks(found) for group in same_persons(block, is_state).groups]
    seconds = time.process_time() - begin
    right = joined = 0
    for group in groups:
        joined += math.comb(len(group), 2)
        right += sum(math.comb(n, 2) for n in Counter(truth[key] for key in group).values())
    true = sum(math.comb(n, 2) for n in Counter(truth.values()).values())
    return Measured(count, seconds, right, joined, true)


def _blocks(found: Sequence[Sighting]) -> list[list[Sighting]]:
    """The sightings as the record puts them together: those of one block at a time."""
    blocks: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in found:
        blocks[block_of(sighting.name)].append(sighting)
    return [members for _, members in sorted(blocks.items())]


def growth(small: Measured, large: Measured) -> float:
    """The power of the number of sightings with which the time grows."""
    return math.log(large.seconds / small.seconds) / math.log(large.sightings / small.sightings)


def made(count: int, seed: int = SEED) -> tuple[list[Sighting], dict[Key, int]]:
    """So many sightings of persons, and which person each is."""
    dice = random.Random(seed)
    known, titles = pools()
    states = sorted(known)
    sizes = [len(known[state].family) for state in states]
    taken: set[tuple[str, str, str]] = set()
    found: list[Sighting] = []
    truth: dict[Key, int] = {}
    originals = count - round(count * VARIANTS)
    while len(found) < originals:
        (state,) = dice.choices(states, sizes)
        pool = known[state]
        given = dice.choice(pool.given)
        if dice.random() < 0.1:
            given += f" {dice.choice(pool.given)}"
        family = dice.choice(pool.family)
        called = {(known_as(word), fold(family), state) for word in given.split()}
        if called & taken:
            continue  # nobody could tell the two apart
        taken |= called
        name = f"{given} {family}"
        title = dice.choice(titles) if dice.random() < TITLED else None
        truth[Key(f"p{len(found)}", 0)] = len(found)
        found.append(_sighting(len(found), name, state, title))
    while len(found) < count:
        other = dice.randrange(originals)
        person = found[other]
        way = dice.choice(WAYS)
        name = way(person.name, dice)
        if name == person.name:
            continue
        state_told = person.country if dice.random() < COUNTRY_KNOWN else None
        title = person.roles[0].title if person.roles else None
        truth[Key(f"p{len(found)}", 0)] = other
        found.append(_sighting(len(found), name, state_told, title))
    return found, truth


def known_as(given: str) -> str:
    """A given name without regard to its short forms."""
    word = fold(given)
    return variants().given.get(word, word)


def _sighting(number: int, name: str, country: str | None, title: str | None) -> Sighting:
    roles = (Role(title, None, country, 0, len(title)),) if title else ()
    return Sighting(Key(f"p{number}", 0), "person", name, country, roles, ((name, 1),), 1, 0, len(name))


def pools() -> tuple[dict[str, Pool], list[str]]:
    """The names of each state with at least five office holders, mixed with those of its nearest; and all titles."""
    given: dict[str, set[str]] = defaultdict(set)
    family: dict[str, set[str]] = defaultdict(set)
    titles: set[str] = set()
    text = resources.files("dragoman.knowledge").joinpath("offices.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        titles.add(row["title"])
        words = [word for word in row["person"].split() if len(word) > 2 and word[0].isupper() and word.isalpha()]
        if len(words) >= 2 and is_state(row["country"]):
            given[row["country"]].add(words[0])
            family[row["country"]].add(words[-1])
    states = sorted(state for state in given if len(given[state]) >= 5)
    out = {}
    for state in states:
        ours = given[state]
        shared = {s: len(given[s] & ours) / len(given[s] | ours) for s in states}
        near = [s for _, s in sorted((-share, s) for s, share in shared.items())][: KIN + 1]
        out[state] = Pool(_distinct([given[s] for s in near]), _distinct([family[s] for s in near]))
    return out, sorted(titles)


def _distinct(lists: Sequence[set[str]]) -> tuple[str, ...]:
    """The names of several states; of names that differ in vowels or doubled letters alone, one is kept."""
    found: dict[str, str] = {}
    for names in lists:
        for name in sorted(names):
            bones = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", fold(name)))
            found.setdefault(bones, name)
    return tuple(sorted(found.values()))


# ---------------------------------------------------------------------- other ways to write a name

# Of each pair the first is written as the second.
_ROMANISED = tuple(
    tuple(pair.split("="))
    for pair in (
        "y=i i=y kh=h h=kh gh=g zh=j sh=sch ch=tch ou=u u=ou ei=ey ai=ay ov=off ev=yev w=v v=w q=k k=q ks=x x=ks ph=f "
        "ee=i oo=u ss=s ll=l tt=t dj=j"
    ).split()
)
_CYRILLIC = tuple(
    tuple(pair.split("="))
    for pair in (
        "shch=щ zh=ж kh=х ts=ц ch=ч sh=ш yu=ю ya=я ye=е a=а b=б c=к d=д e=е f=ф g=г h=х i=и j=дж k=к l=л m=м n=н "
        "o=о p=п q=к r=р s=с t=т u=у v=в w=в x=кс y=й z=з"
    ).split()
)
_HACEKS = {"č": "ch", "ć": "ch", "ç": "ch", "š": "sh", "ş": "sh", "ž": "zh", "đ": "dj"}
# Letters that write one sound together are not taken apart.
_SOUNDS = re.compile(r"sch|tch|[kgzscpt]h|dj|ou|ei|ey|ai|ay|ov\b|ev\b|ks|ee|oo|ss|ll|tt|.", re.DOTALL)
_ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ü", "s": "š", "c": "ç", "g": "ğ", "z": "ž"}


def _romanised(name: str, dice: random.Random) -> str:
    """One sound, wherever it stands, as another transliteration writes it."""
    sounds = _SOUNDS.findall(name.lower())
    fitting = [pair for pair in _ROMANISED if pair[0] in sounds]
    if not fitting:
        return name
    before, after = dice.choice(fitting)
    return "".join(after if sound == before else sound for sound in sounds).title()


def _in_cyrillic(name: str, dice: random.Random) -> str:
    out = fold("".join(_HACEKS.get(c, c) for c in name.lower()))
    for latin, cyrillic in _CYRILLIC:
        out = out.replace(latin, cyrillic)
    return out.title()


def _accented(name: str, dice: random.Random) -> str:
    at = [i for i, c in enumerate(name) if c in _ACCENTS]
    if not at:
        return fold(name).title()
    i = dice.choice(at)
    return name[:i] + _ACCENTS[name[i]] + name[i + 1 :]


def _initial(name: str, dice: random.Random) -> str:
    given, *rest = name.split()
    return " ".join((f"{given[0]}.", *rest))


def _family_first(name: str, dice: random.Random) -> str:
    *given, family = name.split()
    return f"{family}, {' '.join(given)}"


def _slip(name: str, dice: random.Random) -> str:
    """A letter of the family name left out, doubled or swapped with its neighbour."""
    *given, family = name.split()
    if len(family) < 6:
        return name
    i = dice.randrange(1, len(family) - 1)
    other = dice.choice((family[:i] + family[i + 1 :], family[:i] + family[i] + family[i:]))
    swapped = family[:i] + family[i + 1] + family[i] + family[i + 2 :]
    return " ".join((*given, dice.choice((other, swapped))))


def _without_middle(name: str, dice: random.Random) -> str:
    words = name.split()
    return " ".join((words[0], words[-1]))


def _with_middle(name: str, dice: random.Random) -> str:
    given, *rest = name.split()
    return " ".join((given, f"{dice.choice('ABDEFGHJKLMNPRSTVW')}.", *rest))


def _with_courtesy(name: str, dice: random.Random) -> str:
    return f"{dice.choice(('Gen.', 'Mr.', 'Dr.', 'Col. Gen.'))} {name}"


WAYS: Sequence[Callable[[str, random.Random], str]] = (
    _romanised, _romanised, _romanised, _in_cyrillic, _accented, _accented, _initial, _family_first, _slip,
    _without_middle, _with_middle, _with_courtesy,
)  # fmt: skip
