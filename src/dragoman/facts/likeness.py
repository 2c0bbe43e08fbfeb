"""How likely a report tells of an event that the page has already introduced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.facts.candidate import POINTER_REACH, Candidate
from dragoman.facts.contradictions import additive, another_life, contradict, elsewhere, identifying, whose
from dragoman.facts.deals import deal_likeness
from dragoman.facts.events import Event, Report, distance, told_below, told_of_headline
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.last_times import NONE_SINCE
from dragoman.facts.newness import newness, to_several_states
from dragoman.facts.periods import agree, lately, slip
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue

# With how many reports of an event, the last told, a new one is compared word by word: a page may have thousands.
_COMPARED = 12
# What speaks for one event and what against it; a report joins the likeliest event whose sum is above nought.
WEIGHTS: dict[str, float] = {
    # who
    "the same sides": 3.0,
    "the same states and bodies": 1.5,
    "one side in common": -0.5,
    "the same traveller": 1.0,
    "a traveller of the same state": -0.4,
    "fellow travellers in common": 1.0,
    "no side told": -1.0,
    "names who took part in what was told before": 1.6,
    # when and where
    "the same time": 1.2,
    "the same place": 1.2,
    "a place of no known state": -0.7,
    "times that cannot be compared": -3.0,
    "a time of its own": -0.2,
    "a time of its own, long past or still far": -1.0,
    "far apart": -1.0,
    "far apart, and nothing else in common": -2.5,
    # how it is told
    "points back": 1.5,
    "the same sentence": 1.2,
    "what the headline tells": 1.2,
    "the same act in like words": 1.2,
    "by the same noun": 0.3,
    "what a journey was for": 1.2,
    "set apart": -3.0,
    "several acts, and one": -2.5,
    "a tour, and one stop": -2.5,
    "told anew": -0.8,
    "not done, and done": -1.5,
}


def likeness(page: PageReferents, event: Event, report: Report) -> float:
    """How likely a report tells of an event already introduced; 0 where it cannot."""
    candidate = report.candidate
    dates = [r.date for r in event.reports if r.date is not None]
    if report.date is not None and dates and not any(agree(report.date, d) for d in dates):
        return 2.0 if _misdated(event, report, dates) else 0.0
    if (report.date is None or not dates) and any(
        c.scope.rule == NONE_SINCE for c in (candidate, *(r.candidate for r in event.reports))
    ):
        return 0.0  # "had not met since 2014": the time before this one
    if deals_in_arms(candidate.frame):
        opposed = elsewhere(event, report) or another_life(page, event, report) or additive(page, event, report)
        return 0.0 if opposed else deal_likeness([r.candidate for r in event.reports], candidate)
    if contradict(page, event, report):
        return 0.0
    return max(0.0, round(sum(WEIGHTS[f] for f in features(page, event, report)), 3))


def features(page: PageReferents, event: Event, report: Report) -> list[str]:
    """What speaks for and against a report and an event, which do not contradict each other, being one."""
    candidate = report.candidate
    mine = identifying(page, event, candidate)
    theirs = {s.referent for s in event.sides()}
    if not mine:
        who = _without_sides(event, report)
    elif candidate.adds and not mine <= theirs:
        far = distance(event, candidate) > POINTER_REACH
        who = iter(("points back", "far apart") if far else ("points back",))
    elif candidate.frame.abroad:
        who = _of_travellers(page, event, report)
    elif not theirs:
        who = iter(("no side told", "names who took part in what was told before"))
    else:
        who = _of_parties(page, event, report, mine, theirs)
    return [*who, *_told_anew(page, event, report)]


# ------------------------------------------------------------------ who, when and where


def _without_sides(event: Event, report: Report) -> Iterator[str]:
    """What ties "the meeting", of which no side is told, to an event."""
    candidate = report.candidate
    dated = any(r.date is not None for r in event.reports)
    yield "no side told"
    if candidate.points or candidate.definite and candidate.predicate.lemma in candidate.frame.recall:
        yield "points back"
    noun = candidate.predicate.lemma
    if any(r.candidate.predicate.lemma == noun and r.candidate.predicate.pos == "noun" for r in event.reports):
        yield "by the same noun"
    if report.date is not None:
        yield "the same time" if dated else "a time of its own"
    if report.place is not None and event.place() is not None:
        yield "the same place"
    if distance(event, candidate) > POINTER_REACH:
        yield "far apart"


def _of_travellers(page: PageReferents, event: Event, report: Report) -> Iterator[str]:
    """One traveller at one place is one visit; who else comes along does not matter."""
    shared = len({s.referent for s in report.candidate.sides} & {s.referent for s in event.sides()})
    yield "the same traveller" if shared else "a traveller of the same state"
    if shared > 1:
        yield "fellow travellers in common"
    dates = [d for d in (report.date, event.date()) if d is not None]
    dated = len(dates) > 1
    if report.place is not None and event.place() is not None:
        yield "the same place"
    if dated:
        yield "the same time"
    published = page.annotated.article.published
    begun = next((d for d in dates if d.start is not None), None)
    if not shared and not dated and begun is not None and published is not None and not lately(begun, published):
        yield "a time of its own, long past or still far"
    if report.place is None and not dated and distance(event, report.candidate) > POINTER_REACH:
        yield "far apart, and nothing else in common"


def _of_parties(page: PageReferents, event: Event, report: Report, mine: set[int], theirs: set[int]) -> Iterator[str]:
    candidate = report.candidate
    here, there = whose(page, mine), whose(page, theirs)
    if not (here <= there or there <= here):
        yield "the same states and bodies"  # "Russia and the US" and "Gerasimov and Dunford"
        return
    if len(here & there) >= 2:
        yield "the same sides"
        return
    # One side in common is one event only where the text says so, or nothing else is known.
    yield "one side in common"
    if any(_other_time(r, report) for r in event.reports):
        yield "times that cannot be compared"
    if candidate.definite and distance(event, candidate) <= POINTER_REACH:
        yield "points back"
    if report.date is not None and any(r.date is not None for r in event.reports):
        yield "the same time"
    if distance(event, candidate) == 0:
        yield "the same sentence"
    if _of_headline(page, event, candidate):
        yield "what the headline tells"
    if candidate.frame.hosted and report.place is not None and event.place() is not None:
        yield "the same place"
    told = [r.candidate for r in event.reports]
    if len(mine) == 1 and _for_talks(candidate) or len(theirs) == 1 and all(map(_for_talks, told)):
        yield "what a journey was for"
    if _same_act(event, report):
        yield "the same act in like words"


def _for_talks(candidate: Candidate) -> bool:
    """True of "arrived for talks", "flew in to meet the minister": the page tells of the meeting itself as a rule."""
    return candidate.frame.in_person and candidate.scope.rule.startswith("purpose of")


def _same_act(event: Event, report: Report) -> bool:
    """True of what one side does alone, told again in like words: "fired a missile", "the latest missile launch"."""
    candidate = report.candidate
    if candidate.frame.cross == "sides" or distance(event, candidate) > POINTER_REACH:
        return False
    mine = {(s.referent, s.part) for s in candidate.sides}
    lemma = candidate.predicate.lemma
    return any(
        mine == {(s.referent, s.part) for s in r.candidate.sides}
        and r.candidate.scope.status == candidate.scope.status
        and (r.candidate.trigger is candidate.trigger or lemma in (*r.candidate.trigger.nouns, *candidate.frame.recall))
        for r in event.reports
    )


def _of_headline(page: PageReferents, event: Event, candidate: Candidate) -> bool:
    """True of the act of the headline, told in the lead in like words: "begin naval drill", "opened their drills"."""
    if not told_of_headline(page, event, candidate):
        return False
    like = {candidate.predicate.lemma, *candidate.trigger.nouns, *candidate.trigger.verbs}
    return any(r.candidate.predicate.lemma in like for r in event.reports)


def _other_time(told: Report, report: Report) -> bool:
    """True where two reports have times of which nobody can tell that they are one: "Thursday" and "October 3"."""
    mine, theirs = report.candidate.times, told.candidate.times
    if not mine or not theirs:
        return False
    if report.date is not None and told.date is not None:
        return not agree(report.date, told.date)
    return {t.text.lower() for t in mine}.isdisjoint(t.text.lower() for t in theirs)


def _misdated(event: Event, report: Report, dates: Sequence[DateValue]) -> bool:
    """True of "the April 12 talks" right after the same sides met on March 12: one meeting, and both days are kept."""
    candidate, last = report.candidate, event.reports[-1].candidate
    mine = {s.referent for s in candidate.sides}
    return (
        candidate.definite
        and candidate.predicate.lemma in candidate.frame.recall
        and candidate.sentence - last.sentence == 1
        and len(mine) >= 2
        and mine == {s.referent for s in event.sides()}
        and report.date is not None
        and any(slip(report.date, d) for d in dates)
    )


# ------------------------------------------------------------------ how it is told


def _told_anew(page: PageReferents, event: Event, report: Report) -> Iterator[str]:
    """What the words say against one event; a headline alone tells the main thing, which every word may retell."""
    candidate = report.candidate
    others = told_below(page, event)
    if not others:
        return
    here = newness(page, candidate)
    there = [newness(page, r.candidate) for r in others[-_COMPARED:]]
    inside = candidate.sentence == others[-1].candidate.sentence
    joined = candidate.joined is not None
    if not inside and not joined:
        if here.apart and here.apart.isdisjoint(w for n in there for w in n.apart):
            yield "set apart"
        elif here.names and any(n.names for n in there) and here.names.isdisjoint(w for n in there for w in n.names):
            yield "set apart"
    if here.counted != any(n.counted for n in there) and not candidate.definite and not joined:
        yield "several acts, and one"
    place = event.place()
    if candidate.frame.abroad and report.place is None and place is not None:
        tour = candidate.predicate.lemma == "tour" and not candidate.definite
        if place.country is not None and (tour or to_several_states(page, candidate)):
            yield "a tour, and one stop"
    if candidate.frame.abroad and here.indefinite and report.place is None and not inside:
        yield "told anew"
    if candidate.frame.abroad and report.place is not None and place is not None:
        if report.place.name != place.name and (report.place.country is None) != (place.country is None):
            yield "a place of no known state"
    plain = [r.candidate for r in event.reports if r.candidate.scope.explicit and not r.candidate.definite]
    denied = [c.scope.status == "denied" for c in plain]
    if not candidate.scope.explicit or candidate.definite:
        return  # "the visit" under a denial is still the visit
    if denied and all(d != (candidate.scope.status == "denied") for d in denied):
        yield "not done, and done"


