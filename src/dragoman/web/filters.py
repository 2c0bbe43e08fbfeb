"""The filter as it stands in an address: read, held against what is possible, and written again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from dragoman.errors import DragomanError
from dragoman.record import dates
from dragoman.views.timeline import ORDERS, Filter

STATUSES = ("occurred", "ongoing", "planned", "denied", "possible")
MOST = 200  # characters of one field
PAGE = 100  # rows of one page
LAST_PAGE = 100_000

# The name in the address, and the filter's field.
_FIELDS = {
    "who": "who",
    "with": "with_",
    "where": "where",
    "type": "type",
    "status": "status",
    "since": "since",
    "until": "until",
    "outlet": "outlet",
}
_SPELT = {"with_": "with"}  # fields of an address that are no names in Python
AS_OF = "as-of"  # the day as of which the record is looked at, in the address


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: a filter, an order, a page of the rows."""

    filter: Filter
    order: str | None = None
    page: int = 1
    as_of: str | None = None  # the day on which the record could be known so; None: today

    @property
    def first(self) -> int:
        """How many rows come before the page."""
        return (self.page - 1) * PAGE

    @property
    def is_narrowed(self) -> bool:
        """Whether any field of the filter is set."""
        return self.filter != Filter() or self.as_of is not None

    def on(self, page: int) -> Asked:
        """The same on another page."""
        return replace(self, page=page)

    def by(self, order: str) -> Asked:
        """The same in another order, from its beginning."""
        return replace(self, order=order, page=1)

    def narrowed(self, **fields: str | None) -> Asked:
        """The same with other fields of the filter, from the beginning."""
        return replace(self, filter=replace(self.filter, **fields), page=1)  # type: ignore[arg-type]

    def query(self, filter_only: bool = False) -> str:
        """The part of an address after its question mark; "" where nothing is asked."""
        pairs = [(name, value) for name, field in _FIELDS.items() if (value := getattr(self.filter, field))]
        if self.filter.aside:
            pairs.append(("aside", "1"))
        if self.as_of:
            pairs.append((AS_OF, self.as_of))
        if not filter_only and self.order:
            pairs.append(("order", self.order))
        if not filter_only and self.page != 1:
            pairs.append(("page", str(self.page)))
        return urlencode(pairs)

    def values(self) -> dict[str, str]:
        """The fields of the filter by their names in the address."""
        return {name: getattr(self.filter, field) or "" for name, field in _FIELDS.items()} | {AS_OF: self.as_of or ""}

    def to(self, path: str, anchor: object = "", **fields: object) -> str:
        """An address of the desk on the same day of the record; fields without a value are left out."""
        named = {_SPELT.get(name, name): value for name, value in fields.items() if value not in (None, "")}
        if self.as_of:
            named[AS_OF] = self.as_of
        query = urlencode(named) if named else ""
        return f"{path}{'?' if query else ''}{query}{f'#{anchor}' if anchor != '' else ''}"


def asked(given: Mapping[str, str], orders: tuple[str, ...] = ORDERS) -> Asked:
    """What an address asks for; raises DragomanError for what no filter can be, naming the field."""
    values = {field: _text(given, name) for name, field in _FIELDS.items()}
    as_of = _text(given, AS_OF)
    for name, date in (("since", values["since"]), ("until", values["until"]), (AS_OF, as_of)):
        found = dates.partial(date)
        if date is not None and (found is None or not found.year):
            raise DragomanError(f"{name}: {date}", "is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD")
    for status in (values["status"] or "").split(","):
        if status.strip() and status.strip() not in STATUSES:
            raise DragomanError(f"status: {status}", "is none", f"it is one of {', '.join(STATUSES)}")
    order = given.get("order") or None
    if order is not None and order.removeprefix("-") not in {o.removeprefix("-") for o in orders}:
        raise DragomanError(f"order: {order[:MOST]}", "is none", f"it is one of {', '.join(orders)}")
    filter = Filter(aside=given.get("aside") in ("1", "on", "true"), **values)
    return Asked(filter, order, number(given, "page", 1, LAST_PAGE), as_of)


def on_day(given: Mapping[str, str]) -> Asked:
    """The day that an address asks for, and nothing else of the filter: for pages about one thing."""
    return asked({AS_OF: given.get(AS_OF, "")})


def _text(given: Mapping[str, str], name: str) -> str | None:
    """What stands in a field, its blanks single; None where nothing does."""
    text = " ".join(given.get(name, "").replace("\0", " ").split())
    if len(text) > MOST:
        raise DragomanError(name, f"is longer than {MOST} characters", "write less")
    return text or None


def number(given: Mapping[str, str], name: str, default: int, most: int) -> int:
    """A whole number of the address between 1 and `most`; raises DragomanError for anything else."""
    text = given.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or not 1 <= int(text) <= most:
        raise DragomanError(f"{name}: {text[:MOST]}", "cannot be", f"write a number from 1 to {most}")
    return int(text)
