"""`dragoman timeline`: the events in order of time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_record, shown_record_option
from dragoman.cli.tables import SHORT, print_table

if TYPE_CHECKING:
    from dragoman.views.timeline import Row, Side



@click.command()
@shown_record_option
@click.option("--who", metavar="NAME", help="A person, state or body that takes part; a state stands for its people.")
@click.option("--with", "with_", metavar="NAME", help="Another that takes part.")
@click.option("--where", metavar="PLACE", help="A city, or a country by name or code.")
@click.option("--since", metavar="DATE", help="From this date on: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", metavar="DATE", help="Up to this date.")
@click.option("--type", "type_", metavar="TYPE", help="meeting, visit, call, ...")
@click.option("--all", "everything", is_flag=True, help="Also what is kept aside for review.")
def timeline(
    record: str | None, who: str | None, with_: str | None, where: str | None,
    since: str | None, until: str | None, type_: str | None, everything: bool,
) -> None:
    """Show the events in order of time, those without a date last.

    On a terminal the table fits its width; in a pipe each event is one line in full. A "!"
    marks events on which reports disagree, "????" a year that no page gives.
    """
    from dragoman.views.timeline import Filter, types
    from dragoman.views.timeline import timeline as rows_of

    with open_record(record) as store:
        rows = list(rows_of(store, Filter(who, with_, where, since, until, type_, everything)))
        known = types(store)
    if rows:
        _print(rows)
    hint = f"; the record's types are {', '.join(known)}" if type_ and type_ not in known and known else ""
    count = "no event" if not rows else "1 event" if len(rows) == 1 else f"{len(rows)} events"
    click.echo(f"{count}{hint}", err=True)


def _print(rows: list[Row]) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = sys.stdout.isatty()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=screen)
    for name in ("when", "what", "status"):
        table.add_column(name, no_wrap=True)
    table.add_column("who", ratio=3 if screen else None, no_wrap=not screen)
    table.add_column("where", ratio=1 if screen else None, no_wrap=not screen)
    table.add_column("pages", justify="right", no_wrap=True)
    table.add_column("id", no_wrap=True)
    for row in rows:
        status = Text(row.status + (" !" if row.conflicts else ""), style=_STYLES.get(row.status, ""))
        who = ", ".join(_side(s) for s in row.sides)
        # Markup would read a name in brackets as a style.
        table.add_row(
            when(row.start, row.end), row.type, status, Text(who), Text(_where(row)), str(row.pages),
            row.id[:SHORT] if screen else row.id,
        )
    print_table(table, screen)


_STYLES = {"occurred": "green", "ongoing": "green", "planned": "yellow", "denied": "red", "possible": "dim"}


def when(start: str | None, end: str | None) -> str:
    """A date or period as a reader expects it; `?` stands for an unknown year."""
    if start is None:
        return "undated"
    first = start.replace("--", "????-", 1) if start.startswith("--") else start
    if not end or end == start:
        return first
    last = end.replace("--", "????-", 1) if end.startswith("--") else end
    same = first[:8] == last[:8] and len(first) == len(last) == 10
    return f"{first}/{last[8:]}" if same else f"{first}/{last}"


def _side(side: Side) -> str:
    return f"{side.name} ({side.country})" if side.country and side.kind != "state" else side.name


def _where(row: Row) -> str:
    if row.place and row.country and row.place != row.country:
        return f"{row.place} ({row.country})"
    return row.place or row.host or ""
