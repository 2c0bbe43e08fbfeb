"""A view that is a table of figures: its page, its CSV, and each figure opened onto the events that it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from dragoman.store.store import Store
from dragoman.views.filter import Filter
from dragoman.views.timeline import events
from dragoman.web.desk import NOTHING, Desk, given
from dragoman.web.filters import MOST, PAGE, Asked, asked
from dragoman.web.tables import csv_lines, csv_response

SHOWN = 100  # events of one figure

R = TypeVar("R")  # a row
S = TypeVar("S", bound=Sequence[Any])  # all rows
Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures(Generic[R, S]):
    """What such a view is made of."""

    name: str  # in its address
    find: Callable[[Store, Filter], S]
    row: Callable[[S, str], R | None]  # the row that the address of a figure names
    figures: Callable[[R], Mapping[str, Ids]]  # the ids that each figure of a row counts, by its name
    head: tuple[str, ...]  # of the CSV
    cells: Callable[[R], list[object]]
    about: Callable[[S], dict[str, Any]]  # what the page says of all rows together


def routes(desk: Desk, of: Figures[R, S]) -> APIRouter:
    """The routes of a view of figures."""
    router = APIRouter()

    def found(wanted: Asked) -> S:
        store = desk.at(wanted)
        return desk.once(store, (of.name, wanted.filter), lambda: of.find(store, wanted.filter), stale=True)

    @router.get(f"/{of.name}", include_in_schema=False)
    def show(request: Request) -> Response:
        fields = given(request)
        wanted = asked(fields)
        stale = desk.is_stale(wanted)  # before anything is found: it may be pinned anew meanwhile
        rows = found(wanted)
        opened = _opened(of, rows, fields.get("open", "")[:MOST])
        ids = opened[2][:SHOWN] if opened else ()
        return desk.page(
            request, f"{of.name}.html", asked=wanted, rows=rows[wanted.first : wanted.first + PAGE], total=len(rows),
            opened=opened, events=events(desk.at(wanted), ids), stale=stale, **of.about(rows),
        )  # fmt: skip

    @router.get(f"/{of.name}.csv", include_in_schema=False)
    def as_csv(request: Request) -> StreamingResponse:
        wanted = asked(given(request))
        desk.freshen()
        rows = found(wanted)
        return csv_response(f"{of.name}.csv", csv_lines(of.head, map(of.cells, rows)))

    desk.early.append(lambda: found(NOTHING))
    return router


def _opened(of: Figures[R, S], rows: S, word: str) -> tuple[R, str, Ids] | None:
    """The row, the name and the ids of the figure that an address opens; None where it opens none."""
    key, _, name = word.rpartition("|")
    row = of.row(rows, key) if key else None
    ids = of.figures(row).get(name) if row is not None else None
    return (row, name, ids) if row is not None and ids else None
