"""A sentence's parse as plain lists."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.predicates.lexicon import Lexicon
from dragoman.types import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
# What a phrase leaves out: clauses, what is coordinated, and marks.
_CLAUSAL = frozenset("relcl acl advcl ccomp xcomp csubj parataxis conj cc punct mark preconj expl".split())
_PHRASE_PREPOSITIONS = frozenset({"of", "for", "from", "to"})
_NOT_VERBS = frozenset(
    "aux auxpass prep cc punct case mark advmod prt compound det agent poss predet preconj intj".split()
)


class Tree:
    """One parsed sentence: lists by token index, with children left to right."""

    __slots__ = ("tokens", "n", "head", "dep", "pos", "tag", "lemma", "low", "kids", "verb", "_phrases", "lexicon")

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.n = len(tokens)
        self.head = [t.head for t in tokens]
        self.dep = [t.dep for t in tokens]
        self.pos = [t.pos for t in tokens]
        self.tag = [t.tag for t in tokens]
        self.lemma = [t.lemma for t in tokens]
        self.low = [t.text.lower() for t in tokens]
        self.kids: list[list[int]] = [[] for _ in tokens]
        for i, h in enumerate(self.head):
            if h != i:
                self.kids[h].append(i)
        self._phrases: dict[int, tuple[int, int]] = {}
        self.verb = [self._is_verb(i) for i in range(self.n)]

    def settle(self) -> None:
        """Read the verbs anew after repairs."""
        self._phrases.clear()
        self.verb = [self._is_verb(i) for i in range(self.n)]

    def forget(self) -> None:
        """Drop the phrases worked out so far, because an arc may move."""
        self._phrases.clear()

    def _is_verb(self, i: int) -> bool:
        pos = self.pos[i]
        if pos == "AUX":
            return self.dep[i] not in _NOT_VERBS
        if pos != "VERB" or self.dep[i] in _NOT_VERBS:
            return False
        return self.dep[i] != "amod" or self.tag[i] in ("VBG", "VBN")

    def move(self, i: int, head: int, dep: str) -> None:
        """Hang token `i` under `head` as `dep`."""
        old = self.head[i]
        if old != i:
            self.kids[old].remove(i)
        self.head[i] = head
        self.dep[i] = dep
        if head != i:
            kids = self.kids[head]
            kids.append(i)
            kids.sort()

    def is_time(self, i: int) -> bool:
        """Whether the phrase with this head names a time."""
        token = self.tokens[i]
        if token.ent in ("DATE", "TIME"):
            return True
        if self.pos[i] == "NUM":
            return token.ent == "" and len(token.text) == 4 and token.text[:2] in ("19", "20") and token.text.isdigit()
        return (self.lemma[i] in self.lexicon.time_nouns or self.low[i] in self.lexicon.time_nouns) and not (
            token.ent in ("PERSON", "GPE") or self.low[i] == "times"
        )

    def is_placelike(self, i: int) -> bool:
        """Whether the phrase with this head is by its kind a place."""
        return self.tokens[i].ent in ("GPE", "LOC", "FAC") or self.lemma[i] in self.lexicon.place_nouns

    def members(self, i: int) -> list[int]:
        """A nominal head and what is coordinated with it, left to right as the parser chains them."""
        kids = self.kids[i]
        if not kids:
            return [i]
        out = [i]
        for at in out:
            for k in self.kids[at]:
                if self.dep[k] == "conj" and not self.verb[k] and self.pos[k] != "ADP":
                    out.append(k)
        return out

    def phrase(self, i: int) -> tuple[int, int]:
        """Token range of the phrase of a nominal head: no clauses, no conjuncts, no circumstances."""
        known = self._phrases.get(i)
        if known is not None:
            return known
        first, last = i, i + 1
        self._phrases[i] = (first, last)
        for k in reversed(self.kids[i]):
            if k > i or self.dep[k] in _CLAUSAL:
                continue
            first = min(first, self.phrase(k)[0])
        for k in self.kids[i]:
            dep = self.dep[k]
            if k < i or dep == "punct":
                continue
            if dep in _CLAUSAL or (dep == "prep" and self.low[k] not in _PHRASE_PREPOSITIONS):
                break
            if k > last and any(self.tokens[j].text not in (",", "(", "-", "–", "—", '"') for j in range(last, k)):
                start = self.phrase(k)[0]
                if any(self.tokens[j].text not in (",", "(", "-", "–", "—", '"', "“", "'") for j in range(last, start)):
                    break
            last = max(last, self.phrase(k)[1])
            # "the ministers of Peru and Chile" keeps both states
            for j in (k,) if dep == "appos" else self.kids[k] if dep == "prep" else ():
                for m in self.members(j):
                    last = max(last, self.phrase(m)[1])
        self._phrases[i] = (first, last)
        return first, last

    def clause(self, i: int) -> tuple[int, int]:
        """Token range of everything under a head."""
        first, last, stack = i, i + 1, [i]
        while stack:
            for k in self.kids[stack.pop()]:
                first, last = min(first, k), max(last, k + 1)
                stack.append(k)
        return first, last

    def child(self, i: int, *deps: str) -> int:
        """First child with one of the labels, or -1."""
        for k in self.kids[i]:
            if self.dep[k] in deps:
                return k
        return -1
