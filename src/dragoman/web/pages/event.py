"""The page of one event: every value with its evidence, sources side by side, conflicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.views.evidence import event_evidence, grouped
from dragoman.views.timeline import events
from dragoman.web.desk import Desk, given
from dragoman.web.filters import on_day
from dragoman.web.pages.review import FIELDS, done

LABELS = {"participants": "side", "place": "where", "type": "told by"}


def routes(desk: Desk) -> APIRouter:
    """The route of an event's page."""
    router = APIRouter()

    @router.get("/event/{id}", include_in_schema=False)
    def show(request: Request, id: str) -> Response:
        wanted = on_day(given(request))
        store = desk.at(wanted)
        try:
            found = desk.once(store, ("event", id), lambda: event_evidence(store, id))
        except KeyError:
            return desk.moved(request, "event", id, wanted)
        values = grouped(found.values)
        kin = {row.id: row for row in events(store, [*found.parts, *([found.part_of] if found.part_of else [])])}
        return desk.page(
            request, "event.html", asked=wanted, e=found.event, values=values, labels=LABELS,
            whole=kin.get(found.part_of or ""), parts_of=[kin[part] for part in found.parts if part in kin],
            unconfirmed=found.unconfirmed,
            publishers={s["article"]: s["publisher"] for s in found.event["sources"]},
            fields=FIELDS, request_done=done(request), headline=headline(found.event, desk.render.country),
            by_page=lambda reports: by_page(found.event, reports),
        )  # fmt: skip

    return router


def by_page(event: Mapping[str, Any], reports: Sequence[int]) -> list[tuple[str, list[int]]]:
    """The reports of each page that says a thing: one page's five sentences are one voice."""
    out: dict[str, tuple[str, list[int]]] = {}
    for i in reports:
        source = event["sources"][i]
        out.setdefault(source["article"], (source["publisher"] or source["article"], []))[1].append(i)
    return list(out.values())


def headline(event: Mapping[str, Any], country: Any) -> str:
    """What an event is in a few words: who, with whom, where."""
    sides = [str(p["name"]) for p in event["participants"]]
    transfer = event["transfer"]
    if transfer and transfer.get("supplier") and transfer.get("recipient"):
        item = transfer.get("item") or "arms"
        return f"{country(transfer['supplier'])} to {country(transfer['recipient'])}: {item}"
    if len(sides) > 4:
        told = f"{', '.join(sides[:3])} and {len(sides) - 3} more"
    elif len(sides) > 1:
        told = f"{', '.join(sides[:-1])} and {sides[-1]}"
    else:
        told = sides[0] if sides else str(event["type"]).replace("_", " ")
    place = event["place"]
    return f"{told}, {place['name']}" if place and place["name"] not in sides else told
