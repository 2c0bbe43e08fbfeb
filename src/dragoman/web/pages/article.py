"""The reading view: an article with every fact, name, date and statement marked where it stands."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.views.marks import marked
from dragoman.web.desk import Desk


def routes(desk: Desk) -> APIRouter:
    """The route of an article's page; its id may hold anything, strokes too."""
    router = APIRouter()

    @router.get("/article/{id:path}", include_in_schema=False)
    def show(request: Request, id: str) -> Response:
        try:
            found = marked(desk.store, id)
        except KeyError:
            return desk.message(request, 404, "No such article", "The record holds no article of this id.")
        return desk.page(request, "article.html", m=found)

    return router
