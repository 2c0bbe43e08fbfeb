"""Originals: dated articles of which undated ones are copies, and which are thus as old as they.

What an undated copy says of "Monday" and "last week" was written with its original, so that the original's day is the
one to count from. It is so only of a copy that counts from the same words: one that says "on Tuesday" where the other
says "yesterday" was written anew on another day. Of versions that lie days apart it is not known which was copied, nor
whether the undated one came before or after them: nothing is said then, not even a bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from dragoman.mentions.dates import find
from dragoman.reading.publication import as_old_as, original_of, unsettled
from dragoman.record.copies import own_spans
from dragoman.record.dates import partial
from dragoman.store import schema
from dragoman.store.rebuild import Rows, chunks
from dragoman.store.store import Store
from dragoman.types import Article

CLOSE_DAYS = 3  # between the versions of one day's news
WRITTEN_DAYS = 7  # between a day that a copy has in its text and the date of its original


class Version(NamedTuple):
    """A dated article that has the text of an undated one."""

    published: str
    article: str
    whole: bool  # word for word


def originals(store: Store) -> Iterator[Article]:
    """The articles that must be read anew: as they are once each has the date of its original, or has it no more.

    The tables of copies must be up to date.
    """
    for id, versions in sorted(_undated(store).items()):
        article = store.article(id)
        original = original_among(article, versions, store)
        now = original_of(article)
        if original != now:
            yield as_old_as(article, *original) if original is not None else unsettled(article)


def original_among(article: Article, versions: Collection[Version], store: Store) -> tuple[str, str] | None:
    """Which of its dated versions an undated article is as old as, with its date; None where that is not sure."""
    bare = unsettled(article)
    found = _earliest([v for v in versions if v.whole] or versions)
    if found is None:
        return None
    published = _as_written(bare.published, found.published)
    if published is None or bare.published_before is not None and bare.published_before < published:
        return None
    if not (found.whole or _counts(bare) <= _counts(store.article(found.article))):
        return None
    return found.article, published


def _earliest(versions: Collection[Version]) -> Version | None:
    """The first of versions that appeared within a few days; of those not dated to the day, the one they agree on."""
    days = sorted(v for v in versions if len(v.published) == len("2016-08-15"))
    if days:
        spread = date.fromisoformat(days[-1].published) - date.fromisoformat(days[0].published)
        return days[0] if spread.days <= CLOSE_DAYS else None
    return min(versions) if len({v.published for v in versions}) == 1 else None


def _as_written(own: str | None, published: str) -> str | None:
    """The original's date; where the copy has a day of its own without a year, that day in the original's year.

    None where the two do not go together.
    """
    told, known = partial(own), partial(published)
    if told is None or known is None:
        return published
    if known.grain != "day":
        return told.in_year(known.year) if known.agrees(told) else None
    day = date.fromisoformat(published)
    around = (told.in_year(year) for year in (day.year - 1, day.year, day.year + 1))
    near = [d for d in around if d is not None and abs((date.fromisoformat(d) - day).days) <= WRITTEN_DAYS]
    return near[0] if near else None


def _counts(article: Article) -> set[str]:
    """The words of an article that count from its day: "Monday", "last week", "August 14"."""
    return {
        " ".join(e.text.split()).casefold()
        for start, end in own_spans(article)
        for e in find(article.text, start, end)
        if e.value is None
    }


def _undated(tables: Rows) -> dict[str, set[Version]]:
    """The articles without a date of their own that have a dated version, or have had one."""
    s, a = schema.sketches.c, schema.articles.c
    digests = {row.article: row.digest for row in tables.rows(select(s.article, s.digest).where(s.published.is_(None)))}
    found: dict[str, set[Version]] = {}
    for some in chunks(sorted(digests)):
        had = select(a.id).where(a.id.in_(some), a.published.is_not(None), a.published_basis == "inferred")
        found.update({row.id: set() for row in tables.rows(had)})
        pairs = _versions(tables, {id: digests[id] for id in some})
        for others in chunks(sorted({other for _, other in pairs})):
            query = select(s.article, s.digest, s.published).where(s.article.in_(others), s.published.is_not(None))
            dated = {row.article: row for row in tables.rows(query)}
            for id, other in pairs:
                if other in dated:
                    version = Version(dated[other].published, other, dated[other].digest == digests[id])
                    found.setdefault(id, set()).add(version)
    return found


def _versions(tables: Rows, digests: Mapping[str, str]) -> set[tuple[str, str]]:
    """Some articles, given with the digests of their words, each with those that are copies of it."""
    s, c = schema.sketches.c, schema.copies.c
    holders: dict[str, list[str]] = defaultdict(list)
    for id, digest in digests.items():
        if digest:
            holders[digest].append(id)
    same = tables.rows(select(s.digest, s.article).where(s.digest.in_(holders), s.published.is_not(None)))
    pairs = {(id, row.article) for row in same for id in holders[row.digest]}
    pairs |= {(row.a, row.b) for row in tables.rows(select(c.a, c.b).where(c.a.in_(digests)))}
    return pairs | {(row.b, row.a) for row in tables.rows(select(c.a, c.b).where(c.b.in_(digests)))}
