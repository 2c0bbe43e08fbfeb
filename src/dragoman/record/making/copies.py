"""The tables of copies: sketches, pairs, families."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Row, func, select, true

from dragoman.record.copies import (
    WINDOW,
    Member,
    Outlet,
    Sketch,
    Text,
    are_copies,
    candidate_pairs,
    enough,
    families,
    own_words,
    same_words,
)
from dragoman.store import codec, schema
from dragoman.store.rebuild import Rebuild, Rows, chunks
from dragoman.store.store import Store

Pair = tuple[str, str]


def put_texts(tables: Rebuild, texts: Sequence[Text]) -> None:
    """Writes what is kept of some articles to find their copies."""
    tables.add(
        schema.sketches,
        [
            {
                "article": t.outlet.article, "digest": t.digest, "day": t.sketch.day,
                "shingles": t.sketch.shingles, "level": t.sketch.level,
                "publisher": t.outlet.publisher, "published": t.outlet.published, "version": t.outlet.version,
                "hashes": codec.pack(t.sketch.hashes),
            }
            for t in texts
        ],
    )


def put_shingles(tables: Rebuild, articles: Iterable[str] | None = None) -> None:
    """Writes which shingles are in some articles, or all, from what was kept of their texts."""
    s = schema.sketches.c
    hashes = func.json_each(s.hashes).table_valued("value")
    found = select(hashes.c.value, s.article).select_from(schema.sketches).join(hashes, true())
    found = found.order_by(hashes.c.value, s.article)
    for some in chunks(articles) if articles is not None else [None]:
        tables.copy(schema.shingles, found if some is None else found.where(s.article.in_(some)))


def drop_texts(tables: Rebuild, articles: Iterable[str]) -> None:
    """Forgets what was kept of some articles."""
    h, s = schema.shingles.c, schema.sketches
    for id, sketch in _sketches(tables, sorted(articles)).items():
        tables.drop(schema.shingles, h.hash, sketch.hashes, h.article == id)
    tables.drop(s, s.c.article, articles)


def make_families(tables: Rebuild, store: Store) -> None:
    """Finds all copies."""
    put_shingles(tables)
    pairs = _aligned(store, candidate_pairs(_in_time(tables)))
    for some in chunks(pairs):
        tables.add(schema.copies, [{"a": a, "b": b} for a, b in some])
    s, c = schema.sketches.c, schema.copies.c
    digests = {row.article: row.digest for row in tables.rows(select(s.article, s.digest))}
    edges = [(row.a, row.b) for row in tables.rows(select(c.a, c.b))]
    found = families(_outlets(tables, None), [*edges, *same_words(digests)])
    _put_members(tables, found)


def update_families(tables: Rebuild, store: Store, touched: Sequence[str], gone: Iterable[str]) -> set[str]:
    """Finds the copies of some articles; gives those whose family, or place in it, has changed.

    `gone` are the articles that shared a family with them before.
    """
    tables.drop(schema.copies, schema.copies.c.a, touched)
    tables.drop(schema.copies, schema.copies.c.b, touched)
    pairs = sorted(set(_candidates(tables, touched)))
    tables.add(schema.copies, [{"a": a, "b": b} for a, b in _aligned(store, pairs)])
    members, edges = _closure(tables, {*touched, *gone})
    found = families(_outlets(tables, sorted(members)), edges)
    before = members_of(tables, sorted(members))
    changed = {id for id, member in found.items() if before.get(id) != member}
    tables.drop(schema.article_standing, schema.article_standing.c.article, members)
    _put_members(tables, found)
    return changed


def members_of(tables: Rows, articles: Iterable[str]) -> dict[str, Member]:
    """The place of some articles in their families."""
    s = schema.article_standing
    out = {}
    for some in chunks(articles):
        for row in tables.rows(select(s).where(s.c.article.in_(some))):
            out[row.article] = Member(row.copy_of or row.article, row.superseded_by, row.version)
    return out


def relatives(tables: Rebuild, articles: Sequence[str]) -> set[str]:
    """The articles that are in one family with some articles, themselves included."""
    s = schema.article_standing.c
    leads = {member.lead for member in members_of(tables, articles).values()}
    queries = (select(s.article).where(s.copy_of.in_(some)) for some in chunks(sorted(leads)))
    return {row.article for query in queries for row in tables.rows(query)} | leads | set(articles)


def _in_time(tables: Rebuild) -> Iterator[Sketch]:
    """All sketches in order of their days, those without one first."""
    s = schema.sketches.c
    query = select(s.article, s.shingles, s.level, s.hashes, s.day).order_by(func.coalesce(s.day, -1), s.article)
    return map(_sketch, tables.stream(query))


def _sketches(tables: Rebuild, articles: Sequence[str]) -> dict[str, Sketch]:
    s = schema.sketches.c
    query = select(s.article, s.shingles, s.level, s.hashes, s.day)
    found = (_sketch(row) for some in chunks(articles) for row in tables.rows(query.where(s.article.in_(some))))
    return {sketch.article: sketch for sketch in found}


def _sketch(row: Row[Any]) -> Sketch:
    return Sketch(row.article, row.shingles, row.level, codec.loads_many(int, row.hashes), row.day)


def _candidates(tables: Rebuild, touched: Sequence[str]) -> Iterator[Pair]:
    h, s = schema.shingles.c, schema.sketches.c
    mine = _sketches(tables, touched)
    for id in touched:
        if id not in mine:
            continue
        shared: Counter[str] = Counter()
        day = mine[id].day
        for some in chunks(mine[id].hashes):
            query = select(h.article, func.count().label("n")).where(h.hash.in_(some)).group_by(h.article)
            if day is not None:
                near = s.day.is_(None) | s.day.between(day - WINDOW, day + WINDOW)
                query = query.join(schema.sketches, s.article == h.article).where(near)
            for row in tables.rows(query):
                shared[row.article] += row.n
        del shared[id]
        others = _sketches(tables, sorted(other for other, n in shared.items() if n > 1))
        for other, sketch in others.items():
            if enough(mine[id], sketch, shared[other]):
                yield (id, other) if id < other else (other, id)


def _aligned(store: Store, pairs: Iterable[Pair]) -> Iterator[Pair]:
    held: dict[str, list[str]] = {}
    for a, b in pairs:
        for id in (a, b):
            if id not in held:
                if len(held) > 512:
                    held.clear()
                held[id] = own_words(store.article(id))
        if are_copies(held[a], held[b]) if a in held else are_copies(own_words(store.article(a)), held[b]):
            yield a, b


def _closure(tables: Rebuild, seeds: Iterable[str]) -> tuple[set[str], list[Pair]]:
    """All articles that edges lead to, and the edges."""
    c, s = schema.copies.c, schema.sketches.c
    seen: set[str] = set()
    edges: set[Pair] = set()
    new = set(seeds)
    while new:
        seen |= new
        found: set[str] = set()
        for some in chunks(sorted(new)):
            here = select(c.a, c.b).where(c.a.in_(some) | c.b.in_(some))
            edges |= {(row.a, row.b) for row in tables.rows(here)}
            known = tables.rows(select(s.digest).where(s.article.in_(some), s.digest != "").distinct())
            for digests in chunks(sorted(row.digest for row in known)):
                rows = tables.rows(select(s.article, s.digest).where(s.digest.in_(digests)))
                same = list(same_words({row.article: row.digest for row in rows}))
                edges |= set(same)
        found = {id for edge in edges for id in edge}
        new = found - seen
    queries = (select(s.article).where(s.article.in_(some)) for some in chunks(sorted(seen)))
    held = {row.article for query in queries for row in tables.rows(query)}
    return held, sorted(edge for edge in edges if edge[0] in held and edge[1] in held)


def _outlets(tables: Rebuild, articles: Sequence[str] | None) -> Iterator[Outlet]:
    s = schema.sketches.c
    query = select(s.article, s.publisher, s.published, s.version).order_by(s.article)
    for some in chunks(articles) if articles is not None else [None]:
        rows = tables.rows(query if some is None else query.where(s.article.in_(some)))
        yield from (Outlet(row.article, row.publisher, row.published, row.version) for row in rows)


def _put_members(tables: Rebuild, found: dict[str, Member]) -> None:
    rows: list[dict[str, Any]] = [
        {
            "article": id, "copy_of": m.lead if m.lead != id else None, "superseded_by": m.superseded_by,
            "version": m.version,
        }
        for id, m in sorted(found.items())
    ]
    for some in chunks(rows, 1000):
        tables.add(schema.article_standing, some)
