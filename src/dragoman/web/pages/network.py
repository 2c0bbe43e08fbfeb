"""The network: who meets, hosts or supplies whom, as a picture and as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from dragoman.errors import DragomanError
from dragoman.views.network import LEVELS, TIES, Level, Net, Ties, network
from dragoman.web.desk import Desk, given
from dragoman.web.filters import Asked, asked
from dragoman.web.tables import csv_lines, csv_response

SHOWN = 40


def routes(desk: Desk) -> APIRouter:
    """The routes of the network and of what it draws."""
    router = APIRouter()

    def found(fields: Mapping[str, str]) -> tuple[Asked, Ties, Level, Net]:
        wanted = asked(fields)
        kind = cast(Ties, _one_of(fields, "ties", TIES))
        level = cast(Level, _one_of(fields, "of", LEVELS))
        key = ("network", wanted.filter, kind, level)
        store = desk.at(wanted)
        return wanted, kind, level, desk.once(store, key, lambda: network(store, wanted.filter, kind, level))

    def named(id: str, net: Net, level: Level) -> str:
        if level == "states":
            return desk.render.country(id)
        return next((k.name for k in net.knots if k.id == id), id)

    @router.get("/network", include_in_schema=False)
    def show(request: Request) -> Response:
        wanted, kind, level, net = found(given(request))
        return desk.page(
            request, "network.html", asked=wanted, kind=kind, level=level, kinds=TIES, levels=LEVELS, net=net,
            shown=SHOWN, named=lambda id: named(id, net, level),
        )  # fmt: skip

    @router.get("/network.csv", include_in_schema=False)
    def as_csv(request: Request) -> StreamingResponse:
        _, kind, level, net = found(given(request))
        rows = ([t.source, named(t.source, net, level), kind, t.target, named(t.target, net, level), t.events]
                for t in net.ties)  # fmt: skip
        return csv_response("network.csv", csv_lines(("source", "name", "ties", "target", "name", "events"), rows))

    @router.get("/api/network", summary="What the network draws: ties, and those they tie")
    def data(request: Request) -> Response:
        _, kind, level, net = found(given(request))
        knots = [
            {"id": k.id, "name": named(k.id, net, level), "country": k.country, "partners": k.partners,
             "events": k.events, "between": k.between}
            for k in net.knots
        ]  # fmt: skip
        ties = [{"source": t.source, "target": t.target, "events": t.events} for t in net.ties]
        return JSONResponse({"ties": kind, "of": level, "knots": knots, "edges": ties})

    desk.early.append(lambda: found({}))
    return router


def _one_of(fields: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    value = fields.get(name) or allowed[0]
    if value not in allowed:
        raise DragomanError(f"{name}: {value[:40]}", "cannot be", f"it is one of {', '.join(allowed)}")
    return value
