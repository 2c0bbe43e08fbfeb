"""Whether two reports of a page are of one deal in arms, and what a later sentence takes from an earlier one."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.candidate import POINTER_REACH, Candidate
from dragoman.facts.transfer import Transfer

_AHEAD = ("planned", "possible")
# Stages before a deal is made: one deal on its way, whatever word a sentence has for how far it has come.
_ON_THE_WAY = ("requested", "offered", "approved", "planned")


def deal_likeness(told: Sequence[Candidate], candidate: Candidate) -> float:
    """How likely a report tells of a deal told before; 0 where sides, item, stage or number differ."""
    mine = candidate.transfer
    if mine is None:
        return 0.0
    distance = candidate.sentence - max(c.sentence for c in told)
    score = 1.0
    pointing = mine.item is None
    for other in told:
        theirs = other.transfer
        if theirs is None:
            continue
        shared = _sides(mine, theirs)
        if shared is None:
            return 0.0
        if mine.item is None or theirs.item is None:
            if not (candidate.definite or candidate.joined is not None) or distance > POINTER_REACH:
                return 0.0
            continue
        pointing = False
        # "Goes to Cairo to sign": the contract told before, though it was told as done.
        explicit = candidate.scope.explicit and other.scope.explicit and not candidate.points
        on_the_way = _stage(mine) in _ON_THE_WAY and _stage(theirs) in _ON_THE_WAY
        if explicit and not on_the_way and (candidate.scope.status in _AHEAD) != (other.scope.status in _AHEAD):
            return 0.0
        numbers = {n for n in (_number(mine), _number(theirs)) if n is not None}
        if _key(mine) != _key(theirs) or not (on_the_way or _stage(mine) == _stage(theirs)) or len(numbers) > 1:
            return 0.0
        if shared == 0 or (shared == 1 and distance > POINTER_REACH):
            return 0.0
        score = max(score, 1.0 + shared)
    return 0.5 if pointing else score


def deal_stands(told: Sequence[Candidate]) -> bool:
    """True of a deal in something, between two that are not the same; who makes the item may stand for its supplier."""
    transfers = [c.transfer for c in told if c.transfer is not None]
    codes = {str(q.value) for t in transfers for q in (t.supplier, t.recipient) if q is not None}
    if not any(t.item is not None for t in transfers):
        return False
    return len(codes) > 1 or any(_bought_abroad(t) for t in transfers)


def _bought_abroad(t: Transfer) -> bool:
    """True of a named system that its buyer does not make: some other state supplies it, though none is named."""
    if t.item is None or t.item.family is None or not t.item.makers or t.recipient is None:
        return False
    return t.recipient.value not in t.item.makers


def _sides(a: Transfer, b: Transfer) -> int | None:
    """How many sides two rows share; None where they contradict each other."""
    shared = 0
    for x, y in ((a.supplier, b.supplier), (a.recipient, b.recipient)):
        if x is not None and y is not None:
            if x.value != y.value:
                return None
            shared += 1
    return shared


def _key(t: Transfer) -> str:
    return (t.item.family or t.item.name) if t.item is not None else ""


def _stage(t: Transfer) -> str | None:
    return str(t.stage.value) if t.stage is not None else None


def _number(t: Transfer) -> float | str | None:
    return t.item.quantity.value if t.item is not None and t.item.quantity is not None else None
