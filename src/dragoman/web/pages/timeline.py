"""The timeline: the events that pass the filter, a page at a time, and as CSV."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from dragoman.views.overview import years
from dragoman.views.timeline import Row, page, timeline
from dragoman.web.desk import Desk, given
from dragoman.web.filters import PAGE, asked
from dragoman.web.tables import csv_lines, csv_response

COLUMNS = (
    "id", "type", "status", "start", "end", "participants", "countries", "place", "place_country", "host", "pages",
    "conflicts", "confidence", "aside",
)  # fmt: skip


def routes(desk: Desk) -> APIRouter:
    """The routes of the timeline."""
    router = APIRouter()

    @router.get("/timeline", include_in_schema=False)
    def show(request: Request) -> Response:
        wanted = asked(given(request))
        store = desk.at(wanted)
        found = page(store, wanted.filter, wanted.first, PAGE, wanted.order or "time")
        by_year = desk.once(store, ("years", wanted.filter), lambda: years(store, wanted.filter))
        return desk.page(request, "timeline.html", asked=wanted, rows=found.rows, total=found.total, years=by_year)

    @router.get("/timeline.csv", include_in_schema=False)
    def as_csv(request: Request) -> StreamingResponse:
        wanted = asked(given(request))
        rows = timeline(desk.at(wanted), wanted.filter)
        return csv_response("timeline.csv", csv_lines(COLUMNS, _cells(rows)))

    return router


def _cells(rows: Iterator[Row]) -> Iterator[list[object]]:
    for r in rows:
        yield [
            r.id, r.type, r.status, r.start, r.end, "; ".join(s.name for s in r.sides),
            "; ".join(sorted({s.country for s in r.sides if s.country})), r.place, r.country, r.host, r.pages,
            "; ".join(r.conflicts), r.confidence, int(r.aside),
        ]  # fmt: skip
