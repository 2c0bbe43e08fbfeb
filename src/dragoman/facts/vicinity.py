"""How those whom a sentence names stand to an act of it: the signs by which their part in the act is judged.

Where the arguments of an act give its sides, nobody need look further. Where they give none, because the parse broke
or the act is told in a way that no frame knows, what is left is the company that it keeps: whose argument a name is,
how far up, how it is introduced, how far it stands. Each sign is a name; facts.likely_sides weighs them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.facts.candidate import Candidate
from dragoman.facts.frame_types import Frame
from dragoman.facts.needs import met
from dragoman.facts.people import is_asset, is_people_word
from dragoman.facts.scope import saying_verbs
from dragoman.facts.units import international, unit_of
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Predicate, Token

# Distances in tokens up to which one stands near, and how each is called.
_STEPS = ((3, "at once"), (8, "near"), (16, "some way off"), (30, "far"))
_PREPOSITIONS = frozenset({"with", "between", "by", "from", "to", "against", "in", "at", "of", "on", "for", "into"})
_ROLES = frozenset({"agent", "patient", "companion", "recipient", "modifier", "place", "goal", "source", "topic"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_INDEFINITE = frozenset({"a", "an", "another"})
_LEVELS = ("", "one above", "two above", "more above", "more above")
_DEEPEST = 6  # clauses under an act that are still told of it


def stands_to(
    page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate], spot: Spot, referent: int
) -> list[str]:
    """The signs of one who is named at `spot`, as against an act of the same sentence.

    `predicates` are those of the sentence by token; the first sign says whose argument the name is.
    """
    tokens = page.annotated.sentences[candidate.sentence].tokens
    who, family = page.referents[referent], family_of(candidate.frame)
    relation = _relation(tokens, candidate.predicate, predicates, spot)
    side = "before" if spot.head < candidate.predicate.token else "behind"
    gap = abs(spot.head - candidate.predicate.token)
    step = next((name for most, name in _STEPS if gap <= most), "very far")
    out = [relation, f"{candidate.predicate.pos}: {relation}", f"{family}: {relation}", f"{step} {side}"]
    out += [f"a {who.kind}", f"{family}: a {who.kind}", f"named by {spot.form}", candidate.frame.name]
    prep = _preposition(tokens, spot)
    if prep is not None:
        out += [f"behind {prep}", f"{family}: behind {prep}"]
    out.extend(_belongs(tokens, spot))
    if any(s is not spot and s.first <= spot.first and spot.last <= s.last for s in page.spots[spot.sentence]):
        out.append("within another's name")
    if tokens[spot.head].dep == "conj":
        out.append("in a list")
    if who.country is None and not international(page, referent):
        out.append("of no known state")
    if any(spot.first <= p.first < spot.last for p in (*candidate.places, *candidate.hosts)):
        out.append("its place or host")
    units = {unit_of(page, s.referent) for s in candidate.sides}
    if unit_of(page, referent) in units:
        out.append("its state takes part already")
    elif units:
        out.append("another's state takes part")
    if len(who.mentions) > 2:
        out.append("named often")
    if any(m.sentence == 0 for m in who.mentions):
        out.append("named at the head")
    return out


def tells(page: PageReferents, candidate: Candidate) -> list[str]:
    """The signs of the telling: how likely a word that may report an act does."""
    p, scope, kind = candidate.predicate, candidate.scope, candidate.frame.name
    strength = candidate.trigger.strength
    out = [f"told by a {p.pos}", kind, f"{kind} by a {p.pos}", f"status {scope.status}", f"the word {p.lemma}"]
    out.append("a weak word" if strength < 0.5 else "a strong word" if strength >= 0.7 else "a fair word")
    gives = {"place": bool(candidate.places), "host": bool(candidate.hosts)}
    if not met(candidate.frame, candidate.trigger, {s.part for s in candidate.sides}, gives):
        out += ["lacks what its word needs", f"a {p.pos} that lacks what it needs"]
    said = {
        "its tense is said": scope.explicit,
        "only spoken of": scope.spoken_of,
        "a time is said": bool(candidate.times),
        "a place is said": bool(candidate.places),
        "definite": candidate.definite,
        "points at somebody": bool(candidate.open),
        "several unnamed": candidate.several,
        "told as a habit": "told as a habit" in candidate.features,
        "in a headline": page.annotated.sentences[candidate.sentence].headline,
        "carried by a light verb": p.light is not None,
    }
    out.extend(sign for sign, holds in said.items() if holds)
    if p.link:
        out.append(f"hangs by {p.link.split(':')[0]}")
    if p.pos == "noun":
        out.extend(_noun(page.annotated.sentences[candidate.sentence].tokens, p.token))
    units = {unit_of(page, s.referent) for s in candidate.sides}
    out.append(f"{min(len(candidate.sides), 2)} sides by its arguments")
    out.append(f"{min(len(units), 2)} states by its arguments")
    return out


def family_of(frame: Frame) -> str:
    """Kinds whose sides stand alike: those who travel, who meet, who fight; any other kind by itself."""
    if frame.abroad:
        return "travel"
    if frame.hostile:
        return "force"
    return "contact" if frame.in_person else frame.name


def _noun(tokens: Sequence[Token], token: int) -> list[str]:
    kids = [t for t in tokens[:token] if t.head == token]
    words = {t.text.lower() for t in kids}
    article = "an indefinite noun" if words & _INDEFINITE else "a definite noun" if words & _DEFINITE else "a bare noun"
    out = [article, "a plural noun" if tokens[token].tag in ("NNS", "NNPS") else "a singular noun"]
    if any(t.dep in ("amod", "compound") for t in kids):
        out.append("a qualified noun")
    return out


def _relation(tokens: Sequence[Token], act: Predicate, predicates: Mapping[int, Predicate], spot: Spot) -> str:
    """Whose argument a name is: the act's own, that of one above it, below it, beside it, or nobody's."""
    at: Predicate | None = act
    for level in _LEVELS:
        if at is None:
            break
        role = _role_in(at, spot)
        if role is not None:
            says = " of saying" if at.pos == "verb" and at.lemma in saying_verbs() else ""
            return f"{role} {level}{says}" if level else f"own {role}"
        at = predicates.get(at.parent) if at.parent is not None and at.parent != at.token else None
    for other in predicates.values():
        if (role := _role_in(other, spot)) is not None:
            return f"{role} {'below' if _under(predicates, other, act.token) else 'beside'}"
    return "nobody's argument"


def _role_in(predicate: Predicate, spot: Spot) -> str | None:
    """The role of the argument that a name heads, else of the one that it stands in."""
    fitting = [a for a in predicate.arguments if a.first <= spot.head < a.last]
    headed = [a for a in fitting if spot.first <= a.head < spot.last]
    found = next(iter(headed or fitting), None)
    return None if found is None else found.role if found.role in _ROLES else "other"


def _under(predicates: Mapping[int, Predicate], predicate: Predicate, token: int) -> bool:
    at: Predicate | None = predicate
    for _ in range(_DEEPEST):
        if at is None or at.parent is None:
            return False
        if at.parent == token:
            return True
        at = predicates.get(at.parent)
    return False


def _preposition(tokens: Sequence[Token], spot: Spot) -> str | None:
    at = spot.first - 1
    while at > 0 and tokens[at].pos in ("DET", "ADJ", "ADV", "PRON"):
        at -= 1
    word = tokens[at].text.lower() if at >= 0 else ""
    return word if word in _PREPOSITIONS else None


def _belongs(tokens: Sequence[Token], spot: Spot) -> list[str]:
    """"Peru's ships", "Peruvian officers": whose thing or people the noun is that the name goes with."""
    if tokens[spot.last - 1].tag == "POS" or spot.last < len(tokens) and tokens[spot.last].tag == "POS":
        return ["owner"]
    head = tokens[spot.head]
    if head.dep not in ("amod", "compound", "nmod", "poss"):
        return []
    above = tokens[head.head]
    if is_people_word(above.lemma):
        return ["whose people"]
    return ["whose things"] if is_asset(above) else ["belongs to a noun"]
