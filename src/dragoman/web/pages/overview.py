"""The first page: what the record holds, what came in last, what wants a look."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.views.filter import Filter
from dragoman.views.overview import overview, years
from dragoman.web.desk import Desk


def routes(desk: Desk) -> APIRouter:
    """The route of the overview."""
    router = APIRouter()

    @router.get("/", include_in_schema=False)
    def show(request: Request) -> Response:
        found = desk.once("overview", lambda: overview(desk.store))
        by_year = desk.once("years", lambda: years(desk.store, Filter()))
        return desk.page(request, "overview.html", o=found, years=by_year)

    return router
