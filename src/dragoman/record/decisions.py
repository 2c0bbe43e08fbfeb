"""What people decided about events and actors: a ledger to which only is added, and what follows from it.

A decision names reports, or mentions of actors (which words of which page), not the events and actors that held them
when it was made, so that it goes on holding after every rebuild. Decisions are taken in the order of their time; of two
that contradict each other the later wins, and the earlier is said to be overruled by it.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from dragoman.errors import DragomanError
from dragoman.record.bonds import Bonds

Kind = Literal[
    "merge", "split", "not-same", "reject", "confirm", "correct", "undo", "merge-actors", "not-same-actors",
    "split-actors",
]
ON_ACTORS: tuple[Kind, ...] = ("merge-actors", "not-same-actors", "split-actors")
# What each is about: of a split, first what becomes another.
GROUPS: dict[Kind, int] = {
    "merge": 2, "split": 2, "not-same": 2, "reject": 1, "confirm": 1, "correct": 1, "undo": 0, "merge-actors": 2,
    "not-same-actors": 2, "split-actors": 2,
}  # fmt: skip
KINDS: tuple[Kind, ...] = tuple(GROUPS)


@dataclass(frozen=True, slots=True)
class Anchor:
    """One report, or mention of an actor, that a decision is about: its id then, and the words that tell it again."""

    id: str
    article: str
    type: str  # of the event; the kind of the actor
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the ledger; `groups` are what it is about: events as their reports, actors as mentions."""

    kind: Kind
    groups: tuple[tuple[Anchor, ...], ...]
    who: str
    when: str  # ISO 8601
    why: str
    n: int  # its number in the ledger that it was written to first
    field: str | None = None  # of a correction
    value: str | None = None
    undoes: str | None = None  # id of the decision that is taken back

    @property
    def id(self) -> str:
        """Made from what it says, so that one decision shared by two people is one."""
        return "d" + hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:12]

    @property
    def order(self) -> tuple[str, int, str]:
        """Earlier first."""
        return (self.when, self.n, self.id)

    @property
    def articles(self) -> frozenset[str]:
        """The pages that it is about."""
        return frozenset(anchor.article for group in self.groups for anchor in group)


@dataclass(frozen=True, slots=True)
class State:
    """Whether a decision holds."""

    name: Literal["in force", "waiting", "undone", "overruled"]
    by: str | None = None  # the decision that undid or overruled it


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What follows from the ledger."""

    bonds: Bonds = field(default_factory=Bonds)
    on: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)  # report -> what is decided on its event
    states: Mapping[str, State] = field(default_factory=dict)  # by id of the decision
    actors: Bonds = field(default_factory=Bonds)  # of sightings, by the labels of their keys


Find = Callable[[Anchor], str | None]


def verdicts(ledger: Iterable[Decision], find: Find) -> Verdicts:
    """What follows from the decisions; `find` gives the report or sighting that an anchor is now, or None."""
    decisions = sorted(ledger, key=lambda d: d.order)
    states: dict[str, State] = {}
    undone: dict[str, str] = {}
    for d in reversed(decisions):
        if d.kind == "undo" and d.id not in undone and d.undoes is not None:
            undone.setdefault(d.undoes, d.id)
    standing: list[tuple[Decision, list[list[str]]]] = []
    known = {d.id for d in decisions}
    for d in decisions:
        found = [[id for anchor in group if (id := find(anchor)) is not None] for group in d.groups]
        if d.id in undone:
            states[d.id] = State("undone", undone[d.id])
        elif not all(found) or (d.kind == "undo" and d.undoes not in known):
            states[d.id] = State("waiting")
        else:
            states[d.id] = State("in force")
            standing.append((d, found))
    events, actors = _Binding(), _Binding()
    for d, found in reversed(standing):
        if d.kind in ("merge", "split", "not-same", *ON_ACTORS):
            stronger = (actors if d.kind in ON_ACTORS else events).take(d, found)
            if stronger is not None:
                states[d.id] = State("overruled", stronger)
    on: dict[str, list[Decision]] = defaultdict(list)
    for d, found in standing:
        if d.kind in ("reject", "confirm", "correct"):
            on[found[0][0]].append(d)
    for report, several in on.items():
        for early, late in _overruled(several):
            states[early] = State("overruled", late)
        on[report] = several
    return Verdicts(events.bonds(), {r: tuple(ds) for r, ds in sorted(on.items())}, states, actors.bonds())


def _overruled(several: Sequence[Decision]) -> list[tuple[str, str]]:
    """Decisions on one event of which a later one says something else."""
    last: dict[str, Decision] = {}
    out = []
    for d in several:
        subject = d.field or "whether it stands" if d.kind == "correct" else "whether it stands"
        if subject in last:
            out.append((last[subject].id, d.id))
        last[subject] = d
    return out


class _Binding:
    """Bonds taken from the latest decision to the earliest; what would break one taken before is left out."""

    def __init__(self) -> None:
        self.group: dict[str, set[str]] = {}
        self.apart: dict[str, dict[str, str]] = defaultdict(dict)  # report -> report -> decision
        self.by: dict[str, str] = {}  # report -> the last decision that bound it
        self.moved: dict[str, str] = {}  # report -> the first of those that the last split took out with it

    def take(self, d: Decision, found: Sequence[Sequence[str]]) -> str | None:
        """Adds what a decision says; or gives the later decision that contradicts it."""
        act = d.kind.removesuffix("-actors")
        together = [set().union(*found)] if act == "merge" else [set(ids) for ids in found]
        parted = [] if act == "merge" else [(a, b) for a in found[0] for b in found[1]]
        if act == "not-same":
            together = []
        elif d.kind == "split-actors":  # whom a later split parted again, this one has told from the rest all the same
            together = [ids for ids in together if self._against([ids], []) is None]
        stronger = self._against(together, parted)
        if stronger is not None:
            return stronger
        for ids in together:
            self._bind(ids, d.id)
        for a, b in parted:
            self.apart[a].setdefault(b, d.id)
            self.apart[b].setdefault(a, d.id)
        for id in found[0] if act == "split" else ():
            self.moved.setdefault(id, min(found[0]))
        return None

    def bonds(self) -> Bonds:
        """What holds in the end."""
        groups = {tuple(sorted(g)) for g in self.group.values() if len(g) > 1}
        pairs = {(a, b) for a, others in self.apart.items() for b in others if a < b}
        return Bonds(tuple(sorted(groups)), frozenset(pairs), self.moved)

    def _against(self, together: Sequence[set[str]], parted: Sequence[tuple[str, str]]) -> str | None:
        for ids in together:
            whole = set().union(*(self.group.get(id, {id}) for id in ids))
            for a in sorted(whole):
                for b, decision in sorted(self.apart.get(a, {}).items()):
                    if b in whole:
                        return decision
        for a, b in parted:
            if b in self.group.get(a, ()):
                return self.by[a]
        return None

    def _bind(self, ids: set[str], decision: str) -> None:
        whole = set().union(*(self.group.get(id, {id}) for id in ids))
        for id in whole:
            self.group[id] = whole
            self.by.setdefault(id, decision)


def dumps(d: Decision) -> str:
    """A decision as one line of JSON."""
    body: dict[str, Any] = {"id": d.id} | {k: v for k, v in asdict(d).items() if v is not None}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def loads(line: str, where: str = "decision") -> Decision:
    """A decision from a line of JSON; raises DragomanError, naming `where`, for anything else."""
    try:
        data = json.loads(line)
        groups = tuple(tuple(Anchor(**anchor) for anchor in group) for group in data.get("groups", ()))
        texts = {name: str(data[name]) for name in ("who", "when", "why")}
        maybe = {name: data.get(name) for name in ("field", "value", "undoes")}
        found = Decision(kind=data["kind"], groups=groups, n=int(data["n"]), **texts, **maybe)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DragomanError(where, "is no decision", "the line is cut off or of another program") from error
    if found.kind not in KINDS or len(groups) != GROUPS[found.kind] or not all(groups):
        raise DragomanError(where, f"is no decision that this version knows ({found.kind})", "upgrade dragoman")
    if data.get("id") not in (None, found.id):
        raise DragomanError(where, "was changed after it was made, by its id", "ask its author for it again")
    return found
