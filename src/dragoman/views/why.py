"""Why two names, or two actors, are or are not taken for one: the features, what each adds, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from dragoman.names.features import Feature
from dragoman.names.match import compare
from dragoman.names.parts import Sort
from dragoman.record.decisions import Kind
from dragoman.record.geography import is_state
from dragoman.record.ledger import finder, ledger, verdicts_of
from dragoman.record.persons import written
from dragoman.record.resemblance import MEANING, Profile, profile, resemblance, weights
from dragoman.record.sightings import Sighting
from dragoman.store import codec, schema
from dragoman.store.store import Store
from dragoman.views.called import Called, called


@dataclass(frozen=True, slots=True)
class Added:
    """A feature, what it means, and what it adds to the sum."""

    name: str
    value: float
    detail: str
    meaning: str
    adds: float


@dataclass(frozen=True, slots=True)
class Why:
    """Two names compared.

    `start` and what every feature adds make `sum`. Of names alone, 0 is as likely one as two; of persons of a record,
    `one` is what the sum must reach, and `doubt` from where a person is asked. `record` says what the record holds.
    """

    a: str
    b: str
    features: tuple[Added, ...]
    start: float
    sum: float
    one: float
    doubt: float | None
    record: str | None


def why_names(a: str, b: str, sort: Sort = "person") -> Why:
    """Two names compared by themselves, as persons' or as those of companies and bodies."""
    found = compare(a, b, sort, words=True)
    return Why(a, b, _added(found.features, found.added), found.start, found.log_odds, 0.0, None, None)


def why(store: Store, a: str, b: str) -> Why:
    """Two persons of a record compared as the record compares them; names that it does not know, as names alone."""
    ours, theirs = called(store, a)[:1], called(store, b)[:1]
    if not ours or not theirs or ours[0].kind != "person" or theirs[0].kind != "person":
        return why_names(a, b, "person" if not (ours and theirs) else "organisation")
    x, y = _profiles(store, ours[0], a), _profiles(store, theirs[0], b)
    pairs = [(p, q, resemblance(p, q, is_state, words=True)) for p in x for q in y if p != q or len(x) * len(y) == 1]
    p, q, best = max(pairs, key=lambda item: (item[2].sum, item[0].name, item[1].name))
    known = weights()
    told = _told(store, ours[0], theirs[0])
    return Why(
        _shown(p), _shown(q), _added(best.features, best.added), known.start, best.sum, known.one, known.doubt, told
    )


def _added(found: tuple[Feature, ...], adds: tuple[float, ...]) -> tuple[Added, ...]:
    return tuple(
        Added(f.name, f.value, f.detail, MEANING[f.name], added) for f, added in zip(found, adds, strict=True) if added
    )


def _profiles(store: Store, actor: Called, typed: str) -> list[Profile]:
    """What the record knows of an actor under the name that was typed, else under each of its names."""
    s, m = schema.sightings.c, schema.actor_mentions.c
    query = (
        select(s.body)
        .join(schema.actor_mentions, and_(m.article == s.article, m.referent == s.referent))
        .where(m.actor == actor.id)
        .order_by(s.article, s.referent)
        .limit(_MOST)
    )
    forms: dict[tuple[str, str | None], list[Sighting]] = {}
    for row in store.rows(query):
        sighting = codec.loads(Sighting, row.body)
        for name in {sighting.name, *(name for name, _ in sighting.forms)}:
            forms.setdefault((written(name).text, sighting.country), []).append(sighting)
    chosen = [key for key in forms if key[0] == written(typed).text] or sorted(forms, key=lambda k: (k[0], k[1] or ""))
    out = []
    for name, country in chosen[:_FORMS]:
        seen = forms[name, country]
        titles = {role.title for sighting in seen for role in sighting.roles}
        out.append(profile(name, country, sorted(titles), (sighting.key.article for sighting in seen)))
    return out


_MOST, _FORMS = 2_000, 12


def _shown(p: Profile) -> str:
    return f"{p.name.title()} ({p.country})" if p.country else p.name.title()


def _told(store: Store, a: Called, b: Called) -> str:
    if a.id == b.id:
        return f"one person, {a.name} {a.id}{_decided(store, {a.id}, 'merge-actors')}"
    d = schema.doubtful_pairs.c
    low, high = sorted((a.id, b.id))
    doubt = next(iter(store.rows(select(d.sum).where(or_(and_(d.a == low, d.b == high))))), None)
    why = _decided(store, {a.id, b.id}, "not-same-actors", "split-actors")
    two = f"two persons, {a.name} {a.id} and {b.name} {b.id}{why}"
    return f"{two}; the pair waits for a person to decide" if doubt else two


def _decided(store: Store, actors: set[str], *kinds: Kind) -> str:
    """The decision that holds on just these actors, as words to go on with; nothing where there is none."""
    decisions = ledger(store)
    states = verdicts_of(store).states if any(d.kind in kinds for d in decisions) else {}
    find = finder(store, decisions)
    m = schema.actor_mentions.c
    for d in reversed(decisions):
        if d.kind not in kinds or states[d.id].name != "in force":
            continue
        keys = [label.split(" ", 1) for group in d.groups for anchor in group if (label := find(anchor)) is not None]
        named = [(m.referent == int(referent)) & (m.article == article) for referent, article in keys]
        if {row.actor for row in store.rows(select(m.actor).where(or_(*named)))} == actors:
            return f", as {d.who} decided ({d.id}: {d.why})"
    return ""
