"""Arguments under construction: fillers with their phrases, and what a preposition makes of its object."""

from __future__ import annotations

from typing import Literal

from dragoman.facts.predicates.tree import RELATIVE_TAGS, Tree
from dragoman.types import Argument, Predicate


class Draft:
    """A predicate while its arguments are being gathered."""

    __slots__ = ("tree", "token", "lemma", "pos", "arguments", "seen", "light", "parent", "link", "passive")

    def __init__(self, tree: Tree, token: int, lemma: str, pos: Literal["verb", "noun", "adj"]) -> None:
        self.tree = tree
        self.token = token
        self.lemma = lemma
        self.pos: Literal["verb", "noun", "adj"] = pos
        self.arguments: list[Argument] = []
        self.seen: set[tuple[str, int]] = set()
        self.light: int | None = None
        self.parent: int | None = None
        self.link: str | None = None
        self.passive = False

    def has(self, role: str) -> bool:
        """Whether any argument has the role."""
        return any(a.role == role for a in self.arguments)

    def fillers(self, role: str) -> list[int]:
        """Heads of the arguments with the role."""
        return [a.head for a in self.arguments if a.role == role]

    def put(self, role: str, head: int, via: str, prep: str | None = None, span: tuple[int, int] | None = None) -> None:
        """Add one filler, once for each role."""
        if (role, head) in self.seen or head == self.token:
            return
        self.seen.add((role, head))
        first, last = span or self.tree.phrase(head)
        self.arguments.append(Argument(role, head, first, last, via, prep))

    def add(self, role: str, head: int, via: str, prep: str | None = None) -> None:
        """Add a nominal filler with its conjuncts, a listing apposition, and who leads or accompanies it."""
        tree = self.tree
        if tree.tag[head] in RELATIVE_TAGS or tree.low[head] == "that" and tree.dep[head] in ("nsubj", "dobj", "pobj"):
            antecedent = antecedent_of(tree, head)
            if antecedent is not None and antecedent != self.token:
                for m in tree.members(antecedent)[:1]:
                    self.put(role, m, "relative", prep)
                return
        for m in tree.members(head):
            self.put(role, m, via, prep)
            if tree.kids[m]:
                self._satellites(role, m, prep)

    def _satellites(self, role: str, head: int, prep: str | None) -> None:
        tree = self.tree
        lexicon = tree.lexicon
        for k in tree.kids[head]:
            dep = tree.dep[k]
            if dep == "prep" and tree.low[k] in ("with", "under") and tree.lemma[head] in lexicon.delegations:
                for m in (m for j in tree.kids[k] if tree.dep[j] == "pobj" for m in tree.members(j)):
                    self.put(role, m, "led-by", prep)  # "a delegation with the chief of staff, X, came"
            elif dep == "appos":
                listed = tree.members(k)
                if len(listed) > 1:
                    for m in listed:
                        self.put(role, m, "apposition-list", prep)
            elif dep in ("acl", "relcl", "amod", "advcl") and tree.verb[k] and k != self.token:
                if tree.lemma[k] in lexicon.leading_verbs:
                    if dep == "amod":
                        leader = tree.child(k, "npadvmod", "nmod", "compound")
                        if leader >= 0:
                            self.put(role, leader, "led-by", prep)
                    else:
                        self.by_phrase(k, role, "led-by", prep)
                elif tree.lemma[k] in lexicon.accompanying_verbs and dep != "amod":
                    self.by_phrase(k, "companion", "accompanied-by", "by")

    def by_phrase(self, verb: int, role: str, via: str, prep: str | None) -> None:
        """Add the agent of a passive participle in a role."""
        tree = self.tree
        by = next((k for k in tree.kids[verb] if tree.low[k] == "by" and tree.dep[k] in ("agent", "prep")), -1)
        if by >= 0:
            filler = tree.child(by, "pobj")
            if filler >= 0:
                for m in tree.members(filler):
                    self.put(role, m, via, prep)

    def freeze(self) -> Predicate:
        """The finished predicate."""
        return Predicate(self.token, self.lemma, self.pos, tuple(self.arguments), self.light, self.parent, self.link)


def antecedent_of(tree: Tree, i: int) -> int | None:
    """The noun that the clause around a relative pronoun describes, or None outside a relative clause."""
    at = i
    for _ in range(12):
        if tree.dep[at] in ("relcl", "acl") and tree.verb[at]:
            return _described(tree, tree.head[at], i)
        if tree.head[at] == at or tree.dep[at] in ("ccomp", "csubj", "advcl") and tree.tag[i] != "WDT":
            return None
        at = tree.head[at]
    return None


def _described(tree: Tree, above: int, pronoun: int) -> int:
    """ "Turned to Russia, from which it ordered": a verb is described by no such clause, but the noun before it."""
    if tree.verb[above] and above < pronoun and tree.tag[pronoun] == "WDT":
        at = pronoun - 1
        while at > above and (tree.pos[at] == "ADP" or tree.tokens[at].text == ","):
            at -= 1
        if at > above and tree.pos[at] in ("NOUN", "PROPN"):
            return at
    return above


# "Met in the attendance of X" as well: who is there, and takes part where people only talk.
PRESENT = "in the presence of"
_PREPOSITIONAL = frozenset({"prep", "agent", "dep", "advmod", "conj"})
# "Chad, on its part, sent troops", "for his part": a turn of speech, and no part of anything.
_ON_ITS_PART = ("on", "for")


def prepositions(tree: Tree, i: int) -> list[tuple[str, int, int]]:
    """`(preposition, object, first token)` of each prepositional phrase of a head, coordinated ones included.

    The object is -1 where a preposition is stranded or takes a clause.
    """
    out: list[tuple[str, int, int]] = []
    for k in tree.kids[i]:
        if tree.dep[k] in _PREPOSITIONAL:
            _prepositional(tree, k, "", out)
    return out


def _prepositional(tree: Tree, k: int, outer: str, out: list[tuple[str, int, int]]) -> None:
    dep, adposition = tree.dep[k], tree.pos[k] == "ADP"
    if dep in ("conj", "dep") and not adposition:
        return
    word = f"{outer} {tree.low[k]}" if outer else tree.low[k]
    if dep == "advmod" and not adposition:
        # "together with", "ahead of", "late on": an adverb before the preposition; only some make one of the two
        for c in tree.kids[k]:
            if tree.dep[c] == "prep":
                pair = f"{word} {tree.low[c]}" in tree.lexicon.prepositional_phrases
                _prepositional(tree, c, word if pair else "", out)
        return
    objects = False
    for c in tree.kids[k]:
        label = tree.dep[c]
        if label == "advmod" and c < k and f"{tree.low[c]} {word}" in tree.lexicon.prepositional_phrases:
            word = f"{tree.low[c]} {word}"
        elif label == "pobj" and tree.lemma[c] == "part" and word in _ON_ITS_PART:
            objects = True
        elif label == "pobj":
            who = _who_takes_part(tree, c) if word in ("with", "in") else c
            out.append((PRESENT if word == "in" and who != c else word, who, k))
            objects = True
        elif label == "prep" and len(word) < 40:
            _prepositional(tree, c, "" if word == "worth" else word, out)
            objects = True
        elif label == "conj" and tree.pos[c] == "ADP":
            _prepositional(tree, c, "", out)
    if not objects and dep in ("prep", "dep"):
        out.append((word, -1, k))


def _who_takes_part(tree: Tree, i: int) -> int:
    """ "With the participation of Peru", "with Peru's participation": Peru; any other noun is itself."""
    if tree.lemma[i] not in tree.lexicon.taking_part:
        return i
    of = next((k for k in tree.kids[i] if tree.dep[k] == "prep" and tree.low[k] in ("of", "from", "by")), -1)
    who = tree.child(of, "pobj") if of >= 0 else tree.child(i, "poss")
    return who if who >= 0 else i


def role_of(tree: Tree, word: str, filler: int, nominal: bool, act_nouns: frozenset[str] | None) -> str:
    """The canonical role of the object of a preposition, under a verb or under a noun (`nominal`)."""
    lexicon = tree.lexicon
    prep = lexicon.prepositional_phrases.get(word) or (word if word in lexicon.prepositions else word.split(" ")[0])
    temporal = tree.is_time(filler)
    act = act_nouns is not None and tree.lemma[filler] in act_nouns
    role = lexicon.prepositions.get(prep)
    if prep == "on":
        if temporal:
            return "time"
        if act and not nominal:
            return "oblique"
        if nominal:
            return "place" if tree.tokens[filler].ent == "LOC" or tree.lemma[filler] in lexicon.positions else "topic"
        return "place" if tree.is_placelike(filler) and tree.tokens[filler].ent != "GPE" else "topic"
    if prep == "over":
        if temporal:
            return "time"
        placelike = tree.is_placelike(filler)
        return "place" if placelike and not (nominal and tree.tokens[filler].ent == "GPE") else "topic"
    if prep == "by":
        return "time" if temporal else ("agent" if nominal else "oblique")
    if prep == "of":
        if temporal and nominal:
            return "time"
        return "patient" if nominal else "topic"
    if prep == "for":
        if temporal:
            return "time"
        if not nominal and tree.tokens[filler].ent in ("GPE", "LOC", "FAC"):
            return "goal"
        return "oblique" if tree.pos[filler] in ("PROPN", "PRON") else "purpose"
    if role == "time":
        return "time" if temporal else "oblique"
    if role == "place":
        if temporal:
            return "time"
        return "oblique" if act else "place"
    if role in ("source", "goal") and temporal:
        return "time"
    return role or "oblique"
