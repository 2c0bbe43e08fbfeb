"""The catalogue of arms: names of systems found in text, and the words by which reports speak of a category."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.knowledge import overlay

# Runs of letters and runs of digits: "Su-30SM" is su, 30, sm, whatever stands between.
_RUN = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[ \u00a0]?[-‑–/. \u00a0’']?")
_MOST_RUNS = 8
# A variant's letters may follow a known name directly: "Su-30MKX" is some Su-30.
_VARIANT = 4
_SHORT = 4
# Letters between "name" and number may be glued, spaced or hyphenated; a longer gap parts two names.
_WIDE = 1
_SHIPS = frozenset(("frigate", "corvette", "destroyer", "submarine"))  # a ship is named with its kind


@dataclass(frozen=True, slots=True)
class System:
    """One name of one family of arms; `weak` where it is also a word and needs a sign beside it."""

    name: str  # as the catalogue writes it
    family: str
    category: str
    makers: tuple[str, ...]
    weak: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A system's name in a text."""

    start: int
    end: int
    system: System
    name: str  # with the letters of a variant that the catalogue does not list


@dataclass(frozen=True, slots=True)
class Category:
    """A category of arms with its generic nouns."""

    name: str
    register: str | None  # of the United Nations Register, I to VII
    nouns: tuple[tuple[str, ...], ...]
    doubtful: frozenset[tuple[str, ...]]


class Armoury:
    """What knowledge/arms.yaml says; built once, then used for any number of texts."""

    def __init__(self, data: Mapping[str, Any], firms: Mapping[str, Any]) -> None:
        self.categories = {
            name: Category(
                name,
                c["register"],
                tuple(_words(n) for n in c["nouns"]),
                frozenset(_words(n) for n in c.get("doubtful", ())),
            )
            for name, c in data["categories"].items()
        }
        self.carriers = frozenset(data["carriers"])
        self.kinds = frozenset(data["kinds"])
        self.military = frozenset(data["military"])
        self.trade = frozenset(data["trade"])
        self.services = tuple(data["services"])
        self.service_words = frozenset(w for service in self.services for w in service.split())
        self.civil = frozenset(data["civil"])
        self.unlawful = frozenset(data["unlawful"])
        self.dealt_between = frozenset(data["dealt"]["between_states"])
        self.handed: Mapping[str, str] = data["handed"]
        self.handing = frozenset(data["handing"])
        self.dealt_with_firms = frozenset(data["dealt"]["with_firms"])
        civil = set(data["dealt"]["civil_firms"])
        self.civil_firms = frozenset(n.lower() for n in civil)
        names = {name for firm, entry in firms.items() for name in (firm, *entry.get("aliases", ()))}
        self.firms = frozenset(n.lower() for n in names - civil)
        self.dealt = self.dealt_with_firms | self.dealt_between | frozenset(data["dealt"]["with_services"])
        self.generic: dict[tuple[str, ...], tuple[str, bool]] = {
            noun: (c.name, noun in c.doubtful) for c in self.categories.values() for noun in c.nouns
        }
        self.pointers = {noun: frozenset(categories) for noun, categories in data["pointers"].items()}
        self.part_nouns = frozenset(_words(n) for n in data["part_nouns"])
        self.longest = max(len(n) for n in self.generic)
        self.noun_words = frozenset(w for noun in self.generic for w in noun)
        strong = {tuple(_runs(n)) for n in data["strong"]}
        self._trie: dict[str, Any] = {}
        self._made: dict[str, set[str]] = {}
        for system in _systems(data, strong):
            for maker in system.makers:
                self._made.setdefault(maker, set()).add(system.family)
            node = self._trie
            for run in _runs(system.name):
                node = node.setdefault(run, {})
            node.setdefault("", system)

    def families_of(self, state: str) -> int:
        """How many families of arms the catalogue lists of a state."""
        return len(self._made.get(state, ()))

    def named(self, text: str, start: int = 0, end: int | None = None) -> list[Named]:
        """The systems named in `text[start:end]`, the longest name first at each place, never overlapping."""
        end = len(text) if end is None else end
        runs = [(m.group().lower(), m.start(), m.end()) for m in _RUN.finditer(text, start, end)]
        out: list[Named] = []
        i = 0
        while i < len(runs):
            found = self._at(text, runs, i) if runs[i][0] in self._trie or _singular(runs[i][0]) in self._trie else None
            if found is None:
                i += 1
                continue
            out.append(found[0])
            i = found[1]
        return out

    def _at(self, text: str, runs: list[tuple[str, int, int]], i: int) -> tuple[Named, int] | None:
        begin = runs[i][1]
        if begin and (
            text[begin - 1].isalnum()
            or (text[begin - 1] in "-‑" and begin > 1 and text[begin - 2].isalnum() and runs[i][0].isdigit())
        ):
            return None
        node = self._trie
        best: tuple[Named, int] | None = None
        for j in range(i, min(len(runs), i + _MOST_RUNS)):
            run, first, last = runs[j]
            if j > i and not _near(text, runs[j - 1][2], first):
                break
            if j > i and text[first:last] == "s" and first == runs[j - 1][2]:
                break  # "MiG-29s" are several MiG-29, no MiG-29S
            step = node.get(run)
            plural = None
            if step is None or "" not in step:
                written = text[first : last - 1]
                singular = written.lower() if text[last - 1] == "s" and written.isupper() else _singular(run)
                plural = node.get(singular) if singular != run else None
            for here in (step, plural):
                if here is not None and "" in here:
                    ended = self._ended(text, runs, j, here[""], begin)
                    if ended is not None:
                        best = ended
            if step is None:
                break
            node = step
        return best

    def _ended(
        self, text: str, runs: list[tuple[str, int, int]], j: int, system: System, begin: int
    ) -> tuple[Named, int] | None:
        """The name that ends at a run, where a word ends there or only a variant's letters follow."""
        last = runs[j][2]
        if text[begin : begin + 2] == "a " and not system.name.startswith("a "):
            return None  # "a 10-year lease" is no A-10
        if system.weak and not text[begin].isupper() and not text[begin].isdigit():
            return None  # "tiger", "condor"
        if not any(c.isupper() or c.isdigit() for c in text[begin:last]):
            return None
        name = system.name
        k = j + 1
        while k < len(runs) and runs[k][1] == runs[k - 1][2]:
            k += 1
        if k > j + 1:
            glued = text[last : runs[k - 1][2]]
            if glued.lower() == "s":
                last = runs[k - 1][2]
            elif runs[j][0].isdigit() and glued[0].isalpha() and len(glued) <= _VARIANT and glued[0].isupper():
                name, last = f"{system.name}{glued}", runs[k - 1][2]
            else:
                return None
        return Named(begin, last, system, name), k


def _near(text: str, end: int, start: int) -> bool:
    """True where what stands between two runs may stand inside a name."""
    return start - end <= 2 and _GAP.fullmatch(text, end, start) is not None


def _runs(name: str) -> list[str]:
    return [r.lower() for r in _RUN.findall(name)]


def _singular(run: str) -> str:
    return run[:-1] if len(run) > 3 and run.endswith("s") else run


def _words(noun: str) -> tuple[str, ...]:
    return tuple(noun.replace("-", " ").split())


def _systems(data: Mapping[str, Any], strong: set[tuple[str, ...]]) -> Iterator[System]:
    for category in data["categories"]:
        for makers, families in data.get(category, {}).items():
            for family, names in families.items():
                for name in (family, *names):
                    runs = _runs(name)
                    named_after = category == "warship" and runs[-1] not in data["carriers"]
                    # A ship of two words is most often named after somebody: "Queen Elizabeth".
                    plain = not any(r.isdigit() for r in runs) and (len(runs) == 1 or named_after)
                    weak = tuple(runs) not in strong and (plain or sum(map(len, runs)) < _SHORT)
                    yield System(name, family, category, tuple(makers.split("/")), weak)


@overlay.once
def armoury() -> Armoury:
    """The packaged catalogue, with the user's laid over it."""
    return Armoury(overlay.data("arms.yaml"), overlay.data("bodies.yaml")["companies"])


def shown(name: str, family: str) -> str:
    """The name that an expert would give: "M1 Abrams" for a bare "Abrams", but "Su-30SM" as it stands."""
    parts = name.split()
    for k in range(1, len(parts)):
        if tuple(w for p in parts[k:] for w in p.lower().split("-")) in _tails() and parts[k].islower():
            name = " ".join(parts[:k])  # "Bradley fighting vehicle"
            if not name.endswith("-class") and (len(parts) - k > 1 or parts[k] not in _SHIPS):
                break
            name = " ".join(parts)
    if any(c.isdigit() for c in name) or not any(c.isdigit() for c in family):
        return name
    return family if name.lower() in family.lower().split() else name


@lru_cache(maxsize=1)
def _tails() -> frozenset[tuple[str, ...]]:
    """What may follow a system's name without being part of it."""
    return frozenset(armoury().generic) | frozenset((word,) for word in armoury().carriers)
