"""The record over HTTP, in the shapes that `dragoman export` writes, and what the islands draw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response
from sqlalchemy import Select, select

from dragoman.record import shape
from dragoman.record.making.bounds import bounds_of
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.actors import actor_body
from dragoman.views.filter import conditions
from dragoman.views.marks import standing as standing_of
from dragoman.views.seek import standing
from dragoman.views.timeline import Row, page
from dragoman.web.desk import NOTHING, Desk, given
from dragoman.web.filters import AS_OF, Asked, asked, number, on_day

MOST = 1_000  # rows of one answer
DRAWN = 250  # events that a line of time draws at once

_FILTER = [
    {"name": name, "in": "query", "required": False, "schema": {"type": "string"}, "description": about}
    for name, about in (
        ("who", "A person, state or body that takes part: a name, a code, or an id."),
        ("with", "Another that takes part."),
        ("where", "A city, or a country by name or code."),
        ("type", "Kinds of event, with commas between them."),
        ("status", "occurred, ongoing, planned, denied, possible, with commas between them."),
        ("since", "YYYY, YYYY-MM or YYYY-MM-DD."),
        ("until", "YYYY, YYYY-MM or YYYY-MM-DD."),
        ("outlet", "A publisher, as the record has it."),
        ("aside", "1: also what is kept aside for review."),
        (AS_OF, "YYYY, YYYY-MM or YYYY-MM-DD: the record as it could be known on that day."),
    )
]
_PAGED = [
    {"name": "page", "in": "query", "required": False, "schema": {"type": "integer", "minimum": 1}, "description": ""},
    {
        "name": "size",
        "in": "query",
        "required": False,
        "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": 100},
        "description": "Rows of one page.",
    },
]
_DAY = [_FILTER[-1]]
_LIST = {"openapi_extra": {"parameters": _FILTER + _PAGED}}


def routes(desk: Desk) -> APIRouter:
    """The routes under /api, and the page that describes them."""
    router = APIRouter()

    @router.get("/api", include_in_schema=False)
    def described(request: Request) -> Response:
        return desk.page(request, "api.html", spec=request.app.openapi())

    @router.get("/api/events", summary="Events that pass a filter, in order of time", **_LIST)  # type: ignore[arg-type]
    def events(request: Request) -> Response:
        fields = given(request)
        wanted = asked(fields)
        size = number(fields, "size", 100, MOST)
        e = schema.events.c
        store = desk.at(wanted)
        where = conditions(store, wanted.filter)
        ids = select(e.id).where(*where).order_by(e.sort, e.id).limit(size).offset((wanted.page - 1) * size)
        found = page(store, wanted.filter, 0, 1)
        bodies = select(e.body).where(e.id.in_(ids)).order_by(e.sort, e.id)
        return _rows(store, bodies, {"total": found.total, "page": wanted.page, "size": size})

    @router.get("/api/events/{id}", summary="One event", openapi_extra={"parameters": _DAY})
    def event(request: Request, id: str) -> Response:
        store = desk.at(on_day(given(request)))
        e = schema.events.c
        body = next(iter(store.rows(select(e.body).where(e.id == _one(store, "e", id))))).body
        return Response(body, media_type="application/json")

    @router.get("/api/actors", summary="Actors, those on most pages first", openapi_extra={"parameters": _PAGED + _DAY})
    def actors(request: Request) -> Response:
        fields = given(request)
        a = schema.actors.c
        size, at = number(fields, "size", 100, MOST), number(fields, "page", 1, 100_000)
        # Without their sources, which may be very many: one actor's own address gives them.
        bodies = select(a.brief.label("body")).order_by(a.pages.desc(), a.id).limit(size).offset((at - 1) * size)
        return _rows(desk.at(on_day(fields)), bodies, {"page": at, "size": size})

    about = "One actor, with every article that names it"

    @router.get("/api/actors/{id}", summary=about, openapi_extra={"parameters": _DAY})
    def actor(request: Request, id: str) -> Response:
        store = desk.at(on_day(given(request)))
        return JSONResponse(actor_body(store, _one(store, "a", id)))

    @router.get("/api/articles/{id:path}", summary="One article with its text and what was taken out of it")
    def article(request: Request, id: str) -> Response:
        store = desk.at(on_day(given(request)))
        try:
            found = store.article(id)
        except KeyError:
            raise HTTPException(404) from None
        return JSONResponse(shape.article(found, standing_of(store, found), bounds_of(store, [found.id]).get(found.id)))

    @router.get(
        "/api/statements",
        summary="Statements of one article or one speaker",
        openapi_extra={
            "parameters": [
                {"name": name, "in": "query", "required": False, "schema": {"type": "string"}, "description": about}
                for name, about in (("article", "Id of an article."), ("speaker", "Id of an actor."))
            ]
            + _PAGED
            + _DAY
        },
    )
    def statements(request: Request) -> Response:
        fields = given(request)
        store = desk.at(on_day(fields))
        s = schema.statements.c
        size, at = number(fields, "size", 100, MOST), number(fields, "page", 1, 100_000)
        query = select(s.body).order_by(s.article, s.start, s.id).limit(size).offset((at - 1) * size)
        if fields.get("article"):
            query = query.where(s.article == fields["article"])
        if fields.get("speaker"):
            query = query.where(s.speaker.in_(_today(store, "a", fields["speaker"])))
        return _rows(store, query, {"page": at, "size": size})

    @router.get("/api/timeline", summary="What the line of time draws", openapi_extra={"parameters": _FILTER})
    def line(request: Request) -> Response:
        return Response(drawn(asked(given(request))), media_type="application/json")

    def drawn(wanted: Asked) -> str:
        store = desk.at(wanted)

        def made() -> str:
            found = page(store, wanted.filter, 0, DRAWN, "pages", dated=True)
            return json.dumps({"total": found.total, "events": [_item(row) for row in found.rows]})

        return desk.once(store, ("line", wanted.filter), made)

    desk.early.append(lambda: drawn(NOTHING))
    return router


def _item(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "type": row.type,
        "status": row.status,
        "start": row.start,
        "end": row.end,
        "place": row.place or row.host,
        "pages": row.pages,
        "disputed": bool(row.conflicts),
        "sides": [{"id": s.actor, "name": s.name, "kind": s.kind, "country": s.country} for s in row.sides[:6]],
    }


def _one(store: Store, sort: str, id: str) -> str:
    """The id that is meant by one, today; raises HTTPException: 404 for none, 300 where it is several now."""
    found = _today(store, sort, id)
    if not found:
        raise HTTPException(404)
    if len(found) > 1:
        raise HTTPException(300, f"What {id} stood for is several now: {', '.join(found)}.")
    return found[0]


def _today(store: Store, sort: str, id: str) -> list[str]:
    """What a whole id stands for today; the beginning of one that there is stands for nothing here."""
    return [one for one in standing(store, id) if one.startswith(sort) and (one == id or not one.startswith(id))]


def _rows(store: Store, query: Select[Any], about: dict[str, Any]) -> Response:
    """The bodies as they stand in the record, put together as one answer."""

    def pieces() -> Iterator[str]:
        yield json.dumps(about)[:-1] + ', "rows": ['
        yield ",\n".join(row.body for row in store.rows(query))
        yield "]}"

    return Response("".join(pieces()), media_type="application/json")
