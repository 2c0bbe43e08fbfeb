"""How sure a fact is: a short list of named features, each with a weight that a reader can follow."""

from __future__ import annotations

from dragoman.facts.bystanders import NEAR
from dragoman.facts.candidate import Candidate
from dragoman.facts.events import Event, Report
from dragoman.mentions.spots import PageReferents

WEIGHTS: dict[str, float] = {
    "two named people": 0.10,
    "date said": 0.05,
    "date implied": 0.05,
    "place said": 0.05,
    "place implied": 0.05,
    "place by nearness": -0.05,
    "time by nearness": -0.05,
    "told more than once": 0.08,
    "so many between two": 0.10,
    "a bare noun": -0.10,
    "only spoken of": -0.30,
    "told as a habit": -0.45,
    "only supposed": -0.20,  # "in case of an attack"
    "a state of affairs": -0.45,  # a war that is only mentioned
    "a side is inferred": -0.15,
    "sides by nearness": -0.10,
    "no date and no place": -0.10,
    "sides are states alone": -0.05,
    "talks in general": -0.30,
    "one side only": -0.15,
    "judged by what stands around it": 0.0,  # the figure is then the probability that facts.likely_sides gives
}


def confidence(page: PageReferents, event: Event, report: Report) -> tuple[float, tuple[str, ...]]:
    """A figure from 0 to 1 and the features that made it; the event counts as a whole, the trigger for the report."""
    likely = [r.candidate.likely for r in event.reports if r.candidate.likely is not None]
    if len(likely) == len(event.reports):
        return round(min(0.99, max(likely)), 3), ("judged by what stands around it",)
    sides = event.sides()
    kinds = [page.referents[s.referent].kind for s in sides]
    features = []
    if kinds.count("person") >= 2:
        features.append("two named people")
    dated, placed = event.date() is not None, event.place() is not None
    if dated:
        said = any(r.date is not None and r.date_why is None for r in event.reports)
        features.append("date said" if said else "date implied")
    if placed:
        said = any(r.place is not None and r.place_why is None for r in event.reports)
        features.append("place said" if said else "place implied")
    notes = list(report.candidate.features)
    sided = [r.candidate.features for r in event.reports if r.candidate.sides]
    if NEAR not in notes and sided and all(NEAR in f for f in sided):
        notes.append(NEAR)  # a report without sides of its own is no surer than those that have them
    features.extend(f for f in notes if f in WEIGHTS)  # the others are notes between stages
    if not dated and not placed:
        features.append("no date and no place")
    if len(event.reports) > 1:
        features.append("told more than once")
    if any(_so_many(r) for r in event.reports):
        features.append("so many between two")
    if not any(r.candidate.scope.explicit for r in event.reports):
        features.append("a bare noun")
    # "Discussed the sanctions on Cuba": what is in force, and between whom, is told though it is only spoken of.
    in_force = event.frame.in_force and len({s.part for s in sides}) > 1
    # "Is in talks for jets": what is no more than asked for is told by speaking of it.
    in_force = in_force or all(_asked_for(r) for r in event.reports)
    if not in_force and all(r.candidate.scope.spoken_of for r in event.reports):
        features.append("only spoken of")
    if not in_force and not dated and not placed and all(general(page, r.candidate) for r in event.reports):
        features.append("talks in general")
    if any(s.inferred for s in sides):
        features.append("a side is inferred")
    if kinds and all(k == "state" for k in kinds):
        features.append("sides are states alone")
    if len(sides) == 1 and event.frame.cross != "no" and not _both_known(report):
        features.append("one side only")
    strength = max(r.candidate.trigger.strength for r in event.reports)
    grade = strength + sum(WEIGHTS[f] for f in features)
    return round(min(0.99, max(0.01, grade)), 3), tuple(features)


def general(page: PageReferents, candidate: Candidate) -> bool:
    """True of an act noun in the plural without an article: "a platform for important negotiations"."""
    predicate = candidate.predicate
    tokens = page.annotated.sentences[candidate.sentence].tokens
    if predicate.pos != "noun" or predicate.light is not None or tokens[predicate.token].tag not in ("NNS", "NNPS"):
        return False
    return not any(
        t.head == predicate.token and t.tag in ("DT", "PRP$", "POS", "CD") for t in tokens[: predicate.token]
    )


def _so_many(report: Report) -> bool:
    """True of a deal of which it is told how many of what, or for how much, goes from whom to whom."""
    t = report.candidate.transfer
    counted = t is not None and t.item is not None and (t.item.quantity is not None or t.value is not None)
    return counted and _both_known(report)


def _asked_for(report: Report) -> bool:
    transfer = report.candidate.transfer
    return transfer is not None and transfer.stage is not None and transfer.stage.value == "requested"


def _both_known(report: Report) -> bool:
    """True of a deal in arms with a supplier and a recipient, one of them known from the item alone."""
    transfer = report.candidate.transfer
    return transfer is not None and transfer.supplier is not None and transfer.recipient is not None
