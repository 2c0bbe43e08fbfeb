"""Search over articles, events and people, as one types."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.errors import DragomanError
from dragoman.views.search import search
from dragoman.web.desk import Desk, given
from dragoman.web.filters import MOST


def routes(desk: Desk) -> APIRouter:
    """The route of the search page."""
    router = APIRouter()

    @router.get("/search", include_in_schema=False)
    def show(request: Request) -> Response:
        words = given(request).get("q", "")
        if len(words) > MOST:
            raise DragomanError("search", f"is longer than {MOST} characters", "write less")
        return desk.page(request, "search.html", q=words, f=search(desk.store, words))

    return router
