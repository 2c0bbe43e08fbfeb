"""The desk as a web application: its pages, its data, and what it says when something is wrong."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from dragoman import __version__
from dragoman.errors import DragomanError, RecordError
from dragoman.store.store import Store
from dragoman.web import api
from dragoman.web.desk import Desk
from dragoman.web.filters import asked
from dragoman.web.guard import Access, Guard
from dragoman.web.pages import (
    actor,
    add,
    arms,
    article,
    brokers,
    event,
    map,
    network,
    overview,
    pair,
    place,
    review,
    search,
    timeline,
    venues,
)
from dragoman.web.render import ASSETS, STATIC
from dragoman.web.then import NotYetError
from dragoman.web.warm import Warmth

_LOG = logging.getLogger("dragoman.web")
# Requests that are worked on at a time. More would only take the interpreter from one another, row by row of what each
# fetches, and every thread has a connection of its own with nothing of the file in its cache. Fewer would do on two
# cores, but who waits for what another looks for holds a thread.
WORKERS = 3
_FOR_GOOD = "public, max-age=31536000, immutable"  # the address names what the file holds


class _Files(StaticFiles):
    """Files whose address names what they hold, so that a browser need not ask twice."""

    def file_response(self, *args: object, **named: object) -> Response:
        response: Response = super().file_response(*args, **named)  # type: ignore[arg-type]
        response.headers["cache-control"] = _FOR_GOOD
        return response


def create_app(store: Store, access: Access | None = None) -> FastAPI:
    """The application over an open record; it never closes the record."""
    desk = Desk(store)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = WORKERS
        warmth = Warmth(store, desk.render)
        warmth.begin()
        yield
        warmth.end()
        desk.then.close()

    app = FastAPI(
        lifespan=running,
        title="Dragoman",
        version=__version__,
        description="The record of military diplomacy: events, actors, statements and articles, in the shapes that "
        "`dragoman export` writes.",
        docs_url=None,  # the pages of the framework load their scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.desk = desk
    looks = (overview, search, timeline, map, arms, network, pair, venues, brokers, event, article, actor, place)
    for part in (*looks, review, add, api):
        app.include_router(part.routes(desk))
    app.mount("/assets", _Files(directory=ASSETS), name="assets")
    app.mount("/static", _Files(directory=STATIC, check_dir=False), name="static")
    _messages(app, desk)
    app.add_middleware(Guard, access=access or Access())
    return app


def _messages(app: FastAPI, desk: Desk) -> None:
    def answer(request: Request, status: int, head: str, text: str) -> Response:
        if request.url.path.startswith("/api/"):
            return JSONResponse({"error": text}, status)
        return desk.message(request, status, head, text)

    def not_yet(request: Request, error: NotYetError) -> Response:
        # Whoever asks for data, or as part of a page, asks again; a page looks again by itself.
        if request.url.path.startswith("/api/") or request.url.path.endswith((".csv", ".svg")):
            return JSONResponse({"error": str(error)}, 503, headers={"retry-after": "5"})
        query = f"?{request.url.query}" if request.url.query else ""
        return desk.page(
            request, "wait.html", asked=asked(request.query_params), status=202, error=error,
            polled="hx-request" in request.headers, address=f"{request.url.path}{query}",
        )  # fmt: skip

    @app.exception_handler(DragomanError)
    async def refused(request: Request, error: DragomanError) -> Response:
        if isinstance(error, NotYetError):
            return not_yet(request, error)
        if isinstance(error, RecordError):
            return answer(request, 503, "The record cannot be read now", str(error))
        return answer(request, 400, "This cannot be asked", str(error))

    @app.exception_handler(RequestValidationError)
    async def malformed(request: Request, error: RequestValidationError) -> Response:
        fields = ", ".join(sorted({str(e["loc"][-1]) for e in error.errors()}))
        return answer(request, 400, "This cannot be asked", f"{fields}: missing, or not as it must be")

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        head = {404: "No such page", 405: "Not that way", 413: "Too large"}.get(error.status_code, "Not done")
        text = {404: "The desk has no page at this address."}.get(error.status_code, str(error.detail))
        return answer(request, error.status_code, head, text)

    @app.exception_handler(Exception)
    async def fault(request: Request, error: Exception) -> Response:
        _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
        return answer(request, 500, "A fault of the desk", "What went wrong stands where `dragoman serve` was started.")
