"""One row of a deal in arms, with where each of its values is said."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.mentions.item import Item
from dragoman.mentions.money import Money
from dragoman.types import Evidence, Quoted


@dataclass(frozen=True, slots=True)
class Transfer:
    """One row of a deal: an item, or the deal itself where no item is named."""

    item: Item | None
    stage: Quoted | None
    supplier: Quoted | None
    recipient: Quoted | None
    value: Money | None = None
    value_at: Evidence | None = None
    whole: bool = False  # the sum was said of the deal and not of the item
    terms: Quoted | None = None

    def quoted(self, text: str) -> tuple[Quoted, ...]:
        """Its values with their evidence, in the order of the record's fields."""
        out = [q for q in (self.stage, self.supplier, self.recipient) if q is not None]
        item = self.item
        if item is not None:
            # "The deal" has its item, and the number of it, from the sentence that it points back to.
            at = Evidence(item.start, item.end, "points back" if item.points_back else "arms named", item.points_back)
            out.append(Quoted("item", item.name, at))
            out.append(Quoted("category", item.category, at))
            if item.quantity is not None:
                q = item.quantity
                said = Evidence(q.start, q.end, "number of the item", item.points_back)
                out.append(Quoted("quantity", q.value, said, q.bound))
                if q.high is not None:
                    out.append(Quoted("quantity_to", q.high, said))
        if self.value is not None and self.value_at is not None:
            out.append(Quoted("value", self.value.value, self.value_at, self.value.bound))
            if self.value.high is not None:
                out.append(Quoted("value_to", self.value.high, self.value_at))
            if self.value.currency is not None:
                out.append(Quoted("currency", self.value.currency, self.value_at))
        if item is not None and item.unit is not None:
            start, end = item.unit
            more = f"; {self.terms.value}" if self.terms is not None else ""
            at = Evidence(start, end, "units of the item", item.points_back)
            out.append(Quoted("terms", text[start:end] + more, at))
        elif self.terms is not None:
            out.append(self.terms)
        return tuple(out)
