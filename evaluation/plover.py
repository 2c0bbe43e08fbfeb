"""Scores events against PLOVER's gold standard records: a sentence each, with an event class, a source and a target.

    python -m evaluation.plover FOLDER      # the folder with gsr_*.json

PLOVER codes every political act, ours are the kinds of the codebook, so the two are brought together by class:

| PLOVER class                    | what of ours is of that class                                                     |
|---------------------------------|-----------------------------------------------------------------------------------|
| CONSULT                         | `meeting`, `visit`, `call`                                                        |
| AID                             | `aid`; `arms_transfer`; `deployment` (PLOVER counts peacekeepers sent as aid)     |
| COOPERATE                       | `exercise`, `arms_transfer`, `aid`, `agreement`                                   |
| ASSAULT, FIGHT                  | `incident`                                                                        |
| MOBILIZE                        | `deployment`, `exercise`                                                          |
| RETREAT                         | `ceasefire`; whatever a frame codes RETREAT: forces withdrawn, sanctions lifted   |
| SANCTION                        | `sanction`; whatever a frame codes SANCTION: aid cut                              |
| SUPPORT                         | `agreement`                                                                       |
| CONCEDE                         | whatever a frame codes RETREAT                                                    |
| AGREE, THREATEN, REJECT         | what is planned or possible, friendly or hostile; what is friendly and denied     |

The first eight are the classes that we cover: an act of that class is an event by the codebook. The others are words
about acts, or hold much that the codebook leaves out (a policy praised, a curfew lifted), and their share is shown
apart. A record whose parties are all of one country, none of them armed, is domestic politics and counts nowhere.

Who did it to whom is compared by country: a source or target is found where an actor of ours on that side of the
event, or in it where its sides are alike, has one of its codes. International bodies share PLOVER's one code, IGO.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.config import Config
from dragoman.facts.read import Reader
from dragoman.record.geography import is_state
from dragoman.types import Article, Fact, Reading
from evaluation.scores import Figure, Figures

COVERED = ("AID", "ASSAULT", "CONSULT", "COOPERATE", "FIGHT", "MOBILIZE", "RETREAT", "SANCTION")
SHARED = ("AGREE", "CONCEDE", "REJECT", "SUPPORT", "THREATEN")

DONE: dict[str, frozenset[str]] = {
    "meeting": frozenset({"CONSULT"}),
    "visit": frozenset({"CONSULT"}),
    "call": frozenset({"CONSULT"}),
    "agreement": frozenset({"SUPPORT", "AGREE", "COOPERATE"}),
    "arms_transfer": frozenset({"AID", "COOPERATE"}),
    "aid": frozenset({"AID", "COOPERATE"}),
    "exercise": frozenset({"COOPERATE", "MOBILIZE"}),
    "deployment": frozenset({"MOBILIZE", "AID"}),
    "incident": frozenset({"ASSAULT", "FIGHT"}),
    "ceasefire": frozenset({"RETREAT"}),
    "sanction": frozenset({"SANCTION"}),
}
BY_CODE = {"RETREAT": frozenset({"RETREAT", "CONCEDE"}), "SANCTION": frozenset({"SANCTION"})}
HOSTILE = ("ASSAULT", "FIGHT", "MOBILIZE", "SANCTION")

FROM = ("visitor", "attacker", "supplier", "giver", "imposer", "side")
TO = ("host", "target", "recipient", "receiver", "side")

ARMED = ("MIL", "REB", "UAF")
NOT_A_COUNTRY = ("NGO", "IMG")
MISCODED = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}  # as some records have them


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its sentence, its class, and the codes of who did it and to whom."""

    id: str
    text: str
    event: str
    sources: frozenset[str]
    targets: frozenset[str]
    armed: bool  # one of its parties carries arms

    @property
    def domestic(self) -> bool:
        """Whether it is the politics of one country."""
        return not self.armed and len(self.sources | self.targets) == 1 and "IGO" not in self.sources | self.targets


@dataclass(frozen=True, slots=True)
class Told:
    """One event that the reader states of a sentence."""

    kind: str
    classes: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]


def records(path: Path) -> list[Record]:
    """The records of a file that are not domestic, in its order."""
    found = [record(entry) for entry in json.loads(path.read_text(encoding="utf-8"))]
    return [r for r in found if not r.domestic]


def record(entry: Mapping[str, Any]) -> Record:
    """A record from its JSON; a party that is no list of actors names nobody."""
    parties = {side: [a for a in entry.get(side) or () if isinstance(a, dict)] for side in ("source", "target")}
    sectors = [str(a.get("sector") or "") for actors in parties.values() for a in actors]
    return Record(
        str(entry["id"]),
        str(entry["text"]).strip(),
        str(entry["event"]),
        _codes(parties["source"]),
        _codes(parties["target"]),
        any(sector.startswith(ARMED) for sector in sectors),
    )


def _codes(actors: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    codes = {str(a.get("code") or "") for a in actors} - {"", *NOT_A_COUNTRY}
    return frozenset(MISCODED.get(code, code) for code in codes)


def told(reading: Reading, threshold: float) -> list[Told]:
    """The events of a reading that are sure enough to be shown."""
    events: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        events.setdefault(fact.event, []).append(fact)
    shown = [facts for facts in events.values() if max(f.confidence for f in facts) >= threshold]
    return [_told(reading, facts) for facts in shown]


def _told(reading: Reading, facts: Sequence[Fact]) -> Told:
    countries = {r.id: r.country for r in reading.referents}
    sides = [(p.slot, countries[p.referent]) for f in facts for p in f.participants]
    sides += [("host", str(f.host.value)) for f in facts if f.host is not None]
    for f in facts:
        sides += [(q.name, str(q.value)) for q in f.transfer if q.name in ("supplier", "recipient")]
    classes = {c for f in facts for c in classes_of(f.type, f.status, f.plover[0])}
    return Told(facts[0].type, frozenset(classes), _side(sides, FROM), _side(sides, TO))


def _side(sides: Iterable[tuple[str, str | None]], slots: Sequence[str]) -> frozenset[str]:
    return frozenset(code if is_state(code) else "IGO" for slot, code in sides if slot in slots and code)


def classes_of(kind: str, status: str, code: str) -> frozenset[str]:
    """The PLOVER classes that a mention of a kind may be coded as, by its status and the code of its frame."""
    done = BY_CODE.get(code) or DONE.get(kind, frozenset())
    hostile = any(c in HOSTILE for c in done) and not done & {"AID", "COOPERATE"}
    if status in ("planned", "possible"):
        return frozenset({"THREATEN"} if hostile else {"AGREE"})
    if status == "denied":
        return frozenset() if hostile else frozenset({"REJECT"})
    return done


def measure(gold: Sequence[Record], events: Sequence[Sequence[Told]]) -> Figures:
    """Figures over records and what is stated of each."""
    pairs = list(zip(gold, events, strict=True))
    out: Figures = {}
    out["classes that we cover: found"] = _share([_right(r, e) is not None for r, e in pairs if r.event in COVERED])
    for event in (*COVERED, *SHARED):
        share = _share([_right(r, e) is not None for r, e in pairs if r.event == event])
        if share.of:
            out[f"classes that we cover: {event}" if event in COVERED else f"other classes: {event}"] = share
    stated = [(r, e) for r, e in pairs if e]
    out["where an event is stated: class right"] = _share([_right(r, e) is not None for r, e in stated])
    matched = [(r, t) for r, e in pairs if r.event in COVERED and (t := _right(r, e)) is not None]
    out["where the class is right: who"] = _share([bool(r.sources & t.sources) for r, t in matched if r.sources])
    out["where the class is right: to whom"] = _share([bool(r.targets & t.targets) for r, t in matched if r.targets])
    return out


def _right(gold: Record, events: Iterable[Told]) -> Told | None:
    """The event of the record's class; of several the one with the record's parties."""
    right = [t for t in events if gold.event in t.classes]
    return max(right, key=lambda t: len(gold.sources & t.sources) + len(gold.targets & t.targets), default=None)


def _share(outcomes: Sequence[bool]) -> Figure:
    return Figure(sum(outcomes) / len(outcomes) if outcomes else 0.0, sum(outcomes), len(outcomes))


def score(path: Path) -> tuple[Figures, int]:
    """The figures of a file of records, and how many of them count."""
    gold = records(path)
    read = Reader().read_articles([Article(r.id, r.text, "") for r in gold])
    threshold = Config().threshold
    return measure(gold, [told(reading, threshold) for reading in read]), len(gold)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 where there are records; 1 where the folder has none."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.plover", description="scores PLOVER's records")
    parser.add_argument("folder", type=Path, help="the folder with gsr_*.json")
    files = sorted(parser.parse_args(arguments).folder.glob("gsr_*.json"))
    if not files:
        print("no gsr_*.json there", file=sys.stderr)
        return 1
    for path in files:
        figures, count = score(path)
        print(f"{path.name}: {count} records")
        for name, figure in figures.items():
            print(f"  {name:<40} {figure.value:.3f}  {figure}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
