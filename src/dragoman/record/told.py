"""What some articles tell, loaded once: their facts, actors and families, and the events that reports make."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import func, select

from dragoman.record.bounds import completed
from dragoman.record.decided import decided
from dragoman.record.decisions import Verdicts
from dragoman.record.ledger import verdicts_of
from dragoman.record.making.actors import known_actors
from dragoman.record.making.bounds import bounds_of
from dragoman.record.making.copies import members_of
from dragoman.record.making.reports import everyone
from dragoman.record.outlines import telling
from dragoman.record.reports import ReportKey, facts_of
from dragoman.record.resolve import resolve
from dragoman.record.resolved import About, Actor, Event
from dragoman.record.support import Told
from dragoman.store import schema
from dragoman.store.rebuild import Rows, chunks
from dragoman.store.store import BUILDER, Store
from dragoman.types import Article


class Loader:
    """Some articles with all that resolving their events needs."""

    def __init__(
        self, tables: Rows, store: Store, articles: Collection[str], threshold: float, verdicts: Verdicts,
        actors: dict[str, Actor] | None = None,
    ) -> None:  # fmt: skip
        ids = sorted(articles)
        self.verdicts = verdicts
        self.about = abouts(tables, ids)
        self.articles = {a.id: _in_family(a, self.about[a.id].copy_of) for a in store.articles_of(ids)}
        told = {row.id: telling(row.body) for row in store.bodies_of(ids)}
        self.who = everyone({id: one.referents for id, one in told.items()}, known_actors(tables, ids, actors))
        known = bounds_of(tables, ids)
        self.facts = {
            id: facts_of(id, completed(one.facts, known[id]) if id in known else one.facts, threshold)
            for id, one in told.items()
        }

    def event(self, reports: Sequence[tuple[str, ReportKey]], traced: bool = True) -> Event:
        """The event that some reports, each with its id, make, with what was decided on it."""
        keys = [key for _, key in reports]
        told = [
            Told(self.articles[key.article], fact, self.about[key.article].superseded_by is not None)
            for key in keys
            for fact in self.facts[key.article][key]
        ]
        event = resolve(told, self.who, all(key.aside for key in keys), traced)
        on = sorted((d for id, _ in reports for d in self.verdicts.on.get(id, ())), key=lambda d: d.order)
        return decided(event, on, (t.fact.place.place for t in told if t.fact.place)) if on else event


def _in_family(article: Article, lead: str | None) -> Article:
    return article if article.copies_of == lead else replace(article, copies_of=lead)


def abouts(tables: Rows, articles: Sequence[str] | None) -> dict[str, About]:
    """What is known of some articles, or all, apart from their text."""
    a = schema.articles.c
    out: dict[str, About] = {}
    query = select(a.id, a.url, a.publisher, a.published)
    if articles is None:
        s = schema.article_standing.c
        joined = select(a.id, a.url, a.publisher, a.published, s.copy_of, s.superseded_by, s.version)
        for r in tables.rows(joined.join(schema.article_standing, s.article == a.id).order_by(a.id)):
            out[r.id] = About(r.id, r.url, r.publisher, r.published, r.copy_of, r.superseded_by, r.version)
        return out
    families = members_of(tables, articles)
    for some in chunks(articles):
        for row in tables.rows(query.where(a.id.in_(some))):
            m = families[row.id]
            lead = m.lead if m.lead != row.id else None
            out[row.id] = About(row.id, row.url, row.publisher, row.published, lead, m.superseded_by, m.version)
    return out


def event_again(store: Store, id: str) -> tuple[Event, Loader]:
    """An event worked out again from its reports, with where each value stands; raises KeyError where there is none."""
    r, e = schema.reports.c, schema.event_reports.c
    query = select(r.id, r.article, r.number, r.type, r.aside).join(schema.event_reports, e.report == r.id)
    rows = store.rows(query.where(e.event == id).order_by(r.id))
    reports = [(row.id, ReportKey(row.article, row.number, row.type, bool(row.aside))) for row in rows]
    if not reports:
        raise KeyError(id)
    threshold = float((store.meta(BUILDER) or "0").split("/")[-1])
    loader = Loader(store, store, {key.article for _, key in reports}, threshold, verdicts_of(store))
    return loader.event(reports), loader


def newest(store: Store) -> str | None:
    """When the record's newest page was published."""
    a = schema.articles.c
    found = store.rows(select(func.max(a.published).label("last")).where(a.published < "~", a.published > "0"))
    last: str | None = next(iter(found)).last
    return last
