"""An article with all that was read in it, marked where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select

from dragoman.record.ledger import verdicts_of
from dragoman.record.reports import ReportKey
from dragoman.record.resolved import About
from dragoman.record.told import Loader
from dragoman.store import schema
from dragoman.store.store import BUILDER, Store
from dragoman.types import Article, Referent
from dragoman.views.timeline import Row, events

T = TypeVar("T")
_NAMED = ("name", "title", "role", "acronym")  # forms of a mention that name; a pronoun or a metonym points


@dataclass(frozen=True, slots=True)
class Told:
    """A value of an event that a stretch of text gives."""

    event: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Named:
    """An actor for whom a stretch of text stands, by name or by a word that points at it."""

    actor: str
    name: str
    kind: str
    points: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which nothing changes; `start` is its offset into the article's text."""

    start: int
    text: str
    furniture: str | None  # why it is not the article's own words
    told: tuple[Told, ...]
    named: Named | None
    statement: str | None  # whose reported words they are
    sentence: str | None  # the event that the sentence reports


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text in segments."""

    segments: tuple[Segment, ...]
    title: bool
    furniture: bool  # none of it is the article's own


@dataclass(frozen=True, slots=True)
class Marked:
    """An article, line by line, and the events that it reports."""

    article: Article
    lines: tuple[Line, ...]
    events: tuple[Row, ...]
    copies: tuple[str, ...]  # those that copy it, or copy the same as it, some twenty of them
    about: About


def marked(store: Store, id: str) -> Marked:
    """An article with its marks; raises KeyError where the record has none of that id."""
    reading = store.reading(id)
    article = reading.article
    told = _told(store, id)
    named = _named(store, id, reading.referents)
    said = [(s.start, s.end, s.speaker_name) for s in reading.statements]
    sentences = _sentences(store, id)
    cuts = {0, len(article.text)}
    for spans in (told, named, said, sentences, [(f.start, f.end, f.reason) for f in article.furniture]):
        for start, end, _ in spans:
            cuts.update((start, end))
    cuts.update(i for i, letter in enumerate(article.text) if letter == "\n")
    cuts.update(i + 1 for i, letter in enumerate(article.text) if letter == "\n")
    edges = sorted(cuts)
    at = _Cover(edges)
    at_told, at_named = at.spread(told), at.spread(named)
    at_said, at_sentence = at.spread(said), at.spread(sentences)
    at_furniture = at.spread([(f.start, f.end, f.reason) for f in article.furniture])
    lines: list[Line] = []
    held: list[Segment] = []
    for i, (start, end) in enumerate(zip(edges, edges[1:], strict=False)):
        piece = article.text[start:end]
        if piece == "\n":
            _close(lines, held, article)
            continue
        held.append(
            Segment(
                start, piece, next(iter(at_furniture[i]), None), tuple(dict.fromkeys(at_told[i])),
                min(at_named[i], key=lambda n: n.points, default=None), next(iter(at_said[i]), None),
                next(iter(at_sentence[i]), None),
            )
        )  # fmt: skip
    _close(lines, held, article)
    ids = list(dict.fromkeys(event for _, _, event in sentences))
    about = standing(store, article)
    s = schema.article_standing.c
    copies = select(s.article).where(s.copy_of == about.family, s.article != id).order_by(s.article).limit(20)
    return Marked(
        article, tuple(lines), tuple(events(store, ids)), tuple(row.article for row in store.rows(copies)), about
    )


def standing(store: Store, article: Article) -> About:
    """What is known of an article apart from its text: what it copies, corrects, or is superseded by."""
    s = schema.article_standing.c
    query = select(s.copy_of, s.version, s.superseded_by).where(s.article == article.id)
    row = next(iter(store.rows(query)), None)
    told = (row.copy_of, row.superseded_by, row.version) if row is not None else (None, None, None)
    return About(article.id, article.url, article.publisher, article.published, *told)


class _Cover:
    """Which of many stretches of text lie over each of the pieces between the edges."""

    def __init__(self, edges: list[int]) -> None:
        self._place = {edge: i for i, edge in enumerate(edges)}
        self._count = len(edges)

    def spread(self, spans: Sequence[tuple[int, int, T]]) -> list[list[T]]:
        """For each piece what lies over it, in the order given."""
        out: list[list[T]] = [[] for _ in range(self._count)]
        for start, end, value in spans:
            for i in range(self._place[start], self._place[end]):
                out[i].append(value)
        return out


def _close(lines: list[Line], held: list[Segment], article: Article) -> None:
    if any(not s.text.isspace() for s in held):
        span = article.title_span
        title = span is not None and any(span.start <= s.start < span.end for s in held)
        lines.append(Line(tuple(held), title, all(s.furniture is not None or s.text.isspace() for s in held)))
    held.clear()


def _told(store: Store, id: str) -> list[tuple[int, int, Told]]:
    """What the page itself gives to the events that it reports; what others say of them is not looked at."""
    r, e = schema.reports.c, schema.event_reports.c
    query = select(r.id, r.number, r.type, r.aside, e.event).join(schema.event_reports, e.report == r.id)
    reports: dict[str, list[tuple[str, ReportKey]]] = defaultdict(list)
    for row in store.rows(query.where(r.article == id).order_by(e.event, r.id)):
        reports[row.event].append((row.id, ReportKey(id, row.number, row.type, bool(row.aside))))
    if not reports:
        return []
    threshold = float((store.meta(BUILDER) or "0").split("/")[-1])
    loader = Loader(store, store, [id], threshold, verdicts_of(store))
    found = [
        (trace.start, trace.end, Told(event, trace.field, trace.value))
        for event, own in reports.items()
        for trace in loader.event(own).trace
    ]
    return sorted(found, key=lambda told: (told[0], told[1], told[2].event))


def _sentences(store: Store, id: str) -> list[tuple[int, int, str]]:
    s = schema.event_sources.c
    query = select(s.start, s.end, s.event).where(s.article == id).order_by(s.start, s.end, s.event)
    return [(row.start, row.end, row.event) for row in store.rows(query)]


def _named(store: Store, id: str, referents: tuple[Referent, ...]) -> list[tuple[int, int, Named]]:
    m, a = schema.actor_mentions.c, schema.actors.c
    query = select(m.referent, a.id, a.name, a.kind).join(schema.actors, a.id == m.actor).where(m.article == id)
    who: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for row in store.rows(query):
        who[row.referent].append((row.id, row.name, row.kind))
    return [
        (mention.start, mention.end, Named(*actor, mention.form not in _NAMED))
        for referent in referents
        for actor in who.get(referent.id, ())
        for mention in referent.mentions
    ]
