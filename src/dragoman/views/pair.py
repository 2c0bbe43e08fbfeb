"""Two states by month: contacts, visits, arms, agreements, incidents and words; cooperation against conflict."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import func, select

from dragoman.errors import DragomanError
from dragoman.knowledge.files import PACKAGED, mapping
from dragoman.record import dates
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.filter import Filter, conditions
from dragoman.views.seek import Sought, seek

QUADS_FILE = "quads.yaml"
OTHER = "other"
WORDS = "words"
UNDATED = "undated"
_HELD = ("occurred", "ongoing")

Ids = tuple[str, ...]  # of the events, or statements, that a figure counts


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a pair; "undated" gathers what has no month. Each figure is the ids that it counts."""

    month: str
    groups: Mapping[str, Ids]  # contacts, visits, ...: what took place
    quads: Mapping[str, Ids]  # PLOVER's four classes
    ahead: Ids  # planned or possible
    denied: Ids
    words: Ids  # statements of one of the two about the other


def groups() -> list[str]:
    """The groups of events, in the order of a table."""
    return [*_known("groups").values_in_order, OTHER]


def quads() -> list[str]:
    """PLOVER's four classes: cooperation before conflict."""
    return _known("quads").values_in_order


def pair(store: Store, wanted: Filter) -> list[Month]:
    """The months of the two states that `who` and `with_` name, undated last.

    Raises DragomanError where one of them is not in the record.
    """
    ours, theirs = _state(store, wanted.who or ""), _state(store, wanted.with_ or "")
    since, until = wanted.since, wanted.until
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    e = schema.events.c
    plover = func.json_extract(e.body, "$.plover.event").label("plover")
    for row in store.rows(select(e.id, e.type, e.status, e.start, plover).where(*conditions(store, wanted))):
        month = found[_month(row.start)]
        if row.status in _HELD:
            month[f"group {_known('groups').get(row.type)}"].append(row.id)
            month[f"quad {_known('quads').get(row.plover)}"].append(row.id)
        else:
            month["denied" if row.status == "denied" else "ahead"].append(row.id)
    for id, published in _statements(store, ours, theirs):
        if since is None and until is None or published is not None and (since or "") <= published <= (until or "~"):
            found[_month(published)]["words"].append(id)
    return [_row(month, found[month]) for month in sorted(found, key=lambda m: (m == UNDATED, m))]


def _row(month: str, found: Mapping[str, list[str]]) -> Month:
    def ids(name: str) -> Ids:
        return tuple(sorted(found.get(name, ())))

    return Month(
        month,
        {g: ids(f"group {g}") for g in groups()},
        {q: ids(f"quad {q}") for q in quads()},
        ids("ahead"),
        ids("denied"),
        ids("words"),
    )


def _state(store: Store, word: str) -> Sought:
    found = seek(store, word)
    if not found.countries:
        raise DragomanError(word, "is no state or body of the record", "give a code (RUS) or a name (Russia)")
    return found


def _statements(store: Store, ours: Sought, theirs: Sought) -> Iterator[tuple[str, str | None]]:
    """What people of one side said about people or bodies of the other, with when it was published."""
    s, a, c = schema.statements.c, schema.actors.c, schema.articles.c
    codes = ours.countries | theirs.countries
    country = {row.id: row.country for row in store.rows(select(a.id, a.country).where(a.country.in_(sorted(codes))))}
    theirs_too = select(a.id).where(a.country.in_(sorted(codes)))
    about = func.json_extract(s.body, "$.about").label("about")
    query = select(s.id, s.speaker, about, c.published).join(schema.articles, c.id == s.article)
    for row in store.rows(query.where(s.speaker.in_(theirs_too)).order_by(s.id)):
        speaker = country[row.speaker]
        others = theirs.countries if speaker in ours.countries else ours.countries
        if any(country.get(id) in others and country.get(id) != speaker for id in json.loads(row.about)):
            yield row.id, row.published


def _month(text: str | None) -> str:
    when = dates.partial(text)
    return f"{when.year:04d}-{when.month:02d}" if when is not None and when.year and when.month else UNDATED


class _Known:
    """Which class each code belongs to."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.values_in_order = [str(name) for name in data]
        self._of = {str(code): str(name) for name, codes in data.items() for code in codes}

    def get(self, code: str) -> str:
        return self._of.get(code, OTHER)


@cache
def _known(section: str) -> _Known:
    return _Known(mapping(PACKAGED / QUADS_FILE)[section])
