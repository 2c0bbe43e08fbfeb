"""What the record holds of one actor: names, offices, where it was, passages, whom it meets, what it says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, select

from dragoman.knowledge.entries import Office
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.career import Seen, Stay, Term, last_seen, offices, stays, terms
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
    speaker: str | None  # id of an actor
    speaker_name: str
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
    terms: tuple[Term, ...]  # its offices, as pages tell them
    offices: tuple[Office, ...]  # and as public data has them
    stays: tuple[Stay, ...]
    seen: Seen
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
        terms(store, id),
        offices(store, id),
        stays(store, id, shown),
        last_seen(store, id),
        _mentions(store, id, shown),
        _met(store, id, 2 * shown),
        _said(store, id, shown),
        count,
    )


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
        found = Mark(row.article, article.publisher, article.published, passage, mark, mention.start)
        out.setdefault(row.article, found)
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


def said_in(store: Store, ids: Sequence[str]) -> tuple[Said, ...]:
    """The statements of these ids, the earliest published first."""
    a = schema.articles.c
    return _statements(store, _query().where(_S.id.in_(ids)).order_by(a.published, _S.id))


def _said(store: Store, id: str, shown: int) -> tuple[Said, ...]:
    return _statements(store, _query().where(_S.speaker == id).order_by(_S.id).limit(shown))


def _query() -> Select[Any]:
    a = schema.articles.c
    return select(_S.body, a.publisher, a.published).join(schema.articles, a.id == _S.article)


def _statements(store: Store, query: Select[Any]) -> tuple[Said, ...]:
    out = []
    for row in store.rows(query):
        s = json.loads(row.body)
        out.append(
            Said(
                s["id"], s["article"], s["speaker"], s["speaker_name"], s["start"], s["text"], s["kind"], s["status"],
                row.publisher, row.published,
            )
        )  # fmt: skip
    return tuple(out)
