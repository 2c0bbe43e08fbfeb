"""Sides that a sentence leaves to be understood: "they", "the two nations", a delegation, the traveller at talks."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.candidate import POINTER_REACH, Candidate, Side
from dragoman.facts.events import Event
from dragoman.facts.fillers import Filler, Open, groups, is_actor
from dragoman.facts.pairs import only_two
from dragoman.facts.units import units_of
from dragoman.mentions.spots import PageReferents, outermost

_ARMIES = ("army", "military", "navy")  # "the two armies": those of two states


def complete_sides(page: PageReferents, events: Sequence[Event], candidate: Candidate) -> None:
    """Gives "they" and "the two ministers" the sides of what was last told, with the reason."""
    if candidate.frame.in_person and not candidate.open:
        _add_traveller(page, events, candidate)
        _name_the_leader(page, events, candidate)
    if not candidate.sides and not candidate.open:
        noun, part = candidate.predicate, next((s.part for s in candidate.frame.slots if s.part == "side"), None)
        for referent in _named_behind_their(page, candidate) if part is not None else ():
            at = Filler(referent, candidate.sentence, noun.token, noun.token + 1, "named behind 'their'")
            candidate.sides.append(Side(referent, str(part), at, "whose it is stands behind"))
    if candidate.frame.slots and candidate.open and not _points_inside(page, candidate):
        known = {s.referent for s in candidate.sides}
        part, pointer = candidate.open[0]
        source = _travellers(page, events, candidate, pointer)
        if not source and _theirs(page, pointer):
            source = _named_behind_their(page, candidate)  # "at their meeting X and Y": nearer than all told before
        if not source and pointer.count != 1:
            source = _side_by_side(page, candidate.sentence, pointer.first) or _last_pair(
                page, events, candidate, pointer.count, _office(page, pointer)
            )
        if not source and pointer.count == 2 and _armies_or_states(page, pointer):
            source = only_two(page, candidate.sentence)
        if _names_states(page, pointer):
            source = [_state_of(page, r) for r in source]
        for referent in dict.fromkeys(source):
            if referent not in known:
                filler = Filler(referent, candidate.sentence, pointer.first, pointer.last, "points back")
                candidate.sides.append(Side(referent, part, filler, "the sides named before"))


def _points_inside(page: PageReferents, candidate: Candidate) -> bool:
    """True of "mercenaries and their deployment": what one side does alone needs no pair named before."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    return candidate.frame.cross == "no" and tokens[candidate.open[0][1].first].text.lower() in ("their", "them")


def _theirs(page: PageReferents, pointer: Open) -> bool:
    """True of "their" before the noun of the act."""
    return page.annotated.sentences[pointer.sentence].tokens[pointer.first].text.lower() == "their"


def _travellers(page: PageReferents, events: Sequence[Event], candidate: Candidate, pointer: Open) -> list[int]:
    """ "The president received it": the delegation of the visit told right before, or who leads it."""
    tokens = page.annotated.sentences[pointer.sentence].tokens
    if tokens[pointer.first].text.lower() != "it" or not candidate.frame.in_person:
        return []
    for event in reversed(events):
        if event.frame.abroad and 0 < candidate.sentence - event.reports[-1].candidate.sentence <= 2:
            return [s.referent for s in event.sides()]
    return []


def _names_states(page: PageReferents, pointer: Open) -> bool:
    """True of "the two nations": it points at the states of those named before, not at the people."""
    tokens = page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]
    return any((t.lemma in groups()["governments"] or t.lemma in _ARMIES) and t.pos == "NOUN" for t in tokens)


def _armies_or_states(page: PageReferents, pointer: Open) -> bool:
    """True of "the two armies", "generals of the two countries": of whom two states of the page can be meant."""
    tokens = page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]
    return _names_states(page, pointer) or any(t.lemma == "side" for t in tokens)


def _state_of(page: PageReferents, referent: int) -> int:
    r = page.referents[referent]
    if r.kind != "person":
        return referent
    if r.acts_for is not None:
        return r.acts_for
    return next((s.id for s in page.referents if s.kind == "state" and s.country == r.country), referent)


def _add_traveller(page: PageReferents, events: Sequence[Event], candidate: Candidate) -> None:
    """ "His trip opened with a meeting with the president": the traveller is the other side."""
    if not candidate.sides or any(s.filler.plural for s in candidate.sides[:1]):
        return
    known = {s.referent for s in candidate.sides}
    units = units_of(page, known)
    parent = (candidate.sentence, candidate.predicate.parent)
    for event in reversed(events):
        if not event.frame.abroad:
            continue
        purpose = any((r.candidate.sentence, r.candidate.predicate.token) == parent for r in event.reports)
        beside = len(known) == 1 and any(r.candidate.sentence == candidate.sentence for r in event.reports)
        for side in event.sides() if purpose or beside else ():
            if side.referent not in known and not units_of(page, (side.referent,)) <= units:
                candidate.sides.append(Side(side.referent, "side", side.filler, "the traveller of the same sentence"))
                return


def _name_the_leader(page: PageReferents, events: Sequence[Event], candidate: Candidate) -> None:
    """ "Shoigu came to Baku. The president received the Russian delegation": the delegation is Shoigu's."""
    for n, side in enumerate(candidate.sides):
        if not side.filler.how.endswith("people of") or page.referents[side.referent].kind != "state":
            continue
        for event in reversed(events):
            last = event.reports[-1].candidate
            if not event.frame.abroad or candidate.sentence - last.sentence > 2:
                continue
            unit = units_of(page, (side.referent,))
            people = [s for s in event.sides() if page.referents[s.referent].kind == "person"]
            leader = next((s for s in people if units_of(page, (s.referent,)) == unit), None)
            if leader is not None and all(s.referent != leader.referent for s in candidate.sides):
                candidate.sides[n] = Side(
                    leader.referent, side.part, side.filler, "who leads the delegation on this visit"
                )
                break


def _bear(page: PageReferents, people: Sequence[int], office: frozenset[str]) -> bool:
    """True unless one of them is known, and by no office like the one that points: "both defence ministers"."""
    known = [page.referents[p].roles for p in people if page.referents[p].kind == "person" and page.referents[p].roles]
    return not office or all(any(office <= _plain(role.title) for role in roles) for roles in known)


def _plain(title: str) -> frozenset[str]:
    return frozenset(title.lower().replace("defense", "defence").split())


def _office(page: PageReferents, pointer: Open) -> frozenset[str]:
    """The words of the office by which a pointer speaks of people: "both defence ministers"."""
    tokens = page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]
    if not tokens or tokens[-1].lemma not in groups()["offices"]:
        return frozenset()
    return _plain(
        " ".join(t.lemma for t in tokens if t.pos in ("NOUN", "PROPN", "ADJ") and t.lemma not in ("two", "both"))
    )


def _last_pair(
    page: PageReferents, events: Sequence[Event], candidate: Candidate, count: int | None, office: frozenset[str]
) -> list[int]:
    for event in reversed(events):
        last = event.reports[-1].candidate
        if candidate.sentence - last.sentence > POINTER_REACH:
            break
        sides = [s.referent for s in event.sides() if s.part in ("side", "attacker", "target", "visitor", "host")]
        if not _bear(page, sides, office):
            continue
        if len(sides) >= 2 and (count is None or len(sides) >= count):
            return sides
    return _last_named(page, candidate.sentence)


def _named_behind_their(page: PageReferents, candidate: Candidate) -> list[int]:
    """ "At their April summit X and Y signed": the two named right behind are those whose summit it was."""
    noun = candidate.predicate
    tokens = page.annotated.sentences[candidate.sentence].tokens
    before = [t.text.lower() for t in tokens[max(0, noun.token - 5) : noun.token]]
    if noun.pos != "noun" or "their" not in before:
        return []
    for last in range(noun.token + 3, min(len(tokens), noun.token + 14)):
        pair = _side_by_side(page, candidate.sentence, last, noun.token)
        if len(pair) == 2 and all(page.referents[r].kind == "person" for r in pair):
            return pair
    return []


def _last_named(page: PageReferents, sentence: int) -> list[int]:
    """The two persons, or the two states, last named side by side before a sentence."""
    for back in range(sentence - 1, max(-1, sentence - 4), -1):
        pair = _side_by_side(page, back, len(page.annotated.sentences[back].tokens))
        if pair:
            return pair
    return []


def _side_by_side(page: PageReferents, sentence: int, before: int, after: int = -1) -> list[int]:
    """The two persons, or the two states, named side by side in a sentence before a token."""
    tokens = page.annotated.sentences[sentence].tokens
    referents = page.referents
    spots = [s for s in outermost(page.spots[sentence]) if after < s.first and s.last <= before]
    for spot in reversed(spots):
        if len(spot.referents) == 2 and all(
            referents[r].kind != "person" and is_actor(referents, r) for r in spot.referents
        ):
            return list(spot.referents)  # "the leaders of Sudan and South Sudan"
    for left, right in reversed(list(zip(spots, spots[1:], strict=False))):
        between = {t.text.lower() for t in tokens[left.last : right.first]}
        both = (*left.referents, *right.referents)
        kinds = {"person" if referents[r].kind == "person" else "unit" for r in both}
        joined = bool(between) and between <= {"and", ",", "&", "with", "-", "–"}
        if (
            joined
            and len(kinds) == 1
            and left.referents != right.referents
            and all(is_actor(referents, r) for r in both)
        ):
            return list(dict.fromkeys(both))
    return []
