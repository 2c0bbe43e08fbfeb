"""The map: where events took place, who visits whom, whose arms go where; and the same as tables."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from dragoman.views.atlas import Spot, Way, spots, ways
from dragoman.views.filter import Filter
from dragoman.views.overview import years
from dragoman.web.desk import Desk, given
from dragoman.web.filters import Asked, asked
from dragoman.web.tables import csv_lines, csv_response

SHOWN = 60


def routes(desk: Desk) -> APIRouter:
    """The routes of the map and of what it draws."""
    router = APIRouter()

    def drawn(asked: Asked) -> tuple[tuple[Spot, ...], tuple[Way, ...]]:
        store, wanted = desk.at(asked), asked.filter
        return desk.once(store, ("map", wanted), lambda: (spots(store, wanted), ways(store, wanted)))

    @router.get("/map", include_in_schema=False)
    def show(request: Request) -> Response:
        wanted = asked(given(request))
        places, lines = drawn(wanted)
        store = desk.at(wanted)
        span = desk.once(store, ("years", Filter()), lambda: years(store, Filter()))
        dated = [int(y.year) for y in span if y.year.isdigit()]
        return desk.page(
            request, "map.html", asked=wanted, spots=places[:SHOWN], more=len(places) - SHOWN, ways=lines[: 2 * SHOWN],
            first=min(dated, default=0), last=max(dated, default=0),
        )  # fmt: skip

    @router.get("/map.csv", include_in_schema=False)
    def as_csv(request: Request) -> StreamingResponse:
        places, _ = drawn(asked(given(request)))
        head = ("place", "country", "lat", "lon", "events", "events_between_others")
        rows = ([s.name, s.country, s.lat, s.lon, s.events, s.foreign] for s in places)
        return csv_response("places.csv", csv_lines(head, rows))

    @router.get("/api/map", summary="What the map draws: places, and ways between states")
    def data(request: Request) -> Response:
        places, lines = drawn(asked(given(request)))
        return JSONResponse({"spots": [_spot(s) for s in places], "ways": [w for w in map(_way, lines) if w]})

    def _spot(s: Spot) -> dict[str, Any]:
        return {
            "name": s.name, "country": s.country, "lat": s.lat, "lon": s.lon, "events": s.events, "foreign": s.foreign,
        }  # fmt: skip

    def _way(w: Way) -> dict[str, Any] | None:
        ends = [desk.render.countries.get(code) for code in (w.source, w.target)]
        if ends[0] is None or ends[1] is None:  # an alliance lies nowhere
            return None
        return {
            "kind": w.kind, "source": w.source, "target": w.target, "names": [ends[0].name, ends[1].name],
            "from": [ends[0].lat, ends[0].lon], "to": [ends[1].lat, ends[1].lon], "events": w.events,
        }  # fmt: skip

    return router
