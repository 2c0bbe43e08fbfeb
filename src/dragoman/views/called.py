"""Who is called so: the actors that a name may mean, in any spelling, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from dragoman.errors import DragomanError
from dragoman.mentions.spelling import fold
from dragoman.names.match import compare
from dragoman.record.persons import block_of
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.seek import seek

_WORDS = 20
MOST = 400  # persons of one sounding name that are compared


@dataclass(frozen=True, slots=True)
class Called:
    """An actor, the form of its name that was meant, and how: the very name, a part of it, or like it."""

    id: str
    name: str
    kind: str
    country: str | None
    pages: int
    form: str
    how: str  # name, part, like, id


def called(store: Store, name: str) -> list[Called]:
    """The actors that a name, a part of one or the beginning of an id may mean; none where nothing is like it.

    Those whose very name it is come before those whose name holds it, those on more pages before others. Only where
    the record has no such name are those given whose names are like it in another spelling.
    """
    found = _held(store, name)
    return found or _alike(store, name)


def one_called(store: Store, name: str) -> Called:
    """The one actor that is meant by a name; raises DragomanError where there is none, or a choice."""
    found = called(store, name)
    if not found:
        raise DragomanError(name, "the record knows nobody of this name", "dragoman timeline lists who takes part")
    best = [c for c in found if c.how == found[0].how]
    if len(best) > 1:
        some = ", ".join(f"{c.name} ({', '.join(x for x in (c.country, c.id) if x)})" for c in best[:6])
        more = f" and {len(best) - 6} more" if len(best) > 6 else ""
        raise DragomanError(name, f"is the name of several: {some}{more}", "give more of the name, or an id")
    return best[0]


def _held(store: Store, name: str) -> list[Called]:
    wanted = fold(name)
    ids = sorted(seek(store, name).actors)
    out: dict[str, Called] = {}
    for row in _rows(store, ids):
        how = "name" if row.folded == wanted else "part" if f" {wanted} " in f" {row.folded} " else "id"
        one = Called(row.id, row.name, row.kind, row.country, row.pages, row.form, how)
        if row.id not in out or _rank(one) < _rank(out[row.id]):
            out[row.id] = one
    return sorted(out.values(), key=_rank)


def _alike(store: Store, name: str) -> list[Called]:
    a = schema.actors.c
    first, *rest = name.split()[:_WORDS] or [""]
    turned = " ".join((*rest, first))  # a family name may stand first
    blocks = [f"person {block_of(form)}" for form in (name, turned)]
    near = select(a.id).where(a.block.in_(blocks)).order_by(a.pages.desc(), a.id).limit(MOST)
    ids = [row.id for row in store.rows(near)]
    best: dict[str, tuple[float, Called]] = {}
    for row in _rows(store, ids):
        likely = compare(name, row.form).log_odds
        if likely >= 0 and likely > best.get(row.id, (0.0, None))[0]:
            best[row.id] = likely, Called(row.id, row.name, row.kind, row.country, row.pages, row.form, "like")
    return [one for _, one in sorted(best.values(), key=lambda item: (-item[0], _rank(item[1])))]


def _rows(store: Store, ids: list[str]) -> list[_Row]:
    a, n = schema.actors.c, schema.actor_names.c
    out: list[_Row] = []
    for at in range(0, len(ids), MOST):
        query = select(a.id, a.name, a.kind, a.country, a.pages, n.name.label("form"), n.folded)
        query = query.join(schema.actor_names, n.actor == a.id).where(a.id.in_(ids[at : at + MOST]))
        out += [
            _Row(r.id, r.name, r.kind, r.country, r.pages, r.form, r.folded)
            for r in store.rows(query.order_by(a.id, n.name))
        ]
    return out


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    name: str
    kind: str
    country: str | None
    pages: int
    form: str
    folded: str


def _rank(c: Called) -> tuple[int, int, str]:
    return (_HOWS.index(c.how), -c.pages, c.id)


_HOWS = ("name", "id", "part", "like")
