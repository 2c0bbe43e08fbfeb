"""Tables on a terminal: fitted to a screen, whole where the output goes elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.table import Table

WIDE = 100_000  # columns of a table that is not fitted to a screen
SHORT = 8  # characters of an id on a screen: enough for `show`


def print_table(table: Table, screen: bool) -> None:
    """Prints a table; without a screen every row is one line, without blanks at its end."""
    from rich.console import Console

    console = Console(width=None if screen else WIDE, highlight=False)
    if screen:
        console.print(table)
        return
    with console.capture() as capture:
        console.print(table)
    for line in capture.get().splitlines():
        click.echo(line.rstrip())
