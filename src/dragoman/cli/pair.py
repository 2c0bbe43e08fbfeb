"""`dragoman pair`, `dragoman venues`, `dragoman brokers`: what the record says as a whole."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_record, shown_record_option
from dragoman.cli.tables import print_table

if TYPE_CHECKING:
    from dragoman.views.pair import Month

_SINCE = click.option("--since", metavar="DATE", help="From this date on: YYYY, YYYY-MM or YYYY-MM-DD.")
_UNTIL = click.option("--until", metavar="DATE", help="Up to this date.")
_IDS = click.option("--ids", is_flag=True, help="Also the ids of what each figure counts, for `show`.")


@click.command()
@click.argument("one")
@click.argument("other")
@shown_record_option
@_SINCE
@_UNTIL
@_IDS
@click.option("--plot", "picture", metavar="FILE.svg", help="Also draw cooperation against conflict by month.")
def pair(
    one: str, other: str, record: str | None, since: str | None, until: str | None, ids: bool, picture: str | None
) -> None:
    """Show two states month by month: contacts, visits, agreements, arms, exercises, incidents and words.

    Cooperation and conflict are PLOVER's classes; what is planned or denied stands apart and counts in neither.
    """
    from dragoman.errors import DragomanError
    from dragoman.views.filter import Filter
    from dragoman.views.pair import pair as rows_of
    from dragoman.views.pair_plot import plot

    with open_record(record) as store:
        months = rows_of(store, Filter(who=one, with_=other, since=since, until=until))
    _print(months)
    if ids:
        _ids(months)
    if picture is not None:
        try:
            Path(picture).write_text(plot(months, f"{one} and {other}"), encoding="utf-8")
        except OSError as error:
            why = f"cannot be written: {error.strerror}"
            raise DragomanError(picture, why, "name a file in a folder that is there") from error
    click.echo(f"{len(months)} months with something to show", err=True)


def _print(months: Sequence[Month]) -> None:
    from rich.table import Table

    from dragoman.views.pair import groups, quads

    if not months:
        return
    names = [g for g in groups() if any(m.groups[g] for m in months)]
    classes = [q for q in quads() if any(m.quads[q] for m in months)]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("month", no_wrap=True)
    for name in [*names, "words", "ahead", "denied", *classes]:
        table.add_column(name, justify="right", no_wrap=not sys.stdout.isatty())
    for m in months:
        figures = [*(m.groups[g] for g in names), m.words, m.ahead, m.denied, *(m.quads[q] for q in classes)]
        table.add_row(m.month, *(str(len(found)) if found else "" for found in figures))
    print_table(table, sys.stdout.isatty())


def _ids(months: Sequence[Month]) -> None:
    for m in months:
        for name, found in [*m.groups.items(), ("words", m.words), ("ahead", m.ahead), ("denied", m.denied)]:
            if found:
                click.echo(f"{m.month} {name}: {' '.join(found)}")


@click.command()
@shown_record_option
@click.option("--who", metavar="NAME", help="Only meetings in which this state, body or person takes part.")
@_SINCE
@_UNTIL
@_IDS
def venues(record: str | None, who: str | None, since: str | None, until: str | None, ids: bool) -> None:
    """Show where meetings are held, and for whom a place is neutral: its own state was no party."""
    from dragoman.views.filter import Filter
    from dragoman.views.venues import venues as rows_of

    with open_record(record) as store:
        rows = rows_of(store, Filter(who=who, since=since, until=until))
    for v in rows:
        name = f"{v.place} ({v.country})" if v.place else v.country
        met = ", ".join(f"{a}-{b} {len(found)}" for a, b, found in v.pairs)
        click.echo(f"{name}: {len(v.events)} meetings, neutral {len(v.neutral)}{f': {met}' if met else ''}")
        if ids:
            click.echo(f"    {' '.join(v.events)}")
    click.echo(f"{len(rows)} venues", err=True)


@click.command()
@shown_record_option
@_SINCE
@_UNTIL
@_IDS
def brokers(record: str | None, since: str | None, until: str | None, ids: bool) -> None:
    """Show who stands between parties at odds: as named mediator, or by seeing both while they do not meet."""
    from dragoman.views.brokers import brokers as rows_of
    from dragoman.views.filter import Filter

    with open_record(record) as store:
        rows = rows_of(store, Filter(since=since, until=until))
    for b in rows:
        told = [f"mediated {len(b.mediated)}"] if b.mediated else []
        told += [f"contacts with both {len(b.between)}"] if b.between else []
        click.echo(f"{b.broker} between {b.parties[0]} and {b.parties[1]}: {', '.join(told)}")
        if ids:
            click.echo(f"    {' '.join(dict.fromkeys((*b.mediated, *b.between)))}")
    click.echo(f"{len(rows)} brokers", err=True)
