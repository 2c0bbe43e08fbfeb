"""Opening a record file: is it there, is it ours, can this version read it?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from dragoman.errors import RecordError
from dragoman.store import fulltext, schema
from dragoman.store.migration import migrate

HEADER = b"SQLite format 3\x00"
KEPT = 40  # connections
CACHE = 8_000  # kibibytes of the file that a connection keeps
WAIT_SECONDS = 5.0  # how long a writer waits for another before it says that the record is locked


def engine_for(path: Path, create: bool) -> Engine:
    """An engine on the record at `path`, made where it is missing and `create` is set.

    Raises RecordError where the file is missing, is not a record, or is of a newer version.
    """
    fresh = _check_file(path, create)
    # As many connections are kept as a server has threads: a fresh one has nothing of the file in its cache.
    engine = create_engine(f"sqlite+pysqlite:///{path}", connect_args={"timeout": WAIT_SECONDS}, pool_size=KEPT)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    try:
        with plain_errors(path):
            if fresh:
                _lay(engine)
            _check_version(engine, path)
    except RecordError:
        engine.dispose()
        raise
    return engine


def _check_file(path: Path, create: bool) -> bool:
    """True where the record must be laid out; raises RecordError where it cannot be used."""
    where = str(path)
    if where.startswith(("postgresql:", "postgres:")):
        raise RecordError(where, "this version keeps records in files only", "give a file's path")
    try:
        if path.is_dir():
            raise RecordError(where, "is a folder", "give a file's path")
        if not path.exists():
            if not create:
                raise RecordError(where, "there is no such record", f"make one: dragoman read PATH --record {where}")
            if not path.parent.is_dir():
                raise RecordError(where, "its folder does not exist", f"make the folder {path.parent} first")
            return True
        with path.open("rb") as file:
            head = file.read(len(HEADER))
    except OSError as error:
        raise RecordError(where, f"cannot be read ({error.strerror})", "check the path and its permissions") from error
    if head == b"" and create:
        return True
    if head != HEADER:
        raise RecordError(where, "is not a dragoman record", "give another file; this one was left as it is")
    return _owner(path) == "nobody"


def _owner(path: Path) -> str:
    """Whose SQLite file it is: ours, or nobody's yet (a read killed while the record was laid out)."""
    where = str(path)
    try:
        with sqlite3.connect(path, timeout=WAIT_SECONDS) as connection:
            ours = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        connection.close()
    except sqlite3.Error as error:
        raise _translate(where, error) from error
    if ours == schema.SQLITE_APPLICATION_ID:
        return "ours"
    if ours == 0 and version == 0 and tables == 0:
        return "nobody"
    raise RecordError(
        where, "is another program's database, not a dragoman record", "give another file; this one was left as it is"
    )


def _lay(engine: Engine) -> None:
    with engine.begin() as connection:
        schema.metadata.create_all(connection)
        fulltext.lay(connection)
        known = {key for (key,) in connection.execute(schema.meta.select().with_only_columns(schema.meta.c.key))}
        for key, value in (("application", schema.APPLICATION), ("schema", str(schema.VERSION))):
            if key not in known:
                connection.execute(schema.meta.insert().values(key=key, value=value))
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.SQLITE_APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def _check_version(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        row = connection.execute(schema.meta.select().where(schema.meta.c.key == "schema")).first()
    found = int(row.value) if row is not None and row.value.isdigit() else 0
    if found > schema.VERSION:
        raise RecordError(
            str(path),
            f"was written by a newer dragoman (schema {found}, this one knows {schema.VERSION})",
            "upgrade dragoman; the record was left as it is",
        )
    if found < 1:
        raise RecordError(
            str(path), f"has schema {found}, which no version wrote", "read the pages into a new record"
        )
    if found < schema.VERSION:
        migrate(engine, path, found)
    _index_deals(engine)


def _index_deals(engine: Engine) -> None:
    """Adds the index of deals to a record that was laid out before there was one; views are right without it."""
    with engine.connect() as connection:
        known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'deal_columns'").first()
    if known is None:
        with suppress(DBAPIError), engine.execution_options(writes=True).begin() as connection:
            schema.deal_columns.create(connection)


def _set_up(connection: Any, _: Any) -> None:
    # The driver must not open transactions on its own: _begin does, so that DDL is inside them too.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA cache_size = -{CACHE}")
    cursor.close()


def _begin(connection: Any) -> None:
    # A writer takes the lock at once, so that it waits for another writer rather than fail half-way.
    mode = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


@contextmanager
def plain_errors(path: Path | str) -> Iterator[None]:
    """Turns what the database says into a RecordError of one line that names the file and the remedy."""
    try:
        yield
    except DBAPIError as error:
        raise _translate(str(path), error.orig or error) from error


def _translate(where: str, error: BaseException) -> RecordError:
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    low = text.lower()
    if "locked" in low or "busy" in low:
        return RecordError(where, "is locked by another program", "wait until it is done, then run the command again")
    if "not a database" in low or "malformed" in low:
        return RecordError(where, "is damaged or not a dragoman record", "restore a copy, or read the pages anew")
    if "readonly" in low or "read-only" in low or "unable to open" in low:
        return RecordError(where, "cannot be written", "check the permissions of the file and its folder")
    if "full" in low:
        return RecordError(where, "the disk is full", "free some space, then run the command again")
    return RecordError(where, f"the database says: {text}", "restore a copy, or read the pages anew")
