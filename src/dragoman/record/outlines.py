"""Outlines: of stored readings only what a record is first made from, decoded many times as fast as the whole.

A record of millions of facts is read through several times. Who is named, and what tells whether two pages speak of one
event, is a small part of a reading; the spans, rules and words behind it are looked at only when an event is put
together. The names are those of `dragoman.types`, so that what takes a reading takes its outline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.store.twins import twin
from dragoman.types import Article, DateBasis, Fact, Mention, Place, Reading, Referent, Role, Status

Value = str | int | float

if TYPE_CHECKING:
    from dragoman.types import Fact as FactTwin
    from dragoman.types import Place as PlaceTwin
    from dragoman.types import Role as RoleTwin
else:
    FactTwin, PlaceTwin, RoleTwin = twin(Fact), twin(Place), twin(Role)


class Ends(msgspec.Struct, frozen=True):
    """Where a stretch of text begins and ends."""

    start: int
    end: int


class NamedIn(msgspec.Struct, frozen=True):
    """A mention without its place in the sentence."""

    start: int
    end: int
    form: str
    text: str


class ReferentOutline(msgspec.Struct, frozen=True):
    """A referent without where it lies on the map."""

    id: int
    kind: str
    name: str
    country: str | None
    mentions: tuple[NamedIn, ...]
    roles: tuple[RoleTwin, ...] = ()
    acts_for: int | None = None
    plural: bool = False


class Side(msgspec.Struct, frozen=True):
    """Who takes part, in which slot."""

    referent: int
    slot: str


class Given(msgspec.Struct, frozen=True):
    """A value by its name."""

    name: str
    value: Value


class Stretch(msgspec.Struct, frozen=True):
    """A date or range."""

    start: str | None
    end: str | None


class When(msgspec.Struct, frozen=True):
    """A date without its evidence."""

    value: Stretch


class Where(msgspec.Struct, frozen=True):
    """A place without its evidence."""

    place: PlaceTwin


class FactOutline(msgspec.Struct, frozen=True):
    """A fact without where its values stand."""

    type: str
    event: int
    status: Status
    sentence: Ends
    trigger: Ends
    participants: tuple[Side, ...]
    host: Given | None = None
    place: Where | None = None
    date: When | None = None
    topics: tuple[Given, ...] = ()
    figures: tuple[Given, ...] = ()
    transfer: tuple[Given, ...] = ()
    plover: tuple[str, str | None] = ("", None)
    confidence: float = 0.5


class Body(msgspec.Struct, frozen=True):
    """What is stored of a reading, in outline; statements are only counted."""

    referents: tuple[ReferentOutline, ...] = ()
    facts: tuple[FactOutline, ...] = ()
    statements: tuple[msgspec.Raw, ...] = ()


class ReferentHead(msgspec.Struct, frozen=True):
    """Of a referent only whether it acts, or for whom; mentions are only counted."""

    id: int
    kind: str
    name: str
    mentions: tuple[msgspec.Raw, ...]
    acts_for: int | None = None
    plural: bool = False


class Telling(msgspec.Struct, frozen=True):
    """What is stored of a reading as its events need it: facts in full, the rest in outline."""

    referents: tuple[ReferentHead, ...] = ()
    facts: tuple[FactTwin, ...] = ()


class Heading(msgspec.Struct, frozen=True):
    """What an outline needs to know of an article."""

    id: str
    published: str | None
    published_basis: DateBasis


class Outline(msgspec.Struct, frozen=True):
    """A reading in outline."""

    article: Heading
    referents: tuple[ReferentOutline, ...]
    facts: tuple[FactOutline, ...]
    talks: bool  # it holds statements


AnyReading = Reading | Outline
AnyArticle = Article | Heading
AnyReferent = Referent | ReferentOutline
AnyHead = AnyReferent | ReferentHead
AnyMention = Mention | NamedIn
AnyFact = Fact | FactOutline

_DECODER = msgspec.json.Decoder(Body)
_TELLING = msgspec.json.Decoder(Telling)


def outline(article: str, published: str | None, basis: DateBasis, body: str) -> Outline:
    """The outline of a reading from what is stored of it."""
    found = _DECODER.decode(body)
    return Outline(Heading(article, published, basis), found.referents, found.facts, bool(found.statements))


def telling(body: str) -> Telling:
    """The facts of a reading in full from what is stored of it."""
    return _TELLING.decode(body)
