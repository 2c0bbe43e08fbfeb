"""Places and times of an act: those said of it, and those that only stand near it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.frame_types import Frame
from dragoman.facts.scope import saying_verbs
from dragoman.facts.scope_words import words
from dragoman.mentions import dates
from dragoman.mentions.pointing import place_nouns
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Argument, Predicate, TimeExpression, Token

# The arguments in which a time may be said of an act.
_TIMED = frozenset(("time", "place", "oblique", "topic", "goal", "source", "modifier", "companion", "patient"))
# The prepositions that put an act before or after a time and not at it.
_BOUNDS = frozenset(("before", "after", "until", "till", "since"))
# Words by which a time says itself that it lies ahead: "cancelled a visit next week".
_AHEAD = frozenset(("next", "tomorrow", "coming", "upcoming", "later"))
# The prepositions that put an act at a time.
_WHEN = frozenset(("on", "in", "at", "during"))
# The prepositions that put before an act what it is about.
_ABOUT = frozenset(("on", "about", "over", "regarding", "concerning"))
# Links over which the place of the governing predicate is also that of the act below it.
_SHARES_PLACE = ("oblique:during", "oblique:on", "oblique:in", "oblique:at")


def from_nearby(
    page: PageReferents,
    candidate: Candidate,
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    times: Sequence[TimeExpression],
) -> None:
    """Adds a place and a time that the parser hung elsewhere but that stand in the same clause as the trigger."""
    first, last = _clause(candidate.predicate, predicates, len(tokens))
    for spot in page.spots[candidate.sentence]:
        if spot.form == "pointer" and tokens[spot.head].head == candidate.predicate.token:
            candidate.places.append(Filler(spot.referents[0], candidate.sentence, spot.first, spot.last, "pointer"))
    if any(candidate.frame.slot(f.slot).gives == "place" for f in candidate.trigger.fill):
        if not candidate.places:
            _place_behind(page, candidate, tokens, predicates, last)
        if not candidate.places:
            _place_of_parent(page, candidate, predicates)
    if not candidate.times:
        _time_near(candidate, tokens, predicates, times, first, last)


def _place_behind(
    page: PageReferents, candidate: Candidate, tokens: Sequence[Token], predicates: Mapping[int, Predicate], last: int
) -> None:
    """The first place behind the trigger, after "in" or "at", that no other predicate claims."""
    own = candidate.predicate.token
    others = [a for p in predicates.values() if p.token != own for a in p.arguments]
    claimed = {a.head for a in others if a.role in ("place", "goal", "source")}
    words = _place_words(candidate)
    for spot in page.spots[candidate.sentence]:
        if not own < spot.first < last or (spot.head in claimed and "to" not in words) or spot.form == "demonym":
            continue
        if after_topic(candidate.predicate, spot.first) or _names_another(tokens, spot):
            continue
        if candidate.frame.in_person and talked_of(page, candidate.sentence, spot.referents[0], spot.first):
            continue
        placed = any(page.referents[r].place is not None for r in spot.referents)
        owns = any(t.tag == "POS" for t in tokens[spot.last : spot.last + 1])  # "at Norway's request"
        if placed and not owns and tokens[spot.first - 1].text.lower() in words:
            candidate.places.append(Filler(spot.referents[0], candidate.sentence, spot.first, spot.last, "same clause"))
            candidate.features.append("place by nearness")
            return


def _names_another(tokens: Sequence[Token], spot: Spot) -> bool:
    """True of "Russia" in "in the Russia probe"; "in Lima province" and "in Baku airport" are places."""
    name = tokens[spot.head]
    noun = tokens[name.head]
    if name.dep not in ("compound", "nmod", "amod") or noun.i < spot.last or noun.pos == "PROPN":
        return False
    return noun.lemma not in place_nouns()


def _place_of_parent(page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate]) -> None:
    """ "Signed it in Taipei during a secret visit": the visit was there."""
    predicate = candidate.predicate
    parent = predicates.get(predicate.parent) if predicate.parent is not None else None
    reported = predicate.link == "subject" and parent is not None and parent.lemma in words().noticing
    # "Were in Paris as a contract was signed": who looks on is where it is done.
    beside = predicate.link == "adverbial:as" and parent is not None and parent.lemma in words().looking_on
    at_it = parent is not None and _where(predicate, parent)
    if parent is None or not ((predicate.link or "").startswith(_SHARES_PLACE) or reported or beside or at_it):
        return
    for a in parent.arguments:
        if a.role == "place" and (a.prep in ("in", "at") or reported):
            found = [f for f in fill(page, candidate.sentence, a) if isinstance(f, Filler)]
            candidate.places.extend(f for f in found if page.referents[f.referent].place is not None)


def _time_near(
    candidate: Candidate,
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    times: Sequence[TimeExpression],
    first: int,
    last: int,
) -> None:
    """The only expression of time in the clause, where no predicate claims it."""
    said = [a for p in predicates.values() for a in p.arguments if a.role == "time"]
    claimed = [(tokens[a.first].start, tokens[a.last - 1].end) for a in said]
    start, end = tokens[first].start, tokens[last - 1].end
    lasts = _lasts(candidate.frame)
    inside = [t for t in times if start <= t.start < end and not _bounds(tokens, t, lasts)]
    # "Who is in Cairo on a visit, had in the morning met": a part of the day is that of its own verb alone.
    free = [t for t in inside if not dates.of_the_day(t) and not any(t.start < e and b < t.end for b, e in claimed)]
    if len(free) == 1:
        candidate.times = free
        candidate.features.append("time by nearness")


def counts_from(tokens: Sequence[Token], expression: TimeExpression) -> bool:
    """True of "since February" in "the first talks since February", "the worst": the time of the last, not of these."""
    at = next((t.i for t in tokens if t.start >= expression.start), 0)
    before = {t.text.lower() for t in tokens[:at]}
    return (
        at > 0
        and tokens[at - 1].text.lower() == "since"
        and (
            not before.isdisjoint(("first", "last", "no", "not", "never", "only"))
            or any(t.tag == "JJS" and t.text.lower() not in ("most", "least") for t in tokens[:at])
        )
    )


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
    """True of an act in a clause that a date opens: "since May 2014, when they met": whatever that date bounds."""
    spans = [(tokens[a.first].start, tokens[a.last - 1].end) for a in predicate.arguments if a.prep == "when"]
    return any(start < expression.end and expression.start < end for start, end in spans)


def _bounds(tokens: Sequence[Token], time: TimeExpression, lasts: bool) -> bool:
    """True of a time that something else counts from or up to: "minister until 2019", "the last before May"."""
    before = [t for t in tokens if t.end <= time.start][-1:]
    if lasts and any(t.text.lower() == "since" for t in before):
        return counts_from(tokens, time)
    return any(t.tag == "IN" and t.text.lower() not in _WHEN for t in before)


def _lasts(frame: Frame) -> bool:
    """True of kinds of events that may go on for long: what began "since May" began then."""
    return frame.abroad or frame.goes_on or not frame.in_person


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
    subjects = [
        a.first
        for k, p in predicates.items()
        if p.pos == "verb" and k > centre
        for a in p.arguments
        if a.role == "agent" and a.first > centre
    ]
    count = min([count, *subjects])
    return max((k + 1 for k in verbs if k < centre), default=0), min((k for k in verbs if k > centre), default=count)


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
# Links over which it is so where nothing nearer gives a time, and how far up.
_LEADS_UP = (*(link for link in _SHARES_TIME if link != "content"), "adverbial:by")
_UP = 3


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
        own = said_of(tokens, alone, times, _lasts(frame))
        if own or parent.lemma not in words().calling_off:
            return own
        return [t for t in said_of(tokens, predicate, times, _lasts(frame)) if _AHEAD & set(t.text.lower().split())]
    if parent is not None and _where(predicate, parent):
        return said_of(tokens, predicate, times, _lasts(frame)) or said_of(tokens, parent, times, _lasts(frame))
    if parent is not None and _set_out_for(predicate, parent, frame):
        predicate = replace(predicate, arguments=tuple(a for a in predicate.arguments if a.via != "inherited"))
    own = said_of(tokens, predicate, times, _lasts(frame)) or _came_about(tokens, predicates, predicate, times, frame)
    journey = frame.abroad and predicate.pos == "noun" and predicate.link == "oblique:on"  # "came today on a visit"
    if own or parent is None or not (journey or (predicate.link or "").startswith(_SHARES_TIME)):
        return own
    if _set_out_for(predicate, parent, frame) or _says_as(predicate, parent):
        return []
    if predicate.link == "content" and parent.token > predicate.token:
        return []  # "The talks will be held in Baku; in May the two met there": the sentence goes on about another act
    if predicate.link == "content" and parent.arguments and predicate.pos == "verb" and parent.lemma in saying_verbs():
        return []
    told = said_of(tokens, parent, times, _lasts(frame))
    return [t for t in told if not _decided_then(tokens, predicate, parent, t)]


def _decided_then(
    tokens: Sequence[Token], predicate: Predicate, parent: Predicate, expression: TimeExpression
) -> bool:
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


def _where(predicate: Predicate, parent: Predicate) -> bool:
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
    """The time in a relative clause that tells how an act came about: "the truce, which came into effect on May 5"."""
    if predicate.pos != "noun":
        return []
    for p in predicates.values():
        if p.parent == predicate.token and p.link == "relative" and p.lemma in words().coming_about:
            return said_of(tokens, p, times, _lasts(frame))
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
        if parent is None or not (at.link or "").startswith(_LEADS_UP) or _of_another_time(at, parent):
            return []
        if _set_out_for(at, parent, frame) or _says_as(at, parent):
            return []
        told = said_of(tokens, parent, times, _lasts(frame))
        if told:
            return [t for t in told if not _decided_then(tokens, predicate, parent, t)]
        at = parent
    return []


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
        if _of_a_bound(predicate, a):
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


def _of_a_bound(predicate: Predicate, argument: Argument) -> bool:
    """True of "in 2016" in "the first visit after the election in 2016": it dates what the visit came after."""
    if argument.role != "time" or argument.prep != "in" or argument.via != "low-attachment":
        return False
    return any(b.prep in _BOUNDS and b.role != "time" and 0 < argument.first - b.last <= 1 for b in predicate.arguments)


def after_topic(predicate: Predicate, token: int) -> bool:
    """True of a token behind the object of a verb of talk: "discussed the situation in Syria" was not in Syria."""
    return predicate.lemma in words().talked_about and any(
        a.role == "patient" and a.head < token for a in predicate.arguments
    )


def talked_of(page: PageReferents, sentence: int, referent: int, first: int) -> bool:
    """True of Sudan in "talks on the war in Sudan": a land, or a sea, where that is of which they speak.

    A city there may well be where they speak: "talks on trade in Rome".
    """
    place = page.referents[referent].place
    if place is None or place.kind not in ("country", "region"):
        return False
    tokens = page.annotated.sentences[sentence].tokens
    at = first - 1
    while at > 0 and tokens[at].pos in ("DET", "ADJ", "ADV"):
        at -= 1
    noun = tokens[tokens[at].head]
    if tokens[at].dep != "prep" or noun.pos not in ("NOUN", "PROPN"):
        return False
    while noun.dep in ("conj", "pobj"):
        above = tokens[noun.head]
        if noun.dep == "pobj" and above.text.lower() in _ABOUT:
            return True
        noun = above if noun.dep == "conj" else tokens[above.head]
    return False
