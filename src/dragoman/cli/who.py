"""`dragoman who`: what the record holds of one actor, each thing with what says so."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_record, record_option
from dragoman.cli.tables import SHORT, print_table

if TYPE_CHECKING:
    from dragoman.views.career import Meeting, Seen, Stay, Term
    from dragoman.views.evidence import Mark
    from dragoman.views.who import Who

COLUMNS = ("section", "what", "country", "first", "last", "count", "evidence", "passage")
Line = tuple[str, str, str | None, str | None, str | None, int | None, str, str]


@click.command()
@click.argument("name")
@record_option
@click.option("--csv", "as_csv", is_flag=True, help="One row for each thing told, as CSV.")
def who(name: str, record: str | None, as_csv: bool) -> None:
    """Show who NAME is: names, offices over time, whom met and how often, where, and last seen.

    NAME is a person, a body or a state: a name in any spelling, a part of one, or the beginning of an id. An office
    stands with the dates of the first and the last page that state it and with their words; a meeting and a place with
    the latest event, whose id `show` takes.
    """
    from dragoman.views.who import who as found

    with open_record(record) as store:
        told = found(store, name)
    if as_csv:
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(COLUMNS)
        out.writerows(lines(told))
    else:
        _print(told)


def lines(told: Who) -> list[Line]:
    """One row for each thing told: what it is, its dates, its count, and the article or event that says so."""
    out: list[Line] = [("name", n, None, None, None, count, told.id, "") for n, count in told.names]
    for term in told.terms:
        for mark in term.sources:
            out.append(
                ("office", _title(term), term.country, term.first, term.last, term.pages, mark.article, _words(mark))
            )
    out += [("public data", o.title, o.country, o.start, o.end, None, o.basis, "") for o in told.offices]
    out += [("met", m.name, m.country, None, m.last, m.events, m.event, m.place or "") for m in told.met]
    out += [("place", s.place, s.country, None, s.last, s.events, s.event, "") for s in told.stays]
    seen = told.seen
    if seen.event:
        out.append(("last seen", seen.type or "", None, None, seen.start, None, seen.event, seen.place or ""))
    if seen.page:
        out.append(("last page", "", None, None, seen.published, None, seen.page, ""))
    return out


def _print(told: Who) -> None:
    screen = sys.stdout.isatty()
    known = ", ".join(x for x in (told.kind, told.country, told.link) if x)
    click.secho(f"{told.name} {told.id}", bold=screen)
    click.echo(f"{known}; on {told.pages} page{'s' if told.pages != 1 else ''}")
    click.echo("names: " + "; ".join(f"{name} ({count})" for name, count in told.names))
    click.echo(_seen(told.seen))
    _terms(told.terms, screen)
    if told.offices:
        rows = [(o.start, o.end or "", o.title, o.country, o.basis) for o in told.offices]
        _table("Offices by public data", ("from", "to", "office", "of", "basis"), rows, screen)
    _met(told.met, screen)
    _stays(told.stays, screen)


def _seen(seen: Seen) -> str:
    parts = []
    if seen.event:
        where = f" in {seen.place}" if seen.place else ""
        parts.append(f"last seen {seen.start}: {seen.type}{where} ({seen.event})")
    if seen.page:
        parts.append(f"last named on {seen.page} ({seen.published})")
    return "; ".join(parts) or "no dated event, no dated page"


def _terms(terms: Sequence[Term], screen: bool) -> None:
    rows = []
    for term in terms:
        for i, mark in enumerate(term.sources):
            words = f"{_words(mark)} [{mark.article}]"
            first = (term.first or "undated", term.last or "", str(term.pages), _title(term)) if not i else ("",) * 4
            rows.append((*first, words))
    _table("Offices as pages state them", ("first", "last", "pages", "office", "words"), rows, screen)


def _met(met: Sequence[Meeting], screen: bool) -> None:
    rows = [
        (m.name, m.country or "", str(m.events), m.last or "undated", m.type, m.place or "", _short(m.event, screen))
        for m in met
    ]
    _table("Took part with", ("who", "of", "events", "latest", "what", "where", "id"), rows, screen)


def _stays(stays: Sequence[Stay], screen: bool) -> None:
    rows = [(s.place, s.country or "", str(s.events), s.last or "undated", _short(s.event, screen)) for s in stays]
    _table("Where", ("place", "in", "events", "latest", "id"), rows, screen)


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], screen: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return
    click.echo("")
    click.secho(title, bold=screen)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in head:
        table.add_column(
            name, justify="right" if name in ("events", "pages") else "left", no_wrap=not screen or name not in _LONG
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    print_table(table, screen)


_LONG = ("words", "office", "where")


def _title(term: Term) -> str:
    return f"{'former ' if term.former else ''}{term.title}{f', {term.org}' if term.org else ''}"


def _words(mark: Mark) -> str:
    start, end = mark.mark
    before, said, after = mark.passage[:start], mark.passage[start:end], mark.passage[end:]
    return " ".join(f"{before}«{said}»{after}".split())


def _short(id: str, screen: bool) -> str:
    return id[:SHORT] if screen else id
