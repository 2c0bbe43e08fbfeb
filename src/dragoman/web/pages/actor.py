"""The dossier of an actor: names, offices, events, whom it meets, what it says."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.views.dossier import dossier
from dragoman.views.filter import Filter
from dragoman.views.timeline import page
from dragoman.web.desk import Desk

SHOWN = 25  # events; the timeline has them all


def routes(desk: Desk) -> APIRouter:
    """The route of a dossier."""
    router = APIRouter()

    @router.get("/actor/{id}", include_in_schema=False)
    def show(request: Request, id: str) -> Response:
        try:
            found = desk.once(("dossier", id), lambda: dossier(desk.store, id))
        except KeyError:
            return desk.message(request, 404, "No such actor", "The record holds no actor of this id.")
        events = page(desk.store, Filter(who=id), 0, SHOWN, "latest")
        return desk.page(request, "actor.html", d=found, a=found.actor, page=events, id=id)

    return router
