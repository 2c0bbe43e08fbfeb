"""Search over articles, events and people, as one types."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.errors import DragomanError
from dragoman.views.search import search
from dragoman.web.desk import Desk, given
from dragoman.web.filters import MOST, on_day


def routes(desk: Desk) -> APIRouter:
    """The route of the search page."""
    router = APIRouter()

    @router.get("/search", include_in_schema=False)
    def show(request: Request) -> Response:
        fields = given(request)
        words = fields.get("q", "")
        if len(words) > MOST:
            raise DragomanError("search", f"is longer than {MOST} characters", "write less")
        wanted = on_day(fields)
        return desk.page(request, "search.html", asked=wanted, q=words, f=search(desk.at(wanted), words))

    return router
