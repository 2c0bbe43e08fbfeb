"""`dragoman changes`: what is new, changed, confirmed or contradicted since a day."""

from __future__ import annotations

import click

from dragoman.cli.options import open_record, shown_record_option


@click.command()
@shown_record_option
@click.option("--since", required=True, metavar="DATE", help="Compare with what could be known the day before.")
@click.option("--all", "everything", is_flag=True, help="Also what is kept aside for review.")
def changes(record: str | None, since: str, everything: bool) -> None:
    """Show what the pages published since a day have changed in the record.

    new: an event not known before; happened, called off: what was planned; contradicted: sources disagree now;
    changed: another value; merged: several events are one; confirmed: more independent sources; gone: no longer shown.
    """
    from datetime import date

    from dragoman.config import Config
    from dragoman.record.as_of import as_of, last_day
    from dragoman.record.dates import partial
    from dragoman.views.changes import changes as rows_of

    last_day(since, "--since")
    first = partial(since)
    assert first is not None  # last_day has read it
    eve = date.fromordinal(date(first.year, first.month or 1, first.day or 1).toordinal() - 1).isoformat()
    with open_record(record) as now, as_of(now, eve, Config().threshold) as before:
        rows = rows_of(before, now, everything)
    for row in rows:
        value = f" {row.field}: {row.was or '-'} -> {row.now or '-'}" if row.field else ""
        who = ", ".join(row.who)
        pages = f" [{', '.join(row.articles)}]" if row.articles else ""
        click.echo(f"{row.kind:<12} {row.event}  {row.when or 'undated'}  {row.type}  {who}{value}{pages}")
    click.echo(f"{len(rows)} changes since {since}", err=True)
