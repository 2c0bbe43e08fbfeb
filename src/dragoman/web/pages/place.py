"""The dossier of a place or a state as a place: what took place there, by year."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import select

from dragoman.store import schema
from dragoman.views.filter import Filter
from dragoman.views.overview import years
from dragoman.views.timeline import page
from dragoman.web.desk import Desk
from dragoman.web.filters import Asked, asked

SHOWN = 50


def routes(desk: Desk) -> APIRouter:
    """The route of a place's page, by its name or a state's code."""
    router = APIRouter()

    @router.get("/place/{word:path}", include_in_schema=False)
    def show(request: Request, word: str) -> Response:
        wanted = Filter(where=asked({"where": word}).filter.where)
        events = page(desk.store, wanted, 0, SHOWN, "latest")
        by_year = desk.once(("years", wanted), lambda: years(desk.store, wanted))
        return desk.page(
            request, "place.html", asked=Asked(wanted), name=desk.render.country(word), word=word, page=events,
            years=by_year, state=_state(desk, word),
        )  # fmt: skip

    return router


def _state(desk: Desk, code: str) -> str | None:
    """The actor that is the state of a code."""
    a = schema.actors.c
    query = select(a.id).where(a.country == code, a.kind == "state").order_by(a.pages.desc(), a.id).limit(1)
    return next((row.id for row in desk.store.rows(query)), None)
