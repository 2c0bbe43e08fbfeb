"""An event with what people decided on it: corrected fields, rejected, confirmed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from dragoman.errors import DragomanError
from dragoman.mentions.spelling import fold
from dragoman.record import dates
from dragoman.record.decisions import Decision
from dragoman.record.resolved import Decided, Event
from dragoman.types import Place, Status

STATUSES: tuple[Status, ...] = ("occurred", "ongoing", "planned", "denied", "possible")
TRANSFER = ("stage", "supplier", "recipient", "item", "category", "quantity", "value", "currency", "terms")


def decided(event: Event, decisions: Iterable[Decision], places: Iterable[Place] = ()) -> Event:
    """The event after decisions, in their order; `places` are those that its reports name."""
    named = {fold(p.name): p for p in places}
    for d in decisions:
        was: Any = None
        if d.kind == "correct" and d.field is not None:
            was = _shown(event, d.field)
            event = _FIELDS[d.field](event, d.value or "", named) if d.field in _FIELDS else _dealt(event, d)
        elif d.kind == "reject":
            event = replace(event, aside=True)
        elif d.kind == "confirm":
            event = replace(event, aside=False)
        entry = Decided(d.id, d.kind, d.field, d.value, was, d.who, d.when, d.why)
        event = replace(event, decided=(*event.decided, entry))
    return event


def check(field: str, value: str) -> None:
    """Raises DragomanError where a field cannot be corrected so."""
    if field not in _FIELDS and field.removeprefix("transfer.") not in TRANSFER:
        known = ", ".join([*_FIELDS, *(f"transfer.{name}" for name in TRANSFER)])
        raise DragomanError(field, "is no field that can be corrected", f"use one of {known}")
    if field == "status" and value not in STATUSES:
        raise DragomanError(value, "is no status", f"use one of {', '.join(STATUSES)}")
    if field in ("start", "end") and value and dates.partial(value) is None:
        raise DragomanError(value, "is no date", "write YYYY, YYYY-MM, YYYY-MM-DD or --MM-DD")
    if field in ("transfer.quantity", "transfer.value") and value and not _number(value):
        raise DragomanError(value, "is no number", "write digits, with a point for the fraction")


def _shown(event: Event, field: str) -> Any:
    if field == "place":
        return event.place.name if event.place else None
    if field.startswith("transfer."):
        return dict(event.transfer).get(field.removeprefix("transfer."))
    return getattr(event, field)


def _place(event: Event, value: str, named: Mapping[str, Place]) -> Event:
    name, _, country = value.partition("|")
    found = named.get(fold(name)) or (Place(name, country or None) if name else None)
    return replace(event, place=found)


def _dealt(event: Event, d: Decision) -> Event:
    name, value = (d.field or "").removeprefix("transfer."), d.value or ""
    found = dict(event.transfer)
    found[name] = (_number(value) if name in ("quantity", "value") else value) or None
    if name in ("quantity", "value"):
        found[f"{name}_bound"] = "exact"
    return replace(event, transfer=tuple(found.items()))


def _number(value: str) -> int | float | None:
    try:
        return int(value) if value.lstrip("-").isdigit() else float(value)
    except ValueError:
        return None


_FIELDS: dict[str, Callable[[Event, str, Mapping[str, Place]], Event]] = {
    "type": lambda event, value, _: replace(event, type=value),
    "status": lambda event, value, _: replace(event, status=cast(Status, value)),
    "start": lambda event, value, _: replace(event, start=value or None),
    "end": lambda event, value, _: replace(event, end=value or None),
    "host": lambda event, value, _: replace(event, host=value or None),
    "place": _place,
}
