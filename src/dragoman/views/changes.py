"""What is new in the record since a day: events, and what became of those that were known."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from dragoman.store import schema
from dragoman.store.store import Store

# In the order in which they matter to a reader.
KINDS = ("new", "happened", "called off", "contradicted", "changed", "merged", "confirmed", "gone")
_FIELDS = ("type", "status", "start", "end", "place", "host", "participants", "transfer", "figures")
_AHEAD = ("planned", "possible")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than before; `was` and `now` are empty where nothing took a value's place."""

    kind: str
    event: str
    type: str
    when: str | None
    who: tuple[str, ...]
    field: str
    was: str
    now: str
    articles: tuple[str, ...]  # that report the event now and did not before


def changes(before: Store, now: Store, aside: bool = False) -> list[Change]:
    """What is otherwise in a record than in an earlier state of it, by kind and date."""
    old, new = _events(before, aside), _events(now, aside)
    held, holds = _reports(before), _reports(now)
    was_in = {report: event for event, reports in held.items() for report in reports if event in old}
    out: list[Change] = []
    met: set[str] = set()
    for id, event in new.items():
        prior = sorted({was_in[report] for report in holds.get(id, ()) if report in was_in})
        met.update(prior)
        out += _told(event, [old[p] for p in prior])
    for id in sorted(set(old) - met):
        out.append(_change("gone", old[id], "", "", "", ()))
    return sorted(out, key=lambda c: (KINDS.index(c.kind), c.when or "~", c.event, c.field))


def _told(event: Mapping[str, Any], prior: list[Mapping[str, Any]]) -> Iterator[Change]:
    articles = {str(s["article"]) for s in event["sources"]}
    if not prior:
        yield _change("new", event, "", "", "", sorted(articles))
        return
    come = sorted(articles - {str(s["article"]) for p in prior for s in p["sources"]})
    before = next((p for p in prior if p["id"] == event["id"]), prior[0])
    if len(prior) > 1:
        yield _change("merged", event, "", ", ".join(p["id"] for p in prior), event["id"], come)
    for field in _FIELDS:
        was, is_ = _text(field, before[field]), _text(field, event[field])
        if was == is_:
            continue
        kind = "changed"
        if field == "status" and before["status"] in _AHEAD:
            kind = {"occurred": "happened", "ongoing": "happened", "denied": "called off"}.get(event["status"], kind)
        yield _change(kind, event, field, was, is_, come)
    disputed = {c["field"] for c in before["conflicts"]}
    for conflict in event["conflicts"]:
        if conflict["field"] not in disputed:
            said = " / ".join(str(v["value"]) for v in conflict["values"])
            yield _change("contradicted", event, conflict["field"], "", said, come)
    if event["independent"] > before["independent"]:
        yield _change("confirmed", event, "independent", str(before["independent"]), str(event["independent"]), come)


def _change(
    kind: str, event: Mapping[str, Any], field: str, was: str, now: str, articles: list[str] | tuple[str, ...]
) -> Change:
    who = tuple(str(p["name"]) for p in event["participants"])
    return Change(kind, event["id"], event["type"], event["start"], who, field, was, now, tuple(articles))


def _text(field: str, value: Any) -> str:
    if value is None or value == []:
        return ""
    if field == "place":
        return str(value["name"])
    if field == "participants":
        return ", ".join(sorted(str(p["name"]) for p in value))
    if field == "transfer":
        return ", ".join(f"{k} {v}" for k, v in value.items() if v is not None)
    if field == "figures":
        return ", ".join(f"{f['what']} {f['number']}" for f in value)
    return str(value)


def _events(store: Store, aside: bool) -> dict[str, dict[str, Any]]:
    e = schema.events.c
    query = select(e.id, e.body).order_by(e.id)
    return {row.id: json.loads(row.body) for row in store.rows(query if aside else query.where(~e.aside))}


def _reports(store: Store) -> dict[str, list[str]]:
    out: dict[str, list[str]] = defaultdict(list)
    for row in store.rows(select(schema.event_reports).order_by(schema.event_reports.c.report)):
        out[row.event].append(row.report)
    return out
