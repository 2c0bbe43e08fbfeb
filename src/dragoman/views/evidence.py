"""One event or actor with all that stands behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from dragoman.record.life import unconfirmed
from dragoman.record.resolved import Trace
from dragoman.record.told import event_again, newest
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Article
from dragoman.views.actors import actor_body
from dragoman.views.parts import parts_around


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an event with the words that give it.

    `passage` is the text around the words, `mark` where they stand in it; `sentence` is the
    report the value was read for, which may be another sentence where `inferred`.
    """

    field: str
    value: str
    article: str
    url: str | None
    publisher: str | None
    published: str | None
    start: int  # of the words, in the article's text
    passage: str
    mark: tuple[int, int]
    sentence: str
    rule: str
    inferred: bool
    trail: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class EventEvidence:
    """An event as exported, and every value behind it."""

    event: dict[str, Any]
    values: tuple[Value, ...]
    unconfirmed: bool = False  # planned, and its day is past as far as the record's newest page goes
    part_of: str | None = None  # the visit, summit, tour or contract that holds it
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of an article with the words that matter in it."""

    article: str
    publisher: str | None
    published: str | None
    passage: str
    mark: tuple[int, int]
    start: int = 0  # of the words, in the article's text


@dataclass(frozen=True, slots=True)
class ActorEvidence:
    """An actor as exported, with the passages behind its name and roles, and the events it takes part in."""

    actor: dict[str, Any]
    mentions: tuple[Mark, ...]
    roles: tuple[tuple[Mark, ...], ...]  # beside `actor["roles"]`
    events: tuple[str, ...]


# The order in which a reader asks; what is not named here comes after.
_FIELDS = ("status", "participants", "start", "end", "place", "host", "topics", "type")


def grouped(values: Sequence[Value]) -> list[tuple[tuple[str, str], list[Value]]]:
    """Values under their field and what they say; what is stated comes before what is inferred."""
    out: dict[tuple[str, str], list[Value]] = {}
    for value in values:
        out.setdefault((value.field, value.value), []).append(value)
    for found in out.values():
        found.sort(key=lambda v: v.inferred)

    def rank(item: tuple[tuple[str, str], list[Value]]) -> tuple[int, bool]:
        field = item[0][0]
        place = _FIELDS.index(field) if field in _FIELDS else len(_FIELDS)
        return (place, not any(v.chosen for v in item[1]))

    return sorted(out.items(), key=rank)


def event_evidence(store: Store, id: str) -> EventEvidence:
    """An event with its evidence; raises KeyError where the record has none of that id."""
    body = next((r.body for r in store.rows(select(schema.events.c.body).where(schema.events.c.id == id))), None)
    if body is None:
        raise KeyError(id)
    event, loader = event_again(store, id)
    values = tuple(_value(trace, loader.articles[trace.article]) for trace in event.trace)
    late = unconfirmed(event.status, event.start, event.end, newest(store))
    links = parts_around(store, id)
    held = tuple(sorted(part for part, whole in links.items() if whole == id))
    return EventEvidence(json.loads(body), values, late, links.get(id), held)


def actor_evidence(store: Store, id: str) -> ActorEvidence:
    """An actor with its evidence; raises KeyError where the record has none of that id."""
    actor = actor_body(store, id)
    e, p = schema.events.c, schema.event_participants.c
    events = select(e.id).join(schema.event_participants, p.event == e.id).where(p.actor == id)
    return ActorEvidence(
        actor,
        tuple(_marks(store, actor["sources"])),
        tuple(tuple(_marks(store, role["sources"])) for role in actor["roles"]),
        tuple(row.id for row in store.rows(events.order_by(e.sort, e.id))),
    )


def _marks(store: Store, sources: list[dict[str, Any]]) -> Iterator[Mark]:
    for source in sources:
        article = store.article(source["article"])
        passage, mark = around(article.text, source["start"], source["end"])
        yield Mark(article.id, article.publisher, article.published, passage, mark, source["start"])


def _value(row: Trace, article: Article) -> Value:
    sentence = article.text[row.sentence_start : row.sentence_end]
    if row.sentence_start <= row.start and row.end <= row.sentence_end:
        passage, mark = sentence, (row.start - row.sentence_start, row.end - row.sentence_start)
    else:
        passage, mark = around(article.text, row.start, row.end)
    return Value(
        row.field, row.value, row.article, article.url, article.publisher, article.published, row.start, passage, mark,
        sentence, row.rule, row.inferred, row.trail, row.chosen,
    )


def around(text: str, start: int, end: int, reach: int = 160) -> tuple[str, tuple[int, int]]:
    """The line that holds a span, or as much of it as lies within `reach` characters on each side."""
    low = max(0, start - reach, text.rfind("\n", max(0, start - reach), start) + 1)
    line_end = text.find("\n", end, end + reach)
    high = line_end if line_end >= 0 else min(len(text), end + reach)
    while low < start and text[low].isspace():
        low += 1
    return text[low:high], (start - low, end - low)
