"""What a frame is: one kind of event, its slots, the words that trigger it, and its examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.types import Status

# What may stand in a slot: the kinds of referents, and what the page's other mentions are.
KINDS = frozenset({"person", "state", "body", "force", "company", "place", "arms", "money", "number", "text"})

# What a participant is in its event (the field `as` of the record).
PARTS = frozenset(
    {
        "visitor",
        "host",
        "side",
        "mediator",
        "attacker",
        "target",
        "supplier",
        "recipient",
        "giver",
        "receiver",
        "imposer",
    }
)

# What a slot gives to the event where its filler is no participant.
# `party`: one of two who deal in arms; which one supplies is told by the item's maker.
GIVES = frozenset({"place", "host", "topic", "item", "value", "terms", "party"})

# The canonical arguments of the predicate-argument layer; `any` is whatever role a preposition brought.
ARGUMENTS = frozenset(
    {
        "agent",
        "patient",
        "recipient",
        "companion",
        "goal",
        "source",
        "place",
        "time",
        "topic",
        "purpose",
        "content",
        "modifier",
        "attribute",
        "oblique",
        "any",
    }
)

STATUSES = frozenset({"occurred", "ongoing", "planned", "denied", "possible"})
STAGES = frozenset({"requested", "offered", "approved", "planned", "contract", "delivered", "cancelled"})

PLOVER_EVENTS = frozenset(
    {
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "COOPERATE",
        "AID",
        "YIELD",
        "CONCEDE",
        "RETREAT",
        "REQUEST",
        "DEMAND",
        "ACCUSE",
        "DISAPPROVE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
        "FIGHT",
        "INVESTIGATE",
    }
)

# Whether those who take part must be of two different states, bodies or armed groups, or of one international body:
# no; yes; or `place`: yes, but the country of the place counts as the other one.
Cross = Literal["no", "sides", "place"]

ANYTHING = "*"  # in a condition: whatever stands there


@dataclass(frozen=True, slots=True)
class ArgumentRef:
    """An argument of a predicate as a frame names it: a role, and the preposition where that matters."""

    role: str
    prep: str | None = None

    def fits(self, role: str, prep: str | None) -> bool:
        """Whether an argument with this role and preposition is meant."""
        return self.role in (role, "any") and self.prep in (None, prep)

    def __str__(self) -> str:
        return self.role if self.prep is None else f"{self.role}:{self.prep}"


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that an event of a kind has: what may fill it, and what the filler then is."""

    name: str
    kinds: frozenset[str]
    part: str | None = None  # the participant's part (`as` in the file), or
    gives: str | None = None  # what else it gives to the event
    least: int = 0  # how many fillers an event of this kind has at least


@dataclass(frozen=True, slots=True)
class Fill:
    """Where a slot's fillers stand, best first."""

    slot: str
    arguments: tuple[ArgumentRef, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """Words that stand in one of some arguments; `ANYTHING` among the words: whatever stands there."""

    arguments: tuple[ArgumentRef, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name the event, and where its slots stand around them."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    fill: tuple[Fill, ...]  # the frame's common fills included
    need: tuple[tuple[str, ...], ...]  # of each inner tuple one slot must be filled
    only: tuple[Condition, ...] = ()  # all must hold
    unless: tuple[Condition, ...] = ()  # none may hold
    kinds: tuple[tuple[str, frozenset[str]], ...] = ()  # narrower kinds for some slots
    actor_patient: bool = False  # a patient that is no actor means something else ("met expectations")
    joins: tuple[ArgumentRef, ...] = ()  # the event is the one that such an argument names ("attended the talks")
    effect: bool = False  # tells what came of an event in the same sentence ("killing two soldiers"), if there is one
    status: Status | None = None  # what the word itself says of the event
    stage: str | None = None  # of a transfer
    plover: tuple[str, str | None] | None = None  # the PLOVER event and mode, where they are not the frame's
    cross: Cross | None = None  # where it is not the frame's
    strength: float = 0.5  # how surely the word means this kind, 0 to 1
    yields: bool = True  # whether it gives way to the kinds to which its frame does
    wakes: bool = True  # whether the word alone makes a sentence worth a parse

    def arguments_of(self, slot: str) -> tuple[ArgumentRef, ...]:
        """Where this trigger finds a slot's fillers; empty where it does not."""
        return next((fill.arguments for fill in self.fill if fill.slot == slot), ())


@dataclass(frozen=True, slots=True)
class Expected:
    """One event that an example must give; only the fields that it names are compared."""

    status: Status
    fields: tuple[tuple[str, str | int | float | tuple[str, ...]], ...]

    def field(self, name: str) -> str | int | float | tuple[str, ...] | None:
        """The value that a field must have, or None where the example does not say."""
        return next((value for key, value in self.fields if key == name), None)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the events that it must give."""

    text: str
    gives: tuple[Expected, ...]
    published: str | None = None
    line: int = 0  # in the frame's file, for messages


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of event as data."""

    name: str
    plover: tuple[str, str | None]
    about: str
    slots: tuple[Slot, ...]
    triggers: tuple[Trigger, ...]
    examples: tuple[Example, ...]
    near_misses: tuple[str, ...] = ()
    near_miss_lines: tuple[int, ...] = ()  # of each in the frame's file, for messages
    cross: Cross = "no"
    abroad: bool = False  # the goal must lie outside the traveller's own state
    in_force: bool = False  # once done it holds until it is lifted, so that the bare noun says that it is in force
    in_person: bool = False  # those who take part are at one place, so that a visit told before may say where
    mutual: bool = False  # its sides do it with one another, as equals: they talk, or agree
    hostile: bool = False  # its sides fight, or have fought
    hosted: bool = False  # the state where it takes place is its host, though nobody need meet there
    goes_on: bool = False  # it lasts for days, so that who comes to it comes on another day than that of its start
    yields: tuple[str, ...] = ()  # kinds that have a sentence told of both: a contract for arms is no agreement besides
    kin: tuple[str, ...] = ()  # kinds that reports use for one another: "the talks" may have been a call
    recall: tuple[str, ...] = ()  # nouns by which a later sentence points back: "the talks"
    figures: tuple[tuple[str, tuple[str, ...]], ...] = ()  # numbers it may carry: label and the words that count
    performed: frozenset[str] = frozenset()  # verbs that do it by saying it: who announces sanctions imposes them
    kept: frozenset[str] = frozenset()  # words that take for granted that it was: an agreement that is implemented
    stages: tuple[tuple[str, tuple[str, ...]], ...] = ()  # of a transfer: stage and the words above that mean it
    file: str = ""  # where it was read, for messages
    lines: tuple[tuple[str, int], ...] = ()  # of its keys that other frames bear on, for messages

    def at(self, key: str) -> str:
        """Where one of its keys stands, for a message: file, line and key."""
        line = dict(self.lines).get(key)
        return f"{self.file}: {key}" if line is None else f"{self.file}:{line}: {key}"

    def slot(self, name: str) -> Slot:
        """The slot of that name; raises KeyError where there is none."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)
