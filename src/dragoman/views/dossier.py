"""What the record holds of one actor: names, offices, passages, whom it meets, what it says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, select

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.evidence import Mark, around

_A, _P, _S = schema.actors.c, schema.event_participants.c, schema.statements.c


@dataclass(frozen=True, slots=True)
class Met:
    """Another actor with how many events the two share."""

    id: str
    name: str
    kind: str
    country: str | None
    events: int


@dataclass(frozen=True, slots=True)
class Said:
    """What an actor is reported to have said."""

    id: str
    article: str
    start: int
    text: str
    kind: str
    status: str
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """An actor: `actor` as exported, but without its list of sources; the rest at most so many of each."""

    actor: dict[str, Any]
    pages: int
    roles: tuple[tuple[Mark, ...], ...]  # beside `actor["roles"]`
    mentions: tuple[Mark, ...]
    met: tuple[Met, ...]
    said: tuple[Said, ...]
    statements: int


def dossier(store: Store, id: str, shown: int = 6) -> Dossier:
    """An actor's dossier; raises KeyError where the record has none of that id."""
    row = next(iter(store.rows(select(_A.brief, _A.pages).where(_A.id == id))), None)
    if row is None:
        raise KeyError(id)
    actor = json.loads(row.brief)
    count = next(iter(store.rows(select(func.count()).select_from(schema.statements).where(_S.speaker == id))))[0]
    return Dossier(
        actor,
        row.pages,
        tuple(tuple(_mark(store, s) for s in role["sources"]) for role in actor["roles"]),
        _mentions(store, id, shown),
        _met(store, id, 2 * shown),
        _said(store, id, shown),
        count,
    )


def _mark(store: Store, source: dict[str, Any]) -> Mark:
    a = schema.articles.c
    query = select(a.text, a.publisher, a.published).where(a.id == source["article"])
    row = next(iter(store.rows(query)))
    passage, mark = around(row.text, source["start"], source["end"])
    return Mark(source["article"], row.publisher, row.published, passage, mark)


def _mentions(store: Store, id: str, shown: int) -> tuple[Mark, ...]:
    m = schema.actor_mentions.c
    # By article, not by date: to sort by date would open every article that names a state.
    query = select(m.article, m.referent).where(m.actor == id).order_by(m.article, m.referent).limit(shown)
    out: dict[str, Mark] = {}
    for row in list(store.rows(query)):
        reading = store.reading(row.article)
        article = reading.article
        mention = next(r for r in reading.referents if r.id == row.referent).mentions[0]
        passage, mark = around(article.text, mention.start, mention.end)
        out.setdefault(row.article, Mark(row.article, article.publisher, article.published, passage, mark))
    return tuple(out.values())


def _met(store: Store, id: str, shown: int) -> tuple[Met, ...]:
    e = schema.events.c
    own = schema.event_participants.alias("own")
    shared = (
        select(_P.actor, func.count(_P.event.distinct()).label("n"))
        .join(own, and_(own.c.event == _P.event, own.c.actor == id))
        .join(schema.events, and_(e.id == _P.event, e.aside.is_(False)))
        .where(_P.actor != id)
        .group_by(_P.actor)
        .order_by(func.count(_P.event.distinct()).desc(), _P.actor)
        .limit(shown)
        .subquery()
    )
    query = select(_A.id, _A.name, _A.kind, _A.country, shared.c.n).join(shared, shared.c.actor == _A.id)
    return tuple(
        Met(r.id, r.name, r.kind, r.country, r.n) for r in store.rows(query.order_by(shared.c.n.desc(), _A.name, _A.id))
    )


def _said(store: Store, id: str, shown: int) -> tuple[Said, ...]:
    a = schema.articles.c
    query = (
        select(_S.body, a.publisher, a.published)
        .join(schema.articles, a.id == _S.article)
        .where(_S.speaker == id)
        .order_by(_S.id)
        .limit(shown)
    )
    out = []
    for row in store.rows(query):
        s = json.loads(row.body)
        out.append(
            Said(s["id"], s["article"], s["start"], s["text"], s["kind"], s["status"], row.publisher, row.published)
        )
    return tuple(out)
