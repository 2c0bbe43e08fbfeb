"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.config import DEFAULT_RECORD, RECORD_VARIABLE, Config, record_path

if TYPE_CHECKING:
    from dragoman.store.store import Store

F = TypeVar("F", bound=Callable[..., Any])

_AS_OF = "dragoman.as_of"


def record_option(command: F) -> F:
    """Adds `--record`."""
    return click.option(
        "--record",
        metavar="FILE",
        help=f"The record to work on; else ${RECORD_VARIABLE}, else ./{DEFAULT_RECORD}.",
    )(command)


def shown_record_option(command: F) -> F:
    """Adds `--record` and `--as-of`, which `open_record` heeds."""
    as_of = click.option(
        "--as-of", metavar="DATE", expose_value=False, callback=_remember, is_eager=True,
        help="The record as it could be known on that day: YYYY, YYYY-MM or YYYY-MM-DD.",
    )  # fmt: skip
    return record_option(as_of(command))


def _remember(context: click.Context, _: click.Parameter, value: str | None) -> None:
    context.meta[_AS_OF] = value


@contextmanager
def open_record(record: str | None) -> Iterator[Store]:
    """The record to look into, up to date, of the day that `--as-of` gives; raises RecordError where there is none."""
    from dragoman.record.as_of import as_of

    context = click.get_current_context(silent=True)
    day = context.meta.get(_AS_OF) if context is not None else None
    with _opened(record) as store:
        if day is None:
            yield store
        else:
            with as_of(store, day, Config().threshold) as then:
                yield then


def _opened(record: str | None) -> Store:
    from dragoman.record.build import refresh
    from dragoman.store.store import Store

    store = Store.open(record_path(record))
    try:
        if refresh(store, Config().threshold):
            click.echo("The last read was broken off; the record has been put in order.", err=True)
    except BaseException:
        store.close()
        raise
    return store
