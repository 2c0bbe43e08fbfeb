"""`dragoman export`: the record as files for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import open_record, shown_record_option


@click.command()
@shown_record_option
@click.option("--format", "format_", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="DIR")
@click.option("--all", "everything", is_flag=True, help="Also what is kept aside for review.")
def export(record: str | None, format_: str, out: Path, everything: bool) -> None:
    """Write events, actors, statements and articles, one JSON object a line."""
    from dragoman.export import jsonl

    with open_record(record) as store:
        counts = jsonl.export(store, out, everything)
    for name, count in counts.items():
        click.echo(f"{out / name}: {count}")
