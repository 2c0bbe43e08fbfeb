"""`dragoman why`: why two names are, or are not, taken for one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_record, record_option
from dragoman.cli.tables import print_table
from dragoman.config import record_path

if TYPE_CHECKING:
    from dragoman.views.why import Why


@click.command()
@click.argument("a")
@click.argument("b")
@record_option
@click.option("--bodies", is_flag=True, help="Compare the names as those of companies, bodies or ships.")
def why(a: str, b: str, record: str | None, bodies: bool) -> None:
    """Say why A and B are, or are not, taken for one: each feature and what it adds.

    A and B are names, or ids of persons. Persons whom the record knows are compared with what pages say of them, as the
    record compares them; other names, and all names where there is no record, by themselves.
    """
    from dragoman.views.why import why as of_record
    from dragoman.views.why import why_names

    if bodies or (record is None and not Path(record_path(None)).exists()):
        found = why_names(a, b, "organisation" if bodies else "person")
    else:
        with open_record(record) as store:
            found = of_record(store, a, b)
    _print(found)


def _print(found: Why) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = sys.stdout.isatty()
    click.echo(f"{found.a}  |  {found.b}")
    if not found.features:
        click.echo("They share nothing that can be compared.")
    else:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for name in ("adds", "feature", "value", "words", "meaning"):
            table.add_column(name, justify="right" if name in ("adds", "value") else "left", no_wrap=not screen)
        table.add_row(f"{found.start:+.2f}", "", "", "", "where all pairs begin")
        for f in sorted(found.features, key=lambda f: (-abs(f.adds), f.name)):
            table.add_row(f"{f.adds:+.2f}", f.name, f"{f.value:.2f}", Text(f.detail), f.meaning)
        print_table(table, screen)
    click.echo(verdict(found))


def verdict(found: Why) -> str:
    """The sum, what it is held against, and what follows, in one or two lines."""
    if found.doubt is None:
        said = "more likely one name than two" if found.features and found.sum >= found.one else "more likely two names"
        return f"sum {found.sum:+.2f} (one from {found.one:+.2f} on): {said}"
    said = "one" if found.sum >= found.one else "in doubt" if found.sum >= found.doubt else "two"
    bars = f"one from {found.one:+.2f} on, a person is asked from {found.doubt:+.2f} on"
    choice = " (it joins nobody where another fits as well)" if said == "one" else ""
    return f"sum {found.sum:+.2f} ({bars}): {said}{choice}\nthe record holds {found.record}"
