"""The words that names and titles are made of, laid out for fast look-up; all from the knowledge packs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from dragoman.facts.scope import saying_verbs
from dragoman.knowledge.pack import Knowledge
from dragoman.mentions import pointing
from dragoman.mentions.gazetteer import Entry
from dragoman.mentions.holders import Holders
from dragoman.mentions.spelling import fold

_PIECE = re.compile(r"[^\s\-–]+|[-–]")
_SMALL = frozenset("of the and for a an in at to s 's ’s - on".split())

# Classes of title that say who somebody is, but not that he acts for a state or a body.
_PRIVATE = frozenset(("kin", "private"))
_DEPUTY = frozenset(("deputy", "vice", "assistant", "under", "shadow"))

# Fields of office that ask for the same holder: titles.yaml's classes to those of offices.csv.
_OFFICE_OF_DOMAIN = {"defence": "defence_minister", "foreign": "foreign_minister", "interior": "interior_minister"}


@dataclass(frozen=True, slots=True)
class HeadWord:
    """The head of a title: its class, its base form, and the state that it alone settles."""

    lemma: str
    cls: str
    bare: bool
    state: str | None = None


def _spelt(rank: str, short: Mapping[str, Sequence[str]]) -> list[str]:
    """A rank of several words with any of them abbreviated: "Major Gen.", "Lt. General"."""
    parts = [short.get(word, (word,)) for word in rank.split()]
    return [" ".join(choice) for choice in product(*parts)] if len(parts) > 1 else []


def _parted(pieces: tuple[str, ...]) -> list[tuple[str, ...]]:
    """An abbreviated title as the tokenizer may have it, which parts some stops from their words: "Lt", ".", "Gen."."""
    choices = [((p,), (p[:-1], ".")) if len(p) > 2 and p.endswith(".") else ((p,),) for p in pieces]
    return [tuple(w for part in choice for w in part) for choice in product(*choices)]


class Vocabulary:
    """Look-ups over one knowledge; built once, then only read."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        titles = knowledge.titles
        self._heads: dict[str, list[tuple[tuple[str, ...], HeadWord, bool]]] = defaultdict(list)
        for head in titles.heads:
            word = HeadWord(head.word, head.cls, head.bare, head.state)
            self._add(head.forms, word, False)
            self._add(head.plurals, word, True)
        short = {rank.word: rank.forms for rank in titles.ranks if " " not in rank.word}
        for rank in titles.ranks:
            word = HeadWord(rank.word, "rank", not rank.also_word)
            self._add(dict.fromkeys((*rank.forms, *_spelt(rank.word, short))), word, False)
            self._add(rank.plurals, word, True)
        for honorific in titles.honorifics:
            self._add(honorific.forms, HeadWord(honorific.word, "honorific", True), False)
        for entries in self._heads.values():
            entries.sort(key=lambda e: (-len(e[0]), e[0]))
        self._former = frozenset(titles.modifiers["former"]) - titles.still_in_office
        phrases = [w for words in titles.modifiers.values() for w in words]
        self._modifiers = frozenset(phrases) | {p for w in phrases if " " in w for p in w.split()} - _SMALL
        fields = {w: cls for cls, words in titles.domains.items() for w in words}
        self._domain_class = {f" {fold(w)} ": cls for w, cls in fields.items()}
        self._domains_of: dict[str, frozenset[str]] = {}  # what was asked before: titles are few
        self._domain_tokens = frozenset(p for w in fields for p in w.split()) - _SMALL
        self._body_heads: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for body in knowledge.body_words.values():
            for form in body.forms:
                pieces = tuple(_PIECE.findall(form.lower().replace("'s", " 's")))
                self._body_heads[pieces[0]].append((pieces, body.kind))
        for forms in self._body_heads.values():
            forms.sort(key=lambda e: (-len(e[0]), e[0]))
        self._body_tokens = (
            frozenset(p for forms in self._body_heads.values() for pieces, _ in forms for p in pieces) - _SMALL
        )
        self.particles = knowledge.names.particles
        self.saying = saying_verbs()
        self.personal = pointing.words("personal")
        self._honorific_gender = {form: h.gender for h in titles.honorifics for form in h.forms}

    def _add(self, forms: Iterable[str], word: HeadWord, plural: bool) -> None:
        for form in forms:
            whole = tuple(form.lower().split())
            pieces = tuple(_PIECE.findall(form.lower()))
            # The tokenizer leaves "Lt.-Gen" whole, as it does a word with a stop inside.
            ways = [pieces] if whole == pieces or "." not in form else [pieces, whole]
            for spelt in dict.fromkeys(w for way in ways for w in _parted(way)):
                self._heads[spelt[0]].append((spelt, word, plural))

    # ------------------------------------------------------------------ titles

    @cached_property
    def title_words(self) -> frozenset[str]:
        """For each title that makes a sentence worth a parse its longest word, for triage."""
        return self._longest(private=False)

    @cached_property
    def caption_words(self) -> frozenset[str]:
        """The same for titles that only say who somebody is: "villager", "brother"."""
        return self._longest(private=True)

    def _longest(self, private: bool) -> frozenset[str]:
        forms = (p for heads in self._heads.values() for p, h, _ in heads if (h.cls in _PRIVATE) is private)
        words = {max((piece.rstrip(".") for piece in pieces), key=len) for pieces in forms}
        return frozenset(w for w in words if w.isalpha() and len(w) > 1)

    def head_at(self, lower: Sequence[str], i: int) -> tuple[int, HeadWord, bool] | None:
        """The longest title head that begins at a word: its width in tokens, the head, and whether it is plural."""
        for pieces, word, plural in self._heads.get(lower[i], ()):
            if tuple(lower[i : i + len(pieces)]) == pieces:
                return len(pieces), word, plural
        return None

    def is_former(self, word: str) -> bool:
        """True of words that say that an office is no longer held."""
        return word in self._former

    def is_formerly(self, word: str) -> bool:
        """True of words before an article that say the same: "once the head of", but not "then the minister"."""
        return word in self._former and word not in self.knowledge.titles.held_at_the_time

    def is_modifier(self, word: str) -> bool:
        """True of words that stand before a title's head: "deputy", "acting", "former"."""
        return word in self._modifiers

    def is_domain(self, word: str) -> bool:
        """True of words that name a field of office."""
        return word in self._domain_tokens

    def domains_in(self, text: str) -> frozenset[str]:
        """The classes of the fields of office that a title names."""
        words = f" {fold(text)} "
        if words not in self._domains_of:
            self._domains_of[words] = frozenset(cls for w, cls in self._domain_class.items() if w in words)
        return self._domains_of[words]

    def content(self, text: str) -> frozenset[str]:
        """The words of a title that carry meaning, one spelling each."""
        return frozenset("defence" if w == "defense" else w for w in fold(text).split()) - _SMALL

    # ------------------------------------------------------------------ bodies

    def body_head_at(self, lower: Sequence[str], i: int) -> int:
        """The width of the longest body word ("ministry", "general staff") that begins at a token; 0 without one."""
        for pieces, _ in self._body_heads.get(lower[i], ()):
            if tuple(lower[i : i + len(pieces)]) == pieces:
                return len(pieces)
        return 0

    def is_body_word(self, lower: Sequence[str], first: int, last: int) -> bool:
        """True where the tokens are the beginning of a longer body word: "general" of "General Staff"."""
        return self.body_head_at(lower, first) > last - first

    def is_body_token(self, word: str) -> bool:
        """True of a word that is part of a body word."""
        return word in self._body_tokens

    def is_force_word(self, words: Sequence[str]) -> bool:
        """True of body words for those under arms: "army", "armed forces"."""
        return any(pieces == tuple(words) and kind == "force" for pieces, kind in self._body_heads.get(words[0], ()))

    # ------------------------------------------------------------------ names

    def is_given(self, word: str) -> bool:
        """True of a known given name, in any spelling of case and accent."""
        folded = fold(word)
        return folded in self._given or folded in self._given_of_holders

    def gender(self, word: str) -> str | None:
        """m or f where a given name tells."""
        return self._given.get(fold(word))

    @cached_property
    def _given(self) -> dict[str, str | None]:
        letters = {"male": "m", "female": "f"}
        return {fold(name): letters.get(sex) for name, sex in self.knowledge.names.gender.items()}

    @cached_property
    def _given_of_holders(self) -> frozenset[str]:
        """The first names of office holders, of states where the family name stands last."""
        firsts = {
            fold(office.person.split()[0])
            for office in self.knowledge.offices
            if office.country not in self.knowledge.names.family_first and len(office.person.split()) > 1
        }
        known = self._body_tokens | self._domain_tokens | self._modifiers | self.particles | set(self._heads)
        return frozenset(name for name in firsts if len(name) > 2 and name.isalpha() and name not in known)

    def honorific_gender(self, word: str | None) -> str | None:
        """m or f where a word of courtesy tells."""
        sex = self._honorific_gender.get(word.lower()) if word else None
        return {"male": "m", "female": "f"}.get(sex or "")

    def is_calendar(self, text: str) -> bool:
        """True of names of months, weekdays and feasts."""
        return text.rstrip(".").lower() in self._calendar

    @cached_property
    def _calendar(self) -> frozenset[str]:
        from dragoman.mentions.dates.lexicon import load

        classes = load().classes
        return frozenset(
            word.rstrip(".").lower() for name in ("MONFULL", "MONAMB", "WEEKDAY", "WEEKDAYS") for word in classes[name]
        )

    # ------------------------------------------------------------------ office holders

    @cached_property
    def holders(self) -> Holders:
        """Who held which office, as public data has it."""
        return Holders(self.knowledge.offices, self.knowledge.names.family_first)

    def holder_surname(self, word: str) -> bool:
        """True of the family name of an office holder."""
        return self.holders.is_family(fold(word))

    def offices_meant(self, word: HeadWord, text: str) -> tuple[str, ...]:
        """The classes of office (of offices.csv) that a title may be, likeliest first; none where there is no such."""
        words = fold(text)
        if "staff" in words and word.cls in ("chief", "head"):
            return ("chief_of_staff",)
        if word.cls in ("head_of_state", "head_of_government"):
            return (word.cls,)
        if word.cls == "deputy_leader" and word.lemma != "deputy":
            return ("deputy_head",)
        domains = self.domains_in(text)
        if word.cls in ("minister", "chief", "head") and not _DEPUTY & set(words.split()):
            found = tuple(sorted(_OFFICE_OF_DOMAIN[d] for d in domains if d in _OFFICE_OF_DOMAIN))
            if found:
                return (*found, "chief_of_staff") if word.cls != "minister" and "defence" in domains else found
        if word.cls == "head" and word.lemma == "leader" and not domains:
            return ("head_of_state", "head_of_government")
        return ()

    # ------------------------------------------------------------------ places

    def entry(self, code: str) -> Entry:
        """What a code stands for: a state, an alliance or organisation, a region with a code of its own."""
        country = self.knowledge.country(code)
        if country is not None:
            return Entry("country", country.name, code, code, country.lat, country.lon)
        body = self.knowledge.body_of_code(code)
        if body is not None:
            force = body.kind == "force"
            return Entry(
                body.kind if force else "body", body.names[0] if force and body.names else body.name, code, None
            )
        region = next((r for r in self.knowledge.regions.values() if r.code == code), None)
        if region is not None:
            return Entry("region", region.names[0], code, region.state, region.lat, region.lon)
        return Entry("body", code, code, None)

    def country_of_place(self, name: str) -> str | None:
        """The state of a place named in a dateline, in any case."""
        for form in (name, name.title()):
            place = self.knowledge.place_in(form)
            if place is not None:
                return place.country
        return None
