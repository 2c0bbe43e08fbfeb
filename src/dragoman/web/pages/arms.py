"""The register of arms: deals as a table that sorts, totals, and the picture by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from dragoman.cli.arms import COLUMNS as CSV_COLUMNS
from dragoman.views.arms import Deal, Range, Wanted, register, short, totals
from dragoman.views.arms_plot import plot
from dragoman.web.desk import Desk, given
from dragoman.web.filters import LAST_PAGE, PAGE, Asked, asked, number
from dragoman.web.tables import csv_lines, csv_response

COLUMNS = (
    ("when", "When"),
    ("stage", "Stage"),
    ("status", "Status"),
    ("supplier", "From"),
    ("recipient", "To"),
    ("item", "Item"),
    ("quantity", "Number"),
    ("value", "Value"),
    ("pages", "Pages"),
)
ORDERS = tuple(key for key, _ in COLUMNS)


def routes(desk: Desk) -> APIRouter:
    """The routes of the register."""
    router = APIRouter()

    def deals(wanted: Wanted) -> list[Deal]:
        return desk.once(("register", wanted), lambda: register(desk.store, wanted))

    @router.get("/arms", include_in_schema=False)
    def show(request: Request) -> Response:
        fields = given(request)
        wanted, carried = _wanted(fields)
        order = asked({"order": fields.get("order", "")}, ORDERS).order or "when"
        first = (number(fields, "page", 1, LAST_PAGE) - 1) * PAGE
        found = deals(wanted)
        query = _query(wanted)
        sums = desk.once(
            ("totals", wanted),
            lambda: [
                ("recipient", totals(found, lambda d: d.recipient)),
                ("year", totals(found, lambda d: d.year)),
                ("category", totals(found, lambda d: d.category)),
            ],
        )
        rows = _sorted(found, order)[first : first + PAGE]
        return desk.page(
            request, "arms.html", asked=carried, w=wanted, narrowed=bool(query), query=query, total=len(found),
            deals=rows, columns=COLUMNS, order=order, ranged=ranged, totals=sums,
            sorted=lambda key: _join(query, f"order={'-' if order == key else ''}{key}"),
        )  # fmt: skip

    @router.get("/arms.svg", include_in_schema=False)
    def picture(request: Request) -> Response:
        wanted, _ = _wanted(given(request))
        svg = desk.once(("plot", wanted), lambda: plot(deals(wanted), "Arms"))
        return Response(svg, media_type="image/svg+xml", headers={"cache-control": "no-cache"})

    @router.get("/arms.csv", include_in_schema=False)
    def as_csv(request: Request) -> StreamingResponse:
        wanted, _ = _wanted(given(request))
        return csv_response("arms.csv", csv_lines(CSV_COLUMNS, (_cells(d) for d in deals(wanted))))

    return router


def _wanted(fields: Mapping[str, str]) -> tuple[Wanted, Asked]:
    """The register's filter, and what of it the other views can carry on."""
    shared = asked({name: fields.get(name, "") for name in ("since", "until", "aside", "page")})
    who = asked({"who": fields.get("from", ""), "with": fields.get("to", ""), "where": fields.get("item", "")}).filter
    carried = shared.narrowed(who=who.who, with_=who.with_)
    f = shared.filter
    return Wanted(who.who, who.with_, who.where, f.since, f.until, f.aside), carried


def _query(wanted: Wanted) -> str:
    pairs = (
        ("from", wanted.supplier), ("to", wanted.recipient), ("item", wanted.item), ("since", wanted.since),
        ("until", wanted.until), ("aside", "1" if wanted.aside else None),
    )  # fmt: skip
    return urlencode([(name, value) for name, value in pairs if value])


def _join(*parts: str) -> str:
    return "&".join(part for part in parts if part)


def _sorted(deals: Sequence[Deal], order: str) -> list[Deal]:
    """By one column; what has no value there comes last, whichever way it is sorted."""
    key, down = order.removeprefix("-"), order.startswith("-")
    if key == "when":
        return list(reversed(deals)) if down else list(deals)

    def value(deal: Deal) -> float | str | None:
        if key in ("quantity", "value"):
            found: Range | None = getattr(deal, key)
            return None if found is None else found.high
        if key == "pages":
            return deal.pages
        text: str | None = getattr(deal, key)
        return text.casefold() if text else None

    there = [(v, d) for d in deals if (v := value(d)) is not None]
    there.sort(key=lambda pair: pair[0], reverse=down)
    return [d for _, d in there] + [d for d in deals if value(d) is None]


def ranged(found: Range | None) -> str:
    """From the least to the most that sources give."""
    if found is None:
        return ""
    return short(found.low) if found.low == found.high else f"{short(found.low)} to {short(found.high)}"


def _cells(d: Deal) -> list[object]:
    q, v = d.quantity, d.value
    return [
        d.id, d.supplier, d.recipient, d.item, d.category, d.stage, d.status, d.start, d.end, q.low if q else None,
        q.high if q else None, d.quantity_said, v.low if v else None, v.high if v else None, d.value_said, d.currency,
        d.terms, d.pages, "; ".join(d.publishers), "; ".join(d.conflicts), d.confidence,
    ]  # fmt: skip
