"""`dragoman review`: questions that only a person can answer, one after the other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.options import open_record, record_option

if TYPE_CHECKING:
    from dragoman.store.store import Store
    from dragoman.views.review import Doubt

_ANSWERS = {
    "same?": {"m": "merge", "n": "not-same", "s": "skip", "q": "quit"},
    "same person?": {"m": "merge-actors", "n": "not-same-actors", "s": "skip", "q": "quit"},
    "stands?": {"c": "confirm", "r": "reject", "s": "skip", "q": "quit"},
}


@click.command()
@record_option
@click.option("--list", "listed", is_flag=True, help="Only list the questions.")
@click.option("--who", metavar="NAME", envvar="DRAGOMAN_WHO", help="Who decides; else $DRAGOMAN_WHO, else the user.")
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="So many questions.")
def review(record: str | None, listed: bool, who: str | None, most: int) -> None:
    """Go through pairs of events or persons that may be one, and what is kept aside, the most telling first.

    Both stand side by side, events with the sentences that tell them. Each answer is a decision like those of
    `dragoman decide`; the record is brought up to date at the end.
    """
    from dragoman.config import Config
    from dragoman.record.build import bring_up
    from dragoman.views.review import doubts

    with open_record(record) as store:
        found = doubts(store)
        click.echo(f"{len(found)} questions", err=True)
        if listed:
            for doubt in found[:most]:
                click.echo(f"{doubt.kind} {' '.join(doubt.ids)}  {', '.join(doubt.features)}")
            return
        made = 0
        for n, doubt in enumerate(found[:most], 1):
            _show(store, doubt, f"{n} of {min(len(found), most)}")
            answer = _ask(doubt)
            if answer == "quit":
                break
            if answer != "skip":
                made += _decide(store, doubt, answer, who)
        if made:
            bring_up(store, Config().threshold)
        click.echo(f"{made} decided", err=True)


def _ask(doubt: Doubt) -> str:
    answers = _ANSWERS[doubt.kind]
    text = ", ".join(f"[{key}] {name}" for key, name in answers.items())
    given = click.prompt(text, type=click.Choice(list(answers)), show_choices=False, default="s", show_default=False)
    return answers[given]


def _decide(store: Store, doubt: Doubt, answer: str, who: str | None) -> int:
    import getpass
    from datetime import UTC, datetime
    from typing import cast

    from dragoman.record.decisions import Kind
    from dragoman.record.ledger import actor_anchors, anchors, decide

    of = actor_anchors if doubt.kind == "same person?" else anchors
    groups = [of(store, id) for id in doubt.ids]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    decide(store, cast("Kind", answer), groups, who or getpass.getuser(), now, f"review: {', '.join(doubt.features)}")
    return 1


def _show(store: Store, doubt: Doubt, place: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from dragoman.views.review import bodies

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    console.rule(f"{doubt.kind} {place}: {', '.join(doubt.features)}")
    table = Table(box=None, expand=True, padding=(0, 2, 0, 0), show_header=False)
    found = bodies(store, doubt)
    for _ in found:
        table.add_column(ratio=1)
    head, told = (_named, _offices) if doubt.kind == "same person?" else (_head, _told)
    for line in zip(*(head(body) for body in found), strict=True):
        table.add_row(*(Text(text) for text in line))
    table.add_row(*(Text("\n\n".join(told(body))) for body in found))
    console.print(table)


def _head(event: dict[str, Any]) -> list[str]:
    from dragoman.cli.timeline import when

    place = event["place"]["name"] if event["place"] else "place unknown"
    who = ", ".join(p["name"] for p in event["participants"])
    return [f"{event['id']} {event['type']} {event['status']}", when(event["start"], event["end"]), place, who, ""]


def _told(event: dict[str, Any]) -> list[str]:
    return [
        f"{s['article']} ({', '.join(x for x in (s['publisher'], s['published']) if x) or 'undated'}): "
        f"{' '.join(s['sentence'].split())}"
        for s in event["sources"][:5]
    ]


def _named(actor: dict[str, Any]) -> list[str]:
    names = ", ".join(f"{n['name']} ({n['count']})" for n in actor["names"][:5])
    return [f"{actor['id']} {actor['name']}", actor["country"] or "country unknown", names, ""]


def _offices(actor: dict[str, Any]) -> list[str]:
    return [
        f"{'former ' if role['former'] else ''}{role['title']}: "
        f"{', '.join(sorted({source['article'] for source in role['sources']}))}"
        for role in actor["roles"][:5]
    ]
