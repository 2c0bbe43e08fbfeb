"""Arms in sentences: which item, how many of it, and in what they are counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from dragoman.mentions import amounts
from dragoman.mentions.armoury import Armoury, Named, armoury, shown
from dragoman.mentions.arms_told import BACK, KINDS, PLACES, again, made_there, past_origin, told_before
from dragoman.mentions.dealt import dealt, handed, one
from dragoman.mentions.elided_items import elided
from dragoman.mentions.item import Item
from dragoman.mentions.item_pairs import by_number, called, counts_next, described, fired_by, in_list, twice
from dragoman.mentions.numerals import words
from dragoman.mentions.pieces import DEFINITE, ORDINALS, REACH, Pieces
from dragoman.types import Sentence, Token

# A designation that no catalogue lists, before a noun that means arms: "the X-101 missile".
_DESIGNATION = re.compile(r"(?=[^\d]*\d)[A-Z][A-Za-z]{0,4}[- ]?\d{1,4}[A-Z]{0,3}\d?")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "X", "SYM")
# What moves on land, in the air, at sea: a name that two of them share means what its noun says.
_DOMAINS = {
    **dict.fromkeys(("tank", "armoured_vehicle", "artillery"), "land"),
    **dict.fromkeys(("combat_aircraft", "transport_aircraft", "surveillance_aircraft"), "air"),
    **dict.fromkeys(("helicopter", "attack_helicopter"), "helicopter"),
    "warship": "sea",
}
_NAME = 4  # letters of a name that no catalogue lists


def items(text: str, sentence: Sentence, before: Sequence[Item] = ()) -> tuple[Item, ...]:
    """The arms named in a parsed sentence, in order.

    `before` are the items of the sentences before it: "the jets" takes its name from them, and a doubtful noun
    counts where the page speaks of arms.
    """
    return tuple(_Finder(text, sentence, before, armoury()).find())


def _singular(token: Token, known: Armoury) -> Token:
    """A token with the lemma of its noun: in capitals the parser takes "Carriers" for a name of its own."""
    low = token.text.lower()
    if token.pos != "PROPN" or not low.endswith("s") or low in known.noun_words or low[:-1] not in known.noun_words:
        return token
    return replace(token, lemma=low[:-1])


class _Finder:
    """The work on one sentence."""

    def __init__(self, text: str, sentence: Sentence, before: Sequence[Item], known: Armoury) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = [_singular(t, known) for t in sentence.tokens]
        self.before = before
        self.known = known
        self.low = [t.text.lower() for t in self.tokens]
        self.starts = [t.start for t in self.tokens]
        self.counts = amounts.find(text, sentence.start, sentence.end) if self.tokens else []
        self.pieces = Pieces(self.tokens, self.counts)
        self.taken: set[int] = set()

    def find(self) -> list[Item]:
        if not self.tokens:
            return []
        self.named = self._catalogued()
        out = called(self.named + self._generic(), self.low)
        out = described(sorted(out, key=lambda i: (i.first, i.last)), self.tokens)
        out = [replace(i, doubtful=False) if i.doubtful and dealt(self.sentence, i, self.known) else i for i in out]
        telling = bool(self.before) or any(not i.doubtful for i in out)
        found = [
            self.pieces.counted(i)
            for i in out
            if (not i.doubtful or (telling and (self._surely(i) or in_list(self.tokens, i, out))))
            and not counts_next(i, out, self.low)
        ]
        found = fired_by(twice(found, self.low), self.low)
        found = [by_number(i, found, self.before) for i in found]
        more = elided(self.sentence, found, self.before, self.counts)
        return sorted(found + more, key=lambda i: (i.first, i.last))

    def _surely(self, item: Item) -> bool:
        """True where what stands beside a doubtful noun says that it means arms."""
        return self.pieces.number_before(item.first) or self._beside(item) or self._traded(item)

    def _traded(self, item: Item) -> bool:
        """True of a doubtful noun that is dealt in: "a contract for rifles", "a number of helicopters"."""
        before = item.first - 1
        if before < 1 or self.low[before] not in ("for", "of") or self.tokens[item.last - 1].tag != "NNS":
            return False
        lemma = self.tokens[before - 1].lemma.lower()
        return lemma in self.known.trade or lemma == "number"

    # ------------------------------------------------------------------ names

    def _catalogued(self) -> list[Item]:
        out = []
        found = self.known.named(self.text, self.sentence.start, self.sentence.end)
        for named, after in zip_longest(found, found[1:]):
            first = max(0, bisect_left(self.starts, named.end) - 1)
            last = first + 1
            while first > 0 and self.tokens[first].start > named.start:
                first -= 1
            noun = self._noun_after(last)
            if noun is None and last < len(self.tokens) and (width := self._generic_at(last)):
                noun = last + width  # "Hellfire [air-to-surface missiles]"
            if noun is None:
                noun = self._kind_after(first, last)
            if noun is None and last < len(self.tokens) and self.tokens[last].lemma in self.known.kinds:
                noun = last + 1  # "several TB2 [models]"
            system = named.system
            if system.weak and not (self._sign_beside(first, last, noun, system.makers) or self._coupled(last, after)):
                continue
            if any(k in self.taken for k in range(first, last)):
                continue
            stop = noun if noun is not None else last
            if self._of_parts(stop):
                continue
            following = self._modified(stop)
            if following is not None and self.tokens[following].lemma.lower() not in self.known.trade and noun is None:
                if self.tokens[following].lemma.lower() not in words().units and not self._arms_word(following):
                    continue  # "the S-400 dispute", "an F-16 pilot"
            self.taken.update(range(first, stop))
            other = self._other_than(system.category, last, noun)
            out.append(
                Item(
                    self.sentence.index,
                    first,
                    stop,
                    named.start,
                    named.end,
                    named.name if other else shown(named.name, system.family),
                    other or system.category,
                    () if other else system.makers,
                    named.name if other else system.family,
                    modifies=following,
                )
            )
        return out

    def _other_than(self, category: str, last: int, noun: int | None) -> str | None:
        """The category that the noun after a name says, where it is no kin of the listed one: "M-55S [tanks]"."""
        if noun is None:
            return None
        for first in range(last, noun):
            said = self.known.generic.get(self._phrase(first, noun))
            if said is not None:
                mine, theirs = _DOMAINS.get(category), _DOMAINS.get(said[0])
                return said[0] if mine is not None and theirs is not None and mine != theirs else None
        return None

    def _of_parts(self, stop: int) -> bool:
        """True of a name that only says of what the parts are: "[Humvee] and [helicopter] spare parts"."""
        if self.tokens[stop - 1].tag == "NNS":
            return False  # "vehicles and spare parts" are both
        for k in range(stop, min(len(self.tokens), stop + REACH)):
            lemma = self.tokens[k].lemma.lower()
            if (self.low[k], lemma) in self.known.part_nouns or (lemma,) in self.known.part_nouns:
                return True
            if k > 0 and (self.low[k - 1], lemma) in self.known.part_nouns:
                return True
            if self.tokens[k].pos not in ("NOUN", "PROPN", "ADJ") and self.low[k] not in ("and", "or", ",", "-"):
                return False
        return False

    def _noun_after(self, i: int) -> int | None:
        """The end of the generic noun that follows a name: "Su-30SM [multirole fighters]"; None where none does."""
        found = None
        for j in range(i, min(len(self.tokens), i + REACH)):
            token = self.tokens[j]
            lemma = token.lemma.lower()
            if (
                token.pos not in _NOMINAL
                and self.low[j] not in ("-", "class", '"', "”", "“")
                and token.tag not in ("VBN", "VBG")
                and not (found is None and j > i and self._couples(j))
            ):
                break
            if lemma in self.known.carriers or self.low[j] in self.known.carriers or self._arms_word(j):
                found = j + 1
        return found

    def _kind_after(self, first: int, last: int) -> int | None:
        """The end of "type" in "aircraft of the T-50 [type]"; None where a name tells of no kind."""
        while first > 0 and self.low[first - 1] in DEFINITE:
            first -= 1
        kinds = [k + 1 for k in (last - 1, last) if k < len(self.tokens) and self.tokens[k].lemma in self.known.kinds]
        return kinds[0] if kinds and first > 0 and self.low[first - 1] == "of" else None

    def _couples(self, j: int) -> bool:
        """True of "and" in "Barak MX air [and] missile defence system": what it couples describes one noun."""
        beside = self.tokens[j - 1 : j + 2 : 2]
        return self.low[j] == "and" and len(beside) == 2 and all(t.pos in ("NOUN", "ADJ") for t in beside)

    def _arms_word(self, j: int) -> bool:
        return any((w,) in self.known.generic for w in (self.tokens[j].lemma.lower(), self.low[j]))

    def _coupled(self, last: int, after: Named | None) -> bool:
        """True of "Patriot" in "Patriot and Javelin missiles": it shares the noun of the name after it."""
        k = last + 1
        if after is None or k >= len(self.tokens) or self.low[last] not in ("and", "or", "/"):
            return False
        behind = bisect_left(self.starts, after.end)
        sure = not after.system.weak or self._noun_after(behind) is not None
        return self.tokens[k].start == after.start and sure

    def _sign_beside(self, first: int, last: int, noun: int | None, makers: Sequence[str]) -> bool:
        """True where a noun of arms, a number, or another item stands beside a weak name."""
        if noun is not None and noun > last - 1:
            return True
        before = self.tokens[first - 1] if first else None
        if last < len(self.tokens) and self.tokens[last].lemma.lower() in words().units and before is not None:
            if before.pos in ("NUM", "DET", "ADJ") or before.tag in ("CD", "JJ"):
                return True  # "eight Patriot batteries"
        if before is not None and self.low[first - 1] in ORDINALS:
            return True  # "the first Mistral"
        counted = before is not None and (before.pos in ("NUM", "ADJ") or before.ent == "NORP")
        if counted and self.pieces.number_before(first):
            return self.tokens[last - 1].text[-1:] == "s" or any(
                c.isdigit() for c in self.text[self.tokens[first].start : self.tokens[last - 1].end]
            )
        return before is not None and self._arms_word(first - 1)

    def _modified(self, stop: int) -> int | None:
        """The noun directly after a phrase of which the phrase is a modifier."""
        k = stop
        while k < len(self.tokens) and self.low[k] in ("-",):
            k += 1
        if k < len(self.tokens) and self.tokens[k].pos == "NOUN" and self.tokens[stop - 1].text[-1:] not in "’'":
            while (
                k + 1 < len(self.tokens)
                and self.tokens[k].dep == "compound"
                and self.tokens[k + 1].pos == "NOUN"
                and self.tokens[k].head > k
            ):
                k += 1
            return k
        return None

    # ------------------------------------------------------------------ generic nouns

    def _generic(self) -> list[Item]:
        out = []
        i = 0
        while i < len(self.tokens):
            width = 0 if i in self.taken else self._generic_at(i)
            if not width:
                pointing = None if i in self.taken else self._pointing(i) or self._handed(i)
                if pointing is not None:
                    self.taken.add(i)
                    out.append(pointing)
                i += 1
                continue
            last = i + width
            item = self._generic_item(i, last)
            if item is not None:
                self.taken.update(range(item.first, last))
                out.append(item)
            i = last
        return out

    def _generic_at(self, i: int) -> int:
        """How many tokens the longest generic noun that begins here takes; 0 where none does."""
        if (
            self.tokens[i].pos not in ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM", "X")
            or self.low[i] not in self.known.noun_words
            and self.tokens[i].lemma.lower() not in self.known.noun_words
        ):
            return 0
        best = 0
        plain: list[str] = []
        k = i
        while k < len(self.tokens) and len(plain) < self.known.longest and k not in self.taken:
            if self.low[k] == "-":
                k += 1
                continue
            lemma = self.tokens[k].lemma.lower()
            for last_word in dict.fromkeys((lemma, self.low[k])):
                if (*plain, last_word) in self.known.generic:
                    best = k + 1 - i
            plain += [w for w in self.low[k].split("-") if w]
            if k == i and len(plain) > 1 and tuple(plain) in self.known.generic:
                best = 1
            k += 1
        return best

    def _phrase(self, first: int, last: int) -> tuple[str, ...]:
        parts = [p for k in range(first, last) for p in self.low[k].split("-") if p]
        lemma = self.tokens[last - 1].lemma.lower().split("-")[-1]
        for end in (lemma, parts[-1]):
            if (*parts[:-1], end) in self.known.generic:
                return (*parts[:-1], end)
        return tuple(parts)

    def _generic_item(self, first: int, last: int) -> Item | None:
        phrase = self._phrase(first, last)
        if phrase not in self.known.generic:
            return None
        category, doubtful = self.known.generic[phrase]
        head = self.tokens[last - 1]
        behind = self.tokens[last : last + 2]
        if len(behind) == 2 and behind[0].text == "-" and behind[0].start == head.end and behind[1].pos != "NOUN":
            return None  # "mine-resistant vehicles"
        if phrase in self.known.part_nouns:
            doubtful = doubtful and not self._beside_item(first)
        elif self._of_parts(last):
            return None
        if head.pos not in ("NOUN", "PROPN"):
            return None
        following = self._modified(last)
        if following is not None:
            lemma = self.tokens[following].lemma.lower()
            if lemma not in self.known.trade and not self._arms_word(following) and lemma not in words().units:
                return None
        name, begin = " ".join(phrase), first
        if last == first + 1 and head.text.rstrip("s").isupper():
            name = head.text.removesuffix("s")  # "MRAPs", "APC"
        designation = self._designation(first)
        if designation is not None:
            begin, name = designation
            return Item(
                self.sentence.index,
                begin,
                last,
                self.tokens[begin].start,
                self.tokens[first - 1].end,
                name,
                category,
                (),
                name,
                modifies=following,
            )
        opening = past_origin(self.tokens, begin)
        definite = begin > 0 and (self.low[opening - 1] in DEFINITE or self._of_the_batch(begin))
        if definite and head.tag in ("NNS", "NN"):
            told = (*self.before, *(i for i in self.named if i.last <= first))
            near = [i for i in told if self.sentence.index - i.sentence <= BACK]
            earlier = told_before(near, category, phrase, self.known)
            if earlier is not None and made_there(self.tokens[opening:begin], earlier):
                return again(earlier, self.sentence, first, last, following)
        return Item(
            self.sentence.index,
            first,
            last,
            self.tokens[first].start,
            head.end,
            name,
            category,
            modifies=following,
            doubtful=doubtful,
        )

    def _of_the_batch(self, begin: int) -> bool:
        """True behind "the first batch of": jets of which the page has spoken."""
        if begin < 3 or self.low[begin - 1] != "of" or self.tokens[begin - 2].lemma.lower() not in words().units:
            return False
        return any(low in DEFINITE for low in self.low[max(0, begin - 5) : begin - 2])

    def _beside_item(self, first: int) -> bool:
        """True where a system or a word of arms stands right before a token."""
        before = self.tokens[first - 1] if first else None
        if before is None:
            return False
        named = any(
            n.start <= before.start < n.end for n in self.known.named(self.text, self.sentence.start, before.end)
        )
        return named or self._arms_word(first - 1) or before.lemma.lower() in self.known.carriers

    def _designation(self, first: int) -> tuple[int, str] | None:
        """A designation right before a generic noun, which then is the item's name."""
        for width in (2, 1):
            begin = first - width
            if begin >= 0 and (self.tokens[begin].ent in PLACES or self.tokens[begin].pos in ("DET", "PRON", "ADP")):
                continue  # "gave Kyiv 100 carriers", "The 12 jets"
            if begin >= 0 and not any(k in self.taken for k in range(begin, first)):
                text = self.text[self.tokens[begin].start : self.tokens[first - 1].end]
                if _DESIGNATION.fullmatch(text) or width == 1 and self._a_name(begin):
                    return begin, text
        return None

    def _a_name(self, k: int) -> bool:
        """True of "Hermes" in "13 Hermes drones": a number before it says that it belongs to the noun after it."""
        token = self.tokens[k]
        if token.pos != "PROPN" or not token.text.isalpha() or not token.text[1:].islower() or len(token.text) < _NAME:
            return False
        known = self.known
        if token.ent in ("PERSON", "DATE") or self.low[k] in known.firms | known.civil_firms | known.service_words:
            return False
        return k > 0 and self.tokens[k - 1].pos == "NUM" and self.pieces.number_before(k)

    def _pointing(self, i: int) -> Item | None:
        """ "18 of the aircraft", "the remaining vessels": a noun too wide for an item, of one named before."""
        token = self.tokens[i]
        categories = self.known.pointers.get(token.lemma.lower())
        if categories is None or token.pos != "NOUN" or self._modified(i + 1) is not None:
            return None
        first = i
        while first > 0 and i - first < REACH and self.low[first - 1] not in DEFINITE:
            if self.tokens[first - 1].pos not in ("ADJ", "VERB", "NUM") and self.low[first - 1] not in KINDS:
                break
            first -= 1
        if first == 0 or self.low[first - 1] not in DEFINITE:
            return None
        earlier = next(
            (
                e
                for e in (*(n for n in reversed(self.named) if n.last <= first), *reversed(self.before))
                if e.family is not None and e.category in categories and self.sentence.index - e.sentence <= BACK
            ),
            None,
        )
        return again(earlier, self.sentence, i, i + 1, None) if earlier is not None else None

    def _handed(self, i: int) -> Item | None:
        """ "Sold the navy two ships": pieces of what is given to an armed service, which no other word calls arms."""
        token = self.tokens[i]
        kinds = self.known.pointers.get(token.lemma.lower(), frozenset())
        told = [e for e in self.before if e.category in kinds and self.sentence.index - e.sentence <= BACK]
        category = handed(self.sentence, token, self.known, among_arms=bool(told))
        if category is None or self._modified(i + 1) is not None:
            return None
        if not self.pieces.number_before(i) and not one(self.sentence.tokens, i):
            return None
        if told and len({e.family or e.name for e in told}) == 1:
            return replace(again(told[-1], self.sentence, i, i + 1, None), points_back=False)
        return Item(self.sentence.index, i, i + 1, token.start, token.end, token.lemma.lower(), category)

    def _beside(self, item: Item) -> bool:
        """True where the words of a doubtful noun's phrase are military."""
        return any(
            self.low[k] in self.known.military or self.tokens[k].lemma.lower() in self.known.military
            for k in range(max(0, item.first - 3), item.last)
        )
