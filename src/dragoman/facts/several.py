"""Candidates that tell of several events at once: talks with each of several people, the stops of a tour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.units import units_of
from dragoman.mentions.spots import PageReferents
from dragoman.types import Token

# Said of talks that one has with several others, one after the other.
_TWO_BY_TWO = frozenset({"bilateral", "separate", "individual", "one-on-one"})
_SEPARATELY = frozenset({"separately", "individually", "respectively"})
# In the plural these are several, each with its own; "talks" may be one.
_EACH_ITS_OWN = frozenset({"call", "conversation", "meeting", "encounter"})


def split(page: PageReferents, candidate: Candidate) -> list[Candidate]:
    """ "Talks with the minister and with the chief of staff": the visitor met each, if both are of one state."""
    paired = _each_at_its_time(page, candidate)
    if paired:
        return paired
    if candidate.frame.abroad:
        return _stops(page, candidate)
    if candidate.frame.cross == "no" or candidate.open or any(s.part != "side" for s in candidate.sides):
        return [candidate]
    one_by_one = _one_by_one(page, candidate)
    if one_by_one:
        return one_by_one
    others = [
        s for s in candidate.sides if s.filler.role in ("companion", "patient") and s.filler.prep in ("with", None)
    ]
    rest = [s for s in candidate.sides if s not in others]
    people = [s for s in others if page.referents[s.referent].kind == "person" or s.filler.how.endswith("people of")]
    if (
        len(others) < 2
        or len(people) < len(others)
        or len({(s.filler.first, s.filler.last) for s in others}) == 1  # "the Americans": together
        or len(rest) != 1
        or len(units_of(page, [s.referent for s in others])) != 1
    ):
        return [candidate]
    if units_of(page, [rest[0].referent]) == units_of(page, [others[0].referent]):
        return [candidate]
    return [
        replace(
            candidate, sides=[*rest, other], open=[], places=list(candidate.places), features=list(candidate.features)
        )
        for other in others
    ]


def _each_at_its_time(page: PageReferents, candidate: Candidate) -> list[Candidate]:
    """ "Rounds were held in Lima in May and in Quito in June": one at each place, at the time said with it."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    if not (candidate.frame.in_person or candidate.frame.abroad):
        return []
    cities = {p.first: p for p in candidate.places if page.referents[p.referent].place is not None}
    places = [(tokens[first].start, place) for first, place in sorted(cities.items())]
    times = sorted((t.start, t) for t in candidate.times)
    if len(places) < 2 or len(places) != len(times) or len({p.referent for _, p in places}) != len(places):
        return []
    for n, ((at, _), (when, _)) in enumerate(zip(places, times, strict=True)):
        following = places[n + 1][0] if n + 1 < len(places) else when + 1
        if not at < when < following:
            return []
    return [
        replace(candidate, places=[place], times=[time], sides=list(candidate.sides), features=list(candidate.features))
        for (_, place), (_, time) in zip(places, times, strict=True)
    ]


def _one_by_one(page: PageReferents, candidate: Candidate) -> list[Candidate]:
    """ "Held bilateral meetings with his counterparts from Peru, Chile and Oman": a meeting with each.

    So is "called separately on X, Y and Z".
    """
    tokens = page.annotated.sentences[candidate.sentence].tokens
    act = candidate.predicate
    if act.pos == "noun":
        if tokens[act.token].tag not in ("NNS", "NNPS"):
            return []
        apart = any(t.head == act.token and t.lemma in _TWO_BY_TWO for t in tokens) or act.lemma == "bilateral"
        apart = apart or act.lemma in _EACH_ITS_OWN
    else:
        apart = any(t.head == act.token and t.lemma in _SEPARATELY for t in tokens)
    others = [s for s in candidate.sides if s.filler.role not in ("agent", None)]
    if not apart and not _one_then_the_other(tokens, others) and not _among_several(tokens, others):
        return []
    rest = [s for s in candidate.sides if s not in others]
    home = units_of(page, [s.referent for s in rest])
    others = [s for s in others if units_of(page, [s.referent]).isdisjoint(home)]
    if len(others) < 2 or len(home) != 1:
        return []
    return [
        replace(candidate, sides=[*rest, other], places=list(candidate.places), features=list(candidate.features))
        for other in others
    ]


def _among_several(tokens: Sequence[Token], others: Sequence[Side]) -> bool:
    """True of "met several leaders, including X, Y and Z"."""
    first = min((s.filler.first for s in others), default=0)
    listed = next((t.i for t in tokens[:first] if t.text.lower() == "including"), 0)
    leaders = {t.i for t in tokens[:listed] if t.tag == "NNS" and t.dep in ("dobj", "pobj")}
    many = ("several", "many", "multiple", "various")
    return any(t.head in leaders and t.text.lower() in many for t in tokens[:listed])


def _one_then_the_other(tokens: Sequence[Token], others: Sequence[Side]) -> bool:
    """True of "spoke with X and then with Y"."""
    at = sorted(s.filler.first for s in others)
    return len(at) > 1 and any(t.text.lower() in ("then", "later") for t in tokens[at[0] : at[-1]])


def _stops(page: PageReferents, candidate: Candidate) -> list[Candidate]:
    """ "Heading for Thailand and Indonesia": every state visited is a visit."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    noun = candidate.predicate
    # "Made port calls in Chile and Peru", but "a visit to troops in Japan and South Korea"
    many = noun.pos == "noun" and tokens[noun.token].tag in ("NNS", "NNPS")
    goals = [p for p in candidate.places if p.role in ("goal", "patient") or many and p.role == "place"]
    states = {
        code
        for p in goals
        if (place := page.referents[p.referent].place) is not None and (code := place.country) is not None
    }
    if len(states) < 2 or len(goals) != len(states):
        return [candidate]
    return [
        replace(candidate, places=[goal], sides=list(candidate.sides), features=list(candidate.features))
        for goal in goals
    ]
