"""When an article was written, as far as what it tells settles it: its date inferred, or the days it lies between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.facts.reference import Reference, is_day
from dragoman.types import Article, DateClaim, Fact

INFERRED = "the day of the latest words it reports"


def placed(article: Article, reference: Reference, facts: Sequence[Fact]) -> Article:
    """The article with what it tells of its own date, where nobody gave it one.

    The day of the latest words that it reports is its date, as inferred. Failing that it is not older than what it
    looks back on, and not younger than what it announces.
    """
    if article.published is not None:
        return article
    after = max(filter(None, (_last_day(f) for f in facts if f.status == "occurred")), default=None)
    before = min(filter(None, (_first_day(f) for f in facts if f.status == "planned")), default=None)
    if before is not None and after is not None and _earlier(before, after):
        before = None  # what it announces lies before what it looks back on: one of them is misread
    day = reference.value
    if day is not None and reference.said_at is not None and is_day(day):
        known = day[0] != "-"
        if not (known and (after and _earlier(day, after) or before and _earlier(before, day))):
            claim = DateClaim(day, "inferred", *reference.said_at, note=INFERRED)
            claims = (*article.date_claims, claim)
            return replace(article, published=day, published_basis="inferred", date_claims=claims)
        after = max(filter(None, (after, day)))
    before = min(filter(None, (before, article.published_before)), default=None)
    return replace(article, published_after=after or article.published_after, published_before=before)


def _earlier(one: str, other: str) -> bool:
    """True where a date lies before another, each as coarse as it is told."""
    return one[: len(other)] < other[: len(one)]


def _last_day(fact: Fact) -> str | None:
    return _with_year(fact.date.value.end or fact.date.value.start) if fact.date is not None else None


def _first_day(fact: Fact) -> str | None:
    return _with_year(fact.date.value.start) if fact.date is not None else None


def _with_year(day: str | None) -> str | None:
    return day if day is not None and day[0] != "-" else None
