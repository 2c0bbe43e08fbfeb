"""Readings made by hand, as a reader would give them, from sentences that say what the reading holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.record.build import build
from dragoman.store.store import Store
from dragoman.types import (
    Article,
    Dated,
    DateValue,
    Evidence,
    Fact,
    Located,
    Mention,
    Participant,
    Place,
    Quoted,
    Reading,
    Referent,
    Role,
    Span,
    Statement,
    Status,
)

BAKU = Place("Baku", "AZE", 40.38, 49.89, 587084, "city")
AZERBAIJAN = Place("Azerbaijan", "AZE", 40.3, 47.5, None, "country")
MOSCOW = Place("Moscow", "RUS", 55.75, 37.62, 524901, "city")
THRESHOLD = 0.35


class Hand:
    """One page under construction; every span is found by the words that fill it."""

    def __init__(self, id: str, text: str, published: str | None = None, publisher: str | None = None) -> None:
        sha256 = hashlib.sha256(f"{id}{text}".encode()).hexdigest()
        self.article = Article(
            id=id, text=text, sha256=sha256, published=published, publisher=publisher,
            published_basis="given" if published else "unknown",
        )
        self.referents: list[Referent] = []
        self.facts: list[Fact] = []
        self.statements: list[Statement] = []

    def evidence(self, words: str, rule: str = "by hand", inferred: bool = False) -> Evidence:
        start = self.article.text.index(words)
        return Evidence(start, start + len(words), rule, inferred)

    def referent(
        self, kind: str, words: str, country: str | None = None, title: str | None = None,
        name: str | None = None, acts_for: int | None = None, plural: bool = False, org: str | None = None,
    ) -> int:
        """A referent whose mention is `words`; `title` stands somewhere on the page."""
        here = self.evidence(words)
        roles = ()
        if title:
            at = self.evidence(title)
            roles = (Role(title, org, country, at.start, at.end),)
        mention = Mention(here.start, here.end, 0, -1, "name", words)
        id = len(self.referents)
        self.referents.append(Referent(id, kind, name or words, country, (mention,), roles, None, acts_for, plural))
        return id

    def person(self, words: str, country: str | None = None, title: str | None = None) -> int:
        return self.referent("person", words, country, title)

    def state(self, words: str, code: str) -> int:
        return self.referent("state", words, code)

    def unnamed(self, kind: str, name: str, country: str) -> int:
        """A referent without a mention of its own: what stands for it is named."""
        id = len(self.referents)
        self.referents.append(Referent(id, kind, name, country, (), ()))
        return id

    def fact(
        self,
        type: str,
        trigger: str,
        sides: Sequence[int | tuple[int, str]],
        *,
        event: int = 0,
        status: Status = "occurred",
        date: tuple[str, str] | tuple[str, str, str] | None = None,
        place: tuple[Place, str] | None = None,
        host: tuple[str, str] | None = None,
        figures: Sequence[tuple[str, int, str]] = (),
        topics: Sequence[str] = (),
        attributed_to: tuple[str, ...] = (),
        transfer: Mapping[str, tuple[str, str | int | None]] | None = None,
        confidence: float = 0.8,
        plover: tuple[str, str | None] | None = None,
    ) -> None:
        """A fact in the sentence of its trigger; `date` is its words with start (and end)."""
        at = self.evidence(trigger)
        text = self.article.text
        start = max(text.rfind(". ", 0, at.start) + 2, text.rfind("\n", 0, at.start) + 1, 0)
        if text.rfind(". ", 0, at.start) < 0 and text.rfind("\n", 0, at.start) < 0:
            start = 0
        stop = text.find(".", at.end)
        end = stop + 1 if stop >= 0 else len(text)
        dated = None
        if date:
            words = self.evidence(date[0], "date")
            value = DateValue(date[1], date[2] if len(date) == 3 else None, words.start, words.end, "as written")
            dated = Dated(value, words)
        named = [side if isinstance(side, tuple) else (side, "side") for side in sides]
        self.facts.append(
            Fact(
                type=type,
                event=event,
                status=status,
                sentence=Span(start, end),
                trigger=at,
                status_evidence=at,
                participants=tuple(self._participant(referent, slot) for referent, slot in named),
                host=Quoted("host", host[0], self.evidence(host[1])) if host else None,
                place=Located(place[0], self.evidence(place[1])) if place else None,
                date=dated,
                topics=tuple(Quoted("topic", t, self.evidence(t)) for t in topics),
                figures=tuple(Quoted(what, number, self.evidence(words)) for what, number, words in figures),
                attributed_to=attributed_to,
                transfer=tuple(
                    Quoted(name, value, self.evidence(words))
                    for name, (words, value) in (transfer or {}).items()
                    if value is not None
                ),
                plover=plover or ("CONSULT", type),
                confidence=confidence,
            )
        )

    def says(self, speaker: int, cue: str, words: str, about: tuple[int, ...] = ()) -> None:
        at = self.evidence(words)
        name = self.referents[speaker].name
        self.statements.append(
            Statement(speaker, name, "indirect", at.start, at.end, "asserted", self.evidence(cue), (), about)
        )

    def _participant(self, referent: int, slot: str) -> Participant:
        known = self.referents[referent]
        (mention, *_) = known.mentions or next(r.mentions for r in self.referents if r.acts_for == referent)
        role = known.roles[0].title if known.roles else None
        return Participant(referent, slot, Evidence(mention.start, mention.end, "side"), role)

    def reading(self) -> Reading:
        return Reading(self.article, tuple(self.referents), tuple(self.facts), tuple(self.statements))


def meeting(
    id: str,
    a: tuple[str, str] = ("Valery Gerasimov", "RUS"),
    b: tuple[str, str] = ("Joseph Dunford", "USA"),
    date: tuple[str, str] | None = ("on 16 February 2017", "2017-02-16"),
    place: tuple[Place, str] | None = (BAKU, "Baku"),
    status: Status = "occurred",
    published: str | None = "2017-02-17",
    confidence: float = 0.8,
    titles: tuple[str | None, str | None] = (None, None),
) -> Reading:
    """A page of one sentence: two persons met."""
    words = [
        f"{titles[0] or ''} {a[0]}".strip(), "met", f"{titles[1] or ''} {b[0]}".strip(),
        *([f"in {place[1]}"] if place else []), *([date[0]] if date else []),
    ]
    page = Hand(id, " ".join(words) + ".", published)
    sides = [page.person(a[0], a[1], titles[0]), page.person(b[0], b[1], titles[1])]
    page.fact("meeting", "met", sides, date=date, place=place, status=status, confidence=confidence)
    return page.reading()


def record(path: Path, *readings: Reading, threshold: float = THRESHOLD) -> Store:
    """A record that holds the readings; close it."""
    store = Store.open(path, create=True)
    store.put([(reading, f"{reading.article.id}.txt") for reading in readings], "by hand")
    build(store, threshold)
    return store
