"""Sides by nearness: where the arguments of an act give none, those whom its sentence, or the one before, names.

Measured on news with answers, a filling pays only where it can hardly be another: where the sentence names exactly
two states or bodies, or where talks of two were told of right before. What has sides of its own is left alone, and
what is filled says so and is graded lower.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.events import Event, Report
from dragoman.facts.fillers import Filler
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.people import as_actor, is_people_word
from dragoman.facts.periods import agree
from dragoman.facts.scope import saying_verbs
from dragoman.facts.scope_words import words
from dragoman.facts.standing import stands
from dragoman.facts.units import unit_of, units_of
from dragoman.mentions.spots import PageReferents, Spot, outermost
from dragoman.types import Token

NEAR = "sides by nearness"  # the feature that facts.confidence weighs
_FORMS = frozenset({"name", "title", "role", "country", "demonym", "metonym", "capital", "body", "force"})
_WHERE = frozenset({"in", "at", "near", "from", "to", "into", "off", "outside", "over", "of", "on"})
_TELLS = "whose official tells of it"
_REACH = 30  # tokens between an act and those named near it


def fill_lacking(page: PageReferents, events: Sequence[Event]) -> None:
    """Gives events that do not stand for lack of sides those named beside them."""
    whole = [e for e in events if stands(page, e)]
    for event in events:
        if event in whole or deals_in_arms(event.frame):
            continue
        report = next((r for r in event.reports if _sure(page, r)), event.reports[0])
        added = _who_tells(page, event, report)
        if not added and event.frame.mutual and _sure(page, report):
            added = _two_of_sentence(page, event, report.candidate)
            added = added or _told_before(page, event, report.candidate, whole)
        before = list(report.candidate.sides)
        if not added:
            continue
        report.candidate.sides.extend(added)
        if stands(page, event) and not any(same(page, event, other) for other in whole):
            if not any(s.inferred == _TELLS for s in added):
                report.candidate.features.append(NEAR)
            whole.append(event)
        else:
            report.candidate.sides = before


def _sure(page: PageReferents, report: Report) -> bool:
    """True of a report that says when or where, and more than that something was talked about."""
    c = report.candidate
    told = report.dated and report.placed or (report.dated or report.placed) and c.scope.explicit
    if not told or c.scope.spoken_of or c.trigger.strength < 0.5:
        return False
    if c.scope.status == "possible" or "told as a habit" in c.features:
        return False
    tokens = page.annotated.sentences[c.sentence].tokens
    above = c.predicate.parent
    about = above is not None and (tokens[above].lemma in words().talked_about or _goes_over(tokens, above))
    named = any(t.head == c.predicate.token and t.pos == "PROPN" and t.i < t.head for t in tokens)
    return not about and not named


def _goes_over(tokens: Sequence[Token], verb: int) -> bool:
    """True of "went over the accords"."""
    return tokens[verb].lemma == "go" and any(t.head == verb and t.text.lower() == "over" for t in tokens)


def _two_of_sentence(page: PageReferents, event: Event, candidate: Candidate) -> list[Side]:
    """The two states or bodies of a sentence that names two: "Lima broke with Quito and made it up by the pact
    signed in Oslo"."""
    slot = next((s for s in candidate.frame.slots if s.part == "side"), None)
    if slot is None:
        return []
    nearest = nearest_units(page, candidate, slot.kinds)
    taken = units_of(page, (s.referent for s in event.sides()))
    far = any(abs(spot.head - candidate.predicate.token) > _REACH for spot, _ in nearest.values())
    if len(nearest.keys() | taken) != 2 or far:
        return []
    why = "named in its sentence"
    return [
        Side(referent, "side", Filler(referent, candidate.sentence, spot.first, spot.last, why, spot.title), why)
        for unit, (spot, referent) in nearest.items()
        if unit not in taken
    ]


def nearest_units(page: PageReferents, candidate: Candidate, kinds: frozenset[str]) -> dict[str, tuple[Spot, int]]:
    """Each state or body that the sentence of a candidate names as one who may act, where it stands nearest."""
    nearest: dict[str, tuple[Spot, int]] = {}
    for spot in outermost(page.spots[candidate.sentence]):
        if not _acts(page, candidate, spot):
            continue
        referent = as_actor(page.referents, spot.referents[0], kinds)
        if referent is None or page.referents[referent].country is None:
            continue
        unit, at = unit_of(page, referent), candidate.predicate.token
        if unit not in nearest or abs(spot.head - at) < abs(nearest[unit][0].head - at):
            nearest[unit] = (spot, referent)
    return nearest


def _acts(page: PageReferents, candidate: Candidate, spot: Spot) -> bool:
    """True of a spot that may name a side: no place, no tourists of a state, and not the one who tells of it."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    head = tokens[spot.head]
    if spot.form not in _FORMS or len(spot.referents) != 1:
        return False
    if any(spot.first <= p.first < spot.last for p in candidate.places):
        return False
    owns = tokens[spot.last - 1].tag == "POS" or spot.last < len(tokens) and tokens[spot.last].tag == "POS"
    if (
        spot.form in ("country", "capital")
        and spot.first
        and tokens[spot.first - 1].text.lower() in _WHERE
        and not owns
    ):
        return False  # "in Cairo" is a place; "one of Cairo's jets" acts for Egypt
    if head.dep in ("amod", "compound", "nmod") and not is_people_word(tokens[head.head].lemma):
        return False
    return not (head.dep in ("nsubj", "nsubjpass") and head.head in candidate.scope.sources)


def _who_tells(page: PageReferents, event: Event, report: Report) -> list[Side]:
    """ "The fighting with Chad cost lives, the Sudanese minister said": the other side is that of the one who tells."""
    candidate, sides = report.candidate, event.sides()
    if len(sides) != 1 or sides[0].part != "side" or sides[0].filler.prep != "with":
        return []
    fought = event.frame.hostile and not event.frame.mutual
    if not fought or candidate.scope.status == "possible" or "told as a habit" in candidate.features:
        return []
    tokens = page.annotated.sentences[candidate.sentence].tokens
    for t in tokens:
        if t.dep not in ("nsubj", "nsubjpass") or tokens[t.head].lemma not in saying_verbs():
            continue
        spot = page.at(candidate.sentence, t.i)
        for referent in spot.referents[:1] if spot is not None else ():
            speaker = page.referents[referent]
            if speaker.kind != "person" or speaker.country in (None, unit_of(page, sides[0].referent)):
                continue
            state = next((r.id for r in page.referents if r.kind == "state" and r.country == speaker.country), None)
            if state is not None and spot is not None:
                filler = Filler(state, candidate.sentence, spot.first, spot.last, _TELLS)
                return [Side(state, "side", filler, _TELLS)]
    return []


def _told_before(page: PageReferents, event: Event, candidate: Candidate, whole: Sequence[Event]) -> list[Side]:
    """ "A truce was agreed between X and Y. Talks take place on Thursday in Z": those of X and Y."""
    if event.sides() or candidate.predicate.pos != "noun":
        return []
    token = candidate.predicate.token
    for other in reversed(whole):
        behind = candidate.sentence - other.reports[-1].candidate.sentence
        sides = other.sides()
        if not other.frame.mutual or not 0 <= behind <= 1 or len(units_of(page, (s.referent for s in sides))) < 2:
            continue
        why = "those of whom was told right before"
        return [
            Side(s.referent, "side", Filler(s.referent, candidate.sentence, token, token + 1, why), why) for s in sides
        ]
    return []


def same(page: PageReferents, event: Event, other: Event) -> bool:
    """True where what is filled would tell once more of an event that has its sides by itself."""
    if other.kind not in (event.kind, *event.frame.kin, *event.frame.yields):
        return False
    mine = units_of(page, (s.referent for s in event.sides()))
    theirs = units_of(page, (s.referent for s in other.sides()))
    mine_at, theirs_at = event.date(), other.date()
    return mine <= theirs and (mine_at is None or theirs_at is None or agree(mine_at, theirs_at))
