"""What every page of the desk works with: the record, the templates, and what was worked out before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.views.actors import names_of
from dragoman.views.filter import Filter
from dragoman.views.overview import outlets
from dragoman.views.remembered import is_stale, remembered, unpin
from dragoman.views.seek import standing
from dragoman.views.timeline import types
from dragoman.web.filters import AS_OF, STATUSES, Asked
from dragoman.web.render import Renderer
from dragoman.web.then import Then

T = TypeVar("T")
NOTHING = Asked(Filter())

# The views by what they are for; those of the last group are about the record as it is now.
VIEWS = (
    ("", (("/", "Overview"), ("/search", "Search"))),
    ("Events", (("/timeline", "Timeline"), ("/map", "Map"), ("/arms", "Arms"))),
    ("Between", (("/network", "Network"), ("/pair", "Pairs"), ("/venues", "Venues"), ("/brokers", "Brokers"))),
    ("Work", (("/review", "Review"), ("/add", "Add pages"))),
)
UNFILTERED = ("/", "/search")  # of the filter these carry on the day alone
NOW = ("/review", "/add")


class Desk:
    """The record behind the pages, and how they are written."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.then = Then(store)
        self.render = Renderer()
        self.early: list[Callable[[], object]] = []  # what pages want worked out before anybody asks

    def at(self, asked: Asked) -> Store:
        """The record on the day that is asked for; raises NotYetError while that is being put together."""
        return self.store if asked.as_of is None else self.then.store(asked.as_of)

    def once(
        self, store: Store, key: Hashable, make: Callable[[], T], articles: bool = False, stale: bool = False
    ) -> T:
        """What `make` gives, kept until actors and events are made anew; with `articles`, until pages come in.

        With `stale`, until it was found anew beside the desk, for a page that says where it is stale.
        """
        return remembered(store, ("desk", key), make, articles, stale)

    def is_stale(self, asked: Asked) -> bool:
        """Whether what is found `stale` from now on may lack the pages that came in last."""
        return is_stale(self.at(asked))

    def freshen(self) -> None:
        """Has nothing stale do: after a decision, or for whoever takes figures away."""
        unpin(self.store)

    def page(
        self, request: Request, template: str, *, asked: Asked | None = None, status: int = 200, **values: Any
    ) -> Response:
        """A page; `asked` is the filter, and the day, that its links carry on."""
        here = asked or NOTHING
        carried = here.query(filter_only=True)
        headers = {"cache-control": "no-cache"}
        if asked is not None and "hx-request" in request.headers:
            # The address without the fields that were left empty.
            query = urlencode([(name, value) for name, value in request.query_params.multi_items() if value])
            headers["hx-push-url"] = request.url.path + (f"?{query}" if query else "")
        html = self.render(
            template,
            views=[(group, [(path, name, _carried(path, here)) for path, name in some]) for group, some in VIEWS],
            here=request.url.path,
            asked=here,
            to=here.to,
            today=_today(request),
            carried=f"?{carried}" if carried else "",
            carry=carried,
            statuses=STATUSES,
            record=self.store.path.name,
            **(self._of(here) | {"stale": False} | values),
        )
        return HTMLResponse(html, status, headers=headers)

    def _of(self, asked: Asked) -> dict[str, Any]:
        """What the frame of a page tells of the record; little where its day is not put together yet."""
        try:
            store = self.at(asked)
        except DragomanError:
            return {"types": [], "outlets": (), "known": None}
        known = None
        if asked.as_of is not None:
            known = (
                self.once(store, "articles", store.count_articles, articles=True),
                self.once(self.store, "articles", self.store.count_articles, articles=True),
            )
        return {
            "types": self.once(store, "types", lambda: types(store)),
            "outlets": self.once(store, "outlets", lambda: outlets(store), articles=True),
            "known": known,
        }

    def message(
        self, request: Request, status: int, head: str, text: str, asked: Asked | None = None,
        links: Mapping[str, str] | None = None,
    ) -> Response:  # fmt: skip
        """A page that says what is wrong and what to do; `links` are addresses, each with what stands there."""
        return self.page(request, "message.html", asked=asked, status=status, head=head, text=text, links=links or {})

    def moved(self, request: Request, sort: str, id: str, asked: Asked) -> Response:
        """For an id that is none today: the way to what holds what it stood for, a choice of several, or 404."""
        store = self.at(asked)
        found = [one for one in standing(store, id) if one.startswith(sort[0]) and one != id]
        if len(found) == 1:
            return RedirectResponse(asked.to(f"/{sort}/{found[0]}"), 302)
        if found and not any(one.startswith(id) for one in found):
            text = f"The record holds no {sort} of this id any more. What it stood for is several now:"
            names = names_of(store, found)
            links = {asked.to(f"/{sort}/{one}"): f"{names[one]} {one}" if one in names else one for one in found}
            return self.message(request, 300, f"Several {sort}s", text, asked, links)
        text = f"The record holds no {sort} of this id" + (" as of that day." if asked.as_of else ".")
        return self.message(request, 404, f"No such {sort}", text, asked)


def _carried(path: str, asked: Asked) -> str:
    """The address of a view with what of the filter it understands."""
    if path in NOW:
        return path
    if path in UNFILTERED:
        return asked.to(path)
    query = asked.query(filter_only=True)
    return f"{path}?{query}" if query else path


def _today(request: Request) -> str:
    """The address of the page in the record of today."""
    query = urlencode([(name, value) for name, value in request.query_params.multi_items() if value and name != AS_OF])
    return request.url.path + (f"?{query}" if query else "")


def given(request: Request) -> Mapping[str, str]:
    """The fields of an address; raises DragomanError where there are too many."""
    if len(request.url.query) > 4_000:
        raise DragomanError("the address", "is too long", "ask for less")
    return request.query_params

