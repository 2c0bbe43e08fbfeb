"""A sighting: one referent of one page, reduced to what tells whether two pages speak of one actor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from dragoman.mentions.spelling import fold
from dragoman.record.geography import is_state, state_name
from dragoman.types import Reading, Referent, Role

ACTOR_KINDS = ("person", "state", "body", "force", "company")
_SMALL_WORDS = frozenset("a an and at for in of on s the to with".split())
_SPELLINGS = {"defence": "defense"}


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Which referent of which article."""

    article: str
    referent: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """A referent that can act, as one page has it."""

    key: Key
    kind: str
    name: str
    country: str | None
    roles: tuple[Role, ...]
    forms: tuple[tuple[str, int], ...]  # names by which the page calls it, with counts, sorted
    mentions: int
    start: int  # of its first mention by name, else of its first mention
    end: int


def sightings(reading: Reading) -> tuple[Sighting, ...]:
    """The actors that one article speaks of.

    A group or a place that takes part in an event ("the Turkish ministers met") is a sighting of its state.
    """
    taking_part = {p.referent for fact in reading.facts for p in fact.participants}
    out = []
    for r in reading.referents:
        if is_actor(r):
            out.append(_sighting(reading.article.id, r))
        elif r.id in taking_part and r.country and r.mentions:
            kind = "state" if is_state(r.country) else "body"
            plain = replace(r, kind=kind, name=state_name(r.country), roles=())
            out.append(replace(_sighting(reading.article.id, plain), forms=()))
    return tuple(out)


def is_actor(referent: Referent) -> bool:
    """Whether a referent is one actor: named, mentioned, of a kind that acts, and not a group."""
    return (
        referent.kind in ACTOR_KINDS and not referent.plural and bool(referent.mentions) and bool(fold(referent.name))
    )


def _sighting(article: str, r: Referent) -> Sighting:
    named = [m for m in r.mentions if m.form in ("name", "acronym")]
    first = min(named or r.mentions, key=lambda m: (m.start, m.end))
    forms = Counter(" ".join(m.text.split()) for m in named)
    if not forms:
        forms[r.name] = 1
    return Sighting(
        Key(article, r.id), r.kind, r.name, r.country, r.roles, tuple(sorted(forms.items())),
        len(r.mentions), first.start, first.end,
    )


def telling_words(text: str) -> frozenset[str]:
    """The words of a title or a body's name that carry meaning, in one spelling."""
    words = [_SPELLINGS.get(w, w) for w in fold(text).split()]
    return frozenset(w for w in words if w not in _SMALL_WORDS)

