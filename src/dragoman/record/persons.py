"""Which sightings of persons are one person.

The steps go from the surest to the least sure, and each may only join what leaves no choice:

1. the same given name and surname, in whatever spelling, and the same country;
2. the same name with no country, where the record knows it from one country, or all but always from one;
3. the same name where one page gives a state and another the alliance it serves;
4. "Jr." or the like on some pages only, where no page names both;
5. an initial or a second given name for the first, where one person fits;
6. a surname alone, where country and role agree and one person fits.

Different given names are never joined, nor a surname alone on any other ground.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.mentions import spelling as names
from dragoman.mentions.spelling import PersonName
from dragoman.record.groups import Groups
from dragoman.record.sightings import Key, Sighting, telling_words

RARE = 0.1  # of the pages: what so few of them say of a person's country is a slip

Roles = frozenset[frozenset[str]]  # the telling words of each title


@dataclass(frozen=True, slots=True, order=True)
class _Form:
    """All sightings under one spelling and one country; a surname alone keeps its article apart."""

    name: PersonName
    country: str  # "" where unknown
    article: str = ""
    referent: int = -1


def same_persons(sightings: Sequence[Sighting], is_state: Callable[[str], bool]) -> list[list[Key]]:
    """Groups of the keys of sightings, each group one person; sorted."""
    forms: dict[_Form, list[Sighting]] = defaultdict(list)
    for s in sightings:
        forms[_form(s)].append(s)
    groups: Groups[_Form] = Groups(sorted(forms))
    blocks: dict[str, list[_Form]] = defaultdict(list)
    for form in sorted(forms):
        blocks[names.consonants(form.name.surname)].append(form)
    for _, block in sorted(blocks.items()):
        _Block(block, forms, groups, is_state).settle()
    return sorted(sorted(s.key for form in members for s in forms[form]) for members in groups.all().values())


def _form(s: Sighting) -> _Form:
    name = names.parse(s.name)
    if name.given:
        return _Form(name, s.country or "")
    return _Form(name, s.country or "", s.key.article, s.key.referent)


class _Block:
    """The forms whose surnames sound alike: the only ones that are compared with each other."""

    def __init__(
        self,
        forms: list[_Form],
        seen: dict[_Form, list[Sighting]],
        groups: Groups[_Form],
        is_state: Callable[[str], bool],
    ) -> None:
        self.full = [f for f in forms if f.name.is_full]
        self.initials = [f for f in forms if f.name.given and not f.name.is_full]
        self.groups = groups
        self.is_state = is_state
        self.roles: dict[_Form, Roles] = {}
        self.articles: dict[_Form, frozenset[str]] = {}
        for form in forms:
            self.roles[form] = frozenset(telling_words(role.title) for s in seen[form] for role in s.roles)
            self.articles[form] = frozenset(s.key.article for s in seen[form])
        # A surname alone with no country or no role can be anybody: it is never joined.
        alone = [f for f in forms if not f.name.given and f.country and any(self.roles[f])]
        self.alone: dict[tuple[PersonName, str, Roles], list[_Form]] = defaultdict(list)
        for form in alone:
            self.alone[form.name, form.country, self.roles[form]].append(form)

    def settle(self) -> None:
        """Joins what the steps above allow."""
        full, initials = self.full, self.initials
        states = [f for f in full if f.country and self.is_state(f.country)]
        others = [f for f in full if f.country and not self.is_state(f.country)]
        for with_middle in (True, False):
            self._join([f for f in full if bool(f.name.middle) is with_middle], _same_full_and_country)
            self._join([f for f in initials if bool(f.name.middle) is with_middle], _same_initial_and_country)
        self._attach([f for f in full if not f.name.middle], [f for f in full if f.name.middle], _same_full_and_country)
        self._attach([f for f in full if not f.country], [f for f in full if f.country], _same_full, RARE)
        self._attach(others, states, _same_full)
        self._attach([f for f in full if f.name.suffix], [f for f in full if not f.name.suffix], self._suffix_left_out)
        self._attach(full, full, _second_name)
        self._attach(initials, full, _initial_fits)
        self._settle_alone()

    def _join(self, forms: list[_Form], same: Callable[[_Form, _Form], bool]) -> None:
        for i, a in enumerate(forms):
            for b in forms[i + 1 :]:
                if same(a, b):
                    self.groups.join(a, b)

    def _attach(
        self, weak: list[_Form], strong: list[_Form], fits: Callable[[_Form, _Form], bool], rare: float = 0.0
    ) -> None:
        """Joins each weak form's group to the one group that it fits; where there is a choice, to none.

        There is no choice where all others together make up less than the share `rare` of the pages.
        """
        # All are decided on the groups as they stand before any is joined, so that order cannot matter.
        lead = self.groups.lead
        states = self._states()
        choices: dict[_Form, set[_Form]] = defaultdict(set)
        for form in weak:
            for other in strong:
                ours, theirs = lead(form), lead(other)
                if ours != theirs and len(states[ours] | states[theirs]) < 2 and fits(form, other):
                    choices[ours].add(theirs)
        pages = self._pages() if rare else {}
        settled: dict[_Form, _Form] = {}
        for one, possible in choices.items():
            best = min(possible, key=lambda f: (-pages.get(f, 0), f))
            if len(possible) == 1 or pages.get(best, 0) > (1 - rare) * sum(pages.get(f, 0) for f in possible):
                settled[one] = best
        together: Groups[_Form] = Groups(sorted({*settled, *settled.values()}))
        for one, found in sorted(settled.items()):
            together.join(one, found)
        for members in together.all().values():
            # Each fits, yet all of them do not: two with different countries claim one with none.
            if len(frozenset[str]().union(*(states[m] for m in members))) < 2:
                for member in members[1:]:
                    self.groups.join(members[0], member)

    def _states(self) -> dict[_Form, frozenset[str]]:
        """The states that each group, by its lead, is of."""
        out: dict[_Form, frozenset[str]] = defaultdict(frozenset)
        for form in self.full + self.initials:
            if self.is_state(form.country):
                out[self.groups.lead(form)] |= {form.country}
        return out

    def _pages(self) -> dict[_Form, int]:
        """On how many pages each group, by its lead, is named."""
        found: dict[_Form, set[str]] = defaultdict(set)
        for form in self.full + self.initials:
            found[self.groups.lead(form)] |= self.articles[form]
        return {lead: len(articles) for lead, articles in found.items()}

    def _suffix_left_out(self, a: _Form, b: _Form) -> bool:
        """`Joseph Dunford` for `Joseph Dunford Jr.`, unless a page tells a father from his son."""
        return _same_country(a, b) and _same_name(a, b) and not self.articles[a] & self.articles[b]

    def _settle_alone(self) -> None:
        unclaimed: list[tuple[PersonName, str, Roles]] = []
        named = self.full + self.initials
        for key, forms in sorted(self.alone.items(), key=lambda item: item[1][0]):
            name, country, roles = key
            fitting = [
                f for f in named if f.country == country and _agree(self.roles[f], roles) and _same_family(f.name, name)
            ]
            candidates = {self.groups.lead(f) for f in fitting}
            if not candidates:
                unclaimed.append(key)
            if len(candidates) == 1:
                taken = frozenset[str]().union(*(self.articles[f] for f in fitting))
                for form in forms:
                    # A page that keeps the two apart knows why.
                    if form.article not in taken:
                        self.groups.join(form, fitting[0])
        for i, a in enumerate(unclaimed):
            for b in unclaimed[i:]:
                if a[1] == b[1] and _agree(a[2], b[2]) and _same_family(a[0], b[0]):
                    self._join_across_pages(sorted({*self.alone[a], *self.alone[b]}))

    def _join_across_pages(self, forms: list[_Form]) -> None:
        pages = Counter(form.article for form in forms)
        lonely = [form for form in forms if pages[form.article] == 1]
        for form in lonely[1:]:
            self.groups.join(lonely[0], form)


def _agree(a: Roles, b: Roles) -> bool:
    return any(x and y and len(x & y) * 2 > min(len(x), len(y)) for x in a for y in b)


def _same_country(a: _Form, b: _Form) -> bool:
    return bool(a.country) and a.country == b.country


def _same_family(a: PersonName, b: PersonName) -> bool:
    return a.suffix == b.suffix and names.same_surname(a.surname, b.surname)


def _same_full(a: _Form, b: _Form) -> bool:
    return a.name.suffix == b.name.suffix and _same_name(a, b)


def _same_name(a: _Form, b: _Form) -> bool:
    return (
        names.same_surname(a.name.surname, b.name.surname)
        and names.same_given(a.name.given, b.name.given)
        and names.middles_agree(a.name, b.name)
    )


def _same_full_and_country(a: _Form, b: _Form) -> bool:
    return a.country == b.country and _same_full(a, b)


def _same_initial_and_country(a: _Form, b: _Form) -> bool:
    return (
        a.country == b.country
        and _same_family(a.name, b.name)
        and names.initial_of(a.name.given) == names.initial_of(b.name.given)
        and names.middles_agree(a.name, b.name)
    )


def _initial_fits(short: _Form, full: _Form) -> bool:
    return (
        (_same_country(short, full) or not short.country or not full.country)
        and _same_family(short.name, full.name)
        and names.initial_of(short.name.given) == names.initial_of(full.name.given)
        and names.middles_agree(short.name, full.name)
    )


def _second_name(a: _Form, b: _Form) -> bool:
    """`Tayyip Erdogan` for `Recep Tayyip Erdogan`: the given name of one is a middle name of the other."""
    return (
        _same_country(a, b)
        and not a.name.middle
        and _same_family(a.name, b.name)
        and any(len(m) > 1 and names.same_given(a.name.given, m) for m in b.name.middle)
    )
