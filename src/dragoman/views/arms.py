"""Deals in arms, one row of the register each; totals that add no whole to its parts and no order to its delivery."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.mentions.armoury import armoury
from dragoman.mentions.spelling import fold

Number = int | float
# Stages that speak of the same arms once each: what was ordered, what came, what may come. Called off counts nowhere.
_COUNTED = {
    "contract": "ordered",
    "delivered": "delivered",
    "approved": "ahead",
    "planned": "ahead",
    "offered": "ahead",
    "requested": "ahead",
}
GROUPS = ("ordered", "delivered", "ahead")
_LARGE = "other"  # the category of arms at large: a row of it may be the whole of others


@dataclass(frozen=True, slots=True)
class Range:
    """From the least to the most that sources give."""

    low: Number
    high: Number

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)


@dataclass(frozen=True, slots=True)
class Deal:
    """One row of the register."""

    id: str
    supplier: str | None
    recipient: str | None
    item: str | None
    category: str | None
    stage: str | None
    status: str
    start: str | None
    end: str | None
    quantity: Range | None
    quantity_said: str  # as sources give it, with its bound; "" where they do not
    value: Range | None
    value_said: str
    currency: str | None
    terms: str | None
    pages: int
    publishers: tuple[str, ...]
    conflicts: tuple[str, ...]
    confidence: float
    sentences: frozenset[tuple[str, int]]  # article and start of each that reports it

    @property
    def year(self) -> str:
        """The year it is dated to; "undated" where no page gives one."""
        return self.start[:4] if self.start and self.start[0] != "-" else "undated"


@dataclass(frozen=True, slots=True)
class Total:
    """The deals of one recipient, year or category at one group of stages."""

    key: str
    group: str  # ordered, delivered, ahead
    deals: int
    pieces: Range | None
    values: tuple[tuple[str, Range], ...]  # by currency


def totals(deals: Sequence[Deal], key: Callable[[Deal], str | None]) -> list[Total]:
    """Totals by recipient, year or category, for each group of stages apart.

    A whole and its parts, told in one sentence, count once: the whole for the sum, the parts for the
    pieces. Rows of one item between the same two at one stage of which some have no date may be
    the same: the low end counts them once.
    """
    found: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in deals:
        group = _COUNTED.get(deal.stage or "")
        if group is not None and deal.status != "denied":
            found[key(deal) or "unknown", group].append(deal)
    parts = _parts(deals)
    return [
        Total(name, group, len(rows), _pieces(rows), _values([r for r in rows if r.id not in parts]))
        for (name, group), rows in sorted(found.items(), key=lambda kv: (kv[0][0], GROUPS.index(kv[0][1])))
    ]


def is_of(deal: Deal, word: str) -> bool:
    """Whether a deal's item or category answers to a word: "helicopter", "Su-30", "tanks"."""
    return is_named(deal.item or "", deal.category or "", word)


def is_named(item: str, category: str, word: str) -> bool:
    """Whether an item of a category answers to a word."""
    sought = fold(word)
    singular = sought[:-1] if len(sought) > 3 and sought.endswith("s") else sought
    texts = [fold(item), fold(category.replace("_", " "))]
    nouns = armoury().categories[category].nouns if category in armoury().categories else ()
    squeezed = singular.replace(" ", "")
    for w in (sought, singular):
        # Not what it is against: an anti-tank missile is no tank.
        if any(f" {w} " in f" {text} ".replace(f" anti {w} ", " ") for text in texts):
            return True
        if any(f" {fold(' '.join(noun))}".endswith(f" {w}") for noun in nouns):
            return True
    return fold(item).replace(" ", "").startswith(squeezed)


def deal_of(event: Mapping[str, Any]) -> Deal:
    """The row of the register that an event makes, as exports have it."""
    transfer: Mapping[str, Any] = event["transfer"] or {}
    conflicts = {c["field"]: [v["value"] for v in c["values"]] for c in event["conflicts"]}
    quantity = _range(transfer.get("quantity"), transfer.get("quantity_to"), conflicts.get("transfer.quantity", ()))
    value = _range(transfer.get("value"), transfer.get("value_to"), conflicts.get("transfer.value", ()))
    return Deal(
        id=event["id"],
        supplier=transfer.get("supplier"),
        recipient=transfer.get("recipient"),
        item=transfer.get("item"),
        category=transfer.get("category"),
        stage=transfer.get("stage"),
        status=event["status"],
        start=event["start"],
        end=event["end"],
        quantity=quantity,
        quantity_said=_said(transfer, "quantity", quantity),
        value=value,
        value_said=_said(transfer, "value", value),
        currency=transfer.get("currency"),
        terms=transfer.get("terms"),
        pages=len({s["article"] for s in event["sources"]}),
        publishers=tuple(sorted({s["publisher"] or s["article"] for s in event["sources"]})),
        conflicts=tuple(sorted(conflicts)),
        confidence=event["confidence"],
        sentences=frozenset((s["article"], s["start"]) for s in event["sources"]),
    )


def _range(value: object, upper: object, others: Iterable[object]) -> Range | None:
    numbers = [n for n in (value, upper, *others) if isinstance(n, int | float)]
    return Range(min(numbers), max(numbers)) if numbers else None


def _said(transfer: Mapping[str, Any], field: str, found: Range | None) -> str:
    value = transfer.get(field)
    if value is None:
        return ""
    bound = transfer.get(f"{field}_bound")
    words = "" if bound in (None, "exact") or found is not None and found.low != found.high else f"{bound} "
    if found is None:
        return str(value)  # an order of magnitude in words, which says itself how sure it is
    shown = short(found.low) if found.low == found.high else f"{short(found.low)}-{short(found.high)}"
    return words + shown


def short(number: Number) -> str:
    """A number as a table shows it: 24, 360 m, 5.43 bn."""
    for size, unit in ((1_000_000_000, " bn"), (1_000_000, " m")):
        if abs(number) >= size:
            return f"{number / size:.4g}{unit}"
    return f"{number:,}"


def _parts(deals: Sequence[Deal]) -> frozenset[str]:
    """The rows that a row of arms at large, in the same sentence and with a sum of its own, holds."""
    wholes = [d for d in deals if d.category == _LARGE and d.value is not None]
    return frozenset(
        d.id
        for d in deals
        for w in wholes
        if d.id != w.id
        and (d.supplier, d.recipient, d.stage) == (w.supplier, w.recipient, w.stage)
        and d.sentences & w.sentences
    )


def _lines(rows: Sequence[Deal]) -> list[list[Deal]]:
    """Rows of one item between the same two."""
    out: dict[tuple[str | None, str | None, str], list[Deal]] = defaultdict(list)
    for row in rows:
        out[row.supplier, row.recipient, fold(row.item or "")].append(row)
    return list(out.values())


def _pieces(rows: Sequence[Deal]) -> Range | None:
    return _summed(rows, lambda d: d.quantity)


def _values(rows: Sequence[Deal]) -> tuple[tuple[str, Range], ...]:
    between: dict[str, dict[tuple[str, str], list[Deal]]] = defaultdict(lambda: defaultdict(list))
    for r in rows:
        if r.currency and r.value is not None:
            between[r.currency][r.supplier or "", r.recipient or ""].append(r)
    out = []
    for currency in sorted(between):
        total: Range | None = None
        for _, here in sorted(between[currency].items()):
            large = _overlapping([r.value for r in here if r.category == _LARGE and r.value is not None])
            named = _summed([r for r in here if r.category != _LARGE], _value)
            both = _within(large, named)
            if both is not None:
                total = both if total is None else total + both
        if total is not None:
            out.append((currency, total))
    return tuple(out)


def _value(deal: Deal) -> Range | None:
    return deal.value


def _overlapping(found: Sequence[Range]) -> Range | None:
    """Sums of arms at large may hold one another: at least the greatest, at most all."""
    return Range(max(r.low for r in found), sum(r.high for r in found)) if found else None


def _within(large: Range | None, named: Range | None) -> Range | None:
    """ "Arms worth four billion" may hold the jets worth one: at least the greater, at most both."""
    if large is None or named is None:
        return large or named
    return Range(max(large.low, named.low), large.high + named.high)


def _summed(rows: Sequence[Deal], figure: Callable[[Deal], Range | None]) -> Range | None:
    total: Range | None = None
    for line in _lines(rows):
        dated = [f for d in line if d.year != "undated" and (f := figure(d)) is not None]
        undated = [f for d in line if d.year == "undated" and (f := figure(d)) is not None]
        if not dated and not undated:
            continue
        low = max(sum(f.low for f in dated), max((f.low for f in undated), default=0))
        high = sum(f.high for f in (*dated, *undated))
        total = Range(low, high) if total is None else total + Range(low, high)
    return total
