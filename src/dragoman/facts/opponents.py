"""The other side of a fight, a sanction or help: who is hit, or who hits, where the act's own arguments leave it out.

Two mechanisms, both marked as inferred: a sentence that names one state besides the one who acts names whom he acted
against, and a page that tells of talks, truces and fights of the same two alone tells of these two where it speaks of
"the fighting" and "the ceasefire".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.bystanders import NEAR, nearest_units
from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.events import Event
from dragoman.facts.fillers import Filler
from dragoman.facts.standing import stands
from dragoman.facts.units import international, units_of
from dragoman.mentions.spots import PageReferents

# Parts of which one does what the other undergoes.
_OPPOSED = (("attacker", "target"), ("imposer", "target"), ("giver", "receiver"))
_BESIDE = "named beside the act"
_THESE_TWO = "the two of whom alone the page tells"
_ALIKE = "those of the act that it is likened to"
_LIKE = frozenset({"similar", "another", "like", "such", "second", "comparable"})


def other_of_sentence(page: PageReferents, candidate: Candidate) -> None:
    """ "A Peruvian trawler was rammed on Sunday when Chilean cutters tried to stop it": rammed by Chileans."""
    parts = _opposed(candidate)
    if parts is None or candidate.open or candidate.scope.status == "possible":
        return
    if "told as a habit" in candidate.features:
        return
    _leave_out_itself(page, candidate)
    told = {s.part for s in candidate.sides}
    if len(told) != 1 or not told <= set(parts):
        return
    if candidate.trigger.cross == "no" or len(units_of(page, (s.referent for s in candidate.sides))) != 1:
        return
    part = parts[1] if parts[0] in told else parts[0]
    slot = next((s for s in candidate.frame.slots if s.part == part), None)
    if slot is None:
        return
    near = nearest_units(page, candidate, slot.kinds)
    for unit in units_of(page, (s.referent for s in candidate.sides)):
        near.pop(unit, None)
    if len(near) != 1:
        return
    spot, referent = next(iter(near.values()))
    at = Filler(referent, candidate.sentence, spot.first, spot.last, _BESIDE, spot.title)
    candidate.sides.append(Side(referent, part, at, _BESIDE))
    candidate.features.append(NEAR)


def _opposed(candidate: Candidate) -> tuple[str, str] | None:
    """The two parts of a trigger that stand against each other; None where it has no such two."""
    filled = {f.slot for f in candidate.trigger.fill}
    parts = {s.part for s in candidate.frame.slots if s.name in filled}
    return next((pair for pair in _OPPOSED if parts.issuperset(pair)), None)


def _leave_out_itself(page: PageReferents, candidate: Candidate) -> None:
    """ "Canada protested after one of the jets hit a Canadian ship": the subject lent by a verb above is not it.

    Nor is it what "its" stands for: "Peru's navy seized a tanker and held its crew".
    """
    doers = [s for s in candidate.sides if s.part == "attacker"]
    hit = units_of(page, (s.referent for s in candidate.sides if s.part == "target"))
    if len(hit) != 1 or units_of(page, (s.referent for s in doers)) != hit:
        return
    tokens = page.annotated.sentences[candidate.sentence].tokens
    lent = [s for s in doers if s.filler.how.startswith(("inherited", "shared"))]
    theirs = [s for s in candidate.sides if s.part == "target" and tokens[s.filler.first].tag == "PRP$"]
    candidate.sides = [s for s in candidate.sides if s not in (theirs or lent)]


def fill_with_these_two(page: PageReferents, events: Sequence[Event]) -> None:
    """ "Peru's army and the rebels met in Lima. The truce was signed on May 20": a truce of the army and the rebels."""
    pair, at_odds = _these_two(page, events)
    units = units_of(page, (s.referent for s in pair))
    for event in events:
        if not event.frame.hostile or event.sides() or not _known(event):
            continue
        first = event.reports[0].candidate
        token = first.predicate.token
        told = _alike(page, event, events)
        if not told and not (pair and _of_two(event)):
            continue
        if not told and _fight(event) and _elsewhere(event, units):
            continue
        first.sides.extend(
            Side(s.referent, s.part if told else "side", Filler(s.referent, first.sentence, token, token + 1, why), why)
            for why, sides in ((_ALIKE, told) if told else (_THESE_TWO, pair),)
            for s in sides
        )
        if not told and not at_odds:
            first.features.append(NEAR)


def by_their_states(page: PageReferents, events: Sequence[Event]) -> None:
    """ "The ministers spoke as the two sides traded fire": who fights or drills is a minister's state, not he.

    Only sides that were inferred are read so: of whom the act's own words name, they say what he did.
    """
    states = {r.country: r.id for r in page.referents if r.kind == "state" and r.country is not None}
    for event in events:
        if not (event.frame.hostile or event.frame.hosted or event.frame.goes_on) or event.frame.abroad:
            continue
        for candidate in (r.candidate for r in event.reports):
            lifted = [_lifted(page, s, states) for s in candidate.sides]
            candidate.sides = list({(s.referent, s.part): s for s in lifted}.values())


def _lifted(page: PageReferents, side: Side, states: Mapping[str, int]) -> Side:
    person = page.referents[side.referent]
    state = states.get(person.country or "")
    if side.inferred is None or side.part == "target" or person.kind != "person" or state is None:
        return side  # a person may well be hit himself
    return replace(side, referent=state, filler=replace(side.filler, referent=state))


def _alike(page: PageReferents, event: Event, events: Sequence[Event]) -> list[Side]:
    """ "Chilean cutters rammed a Peruvian trawler. A similar attack took place in May": by the same on the same."""
    first = event.reports[0].candidate
    tokens = page.annotated.sentences[first.sentence].tokens
    at = first.predicate.token
    before = any(t.head == at and t.lemma.lower() in _LIKE for t in tokens[:at])
    after = [t.text.lower() for t in tokens[at + 1 : at + 3]]
    if not before and after not in (["like", "these"], ["like", "this"], ["like", "those"], ["like", "that"]):
        return []
    for other in reversed(events):
        if other is not event and _fight(other) and other.reports[0].candidate.sentence <= first.sentence:
            if other.number < event.number and stands(page, other):
                return other.sides()
    return []


def _fight(event: Event) -> bool:
    """True of a fight itself, and not of what ends it."""
    return event.frame.hostile and not event.frame.mutual


def _elsewhere(event: Event, units: frozenset[str]) -> bool:
    """True of fighting in a state that is neither of the two."""
    place = event.place()
    return place is not None and place.country is not None and place.country not in units


def _of_two(event: Event) -> bool:
    """True of a kind of fight that has no attacker and no target, but sides."""
    return any(
        s.part == "side" and s.name in {f.slot for f in r.candidate.trigger.fill}
        for r in event.reports
        for s in r.candidate.frame.slots
    )


def _known(event: Event) -> bool:
    """True of a fight or a truce that a noun names, and of which it is said when or where it was."""
    nouns = [
        r
        for r in event.reports
        if r.candidate.predicate.pos == "noun"
        and r.candidate.scope.status != "possible"
        and not r.candidate.scope.spoken_of
        and "told as a habit" not in r.candidate.features
    ]
    return bool(nouns) and any(r.dated or r.placed for r in event.reports)


def _between(event: Event) -> bool:
    """True of what two enemies do, and of what they come together for."""
    return event.frame.hostile or event.frame.mutual and event.frame.in_person


def _these_two(page: PageReferents, events: Sequence[Event]) -> tuple[list[Side], bool]:
    """The sides of the events between two where one pair stands out, and whether the page tells that they fight."""
    told: dict[frozenset[str], list[Event]] = {}
    for event in events:
        units = units_of(page, (s.referent for s in event.sides()))
        if _between(event) and len(units) == 2 and stands(page, event):
            told.setdefault(units, []).append(event)
    ranked = sorted(told.values(), key=len, reverse=True)
    if not ranked or len(ranked) > 1 and len(ranked[0]) < 2 * len(ranked[1]):
        return [], False
    sides = ranked[0][0].sides()
    groups = any(page.referents[s.referent].kind == "force" or international(page, s.referent) for s in sides)
    return sides, groups or any(e.frame.hostile for e in ranked[0])
