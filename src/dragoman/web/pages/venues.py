"""Venues: where meetings are held, and for whom a place is neutral ground; every figure opens onto its events."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from dragoman.views.timeline import events
from dragoman.views.venues import Venue, venues
from dragoman.web.desk import NOTHING, Desk, given
from dragoman.web.filters import MOST, PAGE, Asked, asked
from dragoman.web.tables import csv_lines, csv_response

SHOWN = 100  # events of one figure
MET = 4  # pairs beside a venue; the CSV has them all


def routes(desk: Desk) -> APIRouter:
    """The routes of the venues."""
    router = APIRouter()

    def found(wanted: Asked) -> list[Venue]:
        store = desk.at(wanted)
        return desk.once(store, ("venues", wanted.filter), lambda: venues(store, wanted.filter))

    @router.get("/venues", include_in_schema=False)
    def show(request: Request) -> Response:
        fields = given(request)
        wanted = asked(fields)
        rows = found(wanted)
        opened = _opened(rows, fields.get("open", "")[:MOST])
        ids = opened[2][:SHOWN] if opened else ()
        return desk.page(
            request, "venues.html", asked=wanted, rows=rows[wanted.first : wanted.first + PAGE], total=len(rows),
            meetings=sum(len(v.events) for v in rows), neutral=sum(len(v.neutral) for v in rows), met=MET,
            opened=opened, events=events(desk.at(wanted), ids),
        )  # fmt: skip

    @router.get("/venues.csv", include_in_schema=False)
    def as_csv(request: Request) -> StreamingResponse:
        rows = (
            [v.place, v.country, len(v.events), len(v.neutral), "; ".join(f"{a}-{b} {len(x)}" for a, b, x in v.pairs),
             "; ".join(v.events)]
            for v in found(asked(given(request)))
        )  # fmt: skip
        return csv_response("venues.csv", csv_lines(("place", "country", "meetings", "neutral", "met", "events"), rows))

    desk.early.append(lambda: found(NOTHING))
    return router


def _opened(rows: Sequence[Venue], word: str) -> tuple[Venue, str, tuple[str, ...]] | None:
    """The venue, the name and the ids of the figure that an address opens; None where it opens none."""
    place, _, rest = word.rpartition("|")[0].rpartition("|")
    name = word.rpartition("|")[2]
    for v in rows:
        if (v.place or "", v.country) == (place, rest):
            pairs = {f"{a}-{b}": ids for a, b, ids in v.pairs}
            ids = {"events": v.events, "neutral": v.neutral}.get(name) or pairs.get(name)
            return (v, name, ids) if ids else None
    return None
