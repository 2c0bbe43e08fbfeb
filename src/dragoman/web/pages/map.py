"""The map: where events took place, who visits whom, whose arms go where; and the same as tables."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from dragoman.knowledge import pack
from dragoman.types import Place
from dragoman.views.atlas import Spot, Way, spots, ways
from dragoman.views.filter import Filter
from dragoman.views.overview import years
from dragoman.web.desk import NOTHING, Desk, given
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
            # No page names the city: the spot is about the middle of the state.
            "whole": s.country is not None and s.name == desk.render.country(s.country),
        }  # fmt: skip

    def _way(w: Way) -> dict[str, Any] | None:
        one, other = (_seat(code) for code in (w.source, w.target))
        if one is None or other is None:  # an alliance lies nowhere
            return None
        return {
            "kind": w.kind, "source": w.source, "target": w.target,
            "names": [desk.render.country(code) for code in (w.source, w.target)],
            "from": one, "to": other, "events": w.events,
        }  # fmt: skip

    desk.early.append(lambda: drawn(NOTHING))
    return router


def _seat(code: str) -> tuple[float, float] | None:
    """Where ways to and from a state end on the map: its capital."""
    place: Place | None = pack.load().capital_of(code)
    return None if place is None or place.lat is None or place.lon is None else (place.lat, place.lon)
