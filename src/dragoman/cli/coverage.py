"""`dragoman coverage`: which countries' outlets reported an event, how soon, and which did not."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_record, shown_record_option
from dragoman.cli.tables import SHORT, print_table

if TYPE_CHECKING:
    from dragoman.views.coverage import Country, Reported

_WITHIN = 7
COLUMNS = ("event", "outlet", "country", "ownership", "published", "days_after", "cited_by")


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="EVENT | STATE STATE")
@shown_record_option
@click.option(
    "--within", type=click.IntRange(0), default=_WITHIN, show_default=True, metavar="DAYS",
    help="An outlet that published something within so many days, and not this, was silent.",
)  # fmt: skip
@click.option("--csv", "as_csv", is_flag=True, help="One row for each outlet and event as CSV.")
def coverage(what: tuple[str, ...], record: str | None, within: int, as_csv: bool) -> None:
    """Show who reported an event, or the events between two states, by the country of the outlet.

    An outlet counts with its own page, or where another page cites it. Silent are outlets of which the
    record has pages of those days, none of them on this: who is not in the record says nothing here.
    """
    from dragoman.views.coverage import of_event, of_pair
    from dragoman.views.seek import whole_id

    if len(what) > 2:
        raise click.UsageError("give one event or two states")
    with open_record(record) as store:
        if len(what) == 1:
            found = of_event(store, whole_id(store, what[0]), within)
        else:
            found = of_pair(store, what[0], what[1], within)
    if as_csv:
        _csv(found.reports)
        return
    if found.countries:
        _countries(found.countries)
        click.echo("")
    if found.reports:
        _reports(found.reports)
    count = len(found.events)
    click.echo("no event" if not count else "1 event" if count == 1 else f"{count} events", err=True)


def _countries(countries: Sequence[Country]) -> None:
    rows = [
        (
            c.country,
            f"{c.reported} of {c.of}",
            "" if c.soonest is None else str(c.soonest),
            "" if c.typical is None else f"{c.typical:g}",
            ", ".join(c.outlets),
            ", ".join(c.silent),
        )
        for c in countries
    ]
    _table(("country", "events", "soonest", "median", "reported by", "silent"), rows)


def _reports(reports: Sequence[Reported]) -> None:
    rows = [
        (
            r.event,
            r.outlet,
            r.country,
            r.ownership or "",
            r.published or "undated",
            "" if r.after is None else str(r.after),
            r.cited_by or "",
        )
        for r in reports
    ]
    _table(("event", "outlet", "country", "ownership", "published", "days", "cited by"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = sys.stdout.isatty()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in head:
        right = name in ("soonest", "median", "days")
        table.add_column(name, justify="right" if right else "left", no_wrap=not screen or name not in head[-2:])
    for row in rows:
        cells = [c[:SHORT] if screen and name == "event" else c for name, c in zip(head, row, strict=True)]
        table.add_row(*(Text(c) for c in cells))
    print_table(table, screen)


def _csv(reports: Sequence[Reported]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for r in reports:
        out.writerow([r.event, r.outlet, r.country, r.ownership, r.published, r.after, r.cited_by])
