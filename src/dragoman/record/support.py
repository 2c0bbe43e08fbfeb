"""Support: which value of a field most pages give, and which values cannot all be true."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from dragoman.record.resolved import Trace
from dragoman.types import Article, Evidence, Fact

V = TypeVar("V")

# The first is the firmest: what happened, or was called off, is known better than what is to come.
FIRMNESS = {"occurred": 3, "denied": 3, "ongoing": 3, "planned": 2, "possible": 1}


class Told(NamedTuple):
    """One fact with the article that it stands in."""

    article: Article  # `copies_of` names the lead of its family of copies
    fact: Fact
    superseded: bool = False  # the same outlet has corrected or retracted the page

    @property
    def family(self) -> str:
        """The witness that tells it: copies of one text are one."""
        return self.article.copies_of or self.article.id

    @property
    def where(self) -> tuple[str, int, int]:
        """The sentence: article, start, end."""
        return (self.article.id, self.fact.sentence.start, self.fact.sentence.end)


class Claim(NamedTuple, Generic[V]):
    """One value that one fact gives."""

    value: V
    told: Told
    evidence: Evidence
    trail: str = ""

    def trace(self, field: str, value: str, chosen: bool) -> Trace:
        """The claim as a row of the event's evidence."""
        article, start, end = self.told.where
        e = self.evidence
        return Trace(field, value, article, e.start, e.end, start, end, e.rule, e.inferred, self.trail, chosen)


def camps(
    claims: Sequence[Claim[V]], agree: Callable[[V, V], bool], order: Callable[[V], Any]
) -> list[list[Claim[V]]]:
    """Claims put together where their values can be one; the best supported camp first.

    A claim that fits several camps (a month that holds two days) supports the first of them.
    `order` puts values in order, the one to prefer first.
    """
    if len(claims) == 1:
        return [list(claims)]
    out: list[list[Claim[V]]] = []
    for claim in sorted(claims, key=lambda c: (order(c.value), c.told.where, c.evidence.start)):
        for camp in out:
            if all(agree(claim.value, other.value) for other in camp):
                camp.append(claim)
                break
        else:
            out.append([claim])
    return sorted(out, key=lambda camp: (weight(camp), order(camp[0].value)))


def weight(claims: Sequence[Claim[Any]]) -> tuple[int, int, int]:
    """How well a value is supported; the smaller, the better.

    The firmest status with it, then the families of copies that state it in so many words, then those that imply it.
    What only superseded pages say is supported by nobody.
    """
    standing = [c for c in claims if not c.told.superseded]
    stated = {c.told.family for c in standing if not c.evidence.inferred}
    implied = {c.told.family for c in standing}
    firm = max((FIRMNESS[c.told.fact.status] for c in standing), default=0)
    return (-firm, -len(stated), -len(implied))


def stands(claims: Iterable[Claim[Any]]) -> bool:
    """Whether a page that its outlet has not taken back makes one of the claims."""
    return any(not c.told.superseded for c in claims)
