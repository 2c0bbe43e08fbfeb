"""The tables of actors: sightings, actors, their names, and which referent is which actor."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import or_, select

from dragoman.mentions.spelling import fold
from dragoman.record import persons, shape
from dragoman.record.actors import DoubtfulPair, resolved, state_actor
from dragoman.record.bonds import NO_BONDS, Bonds
from dragoman.record.geography import is_state
from dragoman.record.groups import Groups
from dragoman.record.resolved import Actor
from dragoman.record.sightings import Key, Sighting, telling_words
from dragoman.store import codec, schema
from dragoman.store.rebuild import Rebuild, Rows, chunks

_HEARD = 3  # sources of a role that an actor's brief keeps
_KNOWN = 100_000  # actors that are held to say who is who
_HELD = 20_000  # sightings put together before they are written


def block_of(s: Sighting) -> str:
    """What sightings of one actor share: how a surname sounds, a state's code, a body's words."""
    if s.kind == "person":
        return f"person {persons.block_of(s.name)}"
    if s.kind == "state":
        return f"state {s.country or fold(s.name)}"
    return "body " + (" ".join(sorted(telling_words(s.name))) or fold(s.name))


def put_sightings(tables: Rebuild, found: Sequence[Sighting]) -> None:
    """Writes what the readings of some articles hold of actors."""
    rows = [
        {"article": s.key.article, "referent": s.key.referent, "block": block_of(s), "body": codec.pack(s)}
        for s in found
    ]
    tables.add(schema.sightings, rows)


def make_actors(tables: Rebuild, bonds: Bonds = NO_BONDS) -> None:
    """Puts all sightings together, and what was decided to be one with them."""
    tied = _tied(tables, bonds)
    waiting: dict[str, list[Sighting]] = defaultdict(list)
    s = schema.sightings.c
    rows = tables.stream(select(s.block, s.body).order_by(s.block, s.article, s.referent))
    ready: list[tuple[str, Actor]] = []
    held = 0
    for block, group in groupby(rows, key=lambda row: str(row.block)):
        seen = (codec.loads(Sighting, row.body) for row in group)
        if block in tied:
            waiting[tied[block][0]] += seen
            continue
        found, doubts = resolved(seen, bonds)
        _put_doubts(tables, block, doubts)
        ready += [(block, actor) for actor in found]
        held += sum(len(actor.members) for actor in found)
        if held > _HELD:
            _put(tables, ready)
            ready, held = [], 0
    _put(tables, ready)
    for block, several in sorted(waiting.items()):
        found, doubts = resolved(several, bonds)
        _put_doubts(tables, block, doubts)
        _put(tables, [(block, actor) for actor in found])


def _tied(tables: Rows, bonds: Bonds) -> dict[str, list[str]]:
    """For each block of which an actor was put together with one of another block all such blocks, the first leads."""
    s = schema.sightings.c
    blocks: Groups[str] = Groups()
    for labels in bonds.together:
        keys = [label.split(" ", 1) for label in labels]
        is_one = [(s.referent == int(referent)) & (s.article == article) for referent, article in keys]
        first, *others = sorted({row.block for row in tables.rows(select(s.block).where(or_(*is_one)))})
        blocks.add(first)
        for other in others:
            blocks.add(other)
            blocks.join(first, other)
    return {block: together for together in blocks.all().values() for block in together if len(together) > 1}


def filed_together(tables: Rows, blocks: Iterable[str]) -> set[str]:
    """Some blocks with those that decisions have tied to them, as the actors stand now: one block leads all of them."""
    s, m, a = schema.sightings.c, schema.actor_mentions.c, schema.actors.c
    tied = (
        select(s.block, a.block.label("lead")).distinct()
        .join(schema.actor_mentions, (m.article == s.article) & (m.referent == s.referent))
        .join(schema.actors, (a.id == m.actor) & (a.block != s.block))
    )  # fmt: skip
    found = {block for block in blocks if not _is_code(block)}
    for column in (s.block, a.block):
        rows = [row for some in chunks(sorted(found)) for row in tables.rows(tied.where(column.in_(some)))]
        found |= {block for row in rows for block in (row.block, row.lead)}
    return found


def update_actors(
    tables: Rebuild, blocks: Iterable[str], less: Sequence[Sighting], more: Sequence[Sighting],
    bonds: Bonds = NO_BONDS,
) -> set[str]:  # fmt: skip
    """Puts the sightings of some blocks together anew; gives the articles for which an actor has changed.

    `less` are the sightings that have gone, `more` those that have come in.
    """
    changed: set[str] = set()
    s = schema.sightings.c
    tied = _tied(tables, bonds)
    # The first block of those that were tied comes first, so that what is no longer one is gone before it is put apart.
    for block, *others in sorted({tuple(tied.get(block, (block,))) for block in blocks}):
        if _is_code(block):
            changed |= _update_state(tables, block, less, more)
            continue
        together = [block, *others]
        before = {key: face for one in together for key, face in _held(tables, one).items()}
        rows = tables.rows(select(s.body).where(s.block.in_(together)).order_by(s.article, s.referent))
        found, doubts = resolved((codec.loads(Sighting, row.body) for row in rows), bonds)
        after = {key: _face(actor) for actor in found for key in actor.members}
        changed |= {key.article for key in {*before, *after} if before.get(key) != after.get(key)}
        _replace(tables, block, together, found)
        tables.drop(schema.doubtful_pairs, schema.doubtful_pairs.c.block, together)
        _put_doubts(tables, block, doubts)
    return changed


def _replace(tables: Rebuild, block: str, together: Sequence[str], found: Sequence[Actor]) -> None:
    """Writes the actors of some blocks anew, but only what is not as it was: most of it stands, on very many pages."""
    a, m = schema.actors.c, schema.actor_mentions.c
    here = a.block.in_(together)
    known = {row.id: dict(row._mapping) for row in tables.rows(select(schema.actors).where(here))}
    query = select(m.article, m.referent, m.actor).join(schema.actors, a.id == m.actor)
    before = {Key(row.article, row.referent): row.actor for row in tables.rows(query.where(here))}
    after = {key: actor.id for actor in found for key in actor.members}
    new = [actor for actor in found if known.get(actor.id) != _row(actor, block, len(actor.sources))]
    gone = set(known) - {actor.id for actor in found}
    moved = [key for key, id in before.items() if id not in gone and after.get(key) != id]
    tables.keep_ids(m.actor, gone)
    tables.drop(schema.actor_mentions, m.actor, gone)
    for article, keys in groupby(sorted(moved), key=lambda key: key.article):
        tables.drop(schema.actor_mentions, m.referent, [key.referent for key in keys], m.article == article)
    _drop(tables, sorted(gone | {actor.id for actor in new if actor.id in known}))
    _put_rows(tables, [(block, actor) for actor in new])
    _put_mentions(tables, ((key, id) for key, id in sorted(after.items()) if before.get(key) != id))


def known_actors(tables: Rows, articles: Iterable[str], held: dict[str, Actor] | None = None) -> dict[Key, Actor]:
    """Which actor each referent of some articles is: id, kind, name and country only.

    `held` keeps the actors from one call to the next, where they do not change in between.
    """
    m, a = schema.actor_mentions.c, schema.actors.c
    made = {} if held is None else held
    if len(made) > _KNOWN:
        made.clear()
    query = select(m.article, m.referent, m.actor)
    mentions = [row for some in chunks(articles) for row in tables.rows(query.where(m.article.in_(some)))]
    for some in chunks(sorted({row.actor for row in mentions}.difference(made))):
        for row in tables.rows(select(a.id, a.kind, a.name, a.country).where(a.id.in_(some))):
            made[row.id] = Actor(row.id, row.kind, row.name, row.country, (), (), (), (), ())
    return {Key(row.article, row.referent): made[row.actor] for row in mentions}


def sightings_of(tables: Rebuild, articles: Iterable[str]) -> list[tuple[str, Sighting]]:
    """The sightings of some articles, each with its block."""
    s = schema.sightings.c
    rows = (r for some in chunks(articles) for r in tables.rows(select(s.block, s.body).where(s.article.in_(some))))
    return [(row.block, codec.loads(Sighting, row.body)) for row in rows]


Face = tuple[str, str, str, str | None]


def _face(actor: Actor) -> Face:
    return (actor.id, actor.kind, actor.name, actor.country)


def _held(tables: Rebuild, block: str) -> dict[Key, Face]:
    a, m = schema.actors.c, schema.actor_mentions.c
    query = select(m.article, m.referent, a.id, a.kind, a.name, a.country).join(
        schema.actor_mentions, m.actor == a.id
    )
    rows = tables.rows(query.where(a.block == block))
    return {Key(row.article, row.referent): (row.id, row.kind, row.name, row.country) for row in rows}


def _is_code(block: str) -> bool:
    """Whether a block is a state's that has a code: there is one actor in it, whatever its sightings."""
    return block.startswith("state ") and is_state(block.removeprefix("state "))


def _put(tables: Rebuild, found: Sequence[tuple[str, Actor]]) -> None:
    _put_rows(tables, found)
    _put_mentions(tables, ((key, actor.id) for _, actor in found for key in actor.members))


def _put_rows(tables: Rebuild, found: Sequence[tuple[str, Actor]]) -> None:
    tables.add(schema.actors, [_row(actor, block, len(actor.sources)) for block, actor in found])
    tables.add(schema.actor_words, [_words(actor) for _, actor in found])
    tables.add(schema.actor_names, [row for _, a in found for row in _names(a.id, a.name, dict(a.names))])


def _put_mentions(tables: Rebuild, found: Iterable[tuple[Key, str]]) -> None:
    tables.add(
        schema.actor_mentions, [{"actor": id, "article": k.article, "referent": k.referent} for k, id in found]
    )


def _put_doubts(tables: Rebuild, block: str, found: Sequence[DoubtfulPair]) -> None:
    tables.add(schema.doubtful_pairs, [{"a": d.a, "b": d.b, "block": block, "sum": d.sum} for d in found])


def _row(a: Actor, block: str, pages: int) -> dict[str, Any]:
    brief = shape.actor(replace(a, sources=()), {})
    brief["roles"] = [role | {"sources": role["sources"][:_HEARD]} for role in brief["roles"]]
    return {
        "id": a.id, "block": block, "kind": a.kind, "name": a.name, "country": a.country, "pages": pages,
        "brief": json.dumps(brief, ensure_ascii=False, separators=(",", ":")),
    }


def _words(a: Actor) -> dict[str, Any]:
    names = "\n".join(dict.fromkeys((a.name, *(name for name, _ in a.names))))
    return {"rowid": schema.words_row(a.id), "id": a.id, "names": names}


def _names(id: str, name: str, counts: dict[str, int]) -> Iterator[dict[str, Any]]:
    known = {name: 0} | counts  # a name that no page has in full is a name all the same
    for form, count in sorted(known.items()):
        yield {"actor": id, "name": form, "folded": fold(form), "count": count}


def _drop(tables: Rebuild, ids: Sequence[str]) -> None:
    tables.drop(schema.actor_words, schema.actor_words.c.rowid, [schema.words_row(id) for id in ids])
    tables.drop(schema.actor_names, schema.actor_names.c.actor, ids)
    tables.drop(schema.actors, schema.actors.c.id, ids)


def _update_state(tables: Rebuild, block: str, less: Sequence[Sighting], more: Sequence[Sighting]) -> set[str]:
    """A state has too many sightings to be put together anew for each page: what came and went is counted."""
    gone = [s for s in less if block_of(s) == block]
    come = [s for s in more if block_of(s) == block]
    actor = state_actor(block.removeprefix("state "))
    s, n, a = schema.sightings.c, schema.actor_names.c, schema.actors.c
    # All that an article says of it came and went with the article.
    pages = sum(row.pages for row in tables.rows(select(a.pages).where(a.id == actor.id)))
    pages += len({s.key.article for s in come}) - len({s.key.article for s in gone})
    counts: Counter[str] = Counter()
    for row in tables.rows(select(n.name, n.count).where(n.actor == actor.id)):
        counts[row.name] = row._mapping["count"]
    for found, sign in ((gone, -1), (come, 1)):
        for sighting in found:
            for form, count in sighting.forms:
                counts[form] += sign * count
    keys = sorted(sighting.key for sighting in come)
    tables.add(schema.actor_mentions, [{"actor": actor.id, "article": k.article, "referent": k.referent} for k in keys])
    _drop(tables, [actor.id])
    if tables.rows(select(s.article).where(s.block == block).limit(1)):
        forms = sorted(((f, c) for f, c in counts.items() if c > 0), key=lambda item: (-item[1], item[0]))
        actor = replace(actor, names=tuple(forms))
        tables.add(schema.actors, [_row(actor, block, pages)])
        tables.add(schema.actor_words, [_words(actor)])
        tables.add(schema.actor_names, list(_names(actor.id, actor.name, dict(forms))))
    return {sighting.key.article for sighting in (*gone, *come)}
