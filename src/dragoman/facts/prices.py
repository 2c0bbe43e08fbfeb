"""What a deal told before costs, where a later sentence says just that: "The jets are priced at $300 million"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import POINTER_REACH, Candidate
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.sums import sums
from dragoman.facts.transfer_words import transfer_words
from dragoman.mentions.armoury import armoury
from dragoman.mentions.item import Item
from dragoman.mentions.money import Money
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, Evidence, Predicate, Sentence

_PRICED = ("agent", "patient")
_POINTING = frozenset(("it", "they", "them", "which"))


def prices(
    page: PageReferents,
    sentence: Sentence,
    predicates: Mapping[int, Predicate],
    items: Sequence[Item],
    found: Sequence[Candidate],
) -> list[Candidate]:
    """The deal last told with the sum that a verb of pricing gives it, or nothing where more than one is meant."""
    told = [c for c in found if c.sentence == sentence.index and c.items and deals_in_arms(c.frame)]
    money = next((m for m in sums(page.annotated.article.text, sentence).all if not m.converted), None)
    if told or money is None:
        return []
    for token in sorted(predicates):
        predicate = predicates[token]
        if not _prices(sentence, predicate):
            continue
        priced = [a for a in predicate.arguments if a.role in _PRICED]
        rows = [r for a in priced for r in _meant(sentence, a, items, found)]
        if len({id(r) for r in rows}) == 1 and money.end > sentence.tokens[token].end:
            at = Evidence(money.start, money.end, "sum of the deal told before")
            return [_with_sum(rows[0], sentence, predicate, money, at)]
    return []


def _prices(sentence: Sentence, predicate: Predicate) -> bool:
    """True of "cost", "is worth", "is estimated to be worth"."""
    if predicate.pos == "verb" and predicate.lemma in transfer_words().pricing:
        return True
    worth = any(
        a.role == "attribute" and sentence.tokens[a.first].text.lower() == "worth" for a in predicate.arguments
    )
    return predicate.lemma == "be" and worth


def _meant(
    sentence: Sentence, priced: Argument, items: Sequence[Item], found: Sequence[Candidate]
) -> list[Candidate]:
    """The rows of the deal to which "it", "the deal" or "the jets" points back."""
    head = sentence.tokens[priced.head]
    arms = next((i for i in items if i.first <= priced.head < i.last), None)
    deal = head.lemma in transfer_words().packages or head.text.lower() in _POINTING
    pointing = armoury().pointers.get(head.lemma, ())
    if not deal and not pointing and (arms is None or arms.quantity is not None):
        return []
    last: list[Candidate] = []
    for c in reversed(found):
        if c.transfer is None or c.transfer.item is None or sentence.index - c.sentence > POINTER_REACH:
            continue
        if last and (c.sentence, c.predicate.token) != (last[0].sentence, last[0].predicate.token):
            break
        last.append(c)
    only = last[0].transfer if len(last) == 1 else None
    if only is None or only.item is None or only.value is not None:
        return []
    fits = _same(last[0], arms) if arms is not None or deal else only.item.category in pointing
    return last if fits else []


def _same(c: Candidate, arms: Item | None) -> bool:
    item = c.transfer.item if c.transfer is not None else None
    return arms is None or item is not None and item.category == arms.category and arms.family in (None, item.family)


def _with_sum(row: Candidate, sentence: Sentence, predicate: Predicate, money: Money, at: Evidence) -> Candidate:
    priced = row.transfer
    if priced is not None and priced.item is not None:
        priced = replace(priced, item=replace(priced.item, points_back=True), value=money, value_at=at)
    return replace(
        row,
        sentence=sentence.index,
        predicate=predicate,
        scope=replace(row.scope, cue=predicate.token, rule="the deal told before", sources=()),
        transfer=priced,
        places=[],
        times=[],
        topics=[],
        figures=(),
        joined=None,
        points=True,
        features=["priced later"],
    )
