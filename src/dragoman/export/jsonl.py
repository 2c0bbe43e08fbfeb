"""The record as four files of JSON lines: events, actors, statements, articles."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Select, select

from dragoman.errors import DragomanError
from dragoman.record import shape
from dragoman.record.life import unconfirmed
from dragoman.record.making.bounds import bounds_of
from dragoman.record.parts import wholes
from dragoman.record.told import abouts, newest
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.actors import actor_bodies
from dragoman.views.parts import all_parts

FILES = ("events.jsonl", "actors.jsonl", "statements.jsonl", "articles.jsonl")


def export(store: Store, folder: Path, everything: bool = False) -> dict[str, int]:
    """Writes the four files into `folder`, made where missing; gives the number of lines of each.

    The same pages give the same bytes, in whatever order they were read. Events under the
    confidence threshold are left out unless `everything` is set. Raises DragomanError where
    the folder cannot be written.
    """
    e, s = schema.events.c, schema.statements.c
    events = select(e.body).order_by(e.sort, e.id)
    if not everything:
        events = events.where(~e.aside)
    streams: dict[str, Iterator[str]] = {
        "events.jsonl": _events(store, events),
        "actors.jsonl": (_json(body) for body in actor_bodies(store)),
        "statements.jsonl": (row.body for row in store.rows(select(s.body).order_by(s.article, s.start, s.id))),
        "articles.jsonl": _articles(store),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return {name: _write(folder / name, lines) for name, lines in streams.items()}
    except OSError as error:
        why = f"cannot be written ({error.strerror})"
        raise DragomanError(str(folder), why, "give another folder to --out") from error


def _events(store: Store, query: Select[Any]) -> Iterator[str]:
    """The events with what they are part of; `unconfirmed`: planned for a day before the record's newest page."""
    last = newest(store)
    links = all_parts(store)
    held = wholes(links)
    for row in store.rows(query):
        event = json.loads(row.body)
        event["unconfirmed"] = unconfirmed(event["status"], event["start"], event["end"], last)
        event["part_of"] = links.get(event["id"])
        event["parts"] = list(held.get(event["id"], ()))
        yield _json(event)


def _articles(store: Store) -> Iterator[str]:
    about, bounds = abouts(store, None), bounds_of(store)
    for article in store.articles():
        yield _json(shape.article(article, about[article.id], bounds.get(article.id)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, lines: Iterable[str]) -> int:
    """Writes beside the old file and then takes its place, so that a break leaves no half a file."""
    count = 0
    draft = path.with_name(path.name + ".part")
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(line + "\n")
            count += 1
    os.replace(draft, path)
    return count
