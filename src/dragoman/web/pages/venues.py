"""Venues: where meetings are held, and for whom a place is neutral ground; every figure opens onto its events."""

from __future__ import annotations

from fastapi import APIRouter

from dragoman.views.venues import Venue, Venues, venues
from dragoman.web import figures
from dragoman.web.desk import Desk

MET = 4  # pairs beside a venue; the CSV has them all

_FIGURES: figures.Figures[Venue, Venues] = figures.Figures(
    "venues",
    venues,
    row=lambda found, key: found.of(*key.rpartition("|")[::2]),
    figures=lambda v: {"events": v.events, "neutral": v.neutral, **{f"{a}-{b}": ids for a, b, ids in v.pairs}},
    head=("place", "country", "meetings", "neutral", "met", "events"),
    cells=lambda v: [
        v.place, v.country, len(v.events), len(v.neutral), "; ".join(f"{a}-{b} {len(x)}" for a, b, x in v.pairs),
        "; ".join(v.events),
    ],
    about=lambda found: {"met": MET, "meetings": found.meetings, "neutral": found.neutral},
)  # fmt: skip


def routes(desk: Desk) -> APIRouter:
    """The routes of the venues."""
    return figures.routes(desk, _FIGURES)
