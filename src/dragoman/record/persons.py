"""Which sightings of persons are one person.

Every two names that are worth it are compared (`namesakes`, `resemblance`), and what the comparison says is done in
steps, from the surest to the least sure, each of which may only join what leaves no choice:

1. one name, in whatever spelling, and the same country;
2. the same with a middle name that some pages leave out;
3. the same name with no country, where the record knows it from one country, or all but always from one;
4. the same name where one page gives a state and another the alliance it serves;
5. "Jr." or the like on some pages only, where no page names both;
6. a second given name, or an initial, for the first;
7. names that differ by a letter, a translation or their order, where office or public data say that they are one;
8. a surname alone, where country and role agree and one person fits; a monarch's name with its number or without.

Different given names are never joined, nor a surname alone on any other ground. What may be one and is not joined is
a doubt, for a person to settle.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import combinations_with_replacement
from typing import Literal, NamedTuple

from dragoman.mentions import spelling
from dragoman.mentions.spelling import PersonName
from dragoman.names.parts import taken_apart
from dragoman.record.bonds import NO_BONDS, Bonds
from dragoman.record.groups import Groups
from dragoman.record.namesakes import keys, namesakes
from dragoman.record.resemblance import Profile, Resemblance, Roles, Verdict, agreeing, parsed, profile, resemblance
from dragoman.record.sightings import Key, Sighting

MARGIN = 2.0  # of the sums of two comparisons: what an office or a country adds
RARE = 0.1  # of the pages: what so few of them say of a person's country is a slip

Relation = Literal["name", "more", "second", "suffix", "initial", "loose"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two persons that may be one, each by the key of its first sighting; `sum` says how much speaks for it."""

    a: Key
    b: Key
    sum: float


@dataclass(frozen=True, slots=True)
class Persons:
    """Groups of the keys of sightings, each group one person, and the pairs of groups left to a person; sorted."""

    groups: list[list[Key]]
    doubts: list[Doubt]


@dataclass(frozen=True, slots=True, order=True)
class _Form:
    """All sightings under one spelling and one country; a surname alone, and a namesake split off, stand apart."""

    text: str  # the telling words
    country: str  # "" where unknown
    article: str = ""
    referent: int = -1


@dataclass(frozen=True, slots=True)
class _Likely:
    """Two forms that may be one."""

    a: int
    b: int
    relation: Relation
    sum: float
    verdict: Verdict


def same_persons(
    sightings: Sequence[Sighting], is_state: Callable[[str], bool], bonds: Bonds = NO_BONDS
) -> Persons:
    """Who is who among sightings of persons; their order does not matter. Whom `bonds` keep apart is never joined."""
    return _Resolution(sightings, is_state, bonds).settle()


def block_of(name: str) -> str:
    """What all names of one person share that can be known from one of them: how the family name sounds."""
    return written(name).block


class _Resolution:
    def __init__(self, sightings: Sequence[Sighting], is_state: Callable[[str], bool], bonds: Bonds) -> None:
        self.is_state = cache(is_state)
        seen: dict[_Form, list[Sighting]] = defaultdict(list)
        aliases: dict[_Form, set[tuple[_Form, str]]] = defaultdict(set)  # a form, and the page that has both
        for s in sightings:
            form = _moved(_form(s.name, s), bonds.moved.get(s.key.label) if bonds.moved else None)
            seen[form].append(s)
            for text, _ in s.forms:
                alias = _form(text, s)
                plain = not alias.article and " " in alias.text
                if plain and alias != form and s.key.label not in bonds.moved:
                    aliases[alias].add((form, s.key.article))
        self.forms = sorted({*seen, *aliases})
        self.number = {form: i for i, form in enumerate(self.forms)}
        self.seen = [sorted(seen.get(form, ()), key=lambda s: s.key) for form in self.forms]
        self.aliases = aliases
        self.profiles = [self._profile(form, members) for form, members in zip(self.forms, self.seen, strict=True)]
        self.names = [p.parsed for p in self.profiles]
        self.groups: Groups[int] = Groups(range(len(self.forms)), self._apart(bonds))

    def _profile(self, form: _Form, members: Sequence[Sighting]) -> Profile:
        titles = {role.title for s in members for role in s.roles}
        return profile(form.text, form.country, titles, (s.key.article for s in members))

    def _apart(self, bonds: Bonds) -> list[tuple[int, int]]:
        """The pairs of forms under which two stand who were said to be two."""
        if not bonds.apart:
            return []
        form = {s.key.label: i for i, members in enumerate(self.seen) for s in members}
        return [(form[a], form[b]) for a, b in sorted(bonds.apart) if a in form and b in form]

    def settle(self) -> Persons:
        likely = self._compared()
        ones = [pair for pair in likely if pair.verdict == "one"]
        of: dict[Relation, list[_Likely]] = defaultdict(list)
        for pair in ones:
            of[pair.relation].append(pair)
        for pair in of["name"]:
            if self.profiles[pair.a].country == self.profiles[pair.b].country:
                self.groups.join(pair.a, pair.b)
        self._join_aliases()
        plain = of["name"] + of["more"]
        self._attach((p for p in of["more"] if self._one_country(p)), self._shorter)
        self._attach(plain, self._without_country, RARE)
        self._attach(plain, self._without_state)
        self._attach((p for p in of["suffix"] if self._one_country(p)), self._without_suffix)
        self._attach((p for p in of["second"] if self._one_country(p)), self._shorter)
        self._attach(of["initial"], self._short)
        self._attach(self._safe(of["loose"]), self._fewer_pages)
        self._settle_alone()
        groups = sorted(
            sorted(s.key for i in members for s in self.seen[i]) for members in self.groups.all().values()
            if any(self.seen[i] for i in members)
        )
        return Persons(groups, self._doubts(likely))

    # ------------------------------------------------------------------ comparing

    def _compared(self) -> list[_Likely]:
        """All pairs of forms that are not plainly two."""
        named = [(p.parsed, p.country) for p in self.profiles]
        out = []
        for i, j in namesakes(named, self.is_state):
            found = resemblance(self.profiles[i], self.profiles[j], self.is_state)
            if found.verdict != "two":
                out.append(_Likely(i, j, self._relation(i, j, found), found.sum, found.verdict))
        return sorted(out, key=lambda p: (p.a, p.b))

    def _relation(self, i: int, j: int, found: Resemblance) -> Relation:
        has = {f.name for f in found.features}
        if has & {"altered", "sounds", "translated", "other order", "both have more", "first letter"}:
            return "loose"
        if "suffix" in has:
            return "suffix"
        if "initial" in has and not (self.names[i].is_full and self.names[j].is_full):
            return "initial"
        if "one name" in has:
            return "name"
        a, b = self.names[i], self.names[j]
        first = spelling.same_given(a.given, b.given) if a.is_full and b.is_full else a.given[:1] == b.given[:1]
        return "more" if first else "second"

    def _join_aliases(self) -> None:
        """What one page calls one person by two names is one name on other pages, if the names are alike at all."""
        for alias, uses in sorted(self.aliases.items()):
            i = self.number[alias]
            for form, _ in sorted(uses):
                j = self.number[form]
                if not self.names[i].is_full or not self.names[j].is_full or self.groups.lead(i) == self.groups.lead(j):
                    continue
                if resemblance(self.profiles[i], self.profiles[j], self.is_state).verdict != "two":
                    self.groups.join(i, j)

    # ------------------------------------------------------------------ joining where there is no choice

    def _attach(self, pairs: Iterable[_Likely], weak: Callable[[int, int], int | None], rare: float = 0.0) -> None:
        """Joins the group of the weak one of each pair to the one group that it fits; where there is a choice, to none.

        There is no choice where one is likelier than all others by a margin, or where the others together make up less
        than the share `rare` of the pages.
        """
        several = list(pairs)
        if not several:
            return  # as in most blocks at most steps
        # All are decided on the groups as they stand before any is joined, so that order cannot matter.
        lead = self.groups.lead
        states = self._states()
        choices: dict[int, dict[int, float]] = defaultdict(dict)
        for pair in several:
            form = weak(pair.a, pair.b)
            if form is None:
                continue
            ours, theirs = lead(form), lead(pair.b if form == pair.a else pair.a)
            if ours != theirs and len(states[ours] | states[theirs]) < 2:
                choices[ours][theirs] = max(pair.sum, choices[ours].get(theirs, pair.sum))
        pages = self._pages(choices) if rare else {}
        settled: dict[int, int] = {}
        for one, possible in choices.items():
            likeliest, *others = sorted(possible, key=lambda f: (-possible[f], f))
            if not others or possible[likeliest] >= possible[others[0]] + MARGIN:
                settled[one] = likeliest
                continue
            best = min(possible, key=lambda f: (-pages.get(f, 0), f))
            if pages.get(best, 0) > (1 - rare) * sum(pages.get(f, 0) for f in possible):
                settled[one] = best
        together: Groups[int] = Groups(sorted({*settled, *settled.values()}))
        for one, found in sorted(settled.items()):
            together.join(one, found)
        for members in together.all().values():
            # Each fits, yet all of them do not: two with different countries claim one with none.
            if len(frozenset[str]().union(*(states[m] for m in members))) < 2:
                for member in members[1:]:
                    self.groups.join(members[0], member)

    def _one_country(self, pair: _Likely) -> bool:
        country = self.profiles[pair.a].country
        return bool(country) and country == self.profiles[pair.b].country

    def _shorter(self, i: int, j: int) -> int:
        """The one whose name leaves words out."""
        return i if (len(self.names[i].middle), i) < (len(self.names[j].middle), j) else j

    def _without_country(self, i: int, j: int) -> int | None:
        return self._one_of(i, j, lambda f: not self.profiles[f].country)

    def _without_state(self, i: int, j: int) -> int | None:
        """The one with an alliance, where the other has a state."""
        if not self.profiles[i].country or not self.profiles[j].country:
            return None
        return self._one_of(i, j, lambda f: not self.is_state(self.profiles[f].country))

    def _without_suffix(self, i: int, j: int) -> int | None:
        if self.profiles[i].pages & self.profiles[j].pages:
            return None  # a page tells a father from his son
        return self._one_of(i, j, lambda f: bool(self.names[f].suffix))

    def _short(self, i: int, j: int) -> int | None:
        """The one with an initial for its given name."""
        return self._one_of(i, j, lambda f: not self.names[f].is_full)

    def _one_of(self, i: int, j: int, weak: Callable[[int], bool]) -> int | None:
        one, other = weak(i), weak(j)
        return None if one == other else i if one else j

    def _fewer_pages(self, i: int, j: int) -> int:
        return min((i, j), key=lambda f: (len(self.profiles[f].pages), f))

    def _safe(self, pairs: Sequence[_Likely]) -> list[_Likely]:
        """Those of whose groups no two forms are plainly two."""
        if not pairs:
            return []
        members: dict[int, list[int]] = defaultdict(list)
        wanted = {self.groups.lead(f) for pair in pairs for f in (pair.a, pair.b)}
        for form in range(len(self.forms)):
            if (lead := self.groups.lead(form)) in wanted:
                members[lead].append(form)
        out = []
        for pair in pairs:
            ours, theirs = (members[self.groups.lead(f)][:_LOOKED_AT] for f in (pair.a, pair.b))
            compared = (resemblance(self.profiles[x], self.profiles[y], self.is_state) for x in ours for y in theirs)
            if not any(f.name in _NEVER for found in compared for f in found.features):
                out.append(pair)
        return out

    def _states(self) -> dict[int, frozenset[str]]:
        """The states that each group, by its lead, is of."""
        out: dict[int, frozenset[str]] = defaultdict(frozenset)
        for i, known in enumerate(self.profiles):
            if known.parsed.given and self.is_state(known.country):
                out[self.groups.lead(i)] |= {known.country}
        return out

    def _pages(self, choices: Mapping[int, Mapping[int, float]]) -> dict[int, int]:
        """On how many pages each group that can be chosen is named."""
        wanted = {lead for possible in choices.values() for lead in possible}
        found: dict[int, set[str]] = defaultdict(set)
        for i, known in enumerate(self.profiles):
            if (lead := self.groups.lead(i)) in wanted:
                found[lead] |= known.pages
        return {lead: len(pages) for lead, pages in found.items()}

    # ------------------------------------------------------------------ a surname alone

    def _settle_alone(self) -> None:
        # A surname alone with no country or no role can be anybody: it is never joined.
        alone: dict[tuple[PersonName, str, Roles], list[int]] = defaultdict(list)
        named: dict[tuple[str, str], list[int]] = defaultdict(list)
        for i, p in enumerate(self.profiles):
            if p.parsed.given and p.country:
                for key in keys(p.parsed.surname):
                    named[p.country, key].append(i)
            elif not p.parsed.given and p.country and any(p.roles):
                alone[p.parsed, p.country, p.roles].append(i)
        unclaimed: dict[tuple[str, str], list[tuple[PersonName, str, Roles]]] = defaultdict(list)
        for shared, forms in sorted(alone.items(), key=lambda item: item[1][0]):
            name, country, roles = shared
            near = sorted({i for k in keys(name.surname) for i in named.get((country, k), ())})
            fitting = [
                i for i in near if agreeing(self.profiles[i].roles, roles) and _same_family(self.names[i], name)
            ]
            candidates = {self.groups.lead(i) for i in fitting}
            if not candidates:
                unclaimed[country, keys(name.surname)[0]].append(shared)
            if len(candidates) == 1:
                taken = frozenset[str]().union(*(self.profiles[i].pages for i in fitting))
                for form in forms:
                    # A page that keeps the two apart knows why.
                    if self.forms[form].article not in taken:
                        self.groups.join(form, fitting[0])
        for _, kin in sorted(unclaimed.items()):
            # "King Abdullah" is Abdullah II, where no Abdullah of another number is known.
            numbers = {name.suffix for name, _, _ in kin if name.suffix and set(name.suffix) <= _ROMAN}
            names = [replace(name, suffix="") if {name.suffix} == numbers else name for name, _, _ in kin]
            for (i, a), (j, b) in combinations_with_replacement(enumerate(kin), 2):
                if agreeing(a[2], b[2]) and _same_family(names[i], names[j]):
                    self._join_across_pages(sorted({*alone[a], *alone[b]}))

    def _join_across_pages(self, forms: list[int]) -> None:
        pages = Counter(self.forms[form].article for form in forms)
        lonely = [form for form in forms if pages[self.forms[form].article] == 1]
        for form in lonely[1:]:
            self.groups.join(lonely[0], form)

    # ------------------------------------------------------------------ what is left to a person

    def _doubts(self, likely: Sequence[_Likely]) -> list[Doubt]:
        """Pairs of groups that may be one, by their likeliest forms."""
        if not likely:
            return []
        first: dict[int, Key] = {}
        for i, members in enumerate(self.seen):
            if members:
                lead = self.groups.lead(i)
                first[lead] = min(first.get(lead, members[0].key), members[0].key)
        states = self._states()
        best: dict[tuple[Key, Key], float] = {}
        for pair in likely:
            x, y = self.groups.lead(pair.a), self.groups.lead(pair.b)
            if x == y or x not in first or y not in first or len(states[x] | states[y]) > 1:
                continue
            low, high = sorted((first[x], first[y]))
            best[low, high] = max(pair.sum, best.get((low, high), pair.sum))
        return [Doubt(a, b, sum) for (a, b), sum in sorted(best.items())]


_ROMAN = frozenset("ivx")
_LOOKED_AT = 8  # spellings of a person that are held against those of another
_NEVER = frozenset(
    (
        "other given name", "other sex", "other father", "other initial", "other middle name", "other country",
        "two holders",
    )
)


def _form(name: str, s: Sighting) -> _Form:
    text, full, _ = written(name)
    return _Form(text, s.country or "") if full else _Form(text, s.country or "", s.key.article, s.key.referent)


def _moved(form: _Form, lead: str | None) -> _Form:
    """The form of whom somebody took out of it as another of the same name: apart from it, as a surname alone is."""
    if lead is None or form.article:
        return form
    referent, article = lead.split(" ", 1)
    return replace(form, article=article, referent=int(referent))


class Written(NamedTuple):
    """What a name says by itself."""

    text: str  # its telling words
    full: bool  # whether a given name is among them
    block: str


# All names of a large record: every block is asked for before the first is looked at again.
@lru_cache(maxsize=1 << 18)
def written(name: str) -> Written:
    """What a name says by itself."""
    parts = taken_apart(name, "person")
    found = parsed(parts)
    block = spelling.consonants(spelling.variants().given.get(found.surname, found.surname))
    return Written(" ".join((*parts.texts, parts.suffix)).strip(), bool(found.given), block)


def _same_family(a: PersonName, b: PersonName) -> bool:
    return a.suffix == b.suffix and spelling.same_surname(a.surname, b.surname)
