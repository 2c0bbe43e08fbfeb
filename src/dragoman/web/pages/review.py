"""Review: what waits for a person, both candidates side by side, and every decision into the ledger."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.config import Config
from dragoman.errors import DragomanError
from dragoman.record.build import bring_up
from dragoman.record.decided import check
from dragoman.record.decisions import KINDS, ON_ACTORS, Decision, Kind
from dragoman.record.ledger import actor_anchors, anchors, decide, ledger, verdicts_of
from dragoman.views.dossier import dossier
from dragoman.views.evidence import event_evidence
from dragoman.views.review import Doubt, bodies, doubts
from dragoman.views.seek import whole_id
from dragoman.views.timeline import events
from dragoman.web.desk import NOTHING, Desk, given
from dragoman.web.filters import LAST_PAGE, MOST, number

PAGE = 20
EVIDENCE = 8  # passages that name a person
ON_TWO = ("merge", "not-same", *ON_ACTORS)
FIELDS = ("status", "start", "end", "place", "host", "type", "transfer.quantity", "transfer.value", "transfer.stage")


def routes(desk: Desk) -> APIRouter:
    """The routes of the queue, of a pair, of the ledger and of a decision."""
    router = APIRouter()

    @router.get("/review", include_in_schema=False)
    def show(request: Request) -> Response:
        page = number(given(request), "page", 1, LAST_PAGE)
        stale = desk.is_stale(NOTHING)
        found = waiting()
        first = (page - 1) * PAGE
        of = {kind: [doubt for doubt in found if doubt.kind == kind] for kind in ("same?", "same person?", "stands?")}
        pairs, people, aside = of["same?"][:PAGE], of["same person?"][:PAGE], of["stands?"][first : first + PAGE]
        rows = {row.id: row for row in events(desk.store, [id for doubt in (*pairs, *aside) for id in doubt.ids])}
        return desk.page(
            request, "review.html", number=page, pages=max(1, -(-len(of["stands?"]) // PAGE)),
            pairs=[(d, [rows[id] for id in d.ids]) for d in pairs if rows.keys() >= {*d.ids}],
            pairs_total=len(of["same?"]),
            persons=[(d, two) for d in people if len(two := bodies(desk.store, d)) == len(d.ids)],
            persons_total=len(of["same person?"]),
            aside=[rows[d.ids[0]] for d in aside if d.ids[0] in rows], aside_total=len(of["stands?"]),
            stale=stale, done=done(request), decisions=list(reversed(ledger(desk.store)))[:10],
            states=verdicts_of(desk.store).states,
        )  # fmt: skip

    def waiting() -> list[Doubt]:
        return desk.once(desk.store, "doubts", lambda: doubts(desk.store), stale=True)

    @router.get("/review/pair/{one}/{other}", include_in_schema=False)
    def pair(request: Request, one: str, other: str) -> Response:
        try:
            both = [event_evidence(desk.store, id) for id in (one, other)]
        except KeyError:
            return desk.message(request, 404, "No such event", "One of the two is no event of the record any more.")
        return desk.page(request, "compare.html", both=both)

    @router.get("/review/persons/{one}/{other}", include_in_schema=False)
    def persons(request: Request, one: str, other: str) -> Response:
        try:
            both = [dossier(desk.store, id, EVIDENCE) for id in (one, other)]
        except KeyError:
            return desk.message(request, 404, "No such actor", "One of the two is no actor of the record any more.")
        return desk.page(request, "persons.html", both=both)

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
        ids = [whole_id(desk.store, one) for one in id or []] if kind != "undo" else []
        if kind not in KINDS or kind == "split":
            raise DragomanError(f"decision: {kind}", "cannot be made here", "use dragoman decide")
        if kind != "undo" and len(set(ids)) != (2 if kind in ON_TWO else 1):
            raise DragomanError(f"decision: {kind}", "is about another number of things", "go back and choose again")
        if kind == "correct":
            check(field, value)
        told = actor_anchors if kind in ON_ACTORS else anchors
        groups = [told(desk.store, one) for one in ids]
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        made = decide(
            desk.store, cast(Kind, kind), groups, getpass.getuser(), moment, why or "seen at the desk",
            field if kind == "correct" else None, value if kind == "correct" else None, undoes or None,
        )  # fmt: skip
        bring_up(desk.store, Config().threshold)
        desk.freshen()
        return RedirectResponse(_way_back(desk, back, made), 303)

    desk.early.append(waiting)
    return router


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
