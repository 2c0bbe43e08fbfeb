"""What every page of the desk works with: the record, the templates, and what was worked out before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from dragoman.errors import DragomanError
from dragoman.store.store import GENERATION, Store
from dragoman.views.filter import Filter
from dragoman.views.overview import outlets
from dragoman.views.timeline import types
from dragoman.web.filters import STATUSES, Asked
from dragoman.web.render import Renderer

T = TypeVar("T")
NOTHING = Asked(Filter())

VIEWS = (
    ("/", "Overview"),
    ("/timeline", "Timeline"),
    ("/map", "Map"),
    ("/network", "Network"),
    ("/arms", "Arms"),
    ("/search", "Search"),
    ("/review", "Review"),
    ("/add", "Add pages"),
)


class Desk:
    """The record behind the pages, and how they are written."""

    def __init__(self, store: Store, remembered: int = 256) -> None:
        self.store = store
        self.render = Renderer()
        self._remembered = remembered
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, kept under `key` for as long as the record is not written to."""
        full = (self.store.meta(GENERATION), key)
        with self._lock:
            if full in self._known:
                self._known.move_to_end(full)
                return self._known[full]  # type: ignore[no-any-return]
        made = make()
        with self._lock:
            self._known[full] = made
            while len(self._known) > self._remembered:
                self._known.popitem(last=False)
        return made

    def page(
        self, request: Request, template: str, *, asked: Asked | None = None, status: int = 200, **values: Any
    ) -> Response:
        """A page; `asked` is the filter that its links carry on."""
        carried = (asked or NOTHING).query(filter_only=True)
        headers = {"cache-control": "no-cache"}
        if asked is not None and "hx-request" in request.headers:
            # The address without the fields that were left empty.
            query = urlencode([(name, value) for name, value in request.query_params.multi_items() if value])
            headers["hx-push-url"] = request.url.path + (f"?{query}" if query else "")
        html = self.render(
            template,
            views=VIEWS,
            here=request.url.path,
            asked=asked or NOTHING,
            carried=f"?{carried}" if carried else "",
            carry=carried,
            types=self.once("types", lambda: types(self.store)),
            outlets=self.once("outlets", lambda: outlets(self.store)),
            statuses=STATUSES,
            record=self.store.path.name,
            **values,
        )
        return HTMLResponse(html, status, headers=headers)

    def message(self, request: Request, status: int, head: str, text: str) -> Response:
        """A page that says what is wrong and what to do."""
        return self.page(request, "message.html", status=status, head=head, text=text)


def given(request: Request) -> Mapping[str, str]:
    """The fields of an address; raises DragomanError where there are too many."""
    if len(request.url.query) > 4_000:
        raise DragomanError("the address", "is too long", "ask for less")
    return request.query_params

