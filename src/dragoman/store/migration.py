"""Records of older versions: a backup beside the file, then the tables that this version has."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from dragoman.errors import RecordError
from dragoman.store import aliases, fulltext, schema

# What older schemas derived, beside what this one derives; it is made anew from what was read.
_GONE = ("event_evidence",)
_LISTED = 6  # the first schema that wrote sightings as this one does, so that the ids of its actors can be kept


def migrate(engine: Engine, path: Path, version: int) -> Path:
    """Brings a record of an older schema to this one; gives the backup made before.

    Raises RecordError where no backup can be written; the record is then as it was.
    """
    backup = _backed_up(path, version)
    with engine.execution_options(writes=True).begin() as connection:
        if version >= _LISTED:
            schema.past_actors.create(connection, checkfirst=True)
            aliases.keep(connection)
        for table in (*_GONE, *(table.name for table in schema.DERIVED)):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
        schema.metadata.create_all(connection)
        for index in schema.articles.indexes:
            index.create(connection, checkfirst=True)
        fulltext.rebuild(connection)
        _say(connection)
    return backup


def _say(connection: Connection) -> None:
    connection.execute(schema.meta.delete().where(schema.meta.c.key.in_(("schema", "built", "builder"))))
    connection.execute(schema.meta.insert().values(key="schema", value=str(schema.VERSION)))
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def _backed_up(path: Path, version: int) -> Path:
    """A copy of the record beside it, whole even while others read; an older backup is never written over."""
    backup = path.with_name(f"{path.name}.schema{version}")
    n = 1
    while backup.exists():
        n += 1
        backup = path.with_name(f"{path.name}.schema{version}.{n}")
    draft = backup.with_name(backup.name + ".part")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(draft)) as target:
            source.backup(target)
        draft.replace(backup)
    except (OSError, sqlite3.Error) as error:
        draft.unlink(missing_ok=True)
        why = f"is of an older version (schema {version}) and cannot be backed up before it is brought up to date"
        raise RecordError(str(path), f"{why} ({error})", "free some space, or make its folder writable") from error
    return backup
