"""Times of an act: those said of it, of what carries it, and of what it is told with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from dragoman.facts.candidate import Candidate
from dragoman.facts.frame_types import Frame
from dragoman.facts.scope import saying_verbs
from dragoman.facts.scope_words import words
from dragoman.mentions import dates
from dragoman.types import Argument, Predicate, TimeExpression, Token

# The arguments in which a time may be said of an act.
_TIMED = frozenset(("time", "place", "oblique", "topic", "goal", "source", "modifier", "companion", "patient"))
# The prepositions that put an act before or after a time and not at it.
_BOUNDS = frozenset(("before", "after", "until", "till", "since"))
_PARTING = _BOUNDS | {"following", "ahead"}
# Words of what has not been since a time: "the first visit since May".
_NONE_LIKE_IT = frozenset(("first", "last", "no", "not", "never", "only"))
# Words by which a time says itself that it lies ahead: "cancelled a visit next week".
_AHEAD = frozenset(("next", "tomorrow", "coming", "upcoming", "later"))
# Links over which a time said of the governing predicate is also the time of the act below it.
_SHARES_TIME = (
    "adverbial:as",
    "adverbial:while",
    "light",
    "attribute",
    "object",
    "purpose",
    "oblique:at",
    "oblique:in",
    "oblique:during",
    "oblique:for",
    "content",
    "conjunct",
    "subject",
    "adverbial:when",
)
# The first word of a preposition that leads to what an act is compared with.
_COMPARED = ("as ", "than")
# Besides verbs of motion, those that tell of the first day of a journey.
_BEGINNING = frozenset(("begin", "start", "embark", "land", "fly in", "touch down", "visit", "be"))
# Links of what an act is at one time with, so that a day of the one is a day of the other.
_AT_ONE_TIME = ("adverbial:as", "adverbial:when", "adverbial:while", "oblique:as")
# Prepositions by which an act is at the time of what it hangs on: "said on Friday at the talks".
_AT_ITS_TIME = ("oblique:in", "oblique:at", "oblique:on", "oblique:during", "oblique:within", "oblique:as")
# Those by which it was over: a meeting that day, as a rule, "said on Friday after the talks"; an attack whenever.
_OVER_BY_THEN = ("oblique:after", "oblique:following")
# Links over which it is so where nothing nearer gives a time, and how far up.
_LEADS_UP = (*(link for link in _SHARES_TIME if link != "content"), "adverbial:by")
_UP = 3
# Links of a noun for an act over which the tense of its verb is the act's: "a meeting in May angered Chile".
_DONE_BY_VERB = ("subject", "object")


def times_of(
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    times: Sequence[TimeExpression],
    frame: Frame,
) -> list[TimeExpression]:
    """The expressions of time said of the act: its own first, else those of the predicate that carries it."""
    parent = predicates.get(predicate.parent) if predicate.parent is not None else None
    if parent is not None and _of_another_time(predicate, parent):
        alone = replace(predicate, arguments=tuple(a for a in predicate.arguments if a.via != "inherited"))
        own = said_of(tokens, alone, times, may_last(frame))
        if own or parent.lemma not in words().calling_off:
            return own
        return [t for t in said_of(tokens, predicate, times, may_last(frame)) if lies_ahead(t)]
    above = predicates.get(parent.parent) if parent is not None and parent.parent is not None else None
    if parent is not None and above is not None and parent.pos == "noun" and _of_another_time(parent, above):
        # "A visit for talks with X was called off on Friday": nor were the talks to be then.
        predicate = replace(predicate, arguments=tuple(a for a in predicate.arguments if a.via != "inherited"))
    if parent is not None and done_at(predicate, parent):
        return said_of(tokens, predicate, times, may_last(frame)) or said_of(tokens, parent, times, may_last(frame))
    if parent is not None and (_set_out_for(predicate, parent, frame) or _begun_before(predicate, parent, frame)):
        predicate = replace(predicate, arguments=tuple(a for a in predicate.arguments if a.via != "inherited"))
    if not _at_its_time(predicate, frame):
        told_there = tuple(a for a in predicate.arguments if a.via != "inherited" or a.first > predicate.token)
        predicate = replace(predicate, arguments=told_there)
    own = said_of(tokens, predicate, times, may_last(frame)) or _came_about(tokens, predicates, predicate, times, frame)
    journey = frame.abroad and predicate.pos == "noun" and predicate.link == "oblique:on"  # "came today on a visit"
    journey = journey and parent is not None and not _begun_before(predicate, parent, frame)
    shares = journey or _told_by(tokens, predicate, parent) or (predicate.link or "").startswith(_SHARES_TIME)
    shares = shares or _meanwhile(tokens, predicate, frame)
    if parent is None or not shares or any(t.type != "DURATION" for t in own):
        return own
    told = _told_above(tokens, predicate, parent, times, frame)
    return own + [t for t in told if t not in own]


def _begun_before(predicate: Predicate, parent: Predicate, frame: Frame) -> bool:
    """True of "met the premier on Monday, in Kenya on a visit": the day of the meeting, and of no journey's start."""
    on_visit = frame.abroad and predicate.pos == "noun" and predicate.link == "oblique:on" and parent.pos == "verb"
    return on_visit and parent.lemma not in words().under_way | words().setting_out | _BEGINNING


def _at_its_time(predicate: Predicate, frame: Frame) -> bool:
    """False of an act of another time than what it hangs on: "left on Friday ahead of talks", "after an attack"."""
    link = predicate.link or ""
    if link in _OVER_BY_THEN:
        return frame.in_person and not frame.abroad and not frame.goes_on
    return not link.startswith("oblique:") or link in _AT_ITS_TIME


def _told_above(
    tokens: Sequence[Token], predicate: Predicate, parent: Predicate, times: Sequence[TimeExpression], frame: Frame
) -> list[TimeExpression]:
    """The expressions of time of the predicate that carries an act, where they are those of the act."""
    if _set_out_for(predicate, parent, frame) or _says_as(predicate, parent):
        return []
    if parts(tokens, parent.token, predicate.token):
        return []
    if predicate.link == "content" and parent.token > predicate.token:
        return []  # "The talks will be held in Baku; in May the two met there": the sentence goes on about another act
    if predicate.link == "content" and parent.arguments and predicate.pos == "verb" and parent.lemma in saying_verbs():
        return []
    told = said_of(tokens, parent, times, may_last(frame))
    return [t for t in told if not _decided_then(tokens, predicate, parent, t)]


def _told_by(tokens: Sequence[Token], predicate: Predicate, parent: Predicate | None) -> bool:
    """True of "the ninth round of talks opened in May", "the visit began with talks", "Oslo was the venue of talks":
    of those, it tells when.
    """
    if parent is None or predicate.pos != "noun":
        return False
    of_what = tokens[tokens[tokens[predicate.token].head].head].lemma if predicate.link == "oblique:of" else ""
    if parent.lemma in words().happening:
        return predicate.link == "oblique:with" or of_what in words().one_of_several
    return parent.lemma == "be" and of_what in words().scenes


def _meanwhile(tokens: Sequence[Token], predicate: Predicate, frame: Frame) -> bool:
    """True of "said on Friday, speaking at talks in Oslo": a participle of what is done at the time of the verb above.

    A journey, or what goes on for days, may have begun before.
    """
    at_once = frame.in_person and not frame.abroad and not frame.goes_on
    return (
        at_once
        and predicate.link == "adverbial"
        and predicate.pos == "verb"
        and tokens[predicate.token].tag == "VBG"
        and not any(t.head == predicate.token and t.dep in ("aux", "mark") for t in tokens)
    )


def _decided_then(tokens: Sequence[Token], predicate: Predicate, parent: Predicate, expression: TimeExpression) -> bool:
    """True of "agreed on Friday to meet": the day of the agreement; but "came on Friday to meet"."""
    to_do = predicate.link in ("content", "purpose") or tokens[predicate.token].dep == "dobj"
    return (
        to_do
        and parent.lemma not in words().under_way
        and parent.token < predicate.token
        and tokens[parent.token].tag in ("VBD", "VBN")
        and tokens[parent.token].end <= expression.start
        and any(t.tag == "TO" and t.start > expression.start for t in tokens[parent.token : predicate.token])
    )


def done_at(predicate: Predicate, parent: Predicate) -> bool:
    """True of "the May meeting where they discussed": what is done at an act is of its time."""
    at = any(a.role == "place" and a.prep == "where" and a.first <= parent.token < a.last for a in predicate.arguments)
    return predicate.link == "relative" and parent.pos == "noun" and at


def _came_about(
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    times: Sequence[TimeExpression],
    frame: Frame,
) -> list[TimeExpression]:
    """The time of a verb that tells how an act came about: "the truce, which came into effect on May 5", "the truce is
    due to take effect on May 5".
    """
    if predicate.pos != "noun":
        return []
    for p in predicates.values():
        below = p.link == "relative" and p.parent == predicate.token
        raised = p.link == "content" and any(a.head == predicate.token and a.via == "raising" for a in p.arguments)
        if not (below or raised) or p.lemma not in words().coming_about:
            continue
        # Not "a session of the council, whose last meeting was held in May".
        if any(a.head == predicate.token and a.prep is None for a in p.arguments):
            return said_of(tokens, p, times, may_last(frame))
    return []


def _of_another_time(predicate: Predicate, parent: Predicate) -> bool:
    """True of "confirmed the contract on Friday", "called off the drill": the time is that of the confirming."""
    known = words()
    return predicate.link in ("object", "subject") and parent.lemma in known.of_another_time | known.calling_off


def _set_out_for(predicate: Predicate, parent: Predicate, frame: Frame) -> bool:
    """True of "arrived on Friday for an exercise": the time is that of the arrival; who flew in on Friday for talks may
    hold them the day after, and what goes on began before.
    """
    purpose = (predicate.link or "").startswith(("purpose", "oblique:for"))
    later = frame.goes_on or frame.in_person and not frame.abroad
    return purpose and later and parent.pos == "verb" and parent.lemma in words().under_way


def _says_as(predicate: Predicate, parent: Predicate) -> bool:
    """True of "as he said on Friday": who speaks, and not what happened at the time."""
    said = predicate.lemma in saying_verbs() or parent.lemma in words().comparing
    return (predicate.link or "") == "adverbial:as" and said


def times_above(
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    times: Sequence[TimeExpression],
    frame: Frame,
) -> list[TimeExpression]:
    """The expressions of time of what stands further above: "in May ... and Turkey responded by closing its base"."""
    at = predicate
    for _ in range(_UP):
        parent = predicates.get(at.parent) if at.parent is not None else None
        if parent is None or _of_another_time(at, parent):
            return []
        if not (at.link or "").startswith(_LEADS_UP) and not _meanwhile(tokens, at, frame):
            return []
        if _set_out_for(at, parent, frame) or _begun_before(at, parent, frame) or _says_as(at, parent):
            return []
        if parts(tokens, parent.token, at.token):
            return []
        told = said_of(tokens, parent, times, may_last(frame))
        if told:
            return [t for t in told if not _decided_then(tokens, predicate, parent, t)]
        at = parent
    return []


def times_below(
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    times: Sequence[TimeExpression],
    direction: Literal["past", "future"] | None,
) -> list[TimeExpression]:
    """The expressions of time of what an act is told to be at one time with: "drilled as a fleet called on Sunday"."""
    acts = {predicate.token, predicate.light, predicate.parent if predicate.link == "light" else None}
    for p in predicates.values():
        if p.parent not in acts or p.token < predicate.token or not (p.link or "").startswith(_AT_ONE_TIME):
            continue
        if p.lemma in saying_verbs() or p.lemma in words().comparing or predicate.lemma in words().comparing:
            continue
        verb = p if p.pos == "verb" else _misparsed(tokens, predicates, p)
        if verb is None or (tokens[verb.token].tag in ("VBD", "VBN")) != (direction == "past"):
            continue
        told = said_of(tokens, p, times, False)
        if told:
            return told
    return []


def _misparsed(tokens: Sequence[Token], predicates: Mapping[int, Predicate], noun: Predicate) -> Predicate | None:
    """The verb of a clause of time that the parser hung on its subject: "as a session ended"."""
    if tokens[tokens[noun.token].head].lemma != "as":
        return None
    return next((p for p in predicates.values() if p.parent == noun.token and tokens[p.token].dep == "acl"), None)


def said_of(
    tokens: Sequence[Token], predicate: Predicate, times: Sequence[TimeExpression], lasts: bool = True
) -> list[TimeExpression]:
    """The expressions of time in the arguments of a predicate, but for those that only bound it ("before May 5").

    What lasts, unlike a meeting, began at the time since which it goes on.
    """
    out: list[TimeExpression] = []
    for a in predicate.arguments:
        if a.role not in _TIMED or (a.prep or "").startswith(_COMPARED):
            continue  # "more often than in 2013"
        if _of_a_bound(predicate, a) or _when_said(tokens, predicate, a):
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


def _when_said(tokens: Sequence[Token], predicate: Predicate, argument: Argument) -> bool:
    """True of "on Thursday" in "said on Thursday there could be talks", which the parser hung on what is said."""
    led = argument.prep is not None and tokens[argument.first].pos != "ADP"
    first = argument.first - 1 if led else argument.first
    verb = tokens[max(0, first - 1)]
    between = verb.i < argument.first and argument.last <= predicate.token and verb.i != predicate.light
    return between and verb.lemma in saying_verbs() and verb.tag in ("VBD", "VBZ", "VBP")


def _of_a_bound(predicate: Predicate, argument: Argument) -> bool:
    """True of "in 2016" in "the first visit after the election in 2016": it dates what the visit came after."""
    if argument.role != "time" or argument.prep != "in" or argument.via != "low-attachment":
        return False
    return any(b.prep in _BOUNDS and b.role != "time" and 0 < argument.first - b.last <= 1 for b in predicate.arguments)


def counts_from(tokens: Sequence[Token], expression: TimeExpression) -> bool:
    """True of "since February" in "the first talks since February", "the worst": the time of the last, not of these."""
    word = leading_word(tokens, expression)
    if word is None or word.text.lower() != "since":
        return False
    before = tokens[: word.i]
    return any(t.text.lower() in _NONE_LIKE_IT for t in before) or any(
        t.tag == "JJS" and t.text.lower() not in ("most", "least") for t in before
    )


def leading_word(tokens: Sequence[Token], expression: TimeExpression) -> Token | None:
    """The word that leads up to a time, none of its determiners: "since" in "since the 1991 treaty"."""
    before = [t for t in tokens if t.end <= expression.start]
    return next((t for t in reversed(before) if t.pos not in ("DET", "PRON")), None)


def meant_for(tokens: Sequence[Token], expression: TimeExpression) -> bool:
    """True of "for 2019", "for the years 2018-2020": of what was done, that is what it was done for, and not when."""
    at = next((t.i for t in tokens if t.start >= expression.start), 0)
    before = list(tokens[max(0, at - 4) : at])
    while before and before[-1].lemma in ("the", "year", "period"):
        before.pop()
    if expression.type != "DATE" or not before or before[-1].text.lower() != "for":
        return False
    return not any(t.pos != "NOUN" and t.lemma in words().scheduled for t in before[-2:-1])


def dated_by(tokens: Sequence[Token], predicate: Predicate, expression: TimeExpression) -> bool:
    """True of a time that is the act's own, whatever bounds others: "since the 1991 accord", or that opens its clause:
    "since May 2014, when they met".
    """
    spans = [(tokens[a.first].start, tokens[a.last - 1].end) for a in predicate.arguments if a.prep == "when"]
    of_its_name = any(
        t.head == predicate.token and t.i < t.head and expression.start <= t.start < expression.end for t in tokens
    )
    return of_its_name or any(start < expression.end and expression.start < end for start, end in spans)


def surely_past(tokens: Sequence[Token], predicates: Mapping[int, Predicate], candidate: Candidate) -> bool:
    """True of "met", "were sent", "accepted a call" and "the alleged meeting": surely that lies behind."""
    if candidate.scope.direction != "past":
        return False
    if tokens[candidate.scope.cue].text.lower() in words().alleged:
        return True
    at: Predicate | None = candidate.predicate
    for _ in range(_UP):
        if at is None:
            return False
        verb = at.token if at.pos == "verb" else at.light
        if verb is not None:
            return tokens[verb].tag == "VBD" or any(t.head == verb and t.tag == "VBD" for t in tokens)
        if candidate.scope.spoken_of or (at.link or "") not in _DONE_BY_VERB:
            return False
        at = predicates.get(at.parent) if at.parent is not None else None
    return False


def parts(tokens: Sequence[Token], upper: int, lower: int) -> bool:
    """True where "after" or the like stands between a word and one that hangs on it: they are of two times."""
    at = tokens[lower]
    for _ in tokens:  # a parse may go round
        if at.i == upper or at.head == at.i:
            break
        if at.text.lower() in _PARTING:
            return True
        at = tokens[at.head]
    return False


def lies_ahead(expression: TimeExpression) -> bool:
    """True of "next month", "tomorrow": no time of what has happened."""
    return not _AHEAD.isdisjoint(expression.text.lower().split()) and not dates.counts_from_told(expression)


def may_last(frame: Frame) -> bool:
    """True of kinds of events that may go on for long: what began "since May" began then."""
    return frame.abroad or frame.goes_on or not frame.in_person
