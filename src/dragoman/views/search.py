"""Full-text search over articles, events and people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from dragoman.store.store import Store
from dragoman.views.timeline import Row, events

_WORD = re.compile(r"[^\W_]+")
_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')
MOST_WORDS = 12
_OPEN, _CLOSE = "\x02", "\x03"  # where a found word begins and ends in a snippet; no text that is read holds them
_WEIGHED = 5_000  # up to so many finds are weighed; of a word that is everywhere, the newest come first


@dataclass(frozen=True, slots=True)
class Snippet:
    """An article in which the words stand, with the passage; `parts` are (text, whether it is a found word)."""

    article: str
    title: str | None
    publisher: str | None
    published: str | None
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """An actor that bears the words in a name."""

    id: str
    name: str
    kind: str
    country: str | None
    pages: int


@dataclass(frozen=True, slots=True)
class Found:
    """What answers to the words: the best of each sort."""

    actors: tuple[Known, ...] = ()
    events: tuple[Row, ...] = ()
    articles: tuple[Snippet, ...] = ()


def match(words: str) -> str:
    """The words as a full-text query: all must stand there, the last may be the beginning of one; "" for none.

    Words between quotation marks stand together. Nothing that is typed can break the query.
    """
    parts: list[str] = []
    for phrase, word in _PHRASE.findall(words):
        found = _WORD.findall(phrase or word)
        if found:
            parts.append(f'"{" ".join(found)}"')
    parts = parts[:MOST_WORDS]
    if len(parts) > 1 and len(parts[-1]) == 3 and not words.endswith(('"', " ")):
        parts.pop()  # one letter of a word that is still being typed begins half of all words
    elif parts and not words.rstrip().endswith('"'):
        parts[-1] += "*"
    return " ".join(parts)


def search(store: Store, words: str, count: int = 10) -> Found:
    """What answers to the words, `count` of each sort; nothing for fewer than two letters."""
    query = match(words)
    if sum(len(word) for word in _WORD.findall(words)) < 2:
        return Found()
    return Found(_actors(store, query, count), _events(store, query, count), _articles(store, query, count))


def _actors(store: Store, query: str, count: int) -> tuple[Known, ...]:
    found = store.rows(
        text(
            "SELECT a.id, a.name, a.kind, a.country, a.pages FROM actor_words w JOIN actors a ON a.id = w.id "
            "WHERE actor_words MATCH :query ORDER BY a.pages DESC, a.name, a.id LIMIT :count"
        ).bindparams(query=query, count=count)
    )
    return tuple(Known(r.id, r.name, r.kind, r.country, r.pages) for r in found)


def _events(store: Store, query: str, count: int) -> tuple[Row, ...]:
    order = "rank, rowid DESC" if _is_rare(store, "event_words", query) else "rowid DESC"
    best = f"SELECT id FROM event_words WHERE event_words MATCH :query ORDER BY {order} LIMIT :count"
    rows = store.rows(text(best).bindparams(query=query, count=count))
    return tuple(events(store, [row.id for row in rows]))


def _articles(store: Store, query: str, count: int) -> tuple[Snippet, ...]:
    order = "rank, rowid DESC" if _is_rare(store, "article_words", query) else "rowid DESC"
    best = f"SELECT rowid AS n FROM article_words WHERE article_words MATCH :query ORDER BY {order} LIMIT :count"
    rows = list(store.rows(text(best).bindparams(query=query, count=count)))
    return tuple(s for row in rows if (s := _snippet(store, query, row.n)) is not None)


def _is_rare(store: Store, table: str, query: str) -> bool:
    """Whether so few rows answer that they can be weighed against one another while somebody types."""
    beyond = f"SELECT 1 FROM {table} WHERE {table} MATCH :query LIMIT 1 OFFSET :most"
    return not list(store.rows(text(beyond).bindparams(query=query, most=_WEIGHED)))


def _snippet(store: Store, query: str, n: int) -> Snippet | None:
    rows = store.rows(
        text(
            "SELECT a.id, a.title, a.publisher, a.published, "
            "snippet(article_words, 1, :open, :close, '…', 24) AS passage "
            "FROM article_words JOIN article_numbers ON article_numbers.n = article_words.rowid "
            "JOIN articles a ON a.id = article_numbers.article "
            "WHERE article_words MATCH :query AND article_words.rowid = :n"
        ).bindparams(open=_OPEN, close=_CLOSE, query=query, n=n)
    )
    row: Any = next(iter(rows), None)
    if row is None:
        return None
    return Snippet(row.id, row.title, row.publisher, row.published, tuple(_parts(row.passage)))


def _parts(passage: str) -> list[tuple[str, bool]]:
    out: list[tuple[str, bool]] = []
    inside = False
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", passage):
        if piece in (_OPEN, _CLOSE):
            inside = piece == _OPEN
        elif piece:
            out.append((piece, inside))
    return out
