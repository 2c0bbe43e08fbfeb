"""`dragoman arms`: the register of arms."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_record, shown_record_option
from dragoman.cli.tables import SHORT, print_table
from dragoman.cli.timeline import when

if TYPE_CHECKING:
    from dragoman.views.arms import Deal, Total

COLUMNS = (
    "id",
    "supplier",
    "recipient",
    "item",
    "category",
    "stage",
    "status",
    "start",
    "end",
    "quantity_low",
    "quantity_high",
    "quantity",
    "value_low",
    "value_high",
    "value",
    "currency",
    "terms",
    "pages",
    "publishers",
    "conflicts",
    "confidence",
)


@click.command()
@shown_record_option
@click.option("--from", "supplier", metavar="STATE", help="Who supplies: a state by code or name.")
@click.option("--to", "recipient", metavar="STATE", help="Who receives.")
@click.option("--item", metavar="WORD", help="A system or a kind of arms: Su-30, helicopter, tank.")
@click.option("--since", metavar="DATE", help="From this date on: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", metavar="DATE", help="Up to this date.")
@click.option("--csv", "as_csv", is_flag=True, help="The rows as CSV.")
@click.option("--plot", "picture", metavar="FILE.svg", help="Also draw deals and sums by year.")
@click.option("--all", "everything", is_flag=True, help="Also what is kept aside for review.")
def arms(
    record: str | None,
    supplier: str | None,
    recipient: str | None,
    item: str | None,
    since: str | None,
    until: str | None,
    as_csv: bool,
    picture: str | None,
    everything: bool,
) -> None:
    """Show who supplies whom with what: one row a deal, then totals.

    Totals are by recipient, year and category, for what was ordered, delivered, and lies ahead
    apart. A range is what sources differ on. A "!" marks deals on which they do.
    """
    from dragoman.errors import DragomanError
    from dragoman.views.arms import totals
    from dragoman.views.arms_plot import plot
    from dragoman.views.register import Wanted, register

    with open_record(record) as store:
        deals = register(store, Wanted(supplier, recipient, item, since, until, everything))
    if as_csv:
        _csv(deals)
    elif deals:
        _print(deals)
        for name, key in (("recipient", _recipient), ("year", _year), ("category", _category)):
            _totals(name, totals(deals, key))
    if picture is not None:
        try:
            Path(picture).write_text(plot(deals, _title(supplier, recipient, item)), encoding="utf-8")
        except OSError as error:
            raise DragomanError(
                picture, f"cannot be written: {error.strerror}", "name a file in a folder that is there"
            ) from error
    click.echo("no deal" if not deals else "1 deal" if len(deals) == 1 else f"{len(deals)} deals", err=True)


def _recipient(deal: Deal) -> str | None:
    return deal.recipient


def _year(deal: Deal) -> str | None:
    return deal.year


def _category(deal: Deal) -> str | None:
    return deal.category


def _title(supplier: str | None, recipient: str | None, item: str | None) -> str:
    who = " ".join(w for w in (f"from {supplier}" if supplier else "", f"to {recipient}" if recipient else "") if w)
    return " ".join(w for w in ("Arms", who, f"({item})" if item else "") if w)


def _print(deals: Sequence[Deal]) -> None:
    rows = [
        (
            when(d.start, d.end),
            d.stage or "",
            d.status + (" !" if d.conflicts else ""),
            d.supplier or "?",
            d.recipient or "?",
            d.quantity_said,
            d.item or "",
            " ".join(x for x in (d.value_said, d.currency or "") if x) if d.value_said else "",
            d.terms or "",
            str(d.pages),
            d.id,
        )
        for d in deals
    ]
    _table(("when", "stage", "status", "from", "to", "number", "item", "value", "terms", "pages", "id"), rows)


def _totals(name: str, found: Sequence[Total]) -> None:
    from dragoman.views.arms import short

    if not found:
        return
    click.echo("")
    rows = []
    for t in found:
        pieces = (
            ""
            if t.pieces is None
            else short(t.pieces.low)
            if t.pieces.low == t.pieces.high
            else f"{short(t.pieces.low)}-{short(t.pieces.high)}"
        )
        values = "; ".join(f"{short(r.low)}{'' if r.low == r.high else '-' + short(r.high)} {c}" for c, r in t.values)
        rows.append((t.key, t.group, str(t.deals), pieces, values))
    _table((name, "stage", "deals", "pieces", "value"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = sys.stdout.isatty()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    numbers = ("number", "value", "pages", "deals", "pieces")
    for name in head:
        table.add_column(
            name, justify="right" if name in numbers else "left", no_wrap=not (screen and name in ("item", "terms"))
        )
    for row in rows:
        cells = [c[:SHORT] if screen and name == "id" else c for name, c in zip(head, row, strict=True)]
        table.add_row(*(Text(c) for c in cells))
    print_table(table, screen)


def _csv(deals: Sequence[Deal]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for d in deals:
        q, v = d.quantity, d.value
        out.writerow(
            [
                d.id,
                d.supplier,
                d.recipient,
                d.item,
                d.category,
                d.stage,
                d.status,
                d.start,
                d.end,
                q.low if q else None,
                q.high if q else None,
                d.quantity_said,
                v.low if v else None,
                v.high if v else None,
                d.value_said,
                d.currency,
                d.terms,
                d.pages,
                "; ".join(d.publishers),
                "; ".join(d.conflicts),
                d.confidence,
            ]
        )
