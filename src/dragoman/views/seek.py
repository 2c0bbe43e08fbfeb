"""Whom a user means by a word: actors by name, id, or the country they are of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import literal, or_, select

from dragoman.errors import DragomanError
from dragoman.mentions.spelling import fold
from dragoman.record.aliases import holders
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.remembered import remembered

_LONGEST = 40  # characters of an id, and more
_ID = re.compile(r"[aes][0-9a-f]{3,12}")


@dataclass(frozen=True, slots=True)
class Sought:
    """The actors and the countries that a word stands for."""

    actors: frozenset[str]
    countries: frozenset[str]


def seek(store: Store, word: str) -> Sought:
    """Actors one of whose names holds the word, and the state or body whose name or code it is."""
    return remembered(store, ("seek", word), lambda: _seek(store, word))


def _seek(store: Store, word: str) -> Sought:
    wanted = fold(word)
    a, n = schema.actors.c, schema.actor_names.c
    found: set[str] = set()
    countries: set[str] = set()
    if not wanted:
        return Sought(frozenset(), frozenset())
    # SQLite looks through the names; only what holds the word comes here.
    holds = literal(" ") + n.folded + literal(" ")
    spelt = [holds.contains(f" {wanted} ", autoescape=True), a.country == word]
    if _ID.fullmatch(word):
        spelt.append(a.id.startswith(word, autoescape=True))
    rows = store.rows(
        select(a.id, a.kind, a.country, n.folded).join(schema.actor_names, n.actor == a.id).where(or_(*spelt))
    )
    for row in rows:
        if f" {wanted} " in f" {row.folded} ":
            found.add(row.id)
        # A state, or an alliance that has a code of its own, stands for all its people.
        named = row.folded == wanted and _speaks_for(row.kind, row.country, wanted)
        if row.country and (word == row.country or named):
            countries.add(row.country)
        if _ID.fullmatch(word) and row.id.startswith(word):
            found.add(row.id)
    if not found and _ID.fullmatch(word):
        found.update(holders(store, word))
    return Sought(frozenset(found), frozenset(countries))


def _speaks_for(kind: str, country: str | None, wanted: str) -> bool:
    return kind == "state" or fold(country or "") == wanted


def whole_id(store: Store, prefix: str) -> str:
    """The one event or actor that `standing` gives; raises DragomanError where there is none or a choice."""
    found = standing(store, prefix)
    if len(found) == 1:
        return found[0]
    if not found:
        raise DragomanError(prefix, "no event or actor has an id that begins so", "dragoman timeline lists the ids")
    if not any(id.startswith(prefix) for id in found):
        raise DragomanError(prefix, f"is an id of before, of what is several now ({', '.join(found[:5])})", "give one")
    raise DragomanError(prefix, f"begins several ids ({', '.join(found[:5])})", "give more of the id")


def standing(store: Store, prefix: str) -> list[str]:
    """The events and actors that an id, or the beginning of ids, stands for today; none where there are none.

    An id that an event or an actor had before others turned out to be one with it, before its pages were read again,
    or before somebody decided on it, goes on resolving: to whoever holds what it stood for, most of it first.
    """
    if not prefix.isalnum() or len(prefix) > _LONGEST:
        return []
    tables = (schema.events, schema.actors)
    for table in tables:  # a whole id is found by its key
        if any(store.rows(select(table.c.id).where(table.c.id == prefix))):
            return [prefix]
    found: list[str] = []
    for table in tables:
        begins = table.c.id.startswith(prefix, autoescape=True)
        found += [row.id for row in store.rows(select(table.c.id).where(begins).order_by(table.c.id).limit(6))]
    return found or _moved(store, prefix) or holders(store, prefix)


def _moved(store: Store, prefix: str) -> list[str]:
    """The events that hold the reports whose ids, now or in older versions of their pages, begin so."""
    r, e, p = schema.reports.c, schema.event_reports.c, schema.past_reports.c
    begins = e.report.startswith(prefix, autoescape=True)
    found = {row.event for row in store.rows(select(e.event).where(begins).order_by(e.report).limit(6))}
    old = store.rows(select(p.article, p.type, p.start).where(p.id.startswith(prefix, autoescape=True)).limit(6))
    for row in list(old) if not found else []:
        query = select(e.event, r.start).join(schema.reports, r.id == e.report)
        now = store.rows(query.where(r.article == row.article, r.type == row.type))
        nearest = min(now, key=lambda x: (abs(x.start - row.start), x.event), default=None)
        if nearest is not None:
            found.add(nearest.event)
    return sorted(found)
