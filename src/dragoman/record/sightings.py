"""A sighting: one referent of one page, reduced to what tells whether two pages speak of one actor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.mentions.spelling import fold
from dragoman.record.geography import is_state, state_name
from dragoman.record.outlines import AnyHead, AnyMention, AnyReading, AnyReferent
from dragoman.types import Role

ACTOR_KINDS = ("person", "state", "body", "force", "company")
_SMALL_WORDS = frozenset("a an and at for in of on s the to with".split())
_SPELLINGS = {"defence": "defense"}


class Key(NamedTuple):
    """Which referent of which article; a tuple, for a record looks up millions of them."""

    article: str
    referent: int

    @property
    def label(self) -> str:
        """The same as text, as decisions on actors name it."""
        return f"{self.referent} {self.article}"


class Sighting(NamedTuple):
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


def sightings(reading: AnyReading) -> tuple[Sighting, ...]:
    """The actors that one article speaks of.

    A group or a place that takes part in an event ("the Turkish ministers met") is a sighting of its state, and so is
    a state that a page names by its capital alone ("Tokyo imposed sanctions").
    """
    taking_part = {p.referent for fact in reading.facts for p in fact.participants}
    voices: dict[int, list[AnyMention]] = defaultdict(list)
    for r in reading.referents:
        if r.acts_for is not None:
            voices[r.acts_for].extend(r.mentions)
    out = []
    for r in reading.referents:
        mentions = r.mentions or voices[r.id]
        if is_actor(r):
            out.append(_sighting(reading.article.id, r, mentions, r.kind, r.name, r.roles))
        elif r.id in taking_part and r.country and mentions:
            kind = "state" if is_state(r.country) else "body"
            plain = _sighting(reading.article.id, r, mentions, kind, state_name(r.country), ())
            out.append(plain._replace(forms=()))
    return tuple(out)


def is_actor(referent: AnyHead) -> bool:
    """Whether a referent is one actor: named, mentioned, of a kind that acts, and not a group."""
    return (
        referent.kind in ACTOR_KINDS and not referent.plural and bool(referent.mentions) and bool(fold(referent.name))
    )


def _sighting(
    article: str, r: AnyReferent, mentions: Sequence[AnyMention], kind: str, name: str, roles: tuple[Role, ...]
) -> Sighting:
    named = [m for m in mentions if m.form in ("name", "acronym")]
    start, end = min((m.start, m.end) for m in named or mentions)
    forms = [" ".join(m.text.split()) for m in named] or [name]
    counts = tuple(sorted(Counter(forms).items())) if len(forms) > 1 else ((forms[0], 1),)
    return Sighting(Key(article, r.id), kind, name, r.country, roles, counts, len(mentions), start, end)


def telling_words(text: str) -> frozenset[str]:
    """The words of a title or a body's name that carry meaning, in one spelling."""
    words = [_SPELLINGS.get(w, w) for w in fold(text).split()]
    return frozenset(w for w in words if w not in _SMALL_WORDS)

