"""Brokers: who stands between parties at odds, named as mediator or seeing both; every figure opens onto its events."""

from __future__ import annotations

from fastapi import APIRouter

from dragoman.views.brokers import WITHIN, Broker, Brokers, brokers
from dragoman.web import figures
from dragoman.web.desk import Desk

_FIGURES: figures.Figures[Broker, Brokers] = figures.Figures(
    "brokers",
    brokers,
    row=lambda found, key: found.of(*key.split("|")),
    figures=lambda b: {"mediated": b.mediated, "between": b.between},
    head=("broker", "party", "other_party", "mediated", "contacts_with_both", "events"),
    cells=lambda b: [
        b.broker, *b.parties, len(b.mediated), len(b.between), "; ".join(dict.fromkeys((*b.mediated, *b.between)))
    ],
    about=lambda _: {"within": WITHIN},
)  # fmt: skip


def routes(desk: Desk) -> APIRouter:
    """The routes of the brokers."""
    return figures.routes(desk, _FIGURES)
