"""The open transaction in which derived tables are filled, and what answers queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any, Protocol, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Dialect, Row, Select, Table, delete, insert
from sqlalchemy.schema import CreateIndex, DropIndex

from dragoman.store import aliases, schema

V = TypeVar("V")


class Rows(Protocol):
    """What answers queries: a store, or a transaction that writes to it."""

    def rows(self, query: Select[Any]) -> Iterable[Row[Any]]:
        """The rows of a query."""
        ...


class Rebuild:
    """The open transaction in which derived tables are filled."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        """Inserts rows into one derived table; every row has every column."""
        _check(table)
        batch = list(rows)
        if batch:
            # Millions of rows go this way: the driver takes them as they are, and nothing is looked at row by row.
            statement, values = _insertion(table, self._connection.dialect)
            self._connection.exec_driver_sql(statement, list(map(values, batch)))

    def rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        """The rows of a query, with what this transaction has written."""
        return self._connection.execute(query).all()

    def stream(self, query: Select[Any]) -> Iterator[Row[Any]]:
        """The same, some at a time; the tables that the query reads must not be written meanwhile."""
        yield from self._connection.execute(query, execution_options={"yield_per": 1000})

    def copy(self, table: Table, rows: Select[Any]) -> None:
        """Inserts what a query gives, its columns in the order of the table's, into one derived table."""
        _check(table)
        self._connection.execute(insert(table).from_select([column.name for column in table.columns], rows))

    def drop(
        self, table: Table, column: Column[Any], values: Iterable[Any], *also: ColumnElement[bool]
    ) -> None:
        """Deletes the rows of one derived table whose column has one of the values, and that meet what else is said."""
        _check(table)
        for some in chunks(sorted(values)):
            self._connection.execute(delete(table).where(column.in_(some), *also))

    def keep_ids(self, column: Column[Any], values: Iterable[str]) -> None:
        """Lets ids of actors go on resolving, should they be no more in the end: before their mentions are dropped.

        `column` is the article or the actor of `actor_mentions`, and has one of the values.
        """
        for some in chunks(sorted(values)):
            aliases.keep(self._connection, column.in_(some))

    def clear(self, table: Table) -> None:
        """Empties one derived table, and takes its indexes away until `index` lays them again."""
        _check(table)
        for index in table.indexes:
            self._connection.execute(DropIndex(index, if_exists=True))
        self._connection.execute(delete(table))

    def index(self, *tables: Table) -> None:
        """Lays the indexes of some derived tables, or all: at once, which is cheaper than row by row."""
        for table in tables or schema.DERIVED:
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                self._connection.execute(CreateIndex(index, if_not_exists=True))


def chunks(values: Iterable[V], size: int = 400) -> Iterator[list[V]]:
    """So many values at a time: no statement takes any number of them."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some


@cache
def _insertion(table: Table, dialect: Dialect) -> tuple[str, Callable[[dict[str, Any]], tuple[Any, ...]]]:
    """The statement that inserts a row, and what takes its parameters from the row; every table has two or more."""
    compiled = insert(table).compile(dialect=dialect)
    return compiled.string, itemgetter(*(compiled.positiontup or ()))


def _check(table: Table) -> None:
    if table not in schema.DERIVED:
        raise ValueError(f"{table.name} is not derived")
