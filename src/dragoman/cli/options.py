"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.config import DEFAULT_RECORD, RECORD_VARIABLE, Config, record_path

if TYPE_CHECKING:
    from dragoman.store.store import Store

F = TypeVar("F", bound=Callable[..., Any])


def record_option(command: F) -> F:
    """Adds `--record`."""
    return click.option(
        "--record",
        metavar="FILE",
        help=f"The record to work on; else ${RECORD_VARIABLE}, else ./{DEFAULT_RECORD}.",
    )(command)


def open_record(record: str | None) -> Store:
    """The record to look into, up to date; raises RecordError where there is none."""
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
