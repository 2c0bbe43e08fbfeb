"""The first page: what the record holds, what came in last, what wants a look."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.views.filter import Filter
from dragoman.views.overview import overview, years
from dragoman.web.desk import Desk, given
from dragoman.web.filters import on_day


def routes(desk: Desk) -> APIRouter:
    """The route of the overview."""
    router = APIRouter()

    @router.get("/", include_in_schema=False)
    def show(request: Request) -> Response:
        wanted = on_day(given(request))
        store = desk.at(wanted)
        found = desk.once(store, "overview", lambda: overview(store), articles=True)
        by_year = desk.once(store, ("years", Filter()), lambda: years(store, Filter()))
        return desk.page(request, "overview.html", asked=wanted, o=found, years=by_year)

    return router
