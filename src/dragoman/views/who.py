"""Who somebody is: all that the record holds of one actor, looked up by name."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import select

from dragoman.knowledge.entries import Office
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.called import one_called
from dragoman.views.career import Meeting, Seen, Stay, Term, last_seen, meetings, offices, stays, terms


@dataclass(frozen=True, slots=True)
class Who:
    """An actor with its names and how often each stands, its offices, whom it met, where it was, and when last."""

    id: str
    name: str
    kind: str
    country: str | None
    link: str | None  # Wikidata item
    pages: int
    names: tuple[tuple[str, int], ...]
    terms: tuple[Term, ...]
    offices: tuple[Office, ...]
    met: tuple[Meeting, ...]
    stays: tuple[Stay, ...]
    seen: Seen


def who(store: Store, name: str, shown: int = 15) -> Who:
    """The one actor that is called so, with at most `shown` others and places.

    Raises DragomanError where nobody is called so, or several are.
    """
    id = one_called(store, name).id
    a = schema.actors.c
    row = next(iter(store.rows(select(a.name, a.kind, a.country, a.pages, a.brief).where(a.id == id))))
    brief = json.loads(row.brief)
    return Who(
        id, row.name, row.kind, row.country, brief["links"].get("wikidata"), row.pages,
        tuple((n["name"], n["count"]) for n in brief["names"]),
        terms(store, id), offices(store, id), meetings(store, id, shown), stays(store, id, shown), last_seen(store, id),
    )  # fmt: skip
