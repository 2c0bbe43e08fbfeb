"""The register of arms: deals as a table that sorts; their totals and the picture by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from dragoman.cli.arms import COLUMNS as CSV_COLUMNS
from dragoman.store.store import Store
from dragoman.views.arms import Deal, Range, Total, short, totals
from dragoman.views.arms_plot import plot
from dragoman.views.register import ORDERS, Wanted, deal_ids, deals_page, register
from dragoman.web.desk import Desk, given
from dragoman.web.filters import PAGE, Asked, asked
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
SHOWN = 40  # totals of one sort


@dataclass(frozen=True, slots=True)
class Register:
    """What an address asks of the register: the filter of every view, and what deals alone have."""

    asked: Asked
    wanted: Wanted

    @property
    def query(self) -> str:
        """What an address says of the deals, without the order and the page."""
        w = self.wanted
        own = [(name, value) for name, value in (("from", w.supplier), ("to", w.recipient), ("item", w.item)) if value]
        return "&".join(part for part in (urlencode(own), self.asked.query(filter_only=True)) if part)


def routes(desk: Desk) -> APIRouter:
    """The routes of the register."""
    router = APIRouter()

    def opened(store: Store, stale: bool = False) -> dict[str, Deal]:
        """All deals by id: their bodies are opened once, whatever is then asked of them."""
        return desk.once(store, "deals", lambda: {d.id: d for d in register(store, Wanted(aside=True))}, stale=stale)

    def chosen(of: Register, stale: bool = False) -> list[Deal]:
        store = desk.at(of.asked)
        every = opened(store, stale)
        return [every[id] for id in deal_ids(store, of.wanted) if id in every]

    @router.get("/arms", include_in_schema=False)
    def show(request: Request) -> Response:
        of = _register(given(request))
        order = of.asked.order or "when"
        store = desk.at(of.asked)
        deals, total = deals_page(store, of.wanted, of.asked.first, PAGE, order)
        return desk.page(
            request, "arms.html", asked=of.asked, w=of.wanted, query=of.query, total=total, deals=deals,
            columns=COLUMNS, order=order, size=PAGE,
            sorted=lambda key: _join(of.query, f"order={'-' if order == key else ''}{key}"),
            paged=lambda page: _join(of.query, f"order={order}" if of.asked.order else "", f"page={page}"),
        )  # fmt: skip

    @router.get("/arms/totals", include_in_schema=False)
    def sums(request: Request) -> Response:
        of = _register(given(request))
        stale = desk.is_stale(of.asked)
        key = ("totals", of.wanted)
        found = desk.once(desk.at(of.asked), key, lambda: _totals(chosen(of, stale=True)), stale=True)
        return desk.page(
            request, "totals.html", asked=of.asked, w=of.wanted, query=of.query, totals=found, ranged=ranged,
            shown=SHOWN, narrowed=lambda name, key: _narrowed(of, name, key), stale=stale,
        )  # fmt: skip

    @router.get("/arms.svg", include_in_schema=False)
    def picture(request: Request) -> Response:
        of = _register(given(request))
        svg = desk.once(desk.at(of.asked), ("plot", of.wanted), lambda: plot(chosen(of), "Arms"))
        return Response(svg, media_type="image/svg+xml", headers={"cache-control": "no-cache"})

    @router.get("/arms.csv", include_in_schema=False)
    def as_csv(request: Request) -> StreamingResponse:
        of = _register(given(request))
        rows = register(desk.at(of.asked), of.wanted)
        return csv_response("arms.csv", csv_lines(CSV_COLUMNS, (_cells(d) for d in rows)))

    desk.early.append(lambda: opened(desk.store))
    return router


def _register(fields: Mapping[str, str]) -> Register:
    carried = asked(fields, tuple(ORDERS))
    own = asked({"who": fields.get("from", ""), "with": fields.get("to", ""), "where": fields.get("item", "")}).filter
    f = carried.filter
    return Register(carried, Wanted(own.who, own.with_, own.where, f.since, f.until, f.aside, f))


def _totals(deals: Sequence[Deal]) -> list[tuple[str, list[Total]]]:
    return [
        ("recipient", totals(deals, lambda d: d.recipient)),
        ("year", totals(deals, lambda d: d.year)),
        ("category", totals(deals, lambda d: d.category)),
    ]


def _narrowed(of: Register, name: str, key: str) -> str | None:
    """The query of the deals that one row of totals counts; None where the filter has no word for them."""
    if name == "year" and key.isdigit():
        return Register(of.asked.narrowed(since=key, until=key), of.wanted).query
    if name == "recipient" and key != "unknown":
        return _join(urlencode([("to", key)]), *(p for p in of.query.split("&") if not p.startswith("to=")))
    return None


def _join(*parts: str) -> str:
    return "&".join(part for part in parts if part)


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
