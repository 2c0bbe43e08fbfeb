"""Where a journey went of which its sentence does not say it, and who the traveller was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.events import Event, said_place
from dragoman.facts.fillers import Filler
from dragoman.facts.newness import to_several_states
from dragoman.facts.units import unit_of, units_of
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Place

_REACH = 3  # sentences
# Words for a journey that need not say where it went, where that was told before: "he had landed on Monday".
_ARRIVALS = frozenset({"arrive", "land", "touch down", "fly in", "visit", "trip", "arrival"})
_BEING = ("mark", "represent", "constitute", "become")  # verbs that say what something is, with an object
_UNIQUE = frozenset({"first", "maiden", "second", "third", "last", "latest", "rare"})


def understood_goal(
    page: PageReferents, events: Sequence[Event], candidate: Candidate, date: DateValue | None = None
) -> tuple[Place, Filler, str] | None:
    """The goal of "arrived here" and "came as well", where it stands, and why it is thought so."""
    travellers = {s.referent for s in candidate.sides}
    if not candidate.frame.abroad or not travellers:
        return None
    tokens = page.annotated.sentences[candidate.sentence].tokens
    here = next((t for t in tokens if t.text.lower() == "here" and t.head == candidate.predicate.token), None)
    for event in reversed(events):
        if candidate.sentence - event.reports[-1].candidate.sentence > _REACH:
            break
        if here is not None and not event.frame.abroad:
            other = _other_state(page, event, travellers)
            if other is not None:
                place = page.referents[other].place
                at = Filler(other, candidate.sentence, here.i, here.i + 1, "here")
                return (place, at, "here: in the state of the other side") if place is not None else None
        if candidate.additive and event.frame.abroad and not travellers & {s.referent for s in event.sides()}:
            place, filler = said_place(event)
            if place is not None and filler is not None and place.country not in units_of(page, travellers):
                return place, filler, "where the other went too"
    return _where_told(page, events, candidate, date)


def _where_told(
    page: PageReferents, events: Sequence[Event], candidate: Candidate, date: DateValue | None
) -> tuple[Place, Filler, str] | None:
    """ "X met Y in Oslo. X had landed on Monday": where the traveller was told to be, right before."""
    stated = any(a.role in ("goal", "place", "source") for a in candidate.predicate.arguments)
    if stated or candidate.predicate.lemma not in _ARRIVALS or candidate.scope.status == "denied":
        return None
    if to_several_states(page, candidate):
        return None
    travellers = {s.referent for s in candidate.sides}
    home = units_of(page, travellers)
    for event in reversed(events):
        if candidate.sentence - event.reports[-1].candidate.sentence > _REACH:
            break
        if not travellers & {s.referent for s in event.sides()} or not (event.frame.in_person or event.frame.abroad):
            continue
        place, filler = said_place(event)
        if place is None or filler is None or place.country is None or place.country in home:
            continue
        if _same_month(event.date(), date):
            return place, filler, "where the traveller was right before"
    return None


def _same_month(told: DateValue | None, mine: DateValue | None) -> bool:
    """False where two dates are known and lie in different months: then one is of another journey."""
    there = told.start or told.end if told is not None else None
    here = mine.start or mine.end if mine is not None else None
    return there is None or here is None or there[:7] == here[:7]


def _other_state(page: PageReferents, event: Event, travellers: set[int]) -> int | None:
    """The state of the one side that is not the travellers' own."""
    home = units_of(page, travellers)
    others = units_of(page, [s.referent for s in event.sides()]) - home
    if len(others) != 1 or not home & units_of(page, [s.referent for s in event.sides()]):
        return None
    code = next(iter(others))
    return next((r.id for r in page.referents if r.kind == "state" and r.country == code), None)


def understood_traveller(
    page: PageReferents, events: Sequence[Event], candidate: Candidate, place: Place | None
) -> None:
    """Who travelled, where the sentence leaves it to be understood, and who "a Greek minister" was who came first."""
    if not candidate.frame.abroad or candidate.predicate.pos != "noun" or place is None or place.country is None:
        return
    tokens = page.annotated.sentences[candidate.sentence].tokens
    whose = [t for t in tokens if t.head == candidate.predicate.token and t.dep == "poss"]
    named = [t for t in whose if t.ent not in ("DATE", "TIME") and t.text.lower() not in ("his", "her")]
    if not candidate.sides and named:
        return  # "during its stay", "the party delegation's visit", said somebody: a ship's, a delegation's
    people = [
        s
        for s in page.spots[candidate.sentence]
        if s.form == "name"
        and len(s.referents) == 1
        and page.referents[s.referents[0]].kind == "person"
        and page.referents[s.referents[0]].country not in (None, place.country)
    ]
    why = "the only stranger in the sentence"
    part = candidate.frame.slots[0].part or "visitor"
    if candidate.sides:
        side = candidate.sides[0]
        if len(candidate.sides) > 1 or not _one_of_many(page, candidate, side):
            return
        people = [s for s in people if page.referents[s.referents[0]].country == unit_of(page, side.referent)]
        why, part = "whose visit is the first of its kind", side.part
        if not people:
            told = _told_to_travel(page, events, candidate, place)
            if told is not None:
                candidate.sides = [Side(told, part, replace(side.filler, referent=told), why)]
            return
    if len({s.referents[0] for s in people}) == 1:
        who = people[0]
        filler = Filler(who.referents[0], candidate.sentence, who.first, who.last, "traveller")
        candidate.sides = [Side(who.referents[0], part, filler, why)]


def _told_to_travel(
    page: PageReferents, events: Sequence[Event], candidate: Candidate, place: Place
) -> int | None:
    """The one of that state who, right before, was told to go to where "the first visit by a Greek minister" went."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    noun = tokens[candidate.predicate.token]
    if noun.dep != "attr" and not (noun.dep == "dobj" and tokens[noun.head].lemma in _BEING):
        return None  # "it was the first visit", and not "the last one was in 2014"
    home = unit_of(page, candidate.sides[0].referent)
    for event in reversed(events):
        if candidate.sentence - event.reports[-1].candidate.sentence > _REACH:
            break
        there, _ = said_place(event)
        who = {s.referent for s in event.sides() if unit_of(page, s.referent) == home}
        people = [r for r in who if page.referents[r].kind == "person"]
        if event.frame.abroad and there is not None and there.country == place.country and len(people) == 1:
            return people[0]
    return None


def _one_of_many(page: PageReferents, candidate: Candidate, side: Side) -> bool:
    """True of "the first visit by a Greek minister": whoever it was, the sentence tells of one whom it names."""
    if page.referents[side.referent].kind == "person":
        return False
    tokens = page.annotated.sentences[candidate.sentence].tokens
    first, noun = side.filler.first, candidate.predicate.token
    before = tokens[max(0, noun - 5) : noun]
    unique = any(t.text.lower() in _UNIQUE or t.tag == "JJS" or t.text.lower() == "most" for t in before)
    article = {t.text.lower() for t in tokens[max(0, first - 1) : first + 1]} & {"a", "an", "any"}
    return unique and (bool(article) or tokens[first].head == noun)  # "by a Greek minister", "the highest Greek visit"


def guest_not_host(page: PageReferents, candidate: Candidate, place: Place | None) -> None:
    """ "The minister received General X during his visit": a visitor of the state visited is taken for its guest."""
    if not candidate.frame.abroad or place is None or place.country is None or not candidate.sides:
        return
    if {unit_of(page, s.referent) for s in candidate.sides} != {place.country}:
        return
    tokens = page.annotated.sentences[candidate.sentence].tokens
    if not any(tokens[s.filler.first].tag == "PRP$" for s in candidate.sides):
        return
    guests = [
        s
        for s in page.spots[candidate.sentence]
        if len(s.referents) == 1
        and s.form in ("name", "title", "role")
        and page.referents[s.referents[0]].kind == "person"
        and page.referents[s.referents[0]].country not in (None, place.country)
    ]
    if len({s.referents[0] for s in guests}) == 1:
        side, guest = candidate.sides[0], guests[0]
        filler = Filler(guest.referents[0], candidate.sentence, guest.first, guest.last, "guest")
        candidate.sides = [Side(guest.referents[0], side.part, filler, "the only stranger in the sentence")]
