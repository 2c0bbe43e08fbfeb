"""What the record holds once the reports of many pages are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.record.sightings import Key
from dragoman.types import Place, Status


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an article apart from its text; small enough to hold for all of them."""

    id: str
    url: str | None
    publisher: str | None
    published: str | None
    copy_of: str | None  # the earliest article of the family of copies that it is in; None where it leads it
    superseded_by: str | None = None  # the same outlet's correction or retraction of it
    version: str | None = None  # correction, retraction, update: what it calls itself

    @property
    def family(self) -> str:
        """The witness: the lead of its family of copies, itself where it has none."""
        return self.copy_of or self.id


class ActorSource(NamedTuple):
    """One article that speaks of an actor; `start` and `end` are of the first mention."""

    article: str
    start: int
    end: int
    mentions: int


@dataclass(frozen=True, slots=True)
class ActorRole:
    """An office that pages say an actor holds or held."""

    title: str
    org: str | None
    country: str | None
    former: bool
    sources: tuple[tuple[str, int, int], ...]  # article, start, end


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, body, force or company, with every sighting of it."""

    id: str
    kind: str
    name: str
    country: str | None
    names: tuple[tuple[str, int], ...]  # every form seen with its count, the most frequent first
    roles: tuple[ActorRole, ...]
    links: tuple[tuple[str, str], ...]
    sources: tuple[ActorSource, ...]
    members: tuple[Key, ...]


class EventSide(NamedTuple):
    """An actor in a slot of an event."""

    actor: str
    name: str
    kind: str
    country: str | None
    role: str | None
    slot: str | None


class EventSource(NamedTuple):
    """One sentence that reports an event."""

    article: str
    start: int
    end: int
    sentence: str
    status: Status
    attributed_to: tuple[str, ...]
    supports: tuple[str, ...]


class Trace(NamedTuple):
    """Where one value of an event stands, by which rule it was read there, and whether the event shows it."""

    field: str
    value: str
    article: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    rule: str
    inferred: bool
    trail: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one field that cannot all be true, each with the indexes of its sources."""

    field: str
    values: tuple[tuple[str | int | float, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number the pages tie to an event."""

    what: str
    number: str | int | float
    bound: str | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody decided on an event: `was` is the value that a correction took the place of."""

    id: str
    kind: str
    field: str | None
    value: str | None
    was: str | int | float | None
    who: str
    when: str
    why: str


class Step(NamedTuple):
    """A step in the life of an event: `on` is when it was published, `date` what the source gave as the event's."""

    step: str
    on: str | None
    date: str | None
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """One event with all its reports."""

    id: str
    type: str
    plover: tuple[str, str | None]
    status: Status
    sides: tuple[EventSide, ...]
    host: str | None
    place: Place | None
    start: str | None
    end: str | None
    topics: tuple[str, ...]
    transfer: tuple[tuple[str, str | int | float | None], ...]
    figures: tuple[Figure, ...]
    sources: tuple[EventSource, ...]
    conflicts: tuple[Conflict, ...]
    confidence: float
    aside: bool
    independent: int  # families of copies among its sources: witnesses, not pages
    trace: tuple[Trace, ...] = field(default=())  # empty where nobody asked for it
    decided: tuple[Decided, ...] = field(default=())
    life: tuple[Step, ...] = field(default=())
