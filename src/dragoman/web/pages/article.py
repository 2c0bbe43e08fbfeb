"""The reading view: an article with every fact, name, date and statement marked where it stands."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.views.marks import marked
from dragoman.web.desk import Desk, given
from dragoman.web.filters import on_day


def routes(desk: Desk) -> APIRouter:
    """The route of an article's page; its id may hold anything, strokes too."""
    router = APIRouter()

    @router.get("/article/{id:path}", include_in_schema=False)
    def show(request: Request, id: str) -> Response:
        wanted = on_day(given(request))
        try:
            found = marked(desk.at(wanted), id)
        except KeyError:
            return desk.message(request, 404, "No such article", "The record holds no article of this id.", wanted)
        return desk.page(request, "article.html", asked=wanted, m=found)

    return router
