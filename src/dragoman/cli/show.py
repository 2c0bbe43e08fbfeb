"""`dragoman show`: one event or actor with the sentence behind every value."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.options import open_record, shown_record_option

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dragoman.views.evidence import ActorEvidence, EventEvidence, Mark, Value

_SHOWN_MENTIONS = 5  # of an actor; the export has them all


@click.command()
@click.argument("id_", metavar="ID")
@shown_record_option
@click.option("--why", is_flag=True, help="The rule, and the trail, behind each value.")
def show(id_: str, record: str | None, why: bool) -> None:
    """Show an event or an actor: every value, with the words that say it and who reported it.

    ID is the beginning of an id that `timeline` lists, as long as no other begins so.
    """
    from rich.console import Console

    from dragoman.views.evidence import actor_evidence, event_evidence
    from dragoman.views.seek import whole_id

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    with open_record(record) as store:
        id = whole_id(store, id_)
        if id.startswith("e"):
            _event(console, event_evidence(store, id), why)
        else:
            _actor(console, actor_evidence(store, id))


def _event(console: Console, found: EventEvidence, why: bool) -> None:
    from rich.text import Text

    from dragoman.cli.timeline import when
    from dragoman.views.evidence import grouped

    event = found.event
    _head(console, f"{event['type']} {event['id']}")
    plover = "/".join(part for part in (event["plover"]["event"], event["plover"]["mode"]) if part)
    lines = [
        ("status", event["status"]),
        ("when", when(event["start"], event["end"])),
        ("where", _place(event)),
        ("host", event["host"]),
        ("topics", "; ".join(event["topics"])),
        ("transfer", _pairs(event["transfer"])),
        ("figures", "; ".join(f"{f['what']}: {f['bound'] or ''} {f['number']}" for f in event["figures"])),
        ("plover", plover),
        ("confidence", f"{event['confidence']:.2f}{', kept aside for review' if event['aside'] else ''}"),
    ]
    for name, value in lines:
        if value:
            _line(console, name, str(value))
    for p in event["participants"]:
        told = ", ".join(x for x in (p["role"], p["country"], p["as"]) if x)
        _line(console, "side", f"{p['name']} ({told}) {p['actor']}" if told else f"{p['name']} {p['actor']}")
    for conflict in event["conflicts"]:
        _line(console, "disagree", f"{conflict['field']}: {_said(conflict['values'])}", style="red")
    if found.part_of:
        _line(console, "part of", found.part_of)
    if found.parts:
        _line(console, "parts", ", ".join(found.parts))
    if found.unconfirmed:
        _line(console, "open", "planned, and no page says that it took place", style="yellow")
    for step in event["life"] if len(event["life"]) > 1 else []:
        when_ = f" for {step['date']}" if step["date"] else ""
        _line(console, "life", f"{step['on'] or 'undated'}: {step['step']}{when_} ({step['article']})")
    for decision in event["decisions"]:
        told = f" {decision['field']}: {decision['was']} -> {decision['value']}" if decision["field"] else ""
        _line(console, "decided", f"{decision['kind']}{told}, {decision['who']} {decision['when']}: {decision['why']}")
    console.print()
    _head(console, "Reported by")
    for i, source in enumerate(event["sources"], 1):
        by = f", citing {' via '.join(source['attributed_to'])}" if source["attributed_to"] else ""
        console.print(f"{i}. {_page(source)}: {source['status']}{by}", markup=False)
    console.print()
    _head(console, "Evidence")
    for (field, said), values in grouped(found.values):
        rejected = () if any(v.chosen for v in values) else (("  [not what the record shows]", "red"),)
        console.print(Text.assemble((_LABELS.get(field, field), "bold"), ": ", said, *rejected))
        for value in values:
            _value(console, value, why)


_LABELS = {"participants": "side", "place": "where", "type": "told by"}


def _value(console: Console, value: Value, why: bool) -> None:
    from rich.text import Text

    _passage(console, _marked(value.passage, value.mark))
    published = f", {value.published}" if value.published else ""
    inferred = "; inferred" if value.inferred else ""
    _passage(console, Text(f"{value.article} ({value.publisher or 'publisher unknown'}{published}){inferred}", "dim"))
    if why:
        _passage(console, Text(f"rule: {value.rule}" + (f"; {value.trail}" if value.trail else ""), "cyan"))
        if value.inferred and value.sentence != value.passage:
            _passage(console, Text(f"for the report: {' '.join(value.sentence.split())}", "cyan"))


def _actor(console: Console, found: ActorEvidence) -> None:
    actor = found.actor
    _head(console, f"{actor['name']} {actor['id']}")
    _line(console, "kind", actor["kind"])
    if actor["country"]:
        _line(console, "country", actor["country"])
    for site, link in actor["links"].items():
        _line(console, site, link)
    _line(console, "names", "; ".join(f"{n['name']} ({n['count']})" for n in actor["names"]))
    for role, marks in zip(actor["roles"], found.roles, strict=True):
        org = f", {role['org']}" if role["org"] else ""
        _line(console, "role", f"{'former ' if role['former'] else ''}{role['title']}{org}")
        for mark in marks[:_SHOWN_MENTIONS]:
            _mark(console, mark)
    console.print()
    _head(console, f"Named on {len(found.mentions)} pages" if len(found.mentions) != 1 else "Named on 1 page")
    for mark in found.mentions[:_SHOWN_MENTIONS]:
        _mark(console, mark)
    if found.events:
        console.print()
        _head(console, "Takes part in")
        for event in found.events:
            console.print(event, markup=False)


def _mark(console: Console, mark: Mark) -> None:
    from rich.text import Text

    _passage(console, _marked(mark.passage, mark.mark))
    published = f", {mark.published}" if mark.published else ""
    _passage(console, Text(f"{mark.article} ({mark.publisher or 'publisher unknown'}{published})", style="dim"))


def _passage(console: Console, text: Text) -> None:
    """Indented; folded on a terminal, one line in a pipe."""
    from rich.padding import Padding
    from rich.text import Text

    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, 4)))
    else:
        console.print(Text("    ").append_text(text))


def _marked(passage: str, mark: tuple[int, int]) -> Text:
    """The passage on one line, its telling words between guillemets and, on a terminal, bold."""
    from rich.text import Text

    start, end = mark
    before, words, after = (" ".join(part.split()) for part in (passage[:start], passage[start:end], passage[end:]))
    left = " " if start and passage[start - 1].isspace() else ""
    right = " " if end < len(passage) and passage[end].isspace() else ""
    return Text.assemble(before, left if before else "", ("«" + words + "»", "bold"), right, after)


def _head(console: Console, text: str) -> None:
    from rich.text import Text

    console.print(Text(text, style="bold underline"))


def _line(console: Console, name: str, value: str, style: str = "") -> None:
    from rich.text import Text

    console.print(Text.assemble((f"{name:<11}", "dim"), (value, style)))


def _place(event: dict[str, object]) -> str:
    place = event["place"]
    if not isinstance(place, dict):
        return ""
    return f"{place['name']} ({place['country']})" if place["country"] else str(place["name"])


def _said(values: list[dict[str, Any]]) -> str:
    return "; ".join(f"{v['value']} (report {', '.join(str(i + 1) for i in v['sources'])})" for v in values)


def _pairs(values: object) -> str:
    if not isinstance(values, dict):
        return ""
    return "; ".join(f"{name}: {value}" for name, value in values.items() if value is not None)


def _page(source: dict[str, object]) -> str:
    told = ", ".join(str(x) for x in (source["publisher"], source["published"]) if x)
    return f"{source['article']} ({told})" if told else str(source["article"])
