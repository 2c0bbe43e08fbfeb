"""Who else takes part in an act told before: "Participants include Peru", "Chile is taking part with two frigates"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import POINTER_REACH, Candidate
from dragoman.facts.scope import scope
from dragoman.facts.sides import take_sides
from dragoman.knowledge import overlay
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, Predicate, Token

_PART = "side"
_NAMED = ("patient", "attribute", "source")


def taking_part(
    page: PageReferents,
    sentence: int,
    predicates: Mapping[int, Predicate],
    told: Sequence[Candidate],
    own: Sequence[Candidate],
) -> list[Candidate]:
    """Reports that add sides to acts of some days: `told` are the candidates so far, `own` those of this sentence.

    Those of `own` that speak of the act told before and say who takes part in it are marked as adding to it.
    """
    tokens = page.annotated.sentences[sentence].tokens
    acts = {c.predicate.token for c in own} | {c.predicate.light for c in own}
    adding = {c.predicate.token for c in own if _says_who(tokens, predicates, c)}
    for candidate in own:
        candidate.adds = candidate.predicate.token in adding or candidate.joined in adding
    if any(c.frame.goes_on for c in own):
        _named_there(page, tokens, predicates, own)
        return []
    named = _told_before(page, sentence, told)
    if named is None:
        return []
    kinds = next((s.kinds for s in named.frame.slots if s.part == _PART), None)
    if kinds is None:
        return []  # a kind of a user's own, in which one side does it to the other
    out = []
    for token in sorted(predicates):
        verb = predicates[token]
        arguments = list(_who(tokens, verb, named.frame.recall)) if verb.pos == "verb" and token not in acts else []
        said = scope(tokens, predicates, verb)
        if not arguments or said.status in ("denied", "possible"):
            continue
        if said.rule.startswith("present tense"):  # "participants include": as the act itself is told
            said = replace(said, status=named.scope.status, direction=named.scope.direction)
        report = Candidate(named.frame, named.trigger, sentence, verb, said, points=True, adds=True)
        for argument in arguments:
            take_sides(page, report, argument, _PART, kinds)
        if report.sides:
            out.append(report)
    return out


def _named_there(
    page: PageReferents, tokens: Sequence[Token], predicates: Mapping[int, Predicate], own: Sequence[Candidate]
) -> None:
    """ "The participating countries in Cobra Gold were Chile and Peru": those are the sides of the act named there."""
    for candidate in (c for c in own if c.frame.goes_on and not c.sides and c.predicate.pos == "noun"):
        kinds = next((s.kinds for s in candidate.frame.slots if s.part == _PART), frozenset())
        for verb in predicates.values():
            subjects = [a for a in verb.arguments if a.role == "agent" and a.prep is None]
            people = any(_participants(tokens, a, candidate.frame.recall) for a in subjects)
            if verb.lemma in _words("naming") and people and candidate.predicate.token < verb.token:
                for argument in (a for a in verb.arguments if a.role in _NAMED and a.prep in (None, "from")):
                    take_sides(page, candidate, argument, _PART, kinds)


def waking() -> frozenset[str]:
    """The words that make a sentence worth a parse, as it may say who takes part."""
    return _words("verbs") | _words("people")


def _says_who(tokens: Sequence[Token], predicates: Mapping[int, Predicate], candidate: Candidate) -> bool:
    """True of "the exercise" in "Chile takes part in the exercise", "the exercise involves Chile"."""
    noun = candidate.predicate
    above = predicates.get(noun.parent) if noun.parent is not None else None
    pointing = noun.pos == "noun" and candidate.definite and noun.lemma in candidate.frame.recall
    if not (candidate.frame.goes_on and pointing) or above is None:
        return False
    link = noun.link or ""
    if link == "subject":
        return above.lemma in _words("verbs" if _passive(tokens, above) else "of")
    return above.lemma in _words("verbs") | _words("of") and link in ("oblique:in", "object")


def _who(tokens: Sequence[Token], verb: Predicate, recall: Sequence[str]) -> Iterator[Argument]:
    """The arguments of a verb that name those who take part, where it says that they do."""
    subjects = [a for a in verb.arguments if a.role == "agent" and a.prep is None and a.via != "reduced-relative"]
    if verb.lemma in _words("naming") and any(_participants(tokens, a, recall) for a in subjects):
        yield from (a for a in verb.arguments if a.role in _NAMED and a.prep in (None, "from"))
        return
    if any(_participants(tokens, a, recall) for a in verb.arguments):
        return
    elsewhere = [a for a in verb.arguments if a.prep in ("in", "at", "for") and not _when_or_where(tokens, a)]
    if verb.lemma not in _words("verbs") or not all(_pointer(tokens, a) for a in elsewhere):
        return
    patients = [a for a in verb.arguments if a.role == "patient" and a.prep is None]
    if all(_pointer(tokens, a) for a in patients):
        yield from (a for a in verb.arguments if a.role == "agent")


def _when_or_where(tokens: Sequence[Token], argument: Argument) -> bool:
    """True of "in May" and "in Peru"; "in the elections" says what somebody takes part in."""
    return argument.role == "time" or argument.role == "place" and tokens[argument.head].ent in ("GPE", "LOC", "FAC")


def _participants(tokens: Sequence[Token], argument: Argument, recall: Sequence[str]) -> bool:
    """True of "participants", "the participating countries", "other states taking part"; not "in the summit"."""
    head = tokens[argument.head]
    below = {t.i for t in tokens if t.dep == "prep" and t.head == head.i}
    if any(t.head in below and t.dep == "pobj" and t.pos == "NOUN" and t.lemma not in recall for t in tokens):
        return False
    if head.lemma in _words("people"):
        return True
    taking = {w.split()[0] for w in _words("verbs")}
    near = (t for t in tokens if t.head == head.i and t.dep in ("amod", "acl", "relcl", "compound"))
    return head.lemma in _words("parties") and any(t.lemma in taking or t.text.lower() == "participating" for t in near)


def _pointer(tokens: Sequence[Token], argument: Argument) -> bool:
    """True of "it" and "them", and of "the host": no other thing that one may join."""
    head = tokens[argument.head]
    return head.pos == "PRON" or head.lemma == "host"


def _passive(tokens: Sequence[Token], verb: Predicate) -> bool:
    return any(t.head == verb.token and t.dep in ("auxpass", "nsubjpass") for t in tokens)


def _told_before(page: PageReferents, sentence: int, told: Sequence[Candidate]) -> Candidate | None:
    """The last act told, of a kind that goes on for days, to which a sentence may add; that of a headline from afar."""
    for candidate in reversed(told):
        above = page.annotated.sentences[candidate.sentence].headline
        near = 0 < sentence - candidate.sentence <= POINTER_REACH
        if candidate.frame.goes_on and candidate.predicate.pos == "noun" and (near or above):
            return candidate if candidate.scope.status != "denied" else None
    return None


@overlay.once
def _knowledge() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in overlay.data("taking_part.yaml").items()}


def _words(name: str) -> frozenset[str]:
    return _knowledge()[name]
