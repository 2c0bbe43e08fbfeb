"""Places and times of an act that only stand near it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.facts.candidate import Candidate
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.scope_words import words
from dragoman.facts.times import counts_from, dated_by, done_at, leading_word, lies_ahead, may_last
from dragoman.mentions import dates
from dragoman.mentions.pointing import place_nouns
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Predicate, TimeExpression, Token

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
        if spot.form == "border" and (candidate.frame.abroad or page.some_border(spot.referents[0])):
            continue
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
    at_it = parent is not None and done_at(predicate, parent)
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
    lasts = may_last(candidate.frame)
    own = candidate.predicate
    inside = [
        t
        for t in times
        if start <= t.start < end
        and (dated_by(tokens, own, t) or not _bounds(tokens, t, lasts))
        and not _in_clause_after(tokens, own, t)
    ]
    # "Who is in Cairo on a visit, had in the morning met": a part of the day is that of its own verb alone.
    free = [t for t in inside if not dates.of_the_day(t) and not any(t.start < e and b < t.end for b, e in claimed)]
    if len(free) == 1 and not (candidate.scope.direction == "past" and lies_ahead(free[0])):
        candidate.times = free
        candidate.features.append("time by nearness")


def _in_clause_after(tokens: Sequence[Token], act: Predicate, time: TimeExpression) -> bool:
    """True of "in 2012" in "spoke of trade after Lima in 2012 closed the port"."""
    at = next(t for t in tokens if t.start >= time.start)
    opens = [t for t in tokens[act.token + 1 : at.i] if t.text.lower() in ("after", "before", "since", "until")]
    return any(t.i < at.i - 1 for t in opens)


def _bounds(tokens: Sequence[Token], time: TimeExpression, lasts: bool) -> bool:
    """True of a time that something else counts from or up to: "minister until 2019", "the last before May"."""
    word = leading_word(tokens, time)
    if word is None:
        return False
    if lasts and word.text.lower() == "since":
        return counts_from(tokens, time)
    return word.tag == "IN" and word.text.lower() not in _WHEN


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


def after_topic(predicate: Predicate, token: int) -> bool:
    """True of a token behind the object of a verb of talk: "discussed the situation in Syria" was not in Syria."""
    return predicate.lemma in words().talked_about and any(
        a.role in ("patient", "content") and a.head < token for a in predicate.arguments
    )


def quarrelled_over(page: PageReferents, sentence: int, first: int) -> bool:
    """True of Tonga in "a row over Tonga": what the quarrel is about, and not where it is had."""
    tokens = page.annotated.sentences[sentence].tokens
    at = first - 1
    while at > 0 and tokens[at].pos in ("DET", "ADJ", "ADV"):
        at -= 1
    return at > 0 and tokens[at].text.lower() in ("over", "about") and tokens[at - 1].lemma in words().disputes


def talked_of(page: PageReferents, sentence: int, referent: int, first: int) -> bool:
    """True of Sudan in "talks on the war in Sudan": a land, or a sea, where that is of which they speak.

    A city there may well be where they speak: "talks on trade in Rome"; but who is summoned "over an attack in Rome" is
    summoned elsewhere.
    """
    place = page.referents[referent].place
    if place is None:
        return False
    about = _ABOUT if place.kind in ("country", "region") else ("over",)
    tokens = page.annotated.sentences[sentence].tokens
    at = first - 1
    while at > 0 and (tokens[at].pos in ("DET", "ADJ", "ADV") or tokens[at].dep == "amod"):
        at -= 1
    noun = tokens[tokens[at].head]
    if tokens[at].dep != "prep" or noun.pos not in ("NOUN", "PROPN") and noun.dep != "pcomp":
        return False
    while noun.dep in ("conj", "pobj", "pcomp"):
        above = tokens[noun.head]
        if noun.dep != "conj" and above.text.lower() in about:
            return True
        noun = above if noun.dep == "conj" else tokens[above.head]
    return False
