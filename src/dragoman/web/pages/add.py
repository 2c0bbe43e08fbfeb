"""Adding pages: by dropping files or pasting a text; then what was found in them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError
from dragoman.views.overview import came
from dragoman.web.desk import Desk
from dragoman.web.intake import MOST_BYTES, MOST_FILES, SUFFIXES, Intake, pasted

SHOWN = 100


def routes(desk: Desk) -> APIRouter:
    """The routes of the form, of a job that runs, and of what it found."""
    router = APIRouter()
    intake = Intake(desk.store)

    @router.get("/add", include_in_schema=False)
    def show(request: Request) -> Response:
        return desk.page(
            request, "add.html", suffixes=SUFFIXES, most=MOST_FILES, megabytes=MOST_BYTES // 1_000_000,
            running=intake.running(),
        )  # fmt: skip

    @router.post("/add", include_in_schema=False)
    async def take(request: Request) -> Response:
        length = request.headers.get("content-length", "")
        if not length.isdigit():
            raise HTTPException(411, "A form must say how long it is.")
        if int(length) > MOST_BYTES:
            limit = f"A form holds {MOST_BYTES // 1_000_000} MB at most"
            raise HTTPException(413, f"{limit}; read more with `dragoman read`.")
        files: list[tuple[str, bytes]] = []
        async with request.form(max_files=MOST_FILES, max_fields=8, max_part_size=MOST_BYTES) as form:
            for value in form.getlist("files"):
                if isinstance(value, UploadFile) and value.filename:
                    files.append((value.filename, await value.read()))
            text, title = form.get("text"), form.get("title")
        if isinstance(text, str) and text.strip():
            files.append(pasted(text, title if isinstance(title, str) else ""))
        job = await run_in_threadpool(intake.begin, files)
        return RedirectResponse(f"/add/{job.id}", 303)

    @router.get("/add/{id}", include_in_schema=False)
    def progress(request: Request, id: str) -> Response:
        job = intake.job(id)
        if job is None:
            raise DragomanError("pages", "are not read under this id", "see the overview: what was read is there")
        ids = intake.came(job)
        return desk.page(request, "job.html", job=job, count=len(ids), articles=came(desk.store, ids[:SHOWN]))

    return router
