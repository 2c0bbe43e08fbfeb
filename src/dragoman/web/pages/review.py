"""Review: what waits for a person, both candidates side by side, and every decision into the ledger."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select

from dragoman.config import Config
from dragoman.errors import DragomanError
from dragoman.record.build import bring_up
from dragoman.record.decided import check
from dragoman.record.decisions import KINDS, Decision, Kind
from dragoman.record.ledger import anchors, decide, ledger, verdicts_of
from dragoman.store import schema
from dragoman.views.evidence import event_evidence
from dragoman.views.queue import queue
from dragoman.web.desk import Desk, given
from dragoman.web.filters import LAST_PAGE, MOST, number

PAGE = 20
FIELDS = ("status", "start", "end", "place", "host", "type", "transfer.quantity", "transfer.value", "transfer.stage")


def routes(desk: Desk) -> APIRouter:
    """The routes of the queue, of a pair, of the ledger and of a decision."""
    router = APIRouter()

    @router.get("/review", include_in_schema=False)
    def show(request: Request) -> Response:
        page = number(given(request), "page", 1, LAST_PAGE)
        found = desk.once(desk.store, ("queue", page), lambda: queue(desk.store, (page - 1) * PAGE, PAGE))
        verdicts = verdicts_of(desk.store)
        apart = verdicts.bonds.part
        open_ = [p for p in found.pairs if not apart(_reports(desk, p.one.id), _reports(desk, p.other.id))]
        return desk.page(
            request, "review.html", waiting=found, pairs=open_, number=page, pages=max(1, -(-found.total // PAGE)),
            done=done(request), decisions=list(reversed(ledger(desk.store)))[:10], states=verdicts.states,
        )  # fmt: skip

    @router.get("/review/pair/{one}/{other}", include_in_schema=False)
    def pair(request: Request, one: str, other: str) -> Response:
        try:
            both = [event_evidence(desk.store, id) for id in (one, other)]
        except KeyError:
            return desk.message(request, 404, "No such event", "One of the two is no event of the record any more.")
        return desk.page(request, "compare.html", both=both)

    @router.post("/decide", include_in_schema=False)
    def write(
        request: Request,
        kind: Annotated[str, Form(max_length=20)],
        id: Annotated[list[str] | None, Form(max_length=2)] = None,
        field: Annotated[str, Form(max_length=40)] = "",
        value: Annotated[str, Form(max_length=MOST)] = "",
        why: Annotated[str, Form(max_length=2_000)] = "",
        undoes: Annotated[str, Form(max_length=20)] = "",
        back: Annotated[str, Form(max_length=MOST)] = "/review",
    ) -> Response:
        ids = id or []
        if kind not in KINDS or kind == "split":
            raise DragomanError(f"decision: {kind}", "cannot be made here", "use dragoman decide")
        if kind != "undo" and len(set(ids)) != (2 if kind in ("merge", "not-same") else 1):
            raise DragomanError(f"decision: {kind}", "is about another number of events", "go back and choose again")
        if kind == "correct":
            check(field, value)
        groups = [anchors(desk.store, one) for one in ids] if kind != "undo" else []
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        made = decide(
            desk.store, cast(Kind, kind), groups, getpass.getuser(), moment, why or "seen at the desk",
            field if kind == "correct" else None, value if kind == "correct" else None, undoes or None,
        )  # fmt: skip
        bring_up(desk.store, Config().threshold)
        return RedirectResponse(_way_back(desk, back, made), 303)

    return router


def _reports(desk: Desk, event: str) -> list[str]:
    e = schema.event_reports.c
    return [row.report for row in desk.store.rows(select(e.report).where(e.event == event))]


def _way_back(desk: Desk, back: str, made: Decision) -> str:
    """Where the form was sent from, with word of what was done; to the queue where that page is gone."""
    if back.startswith("/event/") and back.removeprefix("/event/").isalnum():
        try:
            event_evidence(desk.store, back.removeprefix("/event/"))
        except KeyError:
            back = "/review"
    else:
        back = "/review"
    return f"{back}?{urlencode({'done': made.id})}"


def done(request: Request) -> str | None:
    """The decision that was just made, as the address has it."""
    made = request.query_params.get("done", "")
    return made if made.isalnum() and len(made) < 20 else None
