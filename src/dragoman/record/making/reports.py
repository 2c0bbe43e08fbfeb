"""The tables of reports: what each page says of each event, and which pairs are one event as far as they say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Row, func, select

from dragoman.record.events import linked, meeting, pairs_across
from dragoman.record.outlines import AnyHead, AnyReading
from dragoman.record.reports import Report, reports
from dragoman.record.resolved import Actor
from dragoman.record.sightings import Key, is_actor
from dragoman.store import codec, schema
from dragoman.store.rebuild import Rebuild, chunks


def everyone(referents: Mapping[str, Sequence[AnyHead]], known: Mapping[Key, Actor]) -> dict[Key, Actor]:
    """The actor of each referent of some articles.

    One that is no actor itself may act for one: "the delegation" for its state.
    """
    out = dict(known)
    for id, found in referents.items():
        for r in found:
            if r.acts_for is not None and not is_actor(r) and Key(id, r.acts_for) in known:
                out[Key(id, r.id)] = known[Key(id, r.acts_for)]
    return out


def put_reports(
    tables: Rebuild, readings: Sequence[AnyReading], who: Mapping[Key, Actor], threshold: float
) -> list[Report]:
    """Writes the reports of some articles; gives them."""
    found = [report for reading in readings for report in reports(reading, who, threshold)]
    tables.add(schema.reports, [_row(report) for report in found])
    return found


def make_pairs(tables: Rebuild) -> None:
    """Finds all pairs that are one event."""
    r = schema.reports.c
    rows = tables.stream(
        select(r.block, r.first, r.last, r.id, r.body).where(r.block != "").order_by(r.block, r.first, r.last, r.id)
    )
    pairs = (pair for _, block in groupby(rows, key=itemgetter(0)) for pair in _pairs(list(block)))
    for some in chunks(pairs, 1000):
        put_pairs(tables, some)
    shared = select(r.scene).where(r.scene != "").group_by(r.scene).having(func.count(r.block.distinct()) > 1)
    rows = tables.stream(select(r.scene, r.body).where(r.scene.in_(shared)).order_by(r.scene, r.id))
    for _, scene in groupby(rows, key=itemgetter(0)):
        put_pairs(tables, pairs_across(codec.loads(Report, row.body) for row in scene))


def _pairs(block: Sequence[Row[Any]]) -> Iterator[tuple[str, str]]:
    """The pairs of a block; most reports of most blocks meet no other, and are never decoded."""
    bodies = {row.id: row.body for row in block}
    known: dict[str, Report] = {}
    for pair in meeting((row.first, row.last, row.id) for row in block):
        for id in pair:
            if id not in known:
                known[id] = codec.loads(Report, bodies[id])
        if linked(known[pair[0]], known[pair[1]]):
            yield pair


def put_pairs(tables: Rebuild, pairs: Iterable[tuple[str, str]]) -> None:
    """Writes pairs."""
    tables.add(schema.report_pairs, [{"a": a, "b": b} for a, b in sorted(pairs)])


def pairs_with(tables: Rebuild, found: Sequence[Report]) -> set[tuple[str, str]]:
    """The pairs that some reports make with any other."""
    r = schema.reports.c
    mine = {report.id for report in found}
    out: set[tuple[str, str]] = set()
    for report in found:
        if not report.block:
            continue
        first, last = report.span
        near = select(r.id, r.body).where(r.first <= last, r.last >= first).order_by(r.id)
        rows = list(tables.rows(near.where(r.block == report.block)))
        if report.scene:
            rows += tables.rows(near.where(r.scene == report.scene, r.scene != "", r.block != report.block))
        for row in rows:
            pair = (report.id, row.id) if report.id < row.id else (row.id, report.id)
            if row.id == report.id or pair in out or (row.id in mine and row.id < report.id):
                continue
            if linked(report, codec.loads(Report, row.body)):
                out.add(pair)
    return out


def bodies_of(tables: Rebuild, articles: Iterable[str]) -> dict[str, str]:
    """The reports of some articles as they are written, by id."""
    r = schema.reports.c
    rows = (row for some in chunks(articles) for row in tables.rows(select(r.id, r.body).where(r.article.in_(some))))
    return {row.id: row.body for row in rows}


def existing(tables: Rebuild, ids: Iterable[str]) -> set[str]:
    """Those of some ids that are reports'."""
    r = schema.reports.c
    return {row.id for some in chunks(ids) for row in tables.rows(select(r.id).where(r.id.in_(some)))}


def loaded(tables: Rebuild, ids: Iterable[str]) -> dict[str, Report]:
    """Reports by their ids."""
    r = schema.reports.c
    rows = (row for some in chunks(ids) for row in tables.rows(select(r.id, r.body).where(r.id.in_(some))))
    return {row.id: codec.loads(Report, row.body) for row in rows}


def neighbours(tables: Rebuild, ids: Collection[str]) -> set[tuple[str, str]]:
    """The pairs in which some reports stand."""
    p = schema.report_pairs.c
    out: set[tuple[str, str]] = set()
    for some in chunks(sorted(ids)):
        for query in (select(p.a, p.b).where(p.a.in_(some)), select(p.a, p.b).where(p.b.in_(some))):
            out |= {(row.a, row.b) for row in tables.rows(query)}
    return out


def all_pairs(tables: Rebuild) -> Iterator[tuple[str, str]]:
    """Every pair of the record."""
    p = schema.report_pairs.c
    return ((row.a, row.b) for row in tables.stream(select(p.a, p.b).order_by(p.a, p.b)))


def _row(report: Report) -> dict[str, Any]:
    first, last = report.span
    return {
        "id": report.id, "article": report.key.article, "number": report.key.event, "type": report.key.type,
        "aside": report.key.aside, "start": report.order[3], "end": report.order[4], "block": report.block,
        "scene": report.scene, "open": report.open, "first": first, "last": last, "body": codec.pack(report),
    }
