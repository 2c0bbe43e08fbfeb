"""The register of arms as a user filters, sorts and pages it: the record's indexes choose the rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, case, false, func, literal_column, select, tuple_

from dragoman.errors import DragomanError
from dragoman.record.geography import code_of, nearest_name
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.arms import Deal, deal_of, is_named
from dragoman.views.filter import ASIDE, Filter, conditions
from dragoman.views.seek import seek

TYPE = "arms_transfer"
_E = schema.events.c
_IS_DEAL = _E.type == literal_column(f"'{TYPE}'")  # in the very words that the index of deals has
_T = schema.TRANSFER  # what a deal may be sorted and filtered by, as the record's index has it

# Columns by which the register sorts; numbers are the record's own, not the most that anyone says.
ORDERS: dict[str, ColumnElement[Any]] = {
    "when": _E.sort, "stage": _T["stage"], "status": _E.status, "supplier": _T["supplier"],
    "recipient": _T["recipient"], "item": func.lower(_T["item"]), "quantity": _T["quantity"], "value": _T["value"],
    "pages": _E.pages,
}  # fmt: skip
_NUMBERS = ("quantity", "value")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which deals to show; None leaves a field open. `since` and `until` are dates as coarse as one likes."""

    supplier: str | None = None
    recipient: str | None = None
    item: str | None = None
    since: str | None = None
    until: str | None = None
    aside: bool = False
    also: Filter = Filter()  # what else must hold; its dates and `aside` are those above


def register(store: Store, wanted: Wanted) -> list[Deal]:
    """The deals that pass, in order of time, undated ones last.

    Raises DragomanError for a date that is none and a state that there is not.
    """
    query = select(_E.body).where(*_passing(store, wanted)).order_by(_E.sort, _E.id)
    return [deal_of(json.loads(row.body)) for row in store.rows(query)]


def deals_page(
    store: Store, wanted: Wanted, first: int = 0, count: int = 100, order: str = "when"
) -> tuple[list[Deal], int]:
    """`count` deals from the `first` on, and how many pass; `order` is one of ORDERS, "-" before it turns it round.

    What has no value to sort by comes last, whichever way.
    """
    where = _passing(store, wanted)
    total = next(iter(store.rows(select(func.count()).select_from(schema.events).where(*where))))[0]
    # Ids first: they come from an index, and only the bodies of this page are opened.
    chosen = select(_E.id).where(*where).order_by(*_order(order)).limit(count).offset(first)
    ids = [row.id for row in store.rows(chosen)]
    found = {row.id: row.body for row in store.rows(select(_E.id, _E.body).where(_E.id.in_(ids)))}
    return [deal_of(json.loads(found[id])) for id in ids if id in found], total


def deal_ids(store: Store, wanted: Wanted) -> list[str]:
    """The ids of the deals that pass, in order of time."""
    return [row.id for row in store.rows(select(_E.id).where(*_passing(store, wanted)).order_by(_E.sort, _E.id))]


def _passing(store: Store, wanted: Wanted) -> list[ColumnElement[bool]]:
    also = replace(wanted.also, since=wanted.since, until=wanted.until, type=None, aside=wanted.aside)
    # "+" keeps SQLite from the indexes of all events, by which it would open every deal.
    aside = [] if wanted.aside else [literal_column("+events.aside").is_(False)]
    out = [_IS_DEAL, *aside, *(c for c in conditions(store, also) if c is not ASIDE[wanted.aside])]
    for name, option, word in (("supplier", "--from", wanted.supplier), ("recipient", "--to", wanted.recipient)):
        codes = _codes(store, option, word)
        if codes is not None:
            out.append(_T[name].in_(sorted(codes)))
    if wanted.item:
        out.append(_of_item(store, wanted.item))
    return out


def _of_item(store: Store, word: str) -> ColumnElement[bool]:
    """The items and categories that answer to a word are few, whatever the deals are."""
    item, category = func.coalesce(_T["item"], ""), func.coalesce(_T["category"], "")
    known = store.rows(select(item, category).select_from(schema.events).where(_IS_DEAL).distinct())
    named = [(a, b) for a, b in map(tuple, known) if is_named(a, b, word)]
    return tuple_(item, category).in_(named) if named else false()


def _order(name: str) -> Sequence[ColumnElement[Any]]:
    key, down = name.removeprefix("-"), name.startswith("-")
    column = ORDERS[key]
    empty: ColumnElement[Any] = case((_E.sort >= "~", 1), else_=0) if key == "when" and down else column.is_(None)
    if key in _NUMBERS:  # an order of magnitude in words is no number to sort by
        empty = func.typeof(column).not_in(["integer", "real"])
    return [empty, column.desc() if down else column, _E.sort, _E.id]


def _codes(store: Store, option: str, word: str | None) -> frozenset[str] | None:
    """The codes of the states and bodies that a word stands for."""
    if word is None:
        return None
    found, known = seek(store, word).countries, code_of(word)
    if not found and known is None:
        near = nearest_name(word)
        remedy = f"did you mean {near}?" if near else "give a state's name or its three letters"
        raise DragomanError(f"{option} {word}", "no state is called so, and nobody in the record", remedy)
    return found | ({known} if known else set())
