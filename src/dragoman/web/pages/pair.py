"""Two states month by month: what is between them, with a picture; every figure opens onto what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from dragoman.errors import DragomanError
from dragoman.views.dossier import said_in
from dragoman.views.network import network
from dragoman.views.pair import UNDATED, Ids, Month, groups, pair, quads
from dragoman.views.pair_plot import plot
from dragoman.views.timeline import events
from dragoman.web.desk import Desk, given
from dragoman.web.filters import MOST, Asked, asked
from dragoman.web.tables import csv_lines, csv_response

REST = ("words", "ahead", "denied")  # what is no event that took place
OFFERED = 60  # pairs to choose from
SHOWN = 100  # events or statements of one figure


def routes(desk: Desk) -> APIRouter:
    """The routes of a pair: its page, its picture and its table."""
    router = APIRouter()

    def months(wanted: Asked) -> list[Month]:
        store = desk.at(wanted)
        if not wanted.filter.who or not wanted.filter.with_:
            raise DragomanError("a pair", "is of two", "name one under Who, the other under With")
        return desk.once(store, ("pair", wanted.filter), lambda: pair(store, wanted.filter))

    def title(wanted: Asked) -> str:
        return " and ".join(desk.render.country(word) for word in (wanted.filter.who, wanted.filter.with_))

    @router.get("/pair", include_in_schema=False)
    def show(request: Request) -> Response:
        fields = given(request)
        wanted = asked(fields)
        store = desk.at(wanted)
        if not wanted.filter.who or not wanted.filter.with_:
            net = desk.once(
                store, ("network", wanted.filter, "meets", "states"), lambda: network(store, wanted.filter)
            )
            return desk.page(request, "pairs.html", asked=wanted, ties=net.ties[:OFFERED])
        found = months(wanted)
        opened = _opened(found, fields.get("open", "")[:MOST])
        words, ids = (opened[1] == "words", opened[2][:SHOWN]) if opened else (False, ())
        return desk.page(
            request, "pair.html", asked=wanted, months=found, title=title(wanted), opened=opened, undated=UNDATED,
            columns=_columns(found), figure=figure, events=() if words else events(store, ids),
            said=said_in(store, ids) if words else (), shown=SHOWN,
        )  # fmt: skip

    @router.get("/pair.svg", include_in_schema=False)
    def picture(request: Request) -> Response:
        wanted = asked(given(request))
        svg = plot(months(wanted), title(wanted))
        return Response(svg, media_type="image/svg+xml", headers={"cache-control": "no-cache"})

    @router.get("/pair.csv", include_in_schema=False)
    def as_csv(request: Request) -> StreamingResponse:
        found = months(asked(given(request)))
        names = [*groups(), *REST, *quads()]
        return csv_response("pair.csv", csv_lines(["month", *names], _cells(found, names)))

    return router


def figure(month: Month, name: str) -> Ids:
    """The ids that one figure of a month counts."""
    if name in REST:
        return getattr(month, name)  # type: ignore[no-any-return]
    found: Mapping[str, Ids] = month.groups if name in month.groups else month.quads
    return found.get(name, ())


def _columns(months: Sequence[Month]) -> list[tuple[str, list[str]]]:
    """The figures that any month has, under what they have in common."""
    heads = (
        ("what took place", groups()), ("said, ahead, denied", list(REST)), ("of these, by PLOVER's classes", quads()),
    )  # fmt: skip
    kept = [(head, [name for name in names if any(figure(m, name) for m in months)]) for head, names in heads]
    return [(head, names) for head, names in kept if names]


def _opened(months: Sequence[Month], word: str) -> tuple[str, str, Ids] | None:
    """The month, the name and the ids of the figure that an address opens; None where it opens none."""
    month, _, name = word.partition(".")
    for m in months:
        if m.month == month and (ids := figure(m, name)):
            return month, name, ids
    return None


def _cells(months: Sequence[Month], names: Sequence[str]) -> Iterator[list[object]]:
    for m in months:
        yield [m.month, *(len(figure(m, name)) for name in names)]
