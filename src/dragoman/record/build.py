"""Making the record: actors, events and statements from the readings and decisions, in one transaction.

Whole, where another program or other rules made it last; otherwise only where pages or decisions have come in since.
Both give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from dragoman import __version__
from dragoman.knowledge.overlay import laid_over
from dragoman.record.bonds import NO_BONDS
from dragoman.record.collector import plain_data
from dragoman.record.copies import text_of
from dragoman.record.ledger import bonds_of_actors, verdicts_of
from dragoman.record.making import actors as making_actors
from dragoman.record.making import bounds as making_bounds
from dragoman.record.making import copies as making_copies
from dragoman.record.making import events as making_events
from dragoman.record.making import reports as making_reports
from dragoman.record.outlines import Outline, outline
from dragoman.record.resolved import Actor
from dragoman.record.sightings import sightings
from dragoman.store import schema
from dragoman.store.rebuild import Rebuild, chunks
from dragoman.store.store import Store

RULES = 17  # raised when actors or events are put together by other rules, so that records are made anew
MOST = 0.2  # of the articles: where more have come in, the record is made anew as a whole
_HELD = 200  # readings held decoded at a time


@dataclass(frozen=True, slots=True)
class Built:
    """How much the record holds now."""

    articles: int
    actors: int
    events: int
    aside: int
    statements: int


def builder(threshold: float) -> str:
    """The fingerprint of what makes the derived tables: its program, rules and threshold."""
    return f"{__version__}/{RULES}/{threshold}"


def refresh(store: Store, threshold: float) -> bool:
    """Brings the derived tables up to date; says whether a read had been broken off."""
    broken_off = store.was_broken_off()
    if store.is_stale(builder(threshold)):
        bring_up(store, threshold)
    return broken_off


def bring_up(store: Store, threshold: float) -> Built:
    """Brings the derived tables up to date: whole where they must be, otherwise only where something has come in."""
    touched = store.touched()
    if store.built_by() != builder(threshold) or len(touched) > MOST * store.count_articles():
        return build(store, threshold)
    return update(store, threshold)


def update(store: Store, threshold: float) -> Built:
    """Makes anew only what the articles that came in or were decided on have to do with.

    The derived tables must have been made by this builder before.
    """
    with laid_over(None), store.updating(builder(threshold)) as tables:
        _update(tables, store, store.touched(), threshold)
        return _count(tables)


def build(store: Store, threshold: float) -> Built:
    """Replaces every derived table by what follows from the readings and decisions.

    No text and no reading is held longer than it takes to put it away, save a few.
    """
    with plain_data(), laid_over(None), store.rebuilding(builder(threshold)) as tables:
        ids = store.ids()
        talkative: list[str] = []
        for some in chunks(ids, _HELD):
            making_copies.put_texts(tables, [text_of(article) for article in store.articles_of(some)])
            found = _outlines(store, some)
            making_actors.put_sightings(tables, [s for reading in found for s in sightings(reading)])
            talkative += [reading.article.id for reading in found if reading.talks]
        making_copies.make_families(tables, store)
        making_actors.make_actors(tables, bonds_of_actors(tables))
        actors: dict[str, Actor] = {}
        for some in chunks(ids, _HELD):
            _put_reports(tables, store, some, threshold, actors)
        making_reports.make_pairs(tables)
        tables.index(schema.reports)
        making_events.make_events(tables, store, verdicts_of(tables), threshold)
        tables.index(schema.event_reports, schema.report_pairs)
        if bounded := making_bounds.update_bounds(tables, store, threshold):
            making_events.update_events(tables, store, verdicts_of(tables), threshold, (), bounded)
        making_events.put_statements(tables, store, talkative, threshold)
        tables.index()
        return _count(tables)


def _update(tables: Rebuild, store: Store, touched: Sequence[str], threshold: float) -> None:
    """Makes anew what some articles have to do with."""
    less = making_actors.sightings_of(tables, touched)
    bonds = bonds_of_actors(tables)
    blocks = {block for block, _ in less}
    if bonds is not NO_BONDS:
        blocks |= making_actors.filed_together(tables, blocks)
    kin = making_copies.relatives(tables, touched)
    making_copies.drop_texts(tables, touched)
    tables.keep_ids(schema.actor_mentions.c.article, touched)
    for table in (schema.sightings, schema.actor_mentions):
        tables.drop(table, table.c.article, touched)
    readings = store.readings_of(touched)
    more = [s for id in sorted(readings) for s in sightings(readings[id])]
    making_copies.put_texts(tables, [text_of(readings[id].article) for id in sorted(readings)])
    making_copies.put_shingles(tables, sorted(readings))
    making_actors.put_sightings(tables, more)
    moved = making_copies.update_families(tables, store, touched, kin)
    blocks |= {making_actors.block_of(s) for s in more}
    bonds = bonds_of_actors(tables)
    if bonds is not NO_BONDS:
        blocks |= making_actors.filed_together(tables, blocks)
    renamed = making_actors.update_actors(tables, blocks, [s for _, s in less], more, bonds)

    stale = sorted({*touched, *renamed})
    before = making_reports.bodies_of(tables, stale)
    tables.drop(schema.reports, schema.reports.c.article, stale)
    for some in chunks(stale, _HELD):
        _put_reports(tables, store, some, threshold)
    after = making_reports.bodies_of(tables, stale)
    changed = {id for id in {*before, *after} if before.get(id) != after.get(id)}
    cut = making_reports.neighbours(tables, changed)
    tables.drop(schema.report_pairs, schema.report_pairs.c.a, changed)
    tables.drop(schema.report_pairs, schema.report_pairs.c.b, changed)
    come = making_reports.loaded(tables, sorted(changed & set(after)))
    making_reports.put_pairs(tables, making_reports.pairs_with(tables, [come[id] for id in sorted(come)]))
    seeds = changed | {id for pair in cut for id in pair}
    written = making_events.update_events(
        tables, store, verdicts_of(tables), threshold, seeds, {*stale, *moved}
    )
    spoken = sorted({*written, *stale})
    if bounded := making_bounds.update_bounds(tables, store, threshold, spoken):
        making_events.update_events(tables, store, verdicts_of(tables), threshold, (), bounded)
    tables.drop(schema.statements, schema.statements.c.article, spoken)
    making_events.put_statements(tables, store, spoken, threshold)


def _put_reports(
    tables: Rebuild, store: Store, articles: Sequence[str], threshold: float, actors: dict[str, Actor] | None = None
) -> None:
    found = _outlines(store, articles)
    known = making_actors.known_actors(tables, articles, actors)
    who = making_reports.everyone({reading.article.id: reading.referents for reading in found}, known)
    making_reports.put_reports(tables, found, who, threshold)


def _outlines(store: Store, articles: Sequence[str]) -> list[Outline]:
    return [outline(row.id, row.published, row.published_basis, row.body) for row in store.bodies_of(articles)]


def _count(tables: Rebuild) -> Built:
    def rows(query: object) -> int:
        return int(tables.rows(query)[0][0])  # type: ignore[arg-type]

    e = schema.events
    kept = select(e.c.aside, func.count().label("n")).group_by(e.c.aside)
    events = {bool(row.aside): row.n for row in tables.rows(kept)}
    return Built(
        rows(select(func.count()).select_from(schema.articles)),
        rows(select(func.count()).select_from(schema.actors)),
        events.get(False, 0),
        events.get(True, 0),
        rows(select(func.count()).select_from(schema.statements)),
    )
