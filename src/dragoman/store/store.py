"""The store of one record: articles and readings in, readings out, derived tables replaced as a whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import (
    Connection,
    Engine,
    Executable,
    Row,
    Select,
    delete,
    func,
    insert,
    select,
)

from dragoman.errors import RecordError
from dragoman.store import aliases, codec, schema
from dragoman.store.opening import engine_for, plain_errors
from dragoman.store.rebuild import Rebuild, chunks
from dragoman.types import Article, DateClaim, Fact, Furniture, Reading, Referent, Span, Statement

BUILT = "built"  # meta key: who made the derived tables, or NOT_BUILT
NOT_BUILT = "no: readings have come in"
GENERATION = "generation"  # meta key: how often the record has been written to
BUILDER = "builder"  # meta key: who made them last
MADE = "made"  # meta key: the generation in which they were made last

# What a transaction on the derived tables may hold of the file. Keys of indexes come in no order: without room for them
# every row written fetches a page and drives out another.
_CACHE = 64 << 20  # bytes
_MUCH_CACHE = 512 << 20

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Rest:
    """What an article has beyond the columns of its table."""

    title_span: Span | None = None
    byline: str | None = None
    dateline_place: Span | None = None
    date_claims: tuple[DateClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class _Body:
    """A reading without its article."""

    referents: tuple[Referent, ...] = ()
    facts: tuple[Fact, ...] = ()
    statements: tuple[Statement, ...] = ()
    problems: tuple[str, ...] = ()


class Store:
    """An open record. Use as a context manager, or call `close`."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path | str, create: bool = False) -> Store:
        """The record at `path`; with `create`, a new one where there is none.

        Raises RecordError where it is missing, locked, damaged, not ours, or of a newer version.
        """
        if str(path).startswith(("postgresql:", "postgres:")):
            raise RecordError(str(path), "this version keeps records in files only", "give a file's path")
        place = Path(path)
        return cls(place, engine_for(place, create))

    def close(self) -> None:
        """Gives the file back."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -------------------------------------------------------------- what was read

    def is_read(self, article: str, sha256: str, fingerprint: str) -> bool:
        """Whether this very input has been read by this very reader."""
        r = schema.readings
        query = select(r.c.article).where(r.c.article == article, r.c.sha256 == sha256, r.c.fingerprint == fingerprint)
        with self._reads() as connection:
            return connection.execute(query).first() is not None

    def has_article(self, article: str) -> bool:
        """Whether a page of this id is in the record, in whatever version."""
        with self._reads() as connection:
            return _knows(connection, article)

    def put(self, readings: Sequence[tuple[Reading, str]], fingerprint: str) -> None:
        """Writes `(reading, origin)` pairs in one transaction, replacing older readings of the same pages."""
        if not readings:
            return
        ids = [reading.article.id for reading, _ in readings]
        with self._writes() as connection:
            for article in ids:
                # The ledger names reports; what was derived from an older version goes when it is worked out again.
                if _knows(connection, article):
                    _keep_ids(connection, article)
                    connection.execute(delete(schema.articles).where(schema.articles.c.id == article))
            connection.execute(insert(schema.articles), [_article_row(r.article, origin) for r, origin in readings])
            connection.execute(insert(schema.readings), [_reading_row(r, fingerprint) for r, _ in readings])
            _touch(connection, ids)
            _count_write(connection)

    def add_decisions(self, rows: Sequence[dict[str, Any]], articles: Iterable[str]) -> None:
        """Adds to the ledger, which nothing takes from; notes the articles that the decisions are about."""
        if not rows:
            return
        with self._writes() as connection:
            connection.execute(insert(schema.decisions), list(rows))
            _touch(connection, articles)
            _count_write(connection)

    def touched(self) -> list[str]:
        """The articles that came in or were decided on since the derived tables were made, in order."""
        return [row.article for row in self.rows(select(schema.touched).order_by(schema.touched.c.article))]

    def settle_date(self, article: str, published: str | None) -> None:
        """Keeps a person's decision on the date of an article, also for when it is read again; None takes it back."""
        table = schema.settled_dates
        with self._writes() as connection:
            connection.execute(delete(table).where(table.c.article == article))
            if published is not None:
                connection.execute(insert(table).values(article=article, published=published))

    def settled_date(self, article: str) -> str | None:
        """The date that a person gave an article; None where nobody did."""
        table = schema.settled_dates.c
        with self._reads() as connection:
            return connection.execute(select(table.published).where(table.article == article)).scalar_one_or_none()

    def read_by(self, article: str) -> str:
        """The fingerprint of what read an article last; raises KeyError where nothing did."""
        r = schema.readings.c
        with self._reads() as connection:
            found = connection.execute(select(r.fingerprint).where(r.article == article)).scalar_one_or_none()
        if found is None:
            raise KeyError(article)
        return str(found)

    def origin(self, article: str) -> str:
        """The file (and line) that an article was last read from; raises KeyError where there is none of that id."""
        with self._reads() as connection:
            query = select(schema.articles.c.origin).where(schema.articles.c.id == article)
            found = connection.execute(query).scalar_one_or_none()
        if found is None:
            raise KeyError(article)
        return str(found)

    def count_articles(self) -> int:
        """How many articles the record holds."""
        with self._reads() as connection:
            return int(connection.execute(select(func.count()).select_from(schema.articles)).scalar_one())

    def ids(self) -> list[str]:
        """The ids of all articles, in order."""
        return [row.id for row in self.rows(select(schema.articles.c.id).order_by(schema.articles.c.id))]

    def articles(self) -> Iterator[Article]:
        """Every article in order of id, one at a time."""
        yield from map(_article, self.rows(select(*_ARTICLE).order_by(schema.articles.c.id)))

    def article(self, id: str) -> Article:
        """One article; raises KeyError where the record has none of that id."""
        with self._reads() as connection:
            row = connection.execute(select(*_ARTICLE).where(schema.articles.c.id == id)).first()
        if row is None:
            raise KeyError(id)
        return _article(row)

    def readings(self) -> Iterator[Reading]:
        """Every reading in order of its article's id, one at a time."""
        for row in self.rows(_joined().order_by(schema.articles.c.id)):
            yield _reading(row)

    def readings_of(self, articles: Sequence[str]) -> dict[str, Reading]:
        """The readings of some articles, by id; those that have none are left out."""
        out: dict[str, Reading] = {}
        for some in chunks(articles):
            for row in self.rows(_joined().where(schema.articles.c.id.in_(some))):
                out[row.id] = _reading(row)
        return out

    def bodies_of(self, articles: Sequence[str]) -> Iterator[Row[Any]]:
        """Of some articles that are read, in order: `id`, `published` with its basis, the `body` of the reading."""
        a, r = schema.articles.c, schema.readings.c
        query = select(a.id, a.published, a.published_basis, r.body).order_by(a.id)
        query = query.join(schema.readings, r.article == a.id)
        for some in chunks(articles):
            yield from self.rows(query.where(a.id.in_(some)))

    def articles_of(self, articles: Sequence[str]) -> Iterator[Article]:
        """Some articles, in order."""
        query = select(*_ARTICLE).order_by(schema.articles.c.id)
        for some in chunks(articles):
            yield from map(_article, self.rows(query.where(schema.articles.c.id.in_(some))))

    def reading(self, article: str) -> Reading:
        """The reading of one article; raises KeyError where there is none."""
        with self._reads() as connection:
            row = connection.execute(_joined().where(schema.articles.c.id == article)).first()
        if row is None:
            raise KeyError(article)
        return _reading(row)

    # -------------------------------------------------------------- what follows from it

    def meta(self, key: str) -> str | None:
        """What the record says of itself under a key."""
        with self._reads() as connection:
            return connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar_one_or_none()

    def is_stale(self, builder: str) -> bool:
        """Whether the derived tables are behind: pages or decisions came in, or another builder made them."""
        return self.meta(BUILT) != builder

    def built_by(self) -> str | None:
        """Who made the derived tables, whatever has come in since; None where nobody did."""
        return self.meta(BUILDER)

    def was_broken_off(self) -> bool:
        """Whether readings have come in since the derived tables were made: a read did not get to its end."""
        return self.meta(BUILT) == NOT_BUILT

    @contextmanager
    def rebuilding(self, builder: str) -> Iterator[Rebuild]:
        """One transaction that replaces every derived table; on an error the old ones stay."""
        with self._updating(builder, _MUCH_CACHE) as (tables, connection):
            aliases.keep(connection)
            for table in schema.DERIVED:
                tables.clear(table)
            yield tables
            tables.index()  # what the maker has not laid itself
        # All tables stand in the log now: it is put away here, and not when somebody adds the next page.
        with plain_errors(self.path), closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def updating(self, builder: str) -> Iterator[Rebuild]:
        """One transaction that brings the derived tables up to date; on an error they stay as they were."""
        with self._updating(builder, _CACHE) as (tables, _):
            yield tables

    @contextmanager
    def _updating(self, builder: str, cache: int) -> Iterator[tuple[Rebuild, Connection]]:
        """The same, with at most `cache` bytes of the file held in memory."""
        with self._writes() as connection:
            connection.exec_driver_sql(f"PRAGMA cache_size = -{cache // 1024}")
            yield Rebuild(connection), connection
            aliases.forget_living(connection)
            connection.execute(delete(schema.touched))
            _set_meta(connection, BUILT, builder)
            _set_meta(connection, BUILDER, builder)
            _set_meta(connection, MADE, _count_write(connection))

    def rows(self, query: Executable) -> Iterator[Row[Any]]:
        """The rows of a query, fetched a few at a time, all of one moment of the record."""
        with self._reads() as connection:
            yield from connection.execution_options(yield_per=200).execute(query)

    def at_once(self, query: Select[Any]) -> list[list[Any]]:
        """All rows of a query, in no order, fetched as one value: other threads go on until the database has it.

        For many short rows: row by row, a thread waits its turn for each.
        """
        every = query.subquery()
        whole = select(func.json_group_array(func.json_array(*every.c)))
        rows: list[list[Any]] = json.loads(next(self.rows(whole))[0])
        return rows

    @contextmanager
    def _reads(self) -> Iterator[Connection]:
        with plain_errors(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writes(self) -> Iterator[Connection]:
        with plain_errors(self.path), self._engine.execution_options(writes=True).begin() as connection:
            yield connection


def _touch(connection: Connection, articles: Iterable[str]) -> None:
    """Notes that the derived tables are behind, and where."""
    known = {row.article for row in connection.execute(select(schema.touched))}
    new = sorted(set(articles) - known)
    if new:
        connection.execute(insert(schema.touched), [{"article": id} for id in new])
    _set_meta(connection, BUILT, NOT_BUILT)


def _keep_ids(connection: Connection, article: str) -> None:
    """Ids of events that the older version of a page told may have been shown: they go on resolving."""
    r, p = schema.reports.c, schema.past_reports.c
    rows = connection.execute(select(r.id, r.article, r.type, r.start, r.end).where(r.article == article)).all()
    known = {row.id for row in connection.execute(select(p.id).where(p.article == article))}
    new = [dict(row._mapping) for row in rows if row.id not in known]
    if new:
        connection.execute(insert(schema.past_reports), new)


def _joined() -> Select[Any]:
    return select(*_ARTICLE, schema.readings.c.body).join(
        schema.readings, schema.readings.c.article == schema.articles.c.id
    )


def _knows(connection: Connection, article: str) -> bool:
    return connection.execute(select(schema.articles.c.id).where(schema.articles.c.id == article)).first() is not None


def _set_meta(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(insert(schema.meta).values(key=key, value=value))


def _count_write(connection: Connection) -> str:
    """What was computed from the record holds as long as this number stands."""
    meta = schema.meta.c
    before = connection.execute(select(meta.value).where(meta.key == GENERATION)).scalar_one_or_none()
    now = str(int(before or 0) + 1)
    _set_meta(connection, GENERATION, now)
    return now


def _article_row(a: Article, origin: str) -> dict[str, Any]:
    return {
        "id": a.id, "sha256": a.sha256, "text_sha256": hashlib.sha256(a.text.encode()).hexdigest(), "origin": origin,
        "url": a.url, "publisher": a.publisher, "country": a.country, "title": a.title, "language": a.language,
        "published": a.published, "published_basis": a.published_basis, "published_after": a.published_after,
        "published_before": a.published_before, "copies_of": a.copies_of, "text": a.text,
        "furniture": codec.dumps(a.furniture),
        "rest": codec.dumps(_Rest(a.title_span, a.byline, a.dateline_place, a.date_claims)),
    }


# What an article is made of, in the order in which `_article` takes it.
_ARTICLE = tuple(
    schema.articles.c[name]
    for name in (
        "id", "text", "sha256", "title", "url", "publisher", "country", "language", "published", "published_basis",
        "published_after", "published_before", "copies_of", "rest", "furniture",
    )
)


def _article(row: Sequence[Any]) -> Article:
    (id, text, sha256, title, url, publisher, country, language, published, basis, after, before, copies_of,
     rest_text, furniture) = row[: len(_ARTICLE)]  # fmt: skip
    rest = codec.loads(_Rest, rest_text)
    return Article(
        id, text, sha256, title, rest.title_span, url, publisher, country, rest.byline, rest.dateline_place,
        language, published, basis, after, before, rest.date_claims, _furniture(furniture), copies_of,
    )


def _furniture(text: str) -> tuple[Furniture, ...]:
    return codec.loads_many(Furniture, text) if text != "[]" else ()


def _reading_row(reading: Reading, fingerprint: str) -> dict[str, Any]:
    body = _Body(reading.referents, reading.facts, reading.statements, reading.problems)
    return {
        "article": reading.article.id, "sha256": reading.article.sha256,
        "fingerprint": fingerprint, "body": codec.dumps(body),
    }


def _reading(row: Row[Any]) -> Reading:
    body = codec.loads(_Body, row.body)
    return Reading(_article(row), body.referents, body.facts, body.statements, body.problems)
