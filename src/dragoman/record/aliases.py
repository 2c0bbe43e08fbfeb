"""Aliases of actors: who now holds what an id stood for that was shown before and is no more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, or_, select

from dragoman.mentions.spelling import fold
from dragoman.record.decisions import ON_ACTORS
from dragoman.record.ledger import finder, ledger
from dragoman.record.sightings import Key, Sighting
from dragoman.store import codec, schema
from dragoman.store.rebuild import Rows, chunks


def holders(tables: Rows, prefix: str) -> list[str]:
    """The actors that hold what ids stood for that begin so and are no more, who holds most of it first.

    They are found where the old ids were mentioned, so that it does not matter how often, or why, ids have changed
    since. What somebody decided on under such an id is mentioned in the ledger, also in that of another record.
    """
    keys = sorted(_past(tables, prefix) | _decided(tables, prefix))
    m = schema.actor_mentions.c
    named = [and_(m.referent == key.referent, m.article == key.article) for key in keys]
    rows = (row for some in chunks(named) for row in tables.rows(select(m.actor).where(or_(*some))))
    count = Counter(row.actor for row in rows)
    return sorted(count, key=lambda actor: (-count[actor], actor))


def _decided(tables: Rows, prefix: str) -> set[Key]:
    decisions = [d for d in ledger(tables) if d.kind in ON_ACTORS]
    meant = {anchor for d in decisions for group in d.groups for anchor in group if anchor.id.startswith(prefix)}
    find = finder(tables, decisions) if meant else None
    labels = [label.split(" ", 1) for anchor in meant if find is not None and (label := find(anchor)) is not None]
    return {Key(article, int(referent)) for referent, article in labels}


def _past(tables: Rows, prefix: str) -> set[Key]:
    p, s = schema.past_actors.c, schema.sightings.c
    past = list(tables.rows(select(schema.past_actors).where(p.id.startswith(prefix, autoescape=True))))
    held: dict[str, list[Sighting]] = defaultdict(list)
    for some in chunks(sorted({row.article for row in past})):
        for row in tables.rows(select(s.body).where(s.article.in_(some)).order_by(s.article, s.referent)):
            seen = codec.loads(Sighting, row.body)
            held[seen.key.article].append(seen)
    found = (_mentioned(row, held[row.article]) for row in past)
    return {seen.key for seen in found if seen is not None}


def _mentioned(past: Any, here: Iterable[Sighting]) -> Sighting | None:
    """Whom the page names now where it named the past one: by the name, by more or less of it, by the place."""
    ranked = []
    words = set(fold(past.name).split())
    for seen in here:
        if (seen.kind == "person") != (past.kind == "person"):
            continue
        forms = [set(fold(form).split()) for form in (seen.name, *(form for form, _ in seen.forms))]
        if words in forms:
            rank = 0
        elif any(words <= form or form <= words for form in forms if form):
            rank = 1
        elif seen.start < past.end and past.start < seen.end and any(words & form for form in forms):
            rank = 2
        else:
            continue
        ranked.append((rank, abs(seen.start - past.start), seen.key, seen))
    return min(ranked, key=lambda item: item[:3])[3] if ranked else None
