"""What rules out that a report tells of an event already introduced: sides, places, what became of it, the words."""

from __future__ import annotations

from dragoman.facts.attending import joins_in
from dragoman.facts.candidate import POINTER_REACH, Candidate
from dragoman.facts.events import Event, Report, distance, told_below, told_of_headline
from dragoman.facts.foretold import foretold
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.newness import newness
from dragoman.facts.periods import lately
from dragoman.facts.same_side import unnamed
from dragoman.facts.units import international, same_units, unit_of, units_of
from dragoman.facts.where import one_place, one_stop
from dragoman.mentions.spots import PageReferents

# The sentences with which a page opens, a headline among them.
_OPENING = 3
# Verbs of which "also" may say that more was talked about, and not that those talked again.
_GOES_ON_ABOUT = frozenset({"speak", "talk", "discuss", "review", "touch"})
# The parts of those who do something to somebody else.
_DOES = frozenset({"attacker", "imposer", "giver"})


def contradict(page: PageReferents, event: Event, report: Report) -> bool:
    """True where sides, places, or what became of it, or the words themselves, rule out that it is one event."""
    candidate = report.candidate
    mine = identifying(page, event, candidate)
    theirs = {s.referent for s in event.sides()}
    if elsewhere(event, report) or another_life(page, event, report) or additive(page, event, report):
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
        pointed = first.definite and first.predicate.pos == "noun" and not newness(page, first).apart
        tells = candidate.predicate.pos != "noun" or candidate.definite or candidate.predicate.light is not None
        return not (pointed and 0 < distance(event, candidate) <= 2 and tells)
    if mine and candidate.frame.abroad:
        return mine.isdisjoint(theirs) and not _by_his_state(page, mine, theirs)
    if mine and theirs:
        people = [{r for r in side if page.referents[r].kind == "person"} for side in (mine, theirs)]
        here, there = whose(page, mine), whose(page, theirs)
        one = here <= there or there <= here or same_units(page, mine, theirs)
        one = one or told_of_headline(page, event, candidate) and unnamed(page, event, mine, theirs)
        one = one or candidate.frame.in_person and candidate.definite and _for_their_states(page, mine, theirs)
        one = one or _headed(page, event) and _some_of(page, theirs, mine)
        return not one or _rival(*people) or _turned_round(page, event, candidate)
    return False


def identifying(page: PageReferents, event: Event, candidate: Candidate) -> set[int]:
    """The sides by which a candidate can be told from other events; nobody where they only join in this one."""
    return set() if joins_in(page, event, candidate) else {s.referent for s in candidate.sides}


def whose(page: PageReferents, sides: set[int]) -> frozenset[int | str]:
    """Persons as themselves, and all else by whose it is: "NATO battalions" and NATO are one side."""
    return frozenset(r if page.referents[r].kind == "person" else unit_of(page, r) for r in sides)


def _by_his_state(page: PageReferents, mine: set[int], theirs: set[int]) -> bool:
    """True where a visit is told of a person and of his state or body: "Chile's army chief", later General Rojas."""
    named = [any(page.referents[r].kind == "person" for r in side) for side in (mine, theirs)]
    return not all(named) and units_of(page, mine) == units_of(page, theirs)


def _theirs_alone(page: PageReferents, candidate: Candidate) -> bool:
    """True of "their meeting": of those two, though they came for the session of a council."""
    noun = candidate.predicate
    tokens = page.annotated.sentences[candidate.sentence].tokens
    return noun.pos == "noun" and any(t.head == noun.token and t.text.lower() == "their" for t in tokens)


def elsewhere(event: Event, report: Report) -> bool:
    """True where a report has a place of its own that cannot be that of the event."""
    same = one_stop if report.candidate.frame.abroad else one_place
    told_at = [r.place for r in event.reports if r.place is not None]
    return report.place is not None and not all(same(report.place, p) for p in told_at)


def another_life(page: PageReferents, event: Event, report: Report) -> bool:
    """True where the event has happened and the report's is still to come, or the other way round."""
    candidate = report.candidate
    if _is_the_one(page, candidate) and 0 < distance(event, candidate) <= POINTER_REACH:
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


def additive(page: PageReferents, event: Event, report: Report) -> bool:
    """ "They also met on Friday" may tell again of Friday's meeting; of attacks a day may see several."""
    candidate = report.candidate
    if not told_below(page, event) or joins_in(page, event, candidate):
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
