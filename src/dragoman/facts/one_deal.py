"""Which candidates of a sentence tell of one deal in arms, and which of them leads: "signed a contract to deliver"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.facts.candidate import Candidate
from dragoman.types import Predicate

_CLIMB = 5  # predicates over one at most


def part_from_deal(arms: Sequence[Candidate], predicates: Mapping[int, Predicate]) -> None:
    """What stands in the phrase of the deal under which something is delivered is that deal's."""
    for c in arms:
        if _under_a_deal(c, predicates) is None:
            deals = [o for o in arms if _under_a_deal(o, predicates) is not None]
            inside = {i.first for o in deals for i in o.items if i.first > o.predicate.token > c.predicate.token}
            c.items = tuple(i for i in c.items if i.first not in inside)


def one_deal_groups(arms: Sequence[Candidate], predicates: Mapping[int, Predicate]) -> list[list[Candidate]]:
    """The candidates of a sentence in groups that each tell of one deal, in the order of the text."""
    groups: list[list[Candidate]] = []
    for c in arms:
        mine = [g for g in groups if any(_one_deal(c, o, predicates) for o in g)]
        merged = [o for g in mine for o in g] + [c]
        groups = [g for g in groups if g not in mine]
        groups.append(merged)
    return [sorted(g, key=lambda c: c.predicate.token) for g in groups]


def _one_deal(a: Candidate, b: Candidate, predicates: Mapping[int, Predicate]) -> bool:
    if a.joined == b.predicate.token or b.joined == a.predicate.token:
        return True
    if _under_a_deal(a, predicates) != _under_a_deal(b, predicates):
        return False
    if {i.first for i in a.items} & {i.first for i in b.items}:
        return True
    if a.items and b.items:
        return False
    return any(
        lower.predicate.token != upper.predicate.token and upper.predicate.token in _above(predicates, lower.predicate)
        for lower, upper in ((a, b), (b, a))
    )


def _under_a_deal(c: Candidate, predicates: Mapping[int, Predicate]) -> int | None:
    """The deal under which a sentence tells of another stage: "shipped under [a deal of $800 million] for 16"."""
    at: Predicate | None = c.predicate
    for _ in range(_CLIMB):
        if at is None:
            return None
        if at.link == "oblique:under" and at.pos == "noun":
            return at.token
        at = predicates.get(at.parent) if at.parent is not None else None
    return None


def _above(predicates: Mapping[int, Predicate], predicate: Predicate) -> list[int]:
    """The tokens of the predicates over one, nearest first, as far as no coordination parts them."""
    out: list[int] = []
    at = predicate
    for _ in range(_CLIMB):
        if at.parent is None or at.parent in out or (at.link or "") == "conjunct":
            break
        out.append(at.parent)
        above = predicates.get(at.parent)
        if above is None:
            break
        at = above
    return out


def lead_of(group: Sequence[Candidate], predicates: Mapping[int, Predicate]) -> Candidate:
    """The candidate that stands highest; a clause that only describes an item stands below one that does not."""
    tokens = {c.predicate.token for c in group}
    top = [c for c in group if not tokens & set(_above(predicates, c.predicate))] or list(group)
    return min(
        top,
        key=lambda c: (
            (c.predicate.link or "").startswith(("relative", "modifier")),
            -c.trigger.strength,
            c.predicate.token,
        ),
    )
