"""A candidate: what one predicate of one sentence may say of an event."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.facts.fillers import Filler, Open
from dragoman.facts.frame_types import Frame, Trigger
from dragoman.facts.scope import Scope
from dragoman.facts.transfer import Transfer
from dragoman.mentions.item import Item
from dragoman.types import Argument, Predicate, Quoted, TimeExpression

# How many sentences back "the meeting", "the deal" and "they" may point.
POINTER_REACH = 6


@dataclass(slots=True)
class Side:
    """A participant of a candidate."""

    referent: int
    part: str
    filler: Filler
    inferred: str | None = None  # why, where the sentence itself does not say it


@dataclass(slots=True)
class Candidate:
    """A possible report of an event; the discourse completes it, joins it to others, or drops it."""

    frame: Frame
    trigger: Trigger
    sentence: int
    predicate: Predicate
    scope: Scope
    sides: list[Side] = field(default_factory=list)
    open: list[tuple[str, Open]] = field(default_factory=list)
    places: list[Filler] = field(default_factory=list)
    hosts: list[Filler] = field(default_factory=list)
    topics: list[Argument] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    joined: int | None = None  # token of the act noun whose event this is
    definite: bool = False  # "the meeting", "these talks": may point back
    points: bool = False  # a pronoun that stands for an act told before
    instead: tuple[Frame, Trigger] | None = None  # of a kin kind, should the page tell that its sides were together
    adds: bool = False  # says who takes part in an act told before
    additive: bool = False  # "also met", "another meeting": not the one told before
    unowned: list[tuple[str, Argument]] = field(default_factory=list)  # "police stations", "two soldiers": whose?
    several: bool = False  # with people in the plural of states that are not named
    features: list[str] = field(default_factory=list)  # how it was found; facts.confidence weighs those that it knows
    items: tuple[Item, ...] = ()  # the arms that it takes
    parties: list[Filler] = field(default_factory=list)  # who deal in arms, where only the item tells who supplies
    figures: tuple[Quoted, ...] = ()
    likely: float | None = None  # how likely it tells of an act, where that was judged without sides of its own
    transfer: Transfer | None = None  # what facts.transfers made of its items, sums and terms
