"""Actors: every sighting of one person, state, body, force or company, put together."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.mentions import spelling as names
from dragoman.record.bonds import NO_BONDS, Bonds
from dragoman.record.geography import is_state, state_name
from dragoman.record.groups import Groups
from dragoman.record.offices import wikidata_of
from dragoman.record.persons import same_persons
from dragoman.record.resolved import Actor, ActorRole, ActorSource
from dragoman.record.sightings import Key, Sighting, telling_words


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two actors that may be one, by id, the smaller first; `sum` says how much speaks for it."""

    a: str
    b: str
    sum: float


def actors(sightings: Iterable[Sighting]) -> tuple[Actor, ...]:
    """One actor for each referent of the world, in order of id; the order of sightings does not matter."""
    return resolved(sightings)[0]


def resolved(
    sightings: Iterable[Sighting], bonds: Bonds = NO_BONDS
) -> tuple[tuple[Actor, ...], tuple[DoubtfulPair, ...]]:
    """The actors, and the pairs of persons among them that only a person can settle.

    `bonds` are what was decided: sightings, by the labels of their keys, that are of one actor, and that are of two.
    """
    by_key = {s.key: s for s in sightings}
    ordered = [by_key[key] for key in sorted(by_key)]
    persons = [s for s in ordered if s.kind == "person"]
    states = [s for s in ordered if s.kind == "state"]
    bodies = [s for s in ordered if s.kind not in ("person", "state")]
    who = same_persons(persons, is_state, bonds)
    groups = _bound(who.groups + _same_states(states) + _same_bodies(bodies, bonds), bonds)
    made: dict[str, Actor] = {}
    # Of two of one name, whom somebody split off is the one with the new id.
    for group in sorted(groups, key=lambda keys: (any(key.label in bonds.moved for key in keys), keys)):
        actor = _actor([by_key[key] for key in group])
        made[actor.id if actor.id not in made else _apart(actor, group)] = actor
    found = tuple(_with_id(actor, id) for id, actor in sorted(made.items()))
    ids = {key: actor.id for key, actor in actor_of(found).items()}
    settled = _parted(ids, bonds)
    best: dict[tuple[str, str], float] = {}  # several of those whom a decision put together may be like one other
    for doubt in who.doubts:
        a, b = sorted((ids[doubt.a], ids[doubt.b]))
        if a != b and {a, b} not in settled:
            best[a, b] = max(doubt.sum, best.get((a, b), doubt.sum))
    return found, tuple(DoubtfulPair(a, b, sum) for (a, b), sum in sorted(best.items()))


def actor_of(found: Sequence[Actor]) -> Mapping[Key, Actor]:
    """Which actor each referent of each article is."""
    return {key: actor for actor in found for key in actor.members}


def actor_from(id: str, seen: Sequence[Sighting]) -> Actor:
    """An actor that is known by its id, from all its sightings."""
    return _with_id(_actor(seen), id)


def state_actor(code: str) -> Actor:
    """The actor that a state with a code is, without its sightings."""
    id = _digest(f"state|{code}")
    return Actor(id, "state", state_name(code), code, (), (), (), (), ())


def _same_states(states: Sequence[Sighting]) -> list[list[Key]]:
    groups: dict[str, list[Key]] = defaultdict(list)
    for s in states:
        groups[s.country or names.fold(s.name)].append(s.key)
    return [sorted(keys) for _, keys in sorted(groups.items())]


def _bound(groups: list[list[Key]], bonds: Bonds) -> list[list[Key]]:
    """The groups, those put together of which somebody decided that they are one."""
    if not bonds.together:
        return groups
    group_of = {key.label: i for i, keys in enumerate(groups) for key in keys}
    joined: Groups[int] = Groups(range(len(groups)))
    for labels in bonds.together:
        first, *others = [group_of[label] for label in labels if label in group_of] or [0]
        for other in others:
            joined.join(first, other)
    return [sorted(key for i in members for key in groups[i]) for members in joined.all().values()]


def _parted(ids: Mapping[Key, str], bonds: Bonds) -> list[set[str]]:
    """The pairs of actors of which somebody decided that they are two."""
    if not bonds.apart:
        return []
    by_label = {key.label: id for key, id in ids.items()}
    return [{by_label[a], by_label[b]} for a, b in bonds.apart if a in by_label and b in by_label]


def _same_bodies(bodies: Sequence[Sighting], bonds: Bonds) -> list[list[Key]]:
    """Bodies, forces and companies by name and country; a missing country is that of the only namesake."""
    found: dict[tuple[str, ...], dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for s in bodies:
        key = tuple(sorted(telling_words(s.name))) or (names.fold(s.name),)
        found[(*key, s.key.article) if _nameless(s.kind, s.name) else key][s.country or ""].append(s.key)
    groups = []
    for _, countries in sorted(found.items()):
        unknown = countries.pop("", [])
        only = next(iter(countries.values()), [])
        if unknown and len(countries) == 1 and not bonds.part([k.label for k in unknown], [k.label for k in only]):
            only.extend(unknown)
        elif unknown:
            groups.append(sorted(unknown))
        groups.extend(sorted(keys) for _, keys in sorted(countries.items()))
    return groups


def _nameless(kind: str, name: str) -> bool:
    """True of "rebels", "insurgents": those of one page are not those of another."""
    return kind == "force" and name.islower()


def _actor(seen: Sequence[Sighting]) -> Actor:
    kind = _commonest(s.kind for s in seen)
    country = _commonest(s.country for s in seen if s.country) if any(s.country for s in seen) else None
    forms: dict[str, int] = defaultdict(int)
    for s in seen:
        for form, count in s.forms:
            forms[form] += count
    name = _name(kind, country, seen)
    link = wikidata_of(name, country) if kind == "person" else None
    return Actor(
        id=_id(kind, name, country, seen),
        kind=kind,
        name=name,
        country=country,
        names=tuple(sorted(forms.items(), key=lambda item: (-item[1], item[0]))),
        roles=_roles(seen) if kind != "state" else (),
        links=(("wikidata", link),) if link else (),
        sources=_sources(seen),
        members=tuple(s.key for s in seen),
    )


def _name(kind: str, country: str | None, seen: Sequence[Sighting]) -> str:
    """The fullest form; of forms that are as full, the one that most pages use."""
    if kind == "state" and country and is_state(country):
        return state_name(country)
    counts: Counter[str] = Counter(s.name for s in seen)
    if kind != "person":
        return min(counts, key=lambda n: (-counts[n], -len(n), n))

    def rank(name: str) -> tuple[bool, int, str]:
        parsed = names.parse(name)
        return (not parsed.is_full, -counts[name], name)

    best = min(counts, key=rank)
    if names.parse(best).is_full:
        return best
    return min(counts, key=lambda n: (-len(names.fold(n)), -counts[n], n))


def _id(kind: str, name: str, country: str | None, seen: Sequence[Sighting]) -> str:
    if kind == "state":
        evidence = f"state|{country or names.fold(name)}"
    elif kind == "person":
        parsed = names.parse(name)
        family, given = names.skeleton(parsed.surname), names.given_key(parsed.given)
        evidence = f"person|{family}|{given}|{parsed.suffix}|{country or ''}"
        if not parsed.given:  # a surname alone is somebody else on every page, unless shown to be one
            evidence += f"|{min(s.key.article for s in seen)}"
    else:
        evidence = f"body|{' '.join(sorted(telling_words(name)))}|{country or ''}"
        if _nameless(kind, name):
            evidence += f"|{min(s.key.article for s in seen)}"
    return _digest(evidence)


def _apart(actor: Actor, group: Sequence[Key]) -> str:
    """An id for an actor whose evidence reads like another's: by its first page."""
    return _digest(f"{actor.id}|{group[0].article}|{group[0].referent}")


def _with_id(actor: Actor, id: str) -> Actor:
    if actor.id == id:
        return actor
    return Actor(
        id, actor.kind, actor.name, actor.country, actor.names, actor.roles, actor.links, actor.sources, actor.members
    )


def _digest(evidence: str) -> str:
    return "a" + hashlib.sha256(evidence.encode()).hexdigest()[:12]


def _roles(seen: Sequence[Sighting]) -> tuple[ActorRole, ...]:
    found: dict[tuple[frozenset[str], str, bool], list[tuple[str, str | None, str | None, tuple[str, int, int]]]]
    found = defaultdict(list)
    for s in seen:
        for role in s.roles:
            key = (telling_words(role.title), role.country or "", role.former)
            found[key].append((role.title, role.org, role.country, (s.key.article, role.start, role.end)))
    out = []
    for (_, _, former), items in found.items():
        orgs = [org for _, org, _, _ in items if org]
        out.append(
            ActorRole(
                title=_commonest(title for title, _, _, _ in items),
                org=_commonest(orgs) if orgs else None,
                country=items[0][2],
                former=former,
                sources=tuple(sorted({where for _, _, _, where in items})),
            )
        )
    return tuple(sorted(out, key=lambda r: (-len(r.sources), r.title, r.org or "", r.country or "", r.former)))


def _sources(seen: Sequence[Sighting]) -> tuple[ActorSource, ...]:
    pages: dict[str, ActorSource] = {}
    for s in seen:
        article = s.key.article
        known = pages.get(article)
        start, end, mentions = s.start, s.end, s.mentions
        if known is not None:
            start, end = min((start, end), (known.start, known.end))
            mentions += known.mentions
        pages[article] = ActorSource(article, start, end, mentions)
    return tuple([pages[article] for article in sorted(pages)])


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], -len(v), v))
