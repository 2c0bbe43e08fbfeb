"""How likely a report tells of an event that the page has already introduced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.facts.attending import joins_in
from dragoman.facts.candidate import POINTER_REACH, Candidate
from dragoman.facts.deals import deal_likeness
from dragoman.facts.events import Event, Report
from dragoman.facts.foretold import foretold
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.last_times import NONE_SINCE
from dragoman.facts.newness import newness, to_several_states
from dragoman.facts.periods import agree, lately, slip
from dragoman.facts.same_side import unnamed
from dragoman.facts.units import international, same_units, unit_of, units_of
from dragoman.mentions.borders import is_border
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Place

# How many sentences below the headline tell what it tells.
_LEAD = 2
# The sentences with which a page opens, a headline among them.
_OPENING = 3
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


# Verbs of which "also" may say that more was talked about, and not that those talked again.
_GOES_ON_ABOUT = frozenset({"speak", "talk", "discuss", "review", "touch"})
# The parts of those who do something to somebody else.
_DOES = frozenset({"attacker", "imposer", "giver"})


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
        opposed = _elsewhere(event, report) or _another_life(page, event, report) or _additive(page, event, report)
        return 0.0 if opposed else deal_likeness([r.candidate for r in event.reports], candidate)
    if _contradict(page, event, report):
        return 0.0
    return max(0.0, round(sum(WEIGHTS[f] for f in features(page, event, report)), 3))


def features(page: PageReferents, event: Event, report: Report) -> list[str]:
    """What speaks for and against a report and an event, which do not contradict each other, being one."""
    candidate = report.candidate
    mine = _identifying(page, event, candidate)
    theirs = {s.referent for s in event.sides()}
    if not mine:
        who = _without_sides(event, report)
    elif candidate.adds and not mine <= theirs:
        far = _distance(event, candidate) > POINTER_REACH
        who = iter(("points back", "far apart") if far else ("points back",))
    elif candidate.frame.abroad:
        who = _of_travellers(page, event, report)
    elif not theirs:
        who = iter(("no side told", "names who took part in what was told before"))
    else:
        who = _of_parties(page, event, report, mine, theirs)
    return [*who, *_told_anew(page, event, report)]


def _identifying(page: PageReferents, event: Event, candidate: Candidate) -> set[int]:
    """The sides by which a candidate can be told from other events; nobody where they only join in this one."""
    return set() if joins_in(page, event, candidate) else {s.referent for s in candidate.sides}


# ------------------------------------------------------------------ what rules it out


def _contradict(page: PageReferents, event: Event, report: Report) -> bool:
    """True where sides, places, or what became of it, or the words themselves, rule out that it is one event."""
    candidate = report.candidate
    mine = _identifying(page, event, candidate)
    theirs = {s.referent for s in event.sides()}
    if _elsewhere(event, report) or _another_life(page, event, report) or _additive(page, event, report):
        return True
    if any(_on_the_sidelines(page, r.candidate, candidate) for r in event.reports):
        return True
    if _theirs_alone(page, candidate) and any(international(page, r) for r in theirs - mine):
        return True
    if _as_a_habit(event, candidate) or old_news(page, event, report):
        return True
    if candidate.adds:
        return False  # "Chile takes part in the drill, too": in that of the others
    if mine and not theirs and not candidate.frame.abroad:
        # "The call came at noon. The two ministers discussed ...": the first sentence names nobody yet.
        first = event.reports[0].candidate
        distance = candidate.sentence - event.reports[-1].candidate.sentence
        pointed = first.definite and first.predicate.pos == "noun" and not newness(page, first).apart
        tells = candidate.predicate.pos != "noun" or candidate.definite or candidate.predicate.light is not None
        return not (pointed and 0 < distance <= 2 and tells)
    if mine and candidate.frame.abroad:
        return mine.isdisjoint(theirs) and not _by_his_state(page, mine, theirs)
    if mine and theirs:
        people = [{r for r in side if page.referents[r].kind == "person"} for side in (mine, theirs)]
        here, there = _whose(page, mine), _whose(page, theirs)
        one = here <= there or there <= here or same_units(page, mine, theirs)
        one = one or _told_of_headline(page, event, candidate) and unnamed(page, event, mine, theirs)
        one = one or candidate.frame.in_person and candidate.definite and _for_their_states(page, mine, theirs)
        one = one or _headed(page, event) and _some_of(page, theirs, mine)
        return not one or _rival(*people) or _turned_round(page, event, candidate)
    return False


def _by_his_state(page: PageReferents, mine: set[int], theirs: set[int]) -> bool:
    """True where a visit is told of a person and of his state or body: "Chile's army chief", later General Rojas."""
    named = [any(page.referents[r].kind == "person" for r in side) for side in (mine, theirs)]
    return not all(named) and units_of(page, mine) == units_of(page, theirs)


def _theirs_alone(page: PageReferents, candidate: Candidate) -> bool:
    """True of "their meeting": of those two, though they came for the session of a council."""
    noun = candidate.predicate
    tokens = page.annotated.sentences[candidate.sentence].tokens
    return noun.pos == "noun" and any(t.head == noun.token and t.text.lower() == "their" for t in tokens)


def _elsewhere(event: Event, report: Report) -> bool:
    same = one_stop if report.candidate.frame.abroad else one_place
    told_at = [r.place for r in event.reports if r.place is not None]
    return report.place is not None and not all(same(report.place, p) for p in told_at)


def _another_life(page: PageReferents, event: Event, report: Report) -> bool:
    candidate = report.candidate
    if _is_the_one(page, candidate) and 0 < _distance(event, candidate) <= POINTER_REACH:
        return False
    if foretold(page, candidate) or all(foretold(page, r.candidate) for r in event.reports):
        return False
    closes = report.date is not None and report.date.start is None  # "it is to last till Friday": what has begun ends
    signed = candidate.points and deals_in_arms(candidate.frame)  # "goes to Cairo to sign" what was told as agreed
    return not closes and not signed and not candidate.adds and not _same_life(event, candidate)


def _is_the_one(page: PageReferents, candidate: Candidate) -> bool:
    """True of "This will be the first meeting of the three": it says what the meeting is that was told before."""
    be = candidate.predicate.light
    tokens = page.annotated.sentences[candidate.sentence].tokens
    if candidate.predicate.pos != "noun" or be is None or tokens[be].lemma != "be":
        return False
    return any(t.head == be and t.dep == "nsubj" and t.text.lower() in ("this", "it", "that") for t in tokens)


def old_news(page: PageReferents, event: Event, report: Report) -> bool:
    """True of a fight or talks of a day weeks ago, where the page opens with one without a day: that one is news."""
    published = page.annotated.article.published
    told, noun = event.reports[0], report.candidate.predicate.pos == "noun"
    unnamed = noun and all(s.inferred is not None for s in report.candidate.sides)
    background = event.frame.hostile or event.frame.in_person and unnamed
    reach = 1 if event.frame.hostile else _OPENING
    if not background or told.candidate.sentence > reach or any(r.date is not None for r in event.reports):
        return False
    if report.candidate.points and event.frame.hostile:
        return False  # "the incident occurred last Monday"
    day = report.date.start if report.date is not None else None
    if report.date is None or day is None or published is None or told.candidate.scope.status != "occurred":
        return False
    if day[0] == "-" or published[0] == "-":
        return False
    if not event.frame.hostile and day[:7] >= _month_before(published):
        return False  # "the talks were held last week"
    return day < published[: len(day)] and not lately(report.date, published)


def _month_before(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7] or 1)
    return f"{year - 1}-12" if month == 1 else f"{year:04}-{month - 1:02}"


def _as_a_habit(event: Event, candidate: Candidate) -> bool:
    """ "They regularly drill together" tells of no drill that a day or a plan sets apart."""
    habit = "told as a habit"
    return all((habit in c.features) != (habit in candidate.features) for c in (r.candidate for r in event.reports))


def _additive(page: PageReferents, event: Event, report: Report) -> bool:
    """ "They also met on Friday" may tell again of Friday's meeting; of attacks a day may see several."""
    candidate = report.candidate
    if not _told_below(page, event) or joins_in(page, event, candidate):
        return False
    dated = report.date is not None and any(r.date is not None for r in event.reports)
    if all(r.candidate.scope.rule.startswith("purpose of") for r in event.reports):
        return False  # "came for talks with X. The two also discussed oil"
    same = {s.referent for s in event.sides()} == {s.referent for s in candidate.sides}
    if same and len(candidate.sides) > 1 and candidate.predicate.lemma in _GOES_ON_ABOUT:
        return False  # "the two also spoke about oil": besides what they spoke of before
    again = dated and (candidate.frame.in_person or candidate.frame.abroad)
    new = candidate.additive and not candidate.adds
    return new and candidate.sentence != event.reports[-1].candidate.sentence and not again


def _on_the_sidelines(page: PageReferents, told: Candidate, candidate: Candidate) -> bool:
    """True of "met on the sidelines of the summit": the meeting is beside the summit, and not the summit."""
    noun, act = candidate.predicate, {told.predicate.token, told.predicate.light}
    if candidate.sentence != told.sentence or noun.pos != "noun" or noun.parent not in act:
        return False
    tokens, at = page.annotated.sentences[candidate.sentence].tokens, noun.token
    for _ in range(4):
        at = tokens[at].head
        if tokens[at].lemma in ("sideline", "margin", "fringe"):
            return True
    return False


def _turned_round(page: PageReferents, event: Event, candidate: Candidate) -> bool:
    """True where who did it to the other has it done to him here: Oslo expels Russians, Moscow had Danes."""
    mine = units_of(page, (s.referent for s in candidate.sides if s.part in _DOES))
    theirs = units_of(page, (s.referent for s in event.sides() if s.part in _DOES))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _headed(page: PageReferents, event: Event) -> bool:
    """True of an event of which a headline alone has told so far."""
    return all(page.annotated.sentences[r.candidate.sentence].headline for r in event.reports)


def _some_of(page: PageReferents, few: set[int], all_: set[int]) -> bool:
    """True of two states or more in a headline, where the lead names their people, and others besides."""
    people = {r for r in few if page.referents[r].kind == "person"}
    return people <= all_ and len(units_of(page, few)) > 1 and units_of(page, few) <= units_of(page, all_)


def _for_their_states(page: PageReferents, mine: set[int], theirs: set[int]) -> bool:
    """True of people for whose states nobody is named yet of those whose event it is: "X led the team to it"."""
    alone = {r for r in theirs if page.referents[r].kind == "state"}
    people = {r for r in mine - theirs if page.referents[r].kind == "person"}
    stood_for = units_of(page, theirs - alone)
    units = units_of(page, people)
    return bool(people) and mine - people <= theirs and units <= units_of(page, alone) and units.isdisjoint(stood_for)


def _rival(mine: set[int], theirs: set[int]) -> bool:
    """True where both name persons and neither names only those of the other."""
    return bool(mine) and bool(theirs) and not (mine <= theirs or theirs <= mine)


def _same_life(event: Event, candidate: Candidate) -> bool:
    """An event that happened is not one that is still to come, unless a page tells of both."""
    mine = candidate.scope.status
    statuses = {r.candidate.scope.status for r in event.reports}
    past, future = {"occurred"}, {"planned"}
    if mine in past and statuses <= future or mine in future and statuses <= past:
        # A headline in the present, a lead in the future: only dates could tell them apart.
        told = [candidate, *(r.candidate for r in event.reports)]
        said = [c.scope for c in told]
        return not all(s.explicit and not s.spoken_of and not s.rule.startswith("purpose of") for s in said)
    return True


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
    if _distance(event, candidate) > POINTER_REACH:
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
    if report.place is None and not dated and _distance(event, report.candidate) > POINTER_REACH:
        yield "far apart, and nothing else in common"


def _of_parties(page: PageReferents, event: Event, report: Report, mine: set[int], theirs: set[int]) -> Iterator[str]:
    candidate = report.candidate
    here, there = _whose(page, mine), _whose(page, theirs)
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
    if candidate.definite and _distance(event, candidate) <= POINTER_REACH:
        yield "points back"
    if report.date is not None and any(r.date is not None for r in event.reports):
        yield "the same time"
    if _distance(event, candidate) == 0:
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


def _whose(page: PageReferents, sides: set[int]) -> frozenset[int | str]:
    """Persons as themselves, and all else by whose it is: "NATO battalions" and NATO are one side."""
    return frozenset(r if page.referents[r].kind == "person" else unit_of(page, r) for r in sides)


def _distance(event: Event, candidate: Candidate) -> int:
    return candidate.sentence - event.reports[-1].candidate.sentence


def _same_act(event: Event, report: Report) -> bool:
    """True of what one side does alone, told again in like words: "fired a missile", "the latest missile launch"."""
    candidate = report.candidate
    if candidate.frame.cross == "sides" or _distance(event, candidate) > POINTER_REACH:
        return False
    mine = {(s.referent, s.part) for s in candidate.sides}
    lemma = candidate.predicate.lemma
    return any(
        mine == {(s.referent, s.part) for s in r.candidate.sides}
        and r.candidate.scope.status == candidate.scope.status
        and (r.candidate.trigger is candidate.trigger or lemma in (*r.candidate.trigger.nouns, *candidate.frame.recall))
        for r in event.reports
    )


def _told_of_headline(page: PageReferents, event: Event, candidate: Candidate) -> bool:
    """True of a lead below an event of which the headline alone has told."""
    above = all(page.annotated.sentences[r.candidate.sentence].headline for r in event.reports)
    return above and 0 < _distance(event, candidate) <= _LEAD


def _of_headline(page: PageReferents, event: Event, candidate: Candidate) -> bool:
    """True of the act of the headline, told in the lead in like words: "begin naval drill", "opened their drills"."""
    if not _told_of_headline(page, event, candidate):
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


def one_place(a: Place, b: Place) -> bool:
    """True where two places can be one: of one name, or one in the other."""
    if a.name == b.name:
        return True
    if "city" in (a.kind, b.kind) and (is_border(a) or is_border(b)):
        return False  # what was done on a border was not done in a town
    if "country" in (a.kind, b.kind) or "region" in (a.kind, b.kind):
        return a.country is None or b.country is None or a.country == b.country
    return {a.kind, b.kind} == {"city", "venue"} and (a.country == b.country or not a.country or not b.country)


def one_stop(a: Place, b: Place) -> bool:
    """True where two places can be one stop of a journey: a part of the world is a tour, and no stop of it."""
    tour = any(p.kind == "region" and p.country is None for p in (a, b))
    return a.name == b.name or not tour and one_place(a, b)


# ------------------------------------------------------------------ how it is told


def _told_anew(page: PageReferents, event: Event, report: Report) -> Iterator[str]:
    """What the words say against one event; a headline alone tells the main thing, which every word may retell."""
    candidate = report.candidate
    others = _told_below(page, event)
    if not others:
        return
    here = newness(page, candidate)
    there = [newness(page, r.candidate) for r in others]
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


def _told_below(page: PageReferents, event: Event) -> list[Report]:
    """The reports of an event that stand below the headline."""
    return [r for r in event.reports if not page.annotated.sentences[r.candidate.sentence].headline]
