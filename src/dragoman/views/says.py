"""What somebody said: statements by speaker, by what they are about, and by when the page was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from sqlalchemy import select

from dragoman.errors import DragomanError
from dragoman.mentions.spelling import fold
from dragoman.record import dates
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.between import Between
from dragoman.views.seek import Sought, seek

STATUSES = ("asserted", "denied", "predicted", "demanded", "promised")
_PREFIX = 4  # letters from which on a word counts with an ending: "missile", "missiles"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements to show; None leaves a field open.

    `about` is a word of what is said, or a person, state, body or kind of event that it is about.
    """

    who: str
    about: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Towards:
    """What a statement is for or against, with the words that show it."""

    id: str
    name: str
    stance: str
    words: str


@dataclass(frozen=True, slots=True)
class Number:
    """A figure that a statement gives."""

    text: str  # as it stands on the page, bound and unit included
    of: str
    whom: str | None
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement."""

    id: str
    speaker: str | None  # id of an actor
    speaker_name: str
    status: str
    kind: str
    text: str
    article: str
    url: str | None
    publisher: str | None
    published: str | None
    start: int
    end: int
    via: tuple[str, ...]
    about: tuple[str, ...]  # ids of events and actors
    towards: tuple[Towards, ...]
    figures: tuple[Number, ...]


def says(store: Store, wanted: Wanted) -> list[Said]:
    """The statements that are wanted, the earliest published first; raises DragomanError for a date or status."""
    between = Between.of(wanted.since, wanted.until)
    if wanted.status is not None and wanted.status not in STATUSES:
        raise DragomanError(f"--status {wanted.status}", "is no status of a statement", f"use {', '.join(STATUSES)}")
    who = seek(store, wanted.who)
    speakers = _speakers(store, who)
    about = _About.of(store, wanted.about) if wanted.about else None
    names = targets(store)
    out: list[Said] = []
    for row in rows(store):
        body = json.loads(row.body)
        if not _speaks(body, speakers, wanted.who):
            continue
        if wanted.status is not None and body["status"] != wanted.status:
            continue
        if about is not None and not about.holds(body, names):
            continue
        if between.has(row.published, None):
            out.append(said(row, body, names))
    return sorted(out, key=lambda s: (dates.sort_key(s.published), s.article, s.start, s.id))


def rows(store: Store) -> Iterator[Any]:
    """Every statement with its article's address, publisher and date."""
    s, a = schema.statements.c, schema.articles.c
    query = (
        select(s.body, a.url, a.publisher, a.published)
        .join(schema.articles, a.id == s.article)
        .order_by(s.article, s.start, s.id)
    )
    return store.rows(query)


def targets(store: Store) -> Mapping[str, str]:
    """What each actor and event is called, by id."""
    a, e = schema.actors.c, schema.events.c
    out = {row.id: row.name for row in store.rows(select(a.id, a.name))}
    out |= {row.id: f"{row.type} {row.start or ''}".strip() for row in store.rows(select(e.id, e.type, e.start))}
    return out


def said(row: Any, body: Mapping[str, Any], names: Mapping[str, str]) -> Said:
    """A row of the record as a statement."""
    return Said(
        id=body["id"],
        speaker=body["speaker"],
        speaker_name=body["speaker_name"],
        status=body["status"],
        kind=body["kind"],
        text=" ".join(body["text"].split()),
        article=body["article"],
        url=row.url,
        publisher=row.publisher,
        published=row.published,
        start=body["start"],
        end=body["end"],
        via=tuple(body["via"]),
        about=tuple(body["about"]),
        towards=tuple(
            Towards(id, names.get(id, id), body["stance"][id], shown["words"])
            for id, shown in body["stance_words"].items()
        ),
        figures=tuple(Number(f["text"], f["of"], f["whom_name"], f["from"], f["to"]) for f in body["figures"]),
    )


@cache
def subjects() -> Mapping[str, tuple[str, ...]]:
    """For each subject that one may ask for the words that stand for it, folded; from knowledge/subjects.yaml."""
    text = (files("dragoman.knowledge") / "subjects.yaml").read_text(encoding="utf-8")
    return {fold(name): tuple(fold(word) for word in words) for name, words in yaml.safe_load(text).items()}


def _speakers(store: Store, who: Sought) -> frozenset[str]:
    """The actors meant; a state stands for its people."""
    if not who.countries:
        return who.actors
    a = schema.actors.c
    theirs = store.rows(select(a.id).where(a.country.in_(sorted(who.countries))))
    return who.actors | {row.id for row in theirs}


def _speaks(body: Mapping[str, Any], speakers: frozenset[str], word: str) -> bool:
    if body["speaker"] is not None:
        return body["speaker"] in speakers
    return f" {fold(word)} " in f" {fold(body['speaker_name'])} "


@dataclass(frozen=True, slots=True)
class _About:
    """What a statement has to be about."""

    pattern: re.Pattern[str]
    sought: Sought
    word: str

    @classmethod
    def of(cls, store: Store, word: str) -> _About:
        folded = fold(word)
        if not folded:
            raise DragomanError(f"--about {word}", "holds no letter or digit", "give a word, a name or a kind of event")
        words = (folded, *subjects().get(folded, ()))
        patterns = (re.escape(w) + (r"\w{0,3}" if len(w) >= _PREFIX else "") for w in words)
        return cls(re.compile(rf"\b(?:{'|'.join(patterns)})\b"), seek(store, word), folded)

    def holds(self, body: Mapping[str, Any], names: Mapping[str, str]) -> bool:
        """Whether the word stands in what is said, or names something that it is about."""
        if self.pattern.search(fold(body["text"])) or any(id in self.sought.actors for id in body["about"]):
            return True
        kinds = (names.get(id, "").split(" ")[0].split("_") for id in body["about"] if id.startswith("e"))
        return any(self.word in kind for kind in kinds)
