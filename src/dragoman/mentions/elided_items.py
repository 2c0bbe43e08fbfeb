"""Pieces of arms whose noun is left out: "another [14]", "the last [two]", "[36] of which", "Peru signed for [it]"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.mentions.amounts import Amount
from dragoman.mentions.item import Item
from dragoman.types import Sentence, Token

_REACH = 2  # sentences back to the arms that such words may mean
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())
_REMAINDER = frozenset(("rest", "remainder", "others", "ones"))
_PRONOUNS = frozenset(("it", "them", "they"))
_OF_THEM = frozenset(("which", "them", "these", "those", "it"))
# Where a phrase of its own stands; a number that only goes with a noun has none of these.
_HEADS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "dative", "oprd"))
_OBJECTS = frozenset(("dobj", "pobj", "nsubjpass"))
# Arms of which one does not count pieces.
_NO_PIECES = frozenset(("other", "ammunition", "support", "small_arms"))
_SUMS = frozenset(("MONEY", "PERCENT"))
_DATES = frozenset(("DATE", "TIME", "MONEY", "PERCENT"))


def elided(sentence: Sentence, named: Sequence[Item], before: Sequence[Item], counts: Sequence[Amount]) -> list[Item]:
    """The items of a sentence that only a number, an ordinal or a pronoun stands for."""
    tokens = sentence.tokens
    taken = {k for i in named for k in range(i.first, i.last)}
    out: list[Item] = []
    for token in tokens:
        if token.i in taken:
            continue
        count = _number(tokens, token, counts)
        if count is None and not _stands_alone(tokens, token):
            continue
        earlier = _earlier(sentence, token, named, before, pronoun=token.text.lower() in _PRONOUNS)
        if earlier is not None:
            out.append(_pieces(sentence, token, earlier, count))
    return out


def _number(tokens: Sequence[Token], token: Token, counts: Sequence[Amount]) -> Amount | None:
    """The count of a phrase that is a number and nothing more: "the remaining [three]", "[36] of which"."""
    if token.lemma == "dozen" and token.dep in _HEADS and token.i and tokens[token.i - 1].text.lower() == "the":
        return Amount(token.start, token.end, 12, "exact") if _bare(tokens, token) else None
    if token.pos != "NUM" or token.dep not in _HEADS or token.ent in _SUMS or not _bare(tokens, token):
        return None
    found = next((a for a in counts if a.start <= token.start < a.end and a.measure is None), None)
    return found if found is not None and not isinstance(found.value, str) else None


def _stands_alone(tokens: Sequence[Token], token: Token) -> bool:
    """True of "the first", "a fourth", "the rest", "it" where no noun follows."""
    low = token.text.lower()
    if low in _PRONOUNS:
        return token.dep in _OBJECTS and (token.dep == "nsubjpass" or low != "they")
    if token.dep not in _HEADS or not _bare(tokens, token):
        return False
    return low in _REMAINDER or (low in _ORDINALS and token.ent not in _DATES)


def _bare(tokens: Sequence[Token], token: Token) -> bool:
    """True where no noun follows and no "of" but one that points back."""
    after = tokens[token.i + 1 : token.i + 3]
    if after and (after[0].pos in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") or after[0].text in ("-", "%", "/")):
        return False
    if after and after[0].text.lower() == "of":
        return len(after) > 1 and after[1].text.lower() in _OF_THEM
    return token.i == 0 or tokens[token.i - 1].text not in ("-", "$", "€", "£", "#")


def _earlier(
    sentence: Sentence, token: Token, named: Sequence[Item], before: Sequence[Item], pronoun: bool
) -> Item | None:
    """The arms told before a word, of which one can count pieces."""
    here = [i for i in named if i.last <= token.i and i.modifies is None]
    reach = 1 if pronoun else _REACH
    fit = [i for i in here if _has_pieces(i)]
    if fit:
        return fit[-1]
    fit = [i for i in before if sentence.index - i.sentence <= reach and _has_pieces(i)]
    # Of several arms that an earlier sentence names, it speaks of the first.
    return next((i for i in fit if i.sentence == fit[-1].sentence), None)


def _has_pieces(item: Item) -> bool:
    return item.family is not None or (item.quantity is not None and item.category not in _NO_PIECES)


def _pieces(sentence: Sentence, token: Token, earlier: Item, count: Amount | None) -> Item:
    unit: tuple[int, int] | None = None
    if count is None and token.text.lower() in _ORDINALS and _one(sentence.tokens, token):
        count = Amount(token.start, token.end, 1, "exact")
    if count is not None and earlier.unit is not None:
        unit, count = (count.start, count.end), None  # "five batteries, [three] of which": counted as those were
    return replace(
        earlier,
        sentence=sentence.index,
        first=token.i,
        last=token.i + 1,
        start=token.start,
        end=token.end,
        quantity=count,
        unit=unit,
        modifies=None,
        points_back=True,
        doubtful=False,
    )


def _one(tokens: Sequence[Token], token: Token) -> bool:
    """True of an ordinal that its verb takes for one: "the first was received"."""
    verb = tokens[token.head]
    plural = ("were", "are", "have")
    near = [t for t in tokens if t.head == verb.i and t.pos == "AUX"] + [verb]
    return not any(t.text.lower() in plural for t in near)
