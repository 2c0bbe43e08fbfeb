"""Statements as the record shows them: who said what, and which actors and events it is about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.record.resolved import Actor
from dragoman.record.sightings import Key
from dragoman.types import Article, Reading, SaidFigure, Statement

Span = tuple[int, int]


def statements(
    reading: Reading, actors: Mapping[Key, Actor], events: Iterable[tuple[str, Span]]
) -> list[dict[str, Any]]:
    """The statements of one article; `events` are the ids of its events with the span of each report of them."""
    reported = sorted(events)
    ids = _ids(reading, reported)
    made: dict[str, dict[str, Any]] = {}
    for s in reading.statements:
        if s.mode == "carried":
            continue  # the outlet stands in `via` of the one who speaks
        row = _statement(s, reading, actors, reported, ids)
        made.setdefault(row["id"], row)
    return [row for _, row in sorted(made.items())]


def _ids(reading: Reading, reported: list[tuple[str, Span]]) -> dict[int, list[str]]:
    """The ids in the record of each event of the page, by its number there."""
    by_span: dict[Span, list[str]] = {}
    for id, span in reported:
        by_span.setdefault(span, []).append(id)
    out: dict[int, list[str]] = {}
    for f in reading.facts:
        out.setdefault(f.event, []).extend(by_span.get((f.trigger.start, f.trigger.end), ()))
    return out


def _statement(
    s: Statement,
    reading: Reading,
    actors: Mapping[Key, Actor],
    reported: list[tuple[str, Span]],
    ids: Mapping[int, list[str]],
) -> dict[str, Any]:
    article = reading.article
    speaker = _actor(article.id, s.speaker, actors)
    about = [actors[key].id for r in s.about if (key := Key(article.id, r)) in actors]
    about += [id for id, (start, end) in reported if s.start <= start and end <= s.end]
    about += [id for number in s.events for id in ids.get(number, ())]
    stance: dict[str, str] = {}
    shown: dict[str, dict[str, Any]] = {}
    for held in s.stances:
        target = _actor(article.id, held.referent, actors)
        for id in (target,) if target is not None else ids.get(held.event if held.event is not None else -1, ()):
            if id not in stance:
                e = held.evidence
                stance[id] = held.value
                shown[id] = {"words": article.text[e.start : e.end], "start": e.start, "end": e.end}
                about.append(id)
    about = list(dict.fromkeys(about))
    return {
        "id": _id(article.id, s),
        "article": article.id,
        "speaker": speaker,
        "speaker_name": s.speaker_name,
        "kind": s.kind,
        "text": article.text[s.start : s.end],
        "start": s.start,
        "end": s.end,
        "via": list(s.via),
        "about": about,
        "stance": {id: stance.get(id, "neutral") for id in about},
        "stance_words": shown,
        "status": s.status,
        "mode": s.mode,
        "figures": [_figure(f, article, actors) for f in s.figures],
    }


def _actor(article: str, referent: int | None, actors: Mapping[Key, Actor]) -> str | None:
    found = actors.get(Key(article, referent)) if referent is not None else None
    return found.id if found is not None else None


def _figure(f: SaidFigure, article: Article, actors: Mapping[Key, Actor]) -> dict[str, Any]:
    """A figure as the record shows it; `of` is what it measures, `key` the lemmas by which claims are lined up."""
    whom = actors.get(Key(article.id, f.whom)) if f.whom is not None else None
    return {
        "value": f.value,
        "high": f.high,
        "unit": f.unit,
        "bound": f.bound,
        "of": f.of,
        "key": f.key,
        "whom": whom.id if whom is not None else None,
        "whom_name": whom.name if whom is not None else None,
        "from": f.when.start if f.when is not None else None,
        "to": f.when.end if f.when is not None else None,
        "text": article.text[f.evidence.start : f.evidence.end],
        "start": f.evidence.start,
        "end": f.evidence.end,
    }


def _id(article: str, s: Statement) -> str:
    return "s" + hashlib.sha256(f"{article}|{s.start}|{s.end}|{s.speaker_name}".encode()).hexdigest()[:12]
