"""Candidates: what one predicate of one sentence says of an event, before the page is looked at as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from dragoman.facts.fillers import Filler, Open, as_actor, fill, is_actor, several_foreign
from dragoman.facts.frame_types import ANYTHING, ArgumentRef, Condition, Frame, Trigger
from dragoman.facts.item_slots import deals_in_arms, items_of
from dragoman.facts.scope import Scope, saying_verbs, scope
from dragoman.facts.units import units_of
from dragoman.mentions.arms import Item
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, Predicate, Quoted, TimeExpression, Token

if TYPE_CHECKING:
    from dragoman.facts.transfers import Transfer


# The arguments in which a time may be said of an act.
_TIMED = frozenset(("time", "place", "oblique", "topic", "goal", "source", "modifier", "companion", "patient"))
# The prepositions that put an act before or after a time and not at it.
_BOUNDS = frozenset(("before", "after", "until", "till", "since"))
# The prepositions that put an act at a time.
_WHEN = frozenset(("on", "in", "at", "during"))


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
    bare: bool = False  # a plural without article that opens its sentence: "Deliveries began in May"
    additive: bool = False  # "also met", "another meeting": not the one told before
    several: bool = False  # with people in the plural of states that are not named
    features: list[str] = field(default_factory=list)  # how it was found; facts.confidence weighs those that it knows
    items: tuple[Item, ...] = ()  # the arms that it takes
    parties: list[Filler] = field(default_factory=list)  # who deal in arms, where only the item tells who supplies
    figures: tuple[Quoted, ...] = ()
    transfer: Transfer | None = None  # what facts.transfers made of its items, sums and terms


def candidates(
    page: PageReferents,
    sentence: int,
    predicates: Mapping[int, Predicate],
    times: Sequence[TimeExpression],
    frames: Sequence[Frame],
    index: Mapping[str, Sequence[tuple[int, int]]],
    items: Sequence[Item] = (),
) -> list[Candidate]:
    """The candidates of one sentence in the order of their triggers; of two frames on one word the stronger.

    `index` maps a lemma to (frame, trigger) numbers; `items` are the arms that the sentence names.
    """
    tokens = page.annotated.sentences[sentence].tokens
    headline = page.annotated.sentences[sentence].headline
    out: list[Candidate] = []
    for token in sorted(predicates):
        predicate = predicates[token]
        found: list[Candidate] = []
        for f, t in index.get(predicate.lemma, ()):
            trigger = frames[f].triggers[t]
            if not _right_word(predicate, trigger):
                continue
            candidate = _try(page, sentence, tokens, predicates, predicate, frames[f], trigger, headline, items)
            if candidate is not None and _has_arms(candidate):
                found.append(candidate)
        if found:
            # What is said of arms is of the kind that deals in them: "signed a contract for tanks", "provided weapons".
            # A reading whose slots are filled goes before a stronger one that finds nothing ("went over the plans").
            best = max(found, key=lambda c: (bool(c.items), _filled(c), c.trigger.strength, len(c.sides)))
            said = _times(tokens, predicates, predicate, times, best.frame)
            best.times = [t for t in said if not _counts_from(tokens, t)]
            _from_nearby(page, best, tokens, predicates, times)
            if best.trigger.status is not None and best.scope.status in ("occurred", "ongoing"):
                ahead = best.trigger.status in ("planned", "possible")
                direction: Literal["past", "future"] = "future" if ahead else "past"
                rule = f"what '{predicate.lemma}' means"
                best.scope = replace(best.scope, status=best.trigger.status, rule=rule, direction=direction)
            if best.scope.rule == "present tense" and best.times and not headline:
                # "goes to Cairo on Monday": a timetable; a date that has passed puts it right again.
                best.scope = replace(best.scope, status="planned", rule="present tense with a date", direction="future")
            out.extend(_split(page, best))
    return out


def _has_arms(candidate: Candidate) -> bool:
    """False where a kind that deals in arms has none: then the word means something else, or another kind.

    A noun may point back ("the deal").
    """
    frame = candidate.frame
    if not deals_in_arms(frame) or candidate.items:
        return True
    if candidate.predicate.pos == "noun" and candidate.predicate.lemma in frame.recall:
        candidate.definite = candidate.definite or candidate.bare
        return candidate.definite
    return False


def _filled(candidate: Candidate) -> bool:
    """True where every need of the trigger is met by the predicate's own arguments."""
    parts = {s.part for s in candidate.sides} | {part for part, _ in candidate.open}
    found = {"place": bool(candidate.places), "host": bool(candidate.hosts), "topic": bool(candidate.topics)}
    slots = [[candidate.frame.slot(name) for name in need] for need in candidate.trigger.need]
    return all(
        any(s.part in parts if s.part is not None else found.get(s.gives or "", True) for s in alternatives) for alternatives in slots
    )


def _from_nearby(
    page: PageReferents,
    candidate: Candidate,
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    times: Sequence[TimeExpression],
) -> None:
    """A place or time that the parser hung elsewhere but that stands in the same clause as the trigger."""
    first, last = _clause(candidate.predicate, predicates, len(tokens))
    for spot in page.spots[candidate.sentence]:
        if spot.form == "pointer" and tokens[spot.head].head == candidate.predicate.token:
            candidate.places.append(Filler(spot.referents[0], candidate.sentence, spot.first, spot.last, "pointer"))
    if not candidate.places and any(candidate.frame.slot(f.slot).gives == "place" for f in candidate.trigger.fill):
        claimed = {a.head for p in predicates.values() if p.token != candidate.predicate.token for a in p.arguments if a.role in ("place", "goal", "source")}
        near = _place_words(candidate)
        for spot in page.spots[candidate.sentence]:
            if not candidate.predicate.token < spot.first < last or (spot.head in claimed and "to" not in near):
                continue
            before = tokens[spot.first - 1].text.lower()
            if _after_topic(candidate.frame, candidate.trigger, candidate.predicate.arguments, spot.first):
                continue
            if spot.form != "demonym" and before in near and any(page.referents[r].place is not None for r in spot.referents):
                candidate.places.append(Filler(spot.referents[0], candidate.sentence, spot.first, spot.last, "same clause"))
                candidate.features.append("place by nearness")
                break
    parent = predicates.get(candidate.predicate.parent) if candidate.predicate.parent is not None else None
    placed = any(candidate.frame.slot(f.slot).gives == "place" for f in candidate.trigger.fill)
    if placed and not candidate.places and parent is not None and (candidate.predicate.link or "").startswith(("oblique:during", "oblique:on", "oblique:in", "oblique:at")):
        # "signed it in Taipei during a secret visit": the visit was there.
        for a in parent.arguments:
            if a.role == "place" and a.prep in ("in", "at"):
                candidate.places.extend(
                    f for f in fill(page, candidate.sentence, a) if isinstance(f, Filler) and page.referents[f.referent].place is not None
                )
    if not candidate.times:
        claimed_times = [(tokens[a.first].start, tokens[a.last - 1].end) for p in predicates.values() for a in p.arguments if a.role == "time"]
        start, end = tokens[first].start, tokens[last - 1].end
        free = [
            t
            for t in times
            if start <= t.start < end and not any(t.start < e and b < t.end for b, e in claimed_times) and not _bounds(tokens, t, _lasts(candidate.frame))
        ]
        if len(free) == 1:
            candidate.times = free
            candidate.features.append("time by nearness")


def _counts_from(tokens: Sequence[Token], expression: TimeExpression) -> bool:
    """True of "since February" in "the first talks since February": the time of the last, not of these."""
    at = next((t.i for t in tokens if t.start >= expression.start), 0)
    before = {t.text.lower() for t in tokens[:at]}
    return at > 0 and tokens[at - 1].text.lower() == "since" and not before.isdisjoint(("first", "last", "no", "not", "never", "only"))


def _bounds(tokens: Sequence[Token], time: TimeExpression, lasts: bool) -> bool:
    """True of a time that something else counts from or up to: "minister until 2019", "the last before May"."""
    before = [t for t in tokens if t.end <= time.start][-1:]
    if lasts and any(t.text.lower() == "since" for t in before):
        return _counts_from(tokens, time)
    return any(t.tag == "IN" and t.text.lower() not in _WHEN for t in before)


def _lasts(frame: Frame) -> bool:
    """True of kinds of events that may go on for long: what began "since May" began then."""
    return frame.abroad or not frame.in_person


def _place_words(candidate: Candidate) -> frozenset[str]:
    """The prepositions after which the trigger finds a place: "in" and "at", or what it names itself."""
    refs = [ref for f in candidate.trigger.fill if candidate.frame.slot(f.slot).gives == "place" for ref in f.arguments]
    named = {ref.prep for ref in refs if ref.prep is not None}
    return frozenset(named) if named else frozenset(("in", "at"))


def _clause(predicate: Predicate, predicates: Mapping[int, Predicate], count: int) -> tuple[int, int]:
    """The tokens round a trigger up to the neighbouring verbs."""
    own = {predicate.token, predicate.light}
    verbs = sorted(k for k, p in predicates.items() if p.pos == "verb" and k not in own)
    centre = predicate.token
    # "... met in Baku, the ministry in Moscow said": the clause ends where the next verb's subject begins.
    subjects = [a.first for k, p in predicates.items() if p.pos == "verb" and k > centre for a in p.arguments if a.role == "agent" and a.first > centre]
    count = min([count, *subjects])
    return max((k + 1 for k in verbs if k < centre), default=0), min((k for k in verbs if k > centre), default=count)


def _split(page: PageReferents, candidate: Candidate) -> list[Candidate]:
    """ "Talks with the minister and with the chief of staff": the visitor met each, if both are of one state."""
    if candidate.frame.abroad:
        return _stops(page, candidate)
    if candidate.frame.cross == "no" or candidate.open or any(s.part != "side" for s in candidate.sides):
        return [candidate]
    others = [s for s in candidate.sides if s.filler.role in ("companion", "patient") and s.filler.prep in ("with", None)]
    rest = [s for s in candidate.sides if s not in others]
    people = [s for s in others if page.referents[s.referent].kind == "person" or s.filler.how.endswith("people of")]
    if len(others) < 2 or len(people) < len(others) or len(rest) != 1 or len(units_of(page, [s.referent for s in others])) != 1:
        return [candidate]
    if units_of(page, [rest[0].referent]) == units_of(page, [others[0].referent]):
        return [candidate]
    return [replace(candidate, sides=[*rest, other], open=[], places=list(candidate.places), features=list(candidate.features)) for other in others]


def _right_word(predicate: Predicate, trigger: Trigger) -> bool:
    if predicate.pos == "verb":
        return predicate.lemma in trigger.verbs
    if predicate.pos == "noun":
        return predicate.lemma in trigger.nouns
    return predicate.lemma in trigger.adjectives


def _try(
    page: PageReferents,
    sentence: int,
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    frame: Frame,
    trigger: Trigger,
    headline: bool,
    items: Sequence[Item],
) -> Candidate | None:
    arguments = predicate.arguments
    if any(not _holds(page, sentence, c, arguments, tokens) for c in trigger.only):
        return None
    if any(_holds(page, sentence, c, arguments, tokens) for c in trigger.unless):
        return None
    if trigger.actor_patient and not _patient_acts(page, sentence, tokens, arguments):
        return None
    candidate = Candidate(frame, trigger, sentence, predicate, scope(tokens, predicates, predicate, headline, frame.performed))
    narrowed = dict(trigger.kinds)
    for item in trigger.fill:
        slot = frame.slot(item.slot)
        kinds = narrowed.get(item.slot, slot.kinds)
        fitting = _ordered(arguments, item.arguments)
        if any(a.via != "inherited-subject" and (a.role != "modifier" or fill(page, sentence, a)) for a in fitting):
            fitting = [a for a in fitting if a.via != "inherited-subject" or slot.least > 1 and not _own_sides(fitting)]
        for argument in fitting:
            if slot.part is not None:
                _take_sides(page, candidate, argument, slot.part, kinds)
            elif slot.gives == "place":
                if argument.via == "low-attachment" and _after_topic(frame, trigger, arguments, argument.head):
                    continue  # "discussed the situation in Syria": that is where the situation is
                _take_places(page, candidate, argument, kinds)
            elif slot.gives == "party":
                candidate.parties.extend(_actors(page, sentence, argument, kinds))
            elif slot.gives == "host":
                candidate.hosts.extend(x for x in fill(page, sentence, argument) if isinstance(x, Filler))
            elif slot.gives == "topic":
                candidate.topics.append(argument)
    if deals_in_arms(frame):
        candidate.items = items_of(tokens, predicates, predicate, trigger, frame, items)
    _drop_led(page, candidate)
    _told_at(page, candidate, predicates)
    if trigger.joins:
        joined = next((a for a in arguments if any(ref.fits(a.role, a.prep) for ref in trigger.joins)), None)
        candidate.joined = joined.head if joined is not None else None
        if joined is not None and joined.head in predicates:
            # "A plan between the two ministries is to be signed": the sides stand with the plan.
            for argument in predicates[joined.head].arguments:
                if argument.role == "companion" and frame.slots[0].part is not None:
                    _take_sides(page, candidate, argument, frame.slots[0].part, frame.slots[0].kinds)
    candidate.definite = _definite(tokens, predicate)
    candidate.bare = predicate.pos == "noun" and predicate.token <= 1 and tokens[predicate.token].tag == "NNS"
    candidate.additive = any(
        t.text.lower() in ("also", "too", "another", "separately", "again") and t.head in (predicate.token, predicate.light) for t in tokens
    )
    return candidate


def _after_topic(frame: Frame, trigger: Trigger, arguments: Sequence[Argument], token: int) -> bool:
    """True of a token behind the object where the object is what is talked about."""
    topics = [ref for f in trigger.fill if frame.slot(f.slot).gives == "topic" for ref in f.arguments]
    return any(ref.role == "patient" for ref in topics) and any(a.role == "patient" and a.head < token for a in arguments)


def _own_sides(fitting: Sequence[Argument]) -> bool:
    """True where a noun names at least two sides of its own ("talks between X and Y")."""
    return len({a.head for a in fitting if a.via != "inherited-subject" and a.role != "modifier"}) > 1


def _drop_led(page: PageReferents, candidate: Candidate) -> None:
    """ "A Russian team under the deputy minister X": the team is there as X, not besides X."""
    people = {unit for s in candidate.sides if page.referents[s.referent].kind == "person" for unit in units_of(page, (s.referent,))}
    candidate.sides = [
        s for s in candidate.sides
        if not s.filler.how.endswith("people of") or units_of(page, (s.referent,)).isdisjoint(people) or s.filler.plural
    ]


def _told_at(page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate]) -> None:
    """ "X told Y at talks in Minsk": speaker and listener are the sides of the talks."""
    predicate = candidate.predicate
    parent = predicates.get(predicate.parent) if predicate.parent is not None else None
    if predicate.pos != "noun" or parent is None or parent.lemma not in saying_verbs() or not (predicate.link or "").startswith(("oblique:at", "oblique:during", "oblique:in")):
        return
    if sum(s.part == "side" for s in candidate.sides) > 1 or all(s.part != "side" for s in candidate.frame.slots):
        return
    people: list[Filler] = []
    for role in ("agent", "recipient", "patient"):
        for a in parent.arguments:
            if a.role == role and (role == "agent" or a.prep in (None, "to")):
                people.extend(f for f in fill(page, candidate.sentence, a) if isinstance(f, Filler) and page.referents[f.referent].kind == "person")
    if len({f.referent for f in people}) > 1:
        known = {s.referent for s in candidate.sides}
        candidate.sides.extend(
            Side(f.referent, "side", f, "who spoke and who listened") for f in people if f.referent not in known
        )


def _stops(page: PageReferents, candidate: Candidate) -> list[Candidate]:
    """ "Heading for Thailand and Indonesia": every state visited is a visit."""
    goals = [p for p in candidate.places if p.role in ("goal", "patient")]
    states = {code for p in goals if (place := page.referents[p.referent].place) is not None and (code := place.country) is not None}
    if len(states) < 2 or len(goals) != len(states):
        return [candidate]
    return [replace(candidate, places=[goal], sides=list(candidate.sides), features=list(candidate.features)) for goal in goals]


def _ordered(arguments: Sequence[Argument], refs: Sequence[ArgumentRef]) -> list[Argument]:
    """The arguments that the references name, those of the first reference first."""
    out: list[Argument] = []
    for ref in refs:
        out.extend(a for a in arguments if ref.fits(a.role, a.prep) and a not in out)
    return out


def _take_sides(page: PageReferents, candidate: Candidate, argument: Argument, part: str, kinds: frozenset[str]) -> None:
    fillers = fill(page, candidate.sentence, argument)
    if not fillers and part == "side" and several_foreign(page, candidate.sentence, argument):
        candidate.several = True
    for filler in fillers:
        if isinstance(filler, Open):
            candidate.open.append((part, filler))
            continue
        r = page.referents[filler.referent]
        if filler.how.endswith("what belongs to") and part in ("side", "visitor", "host", "mediator"):
            continue  # an embassy is hit in its state's stead, but it does not talk
        if part == "visitor" and argument.role == "modifier" and r.kind == "place":
            candidate.places.append(filler)  # "his Beijing visit"
            continue
        if part == "visitor" and _whole_people(page, filler):
            continue
        referent = as_actor(page.referents, filler.referent, _admitted(filler, kinds))
        if referent is None:
            continue
        spot = page.at(candidate.sentence, argument.head)
        person = page.referents[referent].kind == "person" or spot is not None and spot.form == "role"
        if argument.via == "inherited-subject" and not person:
            continue  # "Baku became a platform for talks": a place of talks is no party to them
        if any(s.referent == referent and s.part == part for s in candidate.sides):
            continue
        candidate.sides.append(Side(referent, part, filler))


def _admitted(filler: Filler, kinds: frozenset[str]) -> frozenset[str]:
    """The kinds of referents that may fill a slot in this way: a delegation is a body, whosesoever it is, and the
    president of a state is a person, though the page names only the state."""
    if filler.how.endswith("people of") and "body" in kinds or filler.title is not None and "person" in kinds:
        return kinds | {"state", "body"}
    return kinds


def _whole_people(page: PageReferents, filler: Filler) -> bool:
    """True of "Americans" in "Americans who visit Cuba": a people, not those who act for the state."""
    token = page.annotated.sentences[filler.sentence].tokens[filler.last - 1]
    if token.tag not in ("NNS", "NNPS") or filler.how.endswith("people of"):
        return False
    # The demonym itself, and not the one in "American officials".
    return any(
        s.form == "demonym" and (s.first, s.last) == (filler.first, filler.last) for s in page.spots[filler.sentence]
    )


def _actors(page: PageReferents, sentence: int, argument: Argument, kinds: frozenset[str]) -> list[Filler]:
    """Those of an argument who can stand in a slot of these kinds, as whom they act for."""
    out = []
    for filler in fill(page, sentence, argument):
        referent = as_actor(page.referents, filler.referent, kinds) if isinstance(filler, Filler) else None
        if referent is not None and isinstance(filler, Filler):
            out.append(replace(filler, referent=referent))
    return out


def _take_places(page: PageReferents, candidate: Candidate, argument: Argument, kinds: frozenset[str]) -> None:
    for filler in fill(page, candidate.sentence, argument):
        if isinstance(filler, Filler) and page.referents[filler.referent].place is not None:
            if not filler.how.endswith("people of"):
                candidate.places.append(filler)


def _holds(
    page: PageReferents, sentence: int, condition: Condition, arguments: Sequence[Argument], tokens: Sequence[Token]
) -> bool:
    """True where one of the condition's words stands in one of its arguments, or in a title that stood there."""
    for a in arguments:
        if any(ref.fits(a.role, a.prep) for ref in condition.arguments):
            if ANYTHING in condition.words:
                return True
            for t in tokens[a.first : a.last]:
                if t.lemma in condition.words or t.text.lower() in condition.words:
                    return True
            spot = page.at(sentence, a.head)
            if spot is not None and spot.title is not None and not condition.words.isdisjoint(spot.title.lower().split()):
                return True
    return False


def _patient_acts(page: PageReferents, sentence: int, tokens: Sequence[Token], arguments: Sequence[Argument]) -> bool:
    patients = [a for a in arguments if a.role == "patient" and a.prep is None]
    if not patients:
        return True
    for a in patients:
        for filler in fill(page, sentence, a):
            if isinstance(filler, Open) or is_actor(page.referents, filler.referent):
                return True
    # "Army chiefs from other states" act, though no state is named.
    return any(several_foreign(page, sentence, a) for a in patients)


def _definite(tokens: Sequence[Token], predicate: Predicate) -> bool:
    return predicate.pos == "noun" and any(
        t.head == predicate.token and t.text.lower() in ("the", "these", "this", "those", "that", "such") for t in tokens[: predicate.token]
    )


# Links over which a time said of the governing predicate is also the time of the act below it.
_SHARES_TIME = ("light", "attribute", "object", "purpose", "oblique:at", "oblique:in", "oblique:during", "oblique:for", "content", "conjunct", "subject")


def _times(
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    times: Sequence[TimeExpression],
    frame: Frame,
) -> list[TimeExpression]:
    """The expressions of time said of the act: its own first, else those of the predicate that carries it."""
    own = said_of(tokens, predicate, times, _lasts(frame))
    if own or predicate.parent is None:
        return own
    parent = predicates.get(predicate.parent)
    if parent is None or not (predicate.link or "").startswith(_SHARES_TIME):
        return []
    if predicate.link == "content" and parent.arguments and predicate.pos == "verb" and parent.lemma in saying_verbs():
        return []
    return said_of(tokens, parent, times, _lasts(frame))


def said_of(
    tokens: Sequence[Token], predicate: Predicate, times: Sequence[TimeExpression], lasts: bool = True
) -> list[TimeExpression]:
    """The expressions of time in the arguments of a predicate, but for those that only bound it ("before May 5").

    What lasts, unlike a meeting, began at the time since which it goes on.
    """
    out: list[TimeExpression] = []
    for a in predicate.arguments:
        if a.role not in _TIMED:
            continue
        start, end = tokens[a.first].start, tokens[a.last - 1].end
        head = tokens[a.head]
        bounds = a.prep in _BOUNDS and not (lasts and a.prep == "since")
        for t in times:
            if t.start < end and start < t.end and (a.role == "time" or t.start <= head.start < t.end):
                # "Two days after May 5" is a time of its own.
                if t not in out and not (bounds and t.start >= start):
                    out.append(t)
    return out
