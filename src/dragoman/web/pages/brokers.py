"""Brokers: who stands between parties at odds, named as mediator or seeing both; every figure opens onto its events."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from dragoman.views.brokers import WITHIN, Broker, brokers
from dragoman.views.timeline import events
from dragoman.web.desk import NOTHING, Desk, given
from dragoman.web.filters import MOST, PAGE, Asked, asked
from dragoman.web.tables import csv_lines, csv_response

SHOWN = 100  # events of one figure


def routes(desk: Desk) -> APIRouter:
    """The routes of the brokers."""
    router = APIRouter()

    def found(wanted: Asked) -> list[Broker]:
        store = desk.at(wanted)
        return desk.once(store, ("brokers", wanted.filter), lambda: brokers(store, wanted.filter))

    @router.get("/brokers", include_in_schema=False)
    def show(request: Request) -> Response:
        fields = given(request)
        wanted = asked(fields)
        rows = found(wanted)
        opened = _opened(rows, fields.get("open", "")[:MOST])
        ids = opened[2][:SHOWN] if opened else ()
        return desk.page(
            request, "brokers.html", asked=wanted, rows=rows[wanted.first : wanted.first + PAGE], total=len(rows),
            opened=opened, events=events(desk.at(wanted), ids), within=WITHIN,
        )  # fmt: skip

    @router.get("/brokers.csv", include_in_schema=False)
    def as_csv(request: Request) -> StreamingResponse:
        rows = (
            [b.broker, *b.parties, len(b.mediated), len(b.between), "; ".join(dict.fromkeys((*b.mediated, *b.between)))]
            for b in found(asked(given(request)))
        )
        head = ("broker", "party", "other_party", "mediated", "contacts_with_both", "events")
        return csv_response("brokers.csv", csv_lines(head, rows))

    desk.early.append(lambda: found(NOTHING))
    return router


def _opened(rows: Sequence[Broker], word: str) -> tuple[Broker, str, tuple[str, ...]] | None:
    """The broker, the name and the ids of the figure that an address opens; None where it opens none."""
    who, _, name = word.rpartition("|")
    for b in rows:
        if "|".join((b.broker, *b.parties)) == who:
            ids = {"mediated": b.mediated, "between": b.between}.get(name)
            return (b, name, ids) if ids else None
    return None
