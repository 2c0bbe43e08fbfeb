"""Claims side by side: who affirms an event, who denies it, who gives which number, and when."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from dragoman.errors import DragomanError
from dragoman.record.told import event_again
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.says import Said, rows, said, targets

# What a report's status says of the event, and the order in which the sides are shown.
SIDES: Mapping[str, str] = {
    "occurred": "affirms",
    "ongoing": "affirms",
    "planned": "announces",
    "possible": "leaves open",
    "denied": "denies",
}
SPEAKS = "speaks of it"
_ORDER = ("affirms", "announces", "leaves open", "denies", SPEAKS)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says of an event; `who` is outermost first and empty where the page itself says it."""

    side: str
    who: tuple[str, ...]
    text: str
    stance: str | None  # towards the event, where words show one
    article: str
    publisher: str | None
    published: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Given:
    """One number that a source gives for the event."""

    what: str  # "killed", "value", "quantity", or the words of what is measured
    number: str
    who: tuple[str, ...]
    article: str
    publisher: str | None
    published: str | None
    chosen: bool  # the record holds this one


@dataclass(frozen=True, slots=True)
class Claims:
    """All that is claimed of one event."""

    event: Mapping[str, Any]  # as exported
    claims: tuple[Claim, ...]
    numbers: tuple[Given, ...]  # those of one thing together


def claims(store: Store, id: str) -> Claims:
    """The claims about an event, side by side and in order of time; raises DragomanError for what is no event."""
    event = _event(store, id)
    sources = event["sources"]
    spoken = list(_statements(store, id))
    out = [
        Claim(
            SIDES[s["status"]],
            tuple(s["attributed_to"]),
            " ".join(s["sentence"].split()),
            _stance(spoken, id, s),
            s["article"],
            s["publisher"],
            s["published"],
            s["start"],
            s["end"],
        )
        for s in sources
    ]
    out += [_spoken(s, id) for s in spoken if not any(_inside(s, source) for source in sources)]
    out.sort(key=lambda c: (_ORDER.index(c.side), c.published is None, c.published or "", c.article, c.start))
    return Claims(event, tuple(out), tuple(_numbers(store, id, sources, spoken)))


def _event(store: Store, id: str) -> dict[str, Any]:
    e = schema.events.c
    body = next((row.body for row in store.rows(select(e.body).where(e.id == id))), None)
    if body is None:
        raise DragomanError(id, "is no event of the record", "dragoman timeline lists the ids of events")
    found: dict[str, Any] = json.loads(body)
    return found


def _statements(store: Store, id: str) -> Iterator[Said]:
    names = targets(store)
    for row in rows(store):
        if id in row.body:
            body = json.loads(row.body)
            if id in body["about"]:
                yield said(row, body, names)


def _inside(s: Said, source: Mapping[str, Any]) -> bool:
    """Whether a statement shares words with a sentence that reports the event."""
    return bool(s.article == source["article"] and s.start < source["end"] and source["start"] < s.end)


def _stance(spoken: Sequence[Said], id: str, source: Mapping[str, Any]) -> str | None:
    shown = (t.stance for s in spoken if _inside(s, source) for t in s.towards if t.id == id)
    return next(shown, None)


def _spoken(s: Said, id: str) -> Claim:
    stance = next((t.stance for t in s.towards if t.id == id), None)
    side = "denies" if s.status == "denied" else SPEAKS
    who = (*s.via, s.speaker_name)
    return Claim(side, who, s.text, stance, s.article, s.publisher, s.published, s.start, s.end)


def _numbers(store: Store, id: str, sources: Sequence[Mapping[str, Any]], spoken: Sequence[Said]) -> list[Given]:
    by_sentence = {(s["article"], s["start"], s["end"]): s for s in sources}
    out: list[Given] = []
    for row in event_again(store, id)[0].trace:
        what = row.field.partition(".")[2]
        if not row.field.startswith("figures.") and row.field not in ("transfer.quantity", "transfer.value"):
            continue
        source = by_sentence.get((row.article, row.sentence_start, row.sentence_end))
        who = tuple(source["attributed_to"]) if source is not None else ()
        publisher = source["publisher"] if source is not None else None
        published = source["published"] if source is not None else None
        out.append(Given(what, row.value, who, row.article, publisher, published, row.chosen))
    for s in spoken:
        for f in s.figures:
            what = " of ".join(x for x in (f.of, f.whom) if x) if f.whom and f.whom not in f.of else f.of
            who = (*s.via, s.speaker_name)
            out.append(Given(what, f.text, who, s.article, s.publisher, s.published, False))
    order = {what: k for k, what in reversed(list(enumerate(g.what for g in out)))}
    out = list(dict.fromkeys(out))
    return sorted(out, key=lambda g: (order[g.what], g.published is None, g.published or "", g.article))
