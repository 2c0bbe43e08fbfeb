"""The ledger of a record: decisions written to it, and what follows from them for the reports it holds now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import select

from dragoman.errors import DragomanError
from dragoman.record.bonds import NO_BONDS, Bonds
from dragoman.record.decided import check
from dragoman.record.decisions import GROUPS, ON_ACTORS, Anchor, Decision, Find, Kind, Verdicts, dumps, loads, verdicts
from dragoman.record.reports import publishing_order
from dragoman.record.sightings import ACTOR_KINDS, Sighting
from dragoman.store import codec, schema
from dragoman.store.rebuild import Rows, chunks
from dragoman.store.store import Store


def ledger(tables: Rows) -> list[Decision]:
    """All decisions, the earliest first."""
    d = schema.decisions.c
    return [loads(row.body) for row in tables.rows(select(d.body).order_by(d.when, d.n, d.id))]


def verdicts_of(tables: Rows) -> Verdicts:
    """What follows from the ledger for the reports that the record holds now."""
    decisions = ledger(tables)
    return verdicts(decisions, finder(tables, decisions)) if decisions else Verdicts()


def bonds_of_actors(tables: Rows) -> Bonds:
    """What was decided on who is who, for the sightings that the record holds now."""
    decisions = [d for d in ledger(tables) if d.kind in (*ON_ACTORS, "undo")]
    if not any(d.kind in ON_ACTORS for d in decisions):
        return NO_BONDS
    return verdicts(decisions, _finder_of_actors(tables, decisions)).actors


def finder(tables: Rows, decisions: Iterable[Decision]) -> Find:
    """Finds the report or the sighting that an anchor is now: by its id, else by its words on its page."""
    several = list(decisions)
    reports = _finder_of_reports(tables, [d for d in several if d.kind not in ON_ACTORS])
    actors = _finder_of_actors(tables, [d for d in several if d.kind in ON_ACTORS])
    return lambda anchor: (actors if anchor.type in ACTOR_KINDS else reports)(anchor)


def _finder_of_actors(tables: Rows, decisions: Iterable[Decision]) -> Find:
    s, a = schema.sightings.c, schema.articles.c
    held: dict[str, list[tuple[Sighting, str]]] = defaultdict(list)
    query = select(s.body, a.text).join(schema.articles, a.id == s.article).order_by(s.article, s.referent)
    for some in chunks(sorted({article for d in decisions for article in d.articles})):
        for row in tables.rows(query.where(s.article.in_(some))):
            seen = codec.loads(Sighting, row.body)
            held[seen.key.article].append((seen, row.text[seen.start : seen.end]))

    def find(anchor: Anchor) -> str | None:
        alike = [
            seen
            for seen, words in held.get(anchor.article, ())
            if words == anchor.words and (seen.kind == "person") == (anchor.type == "person")
        ]
        nearest = min(alike, key=lambda seen: (abs(seen.start - anchor.start), seen.key), default=None)
        return nearest.key.label if nearest is not None else None

    return find


def _finder_of_reports(tables: Rows, decisions: Sequence[Decision]) -> Find:
    r = schema.reports.c
    held: dict[str, list[Any]] = defaultdict(list)
    for some in chunks(sorted({article for d in decisions for article in d.articles})):
        query = select(r.id, r.article, r.type, r.start, r.end).where(r.article.in_(some))
        for row in tables.rows(query.order_by(r.article, r.start, r.id)):
            held[row.article].append(row)
    wanted = sorted({(a.article, a.words) for d in decisions for g in d.groups for a in g})
    texts = _words(tables, held, wanted)

    def find(anchor: Anchor) -> str | None:
        here = held.get(anchor.article, [])
        if any(row.id == anchor.id for row in here):
            return anchor.id
        alike = [row for row in here if row.type == anchor.type and texts.get(row.id) == anchor.words]
        nearest = min(alike, key=lambda row: (abs(row.start - anchor.start), row.id), default=None)
        return str(nearest.id) if nearest is not None else None

    return find


def _words(tables: Rows, held: dict[str, list[Any]], wanted: Sequence[tuple[str, str]]) -> dict[str, str]:
    a = schema.articles.c
    out = {}
    for some in chunks(sorted({article for article, _ in wanted})):
        for row in tables.rows(select(a.id, a.text).where(a.id.in_(some))):
            out.update({found.id: row.text[found.start : found.end] for found in held.get(row.id, ())})
    return out


def anchors(store: Store, event: str) -> tuple[Anchor, ...]:
    """The reports that an event consists of now, the earliest first; raises DragomanError where there is none."""
    r, e, a = schema.reports.c, schema.event_reports.c, schema.articles.c
    query = (
        select(r.id, r.article, r.type, r.start, r.end, a.text, a.published, a.published_basis)
        .join(schema.event_reports, e.report == r.id)
        .join(schema.articles, a.id == r.article)
        .where(e.event == event)
    )
    rows = sorted(
        store.rows(query),
        key=lambda x: (publishing_order(x.published, x.published_basis), x.article, x.start, x.id),
    )
    if not rows:
        raise DragomanError(event, "is no event of the record", "dragoman timeline lists the events")
    return tuple(Anchor(x.id, x.article, x.type, x.start, x.end, x.text[x.start : x.end]) for x in rows)


def actor_anchors(store: Store, actor: str) -> tuple[Anchor, ...]:
    """The mentions that tell who an actor is: the first under each name and country; raises DragomanError for states.

    A state is told by its code, and whoever has it is one. Raises DragomanError where there is no such actor, too.
    """
    return _telling(_mentions(store, actor))


def parted_anchors(store: Store, person: str, pages: Collection[str]) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    """What some pages say of a person, every mention, and the mentions that tell who the person is on the others.

    Raises DragomanError where it is no person, is not named on one of the pages, or is named on no other.
    """
    found = list(_mentions(store, person))
    moved = tuple(anchor for _, anchor in found if anchor.article in pages)
    rest = _telling((seen, anchor) for seen, anchor in found if anchor.article not in pages)
    named = sorted({anchor.article for _, anchor in found})
    if found[0][1].type != "person":
        raise DragomanError(person, "is no person", "only events and persons are split")
    if missing := set(pages).difference(named):
        why = f"is not named by {min(missing)}"
        raise DragomanError(person, why, f"its pages are {', '.join(named[:_PAGES])}")
    if not rest:
        raise DragomanError(person, "would keep no page", f"its pages are {', '.join(named[:_PAGES])}")
    return moved, rest


def _telling(found: Iterable[tuple[Sighting, Anchor]]) -> tuple[Anchor, ...]:
    first: dict[tuple[str, str | None], Anchor] = {}
    for seen, anchor in found:
        if len(first) < _MENTIONS:
            first.setdefault((seen.name, seen.country), anchor)
    return tuple(first.values())


def _mentions(store: Store, actor: str) -> Iterator[tuple[Sighting, Anchor]]:
    s, m, a = schema.sightings.c, schema.actor_mentions.c, schema.articles.c
    query = (
        select(s.body, a.text)
        .join(schema.actor_mentions, (m.article == s.article) & (m.referent == s.referent))
        .join(schema.articles, a.id == s.article)
        .where(m.actor == actor)
        .order_by(s.article, s.referent)
    )
    known = False
    for row in store.rows(query):
        known = True
        seen = codec.loads(Sighting, row.body)
        if seen.kind == "state":
            raise DragomanError(actor, "is a state, which its code tells", "decide on persons, bodies or companies")
        words = row.text[seen.start : seen.end]
        yield seen, Anchor(actor, seen.key.article, seen.kind, seen.start, seen.end, words)
    if not known:
        raise DragomanError(actor, "is no actor of the record", "dragoman who finds the actors of a name")


_MENTIONS = 8  # names of an actor by which a decision knows it
_PAGES = 20  # that a message lists


def decide(
    store: Store, kind: Kind, groups: Sequence[Sequence[Anchor]], who: str, when: str, why: str,
    field: str | None = None, value: str | None = None, undoes: str | None = None,
) -> Decision:  # fmt: skip
    """Writes one decision; it holds from the next time on that the record is brought up to date.

    Raises DragomanError for a correction that cannot be, and for taking back what was never decided.
    """
    before = {d.id: d for d in ledger(store)}
    if len(groups) != GROUPS[kind]:
        raise DragomanError(kind, f"is about {GROUPS[kind]}, not {len(groups)}", "give as many events or actors")
    if kind == "correct":
        check(field or "", value or "")
    if kind in ON_ACTORS and len({anchor.type == "person" for group in groups for anchor in group}) > 1:
        raise DragomanError(groups[0][0].id, "is a person, and the other is none", "decide on two of one kind")
    if kind == "undo" and undoes not in before:
        raise DragomanError(str(undoes), "is no decision of this record", "dragoman decisions lists them")
    n = 1 + max((d.n for d in before.values()), default=0)
    made = Decision(kind, tuple(tuple(g) for g in groups), who, when, why, n, field, value, undoes)
    _write(store, [made], [*before.values(), made])
    return made


def take_in(store: Store, lines: Iterable[str], where: str) -> tuple[int, list[DragomanError]]:
    """Adds the decisions of another ledger; gives how many were new, and what is wrong with the lines left out."""
    before = {d.id: d for d in ledger(store)}
    new: dict[str, Decision] = {}
    wrong = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            d = loads(line, f"{where}:{number}")
        except DragomanError as error:
            wrong.append(error)
            continue
        if d.id not in before:
            new[d.id] = d
    _write(store, list(new.values()), [*before.values(), *new.values()])
    return len(new), wrong


def write_all(store: Store, decisions: Sequence[Decision]) -> None:
    """Adds decisions to a record that has none of them."""
    _write(store, decisions, decisions)


def _write(store: Store, new: Sequence[Decision], known: Sequence[Decision]) -> None:
    by_id = {d.id: d for d in known}
    touched: set[str] = set()
    for d in new:
        seen: set[str] = set()
        one: Decision | None = d
        while one is not None and one.id not in seen:  # an undo touches what was undone, and what that undid
            seen.add(one.id)
            touched |= one.articles
            one = by_id.get(one.undoes or "")
    rows = [{"id": d.id, "when": d.when, "n": d.n, "body": dumps(d)} for d in new]
    store.add_decisions(rows, sorted(touched))
