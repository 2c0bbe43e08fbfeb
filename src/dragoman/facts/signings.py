"""Where and when a deal told before was or will be signed: "The minister goes to Cairo on Monday to sign"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import POINTER_REACH, Candidate
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.scope import scope
from dragoman.facts.times import said_of
from dragoman.facts.transfer_words import transfer_words
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, Predicate, TimeExpression

_CONTRACT = "contract"
_PRONOUNS = frozenset({"it", "this", "them"})


def signings(
    page: PageReferents,
    sentence: int,
    predicates: Mapping[int, Predicate],
    times: Sequence[TimeExpression],
    found: Sequence[Candidate],
) -> list[Candidate]:
    """Reports of the contract last told, by a verb of signing that names nothing else; one for each row of it."""
    tokens = page.annotated.sentences[sentence].tokens
    for token in sorted(predicates):
        predicate = predicates[token]
        if predicate.pos != "verb" or predicate.lemma not in transfer_words().signing:
            continue
        objects = [a for a in predicate.arguments if a.role == "patient" and a.prep is None]
        if any(tokens[a.head].text.lower() not in _PRONOUNS for a in objects):
            continue
        parent = predicates.get(predicate.parent) if predicate.parent is not None else None
        carrying = [predicate] + ([parent] if parent is not None and (predicate.link or "") == "purpose" else [])
        places = [f for p in carrying for a in p.arguments for f in _places(page, sentence, a)]
        said = scope(tokens, predicates, predicate)
        when = [t for p in carrying for t in said_of(tokens, p, times)]
        if places or when:
            return [
                replace(
                    row,
                    sentence=sentence,
                    predicate=predicate,
                    scope=said,
                    places=list(places),
                    times=when,
                    topics=[],
                    figures=(),
                    joined=None,
                    points=True,
                    features=["signed later"],
                )
                for row in _rows(sentence, found)
            ]
    return []


def _places(page: PageReferents, sentence: int, argument: Argument) -> list[Filler]:
    """The places of an argument; "in a Cairo palace" is in Cairo."""
    if argument.role not in ("place", "goal"):
        return []
    found = [f for f in fill(page, sentence, argument) if isinstance(f, Filler)]
    named = [f for f in found if page.referents[f.referent].place is not None]
    inside = [s for s in page.within(sentence, argument.first, argument.last) if s.form in ("city", "capital")]
    return named or [Filler(s.referents[0], sentence, s.first, s.last, argument.via) for s in inside[:1]]


def _rows(sentence: int, found: Sequence[Candidate]) -> list[Candidate]:
    """The rows of the contract last told, as many sentences as it took to tell them."""
    rows: list[Candidate] = []
    for c in reversed(found):
        transfer = c.transfer
        if not deals_in_arms(c.frame) or transfer is None or transfer.item is None or transfer.stage is None:
            continue
        if sentence - c.sentence > POINTER_REACH:
            break
        if transfer.stage.value != _CONTRACT or transfer.supplier is None or transfer.recipient is None:
            continue
        sides = (transfer.supplier.value, transfer.recipient.value)
        if rows and (rows[-1].transfer is None or sides != _sides(rows[-1])):
            break
        item = replace(transfer.item, points_back=True)
        if all(r.transfer is None or r.transfer.item is None or r.transfer.item.name != item.name for r in rows):
            rows.append(replace(c, transfer=replace(transfer, item=item)))
    return rows[::-1]


def _sides(row: Candidate) -> tuple[object, object]:
    transfer = row.transfer
    if transfer is None or transfer.supplier is None or transfer.recipient is None:
        return None, None
    return transfer.supplier.value, transfer.recipient.value
