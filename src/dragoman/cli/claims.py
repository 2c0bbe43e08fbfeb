"""`dragoman claims`: who affirms an event, who denies it, and who gives which number."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_record, shown_record_option
from dragoman.cli.tables import print_table

if TYPE_CHECKING:
    from dragoman.views.claims import Claim, Given

COLUMNS = ("side", "what", "number", "who", "published", "publisher", "article", "start", "end", "text")


@click.command()
@click.argument("event")
@shown_record_option
@click.option("--csv", "as_csv", is_flag=True, help="The rows as CSV: claims first, then numbers.")
def claims(event: str, record: str | None, as_csv: bool) -> None:
    """Show what is claimed of EVENT, side by side: who affirms it, who denies it, who gives which number, when.

    EVENT is the beginning of an id that `timeline` lists. "who" is the chain of sources, outermost
    first, that a page names; "the page itself" where it names none. "*" marks the number that the record holds.
    """
    from dragoman.views.claims import claims as found
    from dragoman.views.seek import whole_id

    with open_record(record) as store:
        known = found(store, whole_id(store, event))
    if as_csv:
        _csv(known.claims, known.numbers)
        return
    _claims(known.claims)
    if known.numbers:
        click.echo("")
        _numbers(known.numbers)


def who_says(who: Sequence[str]) -> str:
    """A chain of sources as one phrase."""
    return " > ".join(who) or "the page itself"


def _claims(claims: Sequence[Claim]) -> None:
    rows = [
        (
            c.side + (f" ({c.stance})" if c.stance else ""),
            who_says(c.who),
            c.published or "undated",
            c.publisher or c.article,
            c.text,
        )
        for c in claims
    ]
    _table(("side", "who", "published", "on", "words"), rows)


def _numbers(numbers: Sequence[Given]) -> None:
    rows = [
        (
            n.what,
            n.number + (" *" if n.chosen else ""),
            who_says(n.who),
            n.published or "undated",
            n.publisher or n.article,
        )
        for n in numbers
    ]
    _table(("what", "number", "who", "published", "on"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = sys.stdout.isatty()
    wide = screen and "words" in head
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=wide)
    for name in head:
        table.add_column(name, no_wrap=not screen or name == "published", ratio=3 if wide and name == "words" else None)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    print_table(table, screen)


def _csv(claims: Sequence[Claim], numbers: Sequence[Given]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for c in claims:
        out.writerow(
            [c.side, "", "", " > ".join(c.who), c.published, c.publisher, c.article, c.start, c.end, c.text]
        )
    for n in numbers:
        out.writerow(["", n.what, n.number, " > ".join(n.who), n.published, n.publisher, n.article, "", "", ""])
