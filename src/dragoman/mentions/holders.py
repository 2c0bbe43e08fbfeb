"""Office holders as public data has them: whom a name, or an office at a time, may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dragoman.knowledge.entries import Office
from dragoman.knowledge.pack import held
from dragoman.mentions import spelling


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of one person in one office, with the name taken apart and folded."""

    family: str
    given: str  # the rest of the name, "" where there is none
    office: Office


class Holders:
    """Look-ups over the office holders; built once, then only read. All words asked for are folded."""

    def __init__(self, offices: Iterable[Office], family_first: Collection[str]) -> None:
        self._by_sound: dict[str, list[Holder]] = defaultdict(list)
        self._by_post: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        self._by_opening: dict[tuple[str, ...], list[Holder]] = defaultdict(list)
        self._families: set[str] = set()
        for office in offices:
            words = tuple(spelling.fold(office.person).split())
            if not words:
                continue
            parsed = spelling.parse(office.person)
            family, given = parsed.surname, parsed.given
            if office.country in family_first and len(words) > 1:
                family, given = words[0], "".join(words[1:])
            holder = Holder(family, given, office)
            self._by_sound[spelling.consonants(family)].append(holder)
            self._by_post[office.country, office.cls].append(holder)
            self._families.add(family)
            if len(words) > 2:
                self._by_opening[words[:2]].append(holder)

    def is_family(self, word: str) -> bool:
        """True of the family name of an office holder, spelt as the data spells it."""
        return word in self._families

    def of_family(self, word: str) -> list[Holder]:
        """Those whose family name it may be, in any spelling."""
        return [h for h in self._by_sound.get(spelling.consonants(word), ()) if spelling.same_surname(h.family, word)]

    def named(self, words: Sequence[str]) -> list[Holder]:
        """Those whom a name of two or more words may mean, in any spelling and either order."""
        if len(words) < 2:
            return []
        parsed = spelling.parse(" ".join(words))
        found = [h for h in self.of_family(parsed.surname) if h.given and spelling.same_given(h.given, parsed.given)]
        rest = "".join(words[1:])
        found += [
            h for h in self.of_family(words[0]) if h.given and spelling.skeleton(h.given) == spelling.skeleton(rest)
        ]
        return found

    def country_of(
        self, words: Sequence[str], spoken_of: Collection[str], classes: Collection[str] = ()
    ) -> str | None:
        """The state or body that the bearer of a name served, where only one can be meant.

        A family name alone counts only for a state or body that the page speaks of; and so does a name without the
        grandfather's ("Abiy Ahmed" for Abiy Ahmed Ali), unless the bearer holds an office of one of the `classes`.
        """
        known = self.named(words) if len(words) > 1 else self.of_family(words[0]) if words else []
        codes = {h.office.country for h in known}
        if len(codes) == 1 and len(words) > 1:
            return next(iter(codes))
        near = codes & set(spoken_of)
        if not codes:
            known = self._by_opening.get(tuple(words), [])
            held_by = {h.office.country for h in known if h.office.cls in classes}
            near = held_by or {h.office.country for h in known} & set(spoken_of)
        if len(near) > 1:  # what nobody has checked gives way
            near &= {h.office.country for h in known if h.office.basis == "wikidata"}
        return next(iter(near)) if len(near) == 1 and (len(words) > 1 or len(codes) <= 2) else None

    def fullest(self, family: str, country: str, classes: Sequence[str], on: str | None) -> str | None:
        """The full name of the one who bears a family name and held such an office of a state or body at a time.

        The first of the classes of which there is one such holder decides; with no classes any office will do, the
        head of state before others. With no time (ISO) all times count. None where several may be meant.
        """
        known = [
            h for h in self.of_family(family) if h.office.country == country and (on is None or held(h.office, on))
        ]
        for cls in classes or (None, "head_of_state"):
            names = {h.office.person for h in known if cls is None or h.office.cls == cls}
            if len(names) == 1:
                return _plain(names.pop())
        return None

    def served(
        self, family: str, classes: Sequence[str], on: str | None, spoken_of: Collection[str] = ()
    ) -> str | None:
        """The state or body of the one holder of such an office who bears a family name, at a time if one is given.

        Where several bear it, those count whose state or body the page speaks of.
        """
        known = [h for h in self.of_family(family) if h.office.cls in classes and (on is None or held(h.office, on))]
        if len({h.office.country for h in known}) > 1:
            known = [h for h in known if h.office.country in spoken_of]
        codes = {h.office.country for h in known}
        return codes.pop() if len(codes) == 1 and len({h.office.person for h in known}) == 1 else None

    def in_office(self, country: str, classes: Collection[str], on: str | None = None) -> list[Holder]:
        """All who held such an office of a state or body, at a time (ISO) where one is given."""
        found = [h for cls in sorted(classes) for h in self._by_post.get((country, cls), ())]
        return found if on is None else [h for h in found if held(h.office, on)]


def _plain(name: str) -> str:
    """A name without what sets a son apart from his father: reports leave the "Jr." out."""
    suffixes = spelling.variants().suffixes
    words = name.replace(",", " ").split()
    while len(words) > 2 and spelling.fold(words[-1]) in suffixes:
        words.pop()
    return " ".join(words)
