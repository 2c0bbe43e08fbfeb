"""What the record holds, at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Table, and_, func, select, text

from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.views.filter import Filter, conditions
from dragoman.views.timeline import Row, events

_E, _A = schema.events.c, schema.articles.c


@dataclass(frozen=True, slots=True)
class Kind:
    """How many events of one type there are, by status."""

    type: str
    total: int
    by_status: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """How many events begin in one year, by status; `year` is "undated" where none is known."""

    year: str
    total: int
    by_status: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Came:
    """An article as a list shows it."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    events: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the record holds, what came in last, and what wants a look."""

    articles: int
    actors: tuple[tuple[str, int], ...]  # by kind
    statements: int
    events: int
    aside: int
    kinds: tuple[Kind, ...]
    contradicted: tuple[Row, ...]
    contradictions: int
    planned: tuple[Row, ...]
    plans: int
    latest: tuple[Came, ...]


def overview(store: Store, shown: int = 6) -> Overview:
    """The whole record, with the `shown` latest of each list."""
    a = schema.actors.c
    aside = _count(store, schema.events, _E.aside.is_(True))
    contradicted, contradictions = _some(store, and_(_E.aside.is_(False), _E.conflicts > 0), shown)
    planned, plans = _some(store, and_(_E.aside.is_(False), _E.status == "planned"), shown)
    by_kind = kinds(store, Filter())
    return Overview(
        articles=_count(store, schema.articles),
        actors=tuple((r.kind, r.n) for r in store.rows(select(a.kind, func.count().label("n")).group_by(a.kind))),
        statements=_count(store, schema.statements),
        events=sum(kind.total for kind in by_kind),
        aside=aside,
        kinds=by_kind,
        contradicted=contradicted,
        contradictions=contradictions,
        planned=planned,
        plans=plans,
        latest=latest(store, shown),
    )


def latest(store: Store, count: int) -> tuple[Came, ...]:
    """The articles that came in last, the last first."""
    newest = text("SELECT article FROM article_numbers ORDER BY n DESC LIMIT :count").bindparams(count=count)
    ids = [row.article for row in store.rows(newest)]
    return came(store, ids)


def came(store: Store, ids: list[str]) -> tuple[Came, ...]:
    """Articles as a list shows them, in the order of their ids as given."""
    s = schema.event_sources.c
    told = select(s.article, func.count(s.event.distinct()).label("n")).where(s.article.in_(ids)).group_by(s.article)
    counts = {row.article: row.n for row in store.rows(told)}
    query = select(_A.id, _A.title, _A.publisher, _A.published).where(_A.id.in_(ids))
    found = {r.id: Came(r.id, r.title, r.publisher, r.published, counts.get(r.id, 0)) for r in store.rows(query)}
    return tuple(found[id] for id in ids if id in found)


def kinds(store: Store, wanted: Filter) -> tuple[Kind, ...]:
    """Events that pass a filter by type, the commonest first."""
    found = (Kind(*k) for k in _by(store, _E.type, *conditions(store, wanted)))
    return tuple(sorted(found, key=lambda k: (-k.total, k.type)))


def years(store: Store, wanted: Filter) -> tuple[Year, ...]:
    """Events that pass a filter by the year in which they begin, undated ones last."""
    year = func.substr(_E.sort, 1, 4)
    rows = _by(store, year, *conditions(store, wanted))
    dated = [Year(*row) for row in rows if row[0].isdigit()]
    rest = [row for row in rows if not row[0].isdigit()]
    if rest:
        by_status: dict[str, int] = {}
        for _, _, found in rest:
            for status, n in found:
                by_status[status] = by_status.get(status, 0) + n
        dated.append(Year("undated", sum(by_status.values()), tuple(sorted(by_status.items()))))
    return tuple(dated)


def outlets(store: Store, most: int = 300) -> tuple[str, ...]:
    """The publishers of the record's articles, in order of the alphabet."""
    query = select(_A.publisher).where(_A.publisher.is_not(None)).group_by(_A.publisher).order_by(_A.publisher)
    return tuple(row.publisher for row in store.rows(query.limit(most)))


def _count(store: Store, table: Table, *where: object) -> int:
    query = select(func.count()).select_from(table).where(*where)  # type: ignore[arg-type]
    return int(next(iter(store.rows(query)))[0])


def _by(store: Store, key: object, *where: object) -> list[tuple[str, int, tuple[tuple[str, int], ...]]]:
    query = (
        select(key.label("key"), _E.status, func.count().label("n"))  # type: ignore[attr-defined]
        .where(*where)  # type: ignore[arg-type]
        .group_by("key", _E.status)
        .order_by("key", _E.status)
    )
    found: dict[str, dict[str, int]] = {}
    for row in store.rows(query):
        found.setdefault(row.key, {})[row.status] = row.n
    return [(key, sum(by.values()), tuple(by.items())) for key, by in found.items()]


def _some(store: Store, where: object, shown: int) -> tuple[tuple[Row, ...], int]:
    """The latest events of a sort, and how many there are; those of an unknown year come last."""
    query = select(_E.id).where(where)  # type: ignore[arg-type]
    dated = query.where(_E.sort < "~").order_by(_E.sort.desc(), _E.id).limit(shown)
    ids = [row.id for row in store.rows(dated)]
    if len(ids) < shown:
        ids += [r.id for r in store.rows(query.where(_E.sort >= "~").order_by(_E.sort, _E.id).limit(shown - len(ids)))]
    return tuple(events(store, ids)), _count(store, schema.events, where)
