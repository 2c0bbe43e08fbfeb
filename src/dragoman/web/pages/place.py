"""The dossier of a place or a state as a place: what took place there, who came, who met there on neutral ground."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.record.geography import code_of
from dragoman.views.place import place_dossier
from dragoman.views.timeline import page
from dragoman.web.desk import Desk, given
from dragoman.web.filters import asked

SHOWN = 50


def routes(desk: Desk) -> APIRouter:
    """The route of a place's page, by its name or a state's code."""
    router = APIRouter()

    @router.get("/place/{word:path}", include_in_schema=False)
    def show(request: Request, word: str) -> Response:
        there = asked({"where": word}).filter.where
        wanted = asked(given(request)).narrowed(where=there)
        store = desk.at(wanted)
        state = word if word in desk.render.countries else code_of(word)
        stale = desk.is_stale(wanted)
        key = ("place", wanted.filter)
        found = desk.once(store, key, lambda: place_dossier(store, wanted.filter, state), stale=True)
        events = page(store, wanted.filter, 0, SHOWN, "latest")
        return desk.page(
            request, "place.html", asked=wanted, name=desk.render.country(state) if state else word, word=there,
            page=events, d=found, stale=stale, plain=wanted.filter == replace(wanted.filter.__class__(), where=there),
        )  # fmt: skip

    return router
