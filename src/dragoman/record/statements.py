"""Statements as the record shows them: who said what, and which actors and events it is about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.record.resolved import Actor
from dragoman.record.sightings import Key
from dragoman.types import Reading, Statement

Span = tuple[int, int]


def statements(
    reading: Reading, actors: Mapping[Key, Actor], events: Iterable[tuple[str, Span]]
) -> list[dict[str, Any]]:
    """The statements of one article; `events` are the ids of its events with the span of each report of them."""
    reported = sorted(events)
    made: dict[str, dict[str, Any]] = {}
    for s in reading.statements:
        if s.mode == "carried":
            continue  # the outlet stands in `via` of the one who speaks
        row = _statement(s, reading, actors, reported)
        made.setdefault(row["id"], row)
    return [row for _, row in sorted(made.items())]


def _statement(
    s: Statement, reading: Reading, actors: Mapping[Key, Actor], reported: list[tuple[str, Span]]
) -> dict[str, Any]:
    article = reading.article
    speaker = actors.get(Key(article.id, s.speaker)) if s.speaker is not None else None
    about = [actors[key].id for r in s.about if (key := Key(article.id, r)) in actors]
    about += [id for id, (start, end) in reported if s.start <= start and end <= s.end]
    return {
        "id": _id(article.id, s),
        "article": article.id,
        "speaker": speaker.id if speaker else None,
        "speaker_name": s.speaker_name,
        "kind": s.kind,
        "text": article.text[s.start : s.end],
        "start": s.start,
        "end": s.end,
        "via": list(s.via),
        "about": list(dict.fromkeys(about)),
        "stance": {},
        "status": s.status,
    }


def _id(article: str, s: Statement) -> str:
    return "s" + hashlib.sha256(f"{article}|{s.start}|{s.end}|{s.speaker_name}".encode()).hexdigest()[:12]
