"""The dossier of an actor: names, offices, events, where it was, whom it meets, what it says."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.views.dossier import dossier
from dragoman.views.filter import Filter
from dragoman.views.overview import years
from dragoman.views.timeline import page
from dragoman.web.desk import Desk, given
from dragoman.web.filters import on_day

SHOWN = 25  # events; the timeline has them all


def routes(desk: Desk) -> APIRouter:
    """The route of a dossier."""
    router = APIRouter()

    @router.get("/actor/{id}", include_in_schema=False)
    def show(request: Request, id: str) -> Response:
        wanted = on_day(given(request)).narrowed(who=id)
        store = desk.at(wanted)
        try:
            found = desk.once(store, ("dossier", id), lambda: dossier(store, id))
        except KeyError:
            return desk.moved(request, "actor", id, on_day(given(request)))
        events = page(store, wanted.filter, 0, SHOWN, "latest")
        by_year = desk.once(store, ("years", Filter(who=id)), lambda: years(store, Filter(who=id)))
        return desk.page(
            request, "actor.html", asked=wanted, d=found, a=found.actor, page=events, id=id, years=by_year
        )

    return router
