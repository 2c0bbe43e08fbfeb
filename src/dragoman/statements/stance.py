"""Stance: what the speaker of a statement is for or against, read off the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.facts.clause import negation
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.statements.line import Line
from dragoman.statements.stance_words import TURNED, StanceWords, stance_words
from dragoman.types import Argument, Evidence, Predicate, Stance, StanceValue, Statement, Token

_OBJECTS = ("patient", "recipient", "topic")
_THINGS = frozenset(("patient", "content", "topic", "attribute"))
_ACTORS = frozenset(("person", "state", "body", "force", "company"))
_TO = frozenset(("to", "of", "on"))


@dataclass(frozen=True, slots=True)
class Scene:
    """What stance is read from: a page, one of its statements, one sentence of it, and the events told there."""

    page: PageReferents
    statement: Statement
    line: Line
    events: Mapping[int, int]  # by token of the sentence: the event whose trigger stands there


def stances(scene: Scene) -> Iterator[Stance]:
    """The stances that one sentence of a statement shows, left to right."""
    words = stance_words()
    if not any(t.lemma in words.any for t in scene.line.tokens):
        return
    for token in sorted(scene.line.predicates):
        predicate = scene.line.predicates[token]
        if _within(scene, token) or _is_cue(scene, token):
            yield from _of_predicate(scene, predicate, words)
    for t in scene.line.tokens:
        if t.pos in ("ADJ", "NOUN") and _within(scene, t.i) and (t.lemma in words.good or t.lemma in words.bad):
            yield from _described(scene, t, words)


def _within(scene: Scene, token: int) -> bool:
    t = scene.line.tokens[token]
    return scene.statement.start <= t.start and t.end <= scene.statement.end


def _is_cue(scene: Scene, token: int) -> bool:
    t, cue = scene.line.tokens[token], scene.statement.cue
    return cue.start <= t.start and t.end <= cue.end


def _of_predicate(scene: Scene, p: Predicate, words: StanceWords) -> Iterator[Stance]:
    if p.pos == "verb" and (p.lemma in words.undone or p.lemma in words.done):
        yield from _to_be_done(scene, p, words)
    if p.pos == "verb" and p.lemma in words.faults and _within(scene, p.token):
        yield from _faulted(scene, p)
    if not _is_cue(scene, p.token) and not _by_speaker(scene, p, words):
        return
    value = words.verbs.get(p.lemma)
    cases = words.with_preposition.get(p.lemma, {})
    for a in p.arguments:
        held = cases.get(a.prep) if a.prep is not None else None
        if held is None and value is not None and a.prep is None and a.role in _OBJECTS:
            held = value
        if held is not None and a.head > p.token - len(scene.line.tokens):
            yield from _towards(scene, a, _turned(scene, p, held), p.token)
    yield from _through_noun(scene, p, words)


def _through_noun(scene: Scene, p: Predicate, words: StanceWords) -> Iterator[Stance]:
    """ "Voiced support for the plan", "called for an end to the blockade"."""
    tokens = scene.line.tokens
    for a in p.arguments:
        lemma = tokens[a.head].lemma
        if lemma in words.nouns and a.role in _THINGS:
            value, before = words.nouns[lemma]
        elif lemma in words.undone_nouns and (a.prep == "for" or p.lemma in ("demand", "urge", "seek", "want")):
            value, before = "opposes", _TO
        else:
            continue
        for k in scene.line.kids[a.head]:
            if tokens[k].text.lower() in before and k > a.head:
                inner = next((t for t in scene.line.kids[k] if t > k), None)
                if inner is not None:
                    first, last = scene.line.subtree(inner)
                    thing = Argument("topic", inner, first, last, "noun", tokens[k].text.lower())
                    yield from _towards(scene, thing, _turned(scene, p, value), a.head)


def _to_be_done(scene: Scene, p: Predicate, words: StanceWords) -> Iterator[Stance]:
    """ "The sanctions must be lifted", "urged Ankara to scrap the deal": against, or for, what it is done to."""
    own = [scene.line.tokens[k] for k in scene.line.kids[p.token]]
    infinitive = any(t.tag == "TO" for t in own)
    duty = any(t.text.lower() in words.duty for t in own)
    if not (duty or infinitive and scene.statement.status == "demanded" and _under_cue(scene, p)):
        return
    value: StanceValue | None = "opposes" if p.lemma in words.undone else "supports"
    if negation(scene.line.tokens, p.token) is not None:
        value = "supports" if value == "opposes" else "opposes"
    for a in p.arguments:
        if a.role == "patient" and a.prep is None:
            yield from _towards(scene, a, value, p.token)


def _under_cue(scene: Scene, p: Predicate) -> bool:
    return p.parent is not None and _is_cue(scene, p.parent)


def _faulted(scene: Scene, p: Predicate) -> Iterator[Stance]:
    """ "Baku has violated the truce": said by another, the one who does it is blamed."""
    if negation(scene.line.tokens, p.token) is not None or scene.statement.status == "denied":
        return
    for a in p.arguments:
        if a.role == "agent" and not _is_speaker(scene, a.head, stance_words()):
            yield from _towards(scene, a, "blames", p.token)


def _described(scene: Scene, t: Token, words: StanceWords) -> Iterator[Stance]:
    """ "The talks were productive", "called the deal a mistake", "an illegal blockade"."""
    good = t.lemma in words.good
    if t.tag == "JJS" and t.lemma not in words.bad:
        return
    thing = _bearer(scene, t)
    if thing is None:
        return
    verb = scene.line.tokens[thing.last - 1].i if thing.via == "modified" else t.head
    denied = thing.via != "modified" and negation(scene.line.tokens, verb) is not None
    if denied == good:
        spot = scene.page.at(scene.line.sentence.index, thing.head)
        actor = spot is not None and any(scene.page.referents[r].kind in _ACTORS for r in spot.referents)
        actor = actor and thing.head not in scene.events
        yield from _towards(scene, thing, "blames" if actor else "opposes", t.i)
    else:
        yield from _towards(scene, thing, "praises", t.i)


def _bearer(scene: Scene, t: Token) -> Argument | None:
    """What an adjective or a noun is said of."""
    line = scene.line
    head = line.tokens[t.head]
    if t.pos == "ADJ" and head.pos in ("NOUN", "PROPN") and t.i < head.i:
        return Argument("patient", head.i, head.i, head.i + 1, "modified")
    for p in line.predicates.values():
        said = [a for a in p.arguments if a.role in ("attribute", "content") and a.head == t.i]
        named = p.lemma in ("call", "describe", "consider", "deem", "label", "brand") and p.token == t.head
        if p.token == t.i and p.pos == "adj" or said or named:
            role = "patient" if named else "agent"
            found = [a for a in p.arguments if a.role == role and a.head < t.i]
            found = found or [a for a in p.arguments if a.role == "agent" and a.head < t.i and not named]
            if found:
                return found[-1]
    return None


# ------------------------------------------------------------------ who and what


def _by_speaker(scene: Scene, p: Predicate, words: StanceWords) -> bool:
    agents = [a for a in p.arguments if a.role == "agent"]
    return bool(agents) and all(_is_speaker(scene, a.head, words) for a in agents)


def _is_speaker(scene: Scene, token: int, words: StanceWords) -> bool:
    """Whether a word stands for whoever speaks, or for the state that he speaks for."""
    t = scene.line.tokens[token]
    if t.text.lower() in words.own:
        return scene.statement.kind != "indirect"
    if scene.statement.speaker is None:
        return False
    speaker = scene.page.referents[scene.statement.speaker]
    spot = scene.page.at(scene.line.sentence.index, token)
    for number in spot.referents if spot is not None else ():
        other = scene.page.referents[number]
        if number == speaker.id or number == speaker.acts_for:
            return True
        if other.kind in ("state", "place") and other.country is not None and other.country == speaker.country:
            return True
    return False


def _turned(scene: Scene, p: Predicate, value: StanceValue) -> StanceValue | None:
    return TURNED[value] if negation(scene.line.tokens, p.token) is not None else value


def _towards(scene: Scene, a: Argument, value: StanceValue | None, word: int) -> Iterator[Stance]:
    """The stance towards what a phrase stands for: an event told there, else a referent, else whose thing it is."""
    if value is None:
        return
    t = scene.line.tokens[word]
    head = scene.line.tokens[a.head]
    told = scene.events.get(a.head)
    if told is not None:
        yield Stance(value, None, told, Evidence(t.start, t.end, f"'{t.text}' of '{head.text}'"))
        return
    spot = scene.page.at(scene.line.sentence.index, a.head)
    if spot is not None:
        evidence = Evidence(t.start, t.end, f"'{t.text}'")
        yield from _of(scene, spot.referents, value, evidence)
        return
    owners = [s for s in scene.page.within(scene.line.sentence.index, a.first, a.last) if _owns(scene, s, a.head)]
    if owners:
        through = Evidence(t.start, t.end, f"'{t.text}' through '{head.text}'")
        yield from _of(scene, owners[-1].referents, value, through)


def _owns(scene: Scene, spot: Spot, head: int) -> bool:
    """ "Ankara's decision", "his plan", "the Turkish attack": whose a thing is, and not merely what sort of thing."""
    tokens = scene.line.tokens
    if spot.last > head:
        return False
    after = tokens[spot.last]
    return (
        after.tag == "POS"
        or tokens[spot.last - 1].tag in ("POS", "PRP$")
        or spot.form == "demonym"
        and spot.last == head
        and head in scene.line.predicates
    )


def _of(scene: Scene, referents: tuple[int, ...], value: StanceValue, evidence: Evidence) -> Iterator[Stance]:
    for number in referents:
        r = scene.page.referents[number]
        target = number if r.kind in _ACTORS else r.acts_for
        if target is not None and target != scene.statement.speaker:
            yield Stance(value, target, None, evidence)
