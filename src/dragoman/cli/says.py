"""`dragoman says`: what somebody said, about what, and through whom it came."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_record, shown_record_option
from dragoman.cli.tables import print_table

if TYPE_CHECKING:
    from dragoman.views.says import Number, Said

COLUMNS = (
    "id", "published", "speaker", "status", "kind", "via", "text", "stance", "figures", "publisher", "url", "article",
    "start", "end",
)  # fmt: skip


@click.command()
@click.argument("name")
@shown_record_option
@click.option("--about", metavar="WORD", help="A word of what is said, or whom or what kind of event it is about.")
@click.option("--since", metavar="DATE", help="On pages from this date on: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", metavar="DATE", help="On pages up to this date.")
@click.option("--status", metavar="STATUS", help="asserted, denied, predicted, demanded or promised.")
@click.option("--csv", "as_csv", is_flag=True, help="The rows as CSV.")
def says(
    name: str,
    record: str | None,
    about: str | None,
    since: str | None,
    until: str | None,
    status: str | None,
    as_csv: bool,
) -> None:
    """Show what NAME is reported to have said, in order of the pages' dates.

    NAME is a person, a body or a state, which stands for its people. "through" names who carried
    it, outermost first. A stance stands with the words that show it, a figure with what it measures.
    """
    from dragoman.views.says import Wanted
    from dragoman.views.says import says as found

    with open_record(record) as store:
        rows = list(found(store, Wanted(name, about, since, until, status)))
    if as_csv:
        _csv(rows)
    elif rows:
        _print(rows)
    count = len(rows)
    click.echo("no statement" if not count else "1 statement" if count == 1 else f"{count} statements", err=True)


def number(figure: Number) -> str:
    """A figure as one phrase: "$4 billion (arms, Azerbaijan, 2013)"."""
    beside = [x for x in (figure.of, figure.whom if figure.whom not in figure.of.split() else None) if x]
    beside += [f"{figure.since}/{figure.until}" if figure.until else figure.since] if figure.since else []
    return f"{figure.text} ({', '.join(beside)})" if beside else figure.text


def _stance(said: Said) -> str:
    return "; ".join(f'{t.stance} {t.name} ("{t.words}")' for t in said.towards)


def _print(rows: Sequence[Said]) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = sys.stdout.isatty()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=screen)
    for name in ("published", "who", "status", "through"):
        table.add_column(name, no_wrap=not screen or name in ("published", "status"))
    for name in ("says", "stance", "figures"):
        table.add_column(name, ratio={"says": 4}.get(name, 2) if screen else None, no_wrap=not screen)
    for s in rows:
        through = " > ".join((s.publisher or s.article, *s.via))
        figures = "; ".join(number(f) for f in s.figures)
        cells = (s.published or "undated", s.speaker_name, s.status, through, s.text, _stance(s), figures)
        table.add_row(*(Text(cell) for cell in cells))
    print_table(table, screen)


def _csv(rows: Sequence[Said]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for s in rows:
        figures = "; ".join(number(f) for f in s.figures)
        out.writerow(
            [
                s.id, s.published, s.speaker_name, s.status, s.kind, " > ".join(s.via), s.text, _stance(s), figures,
                s.publisher, s.url, s.article, s.start, s.end,
            ]
        )  # fmt: skip
